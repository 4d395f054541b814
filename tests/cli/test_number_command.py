"""`docgen number` from its entry point: sentences, JSON, exit codes, and the way of a number into a paper."""

import datetime
import json
from pathlib import Path

import pytest

from docgen.word.read import read_docx
from tests.cli.conftest import Docgen
from tests.conftest import edit

PLAN = "data/ke-hoach/kl50.yaml"
RESERVE = ("number", "reserve", "than-uyen", "--term", "2020-2025")


@pytest.fixture(autouse=True)
def a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.stories.numbers.today", lambda: datetime.date(2023, 7, 5))


def number_in(workspace: Path, docgen: Docgen) -> str:
    """The number line of a paper built now."""
    assert docgen("build", "than-uyen")[0] == 0
    document = read_docx((workspace / "build/kl50/than-uyen.docx").read_bytes()).document
    return next(block.text for block in document.blocks if block.role == "number")


def test_a_number_is_held_and_the_clerk_writes_it(docgen: Docgen, workspace: Path) -> None:
    docgen(*RESERVE, "--kind", "KH", "--count", "4")
    code, out, err = docgen(*RESERVE)
    assert (code, err) == (0, "")
    assert out == (
        "Đã giữ số 05-KH/HU, nhiệm kỳ 2020-2025, cho Huyện ủy Than Uyên.\n"
        "Để số vào văn bản, trong data/ke-hoach/kl50.yaml, dưới «don_vi:», «than-uyen:», ghi «so: 5».\n"
    )
    assert number_in(workspace, docgen) == "Số        -KH/HU"
    edit(workspace / PLAN, "  than-uyen:\n", "  than-uyen:\n    so: 5\n")
    assert number_in(workspace, docgen) == "Số 05-KH/HU"
    code, out, _ = docgen("number", "list", "than-uyen")
    assert code == 0 and "05-KH/HU        2020-2025   đã ghi vào kế hoạch   05/7/2023   kl50" in out
    code, _, err = docgen("number", "release", "than-uyen", "5")
    assert code == 3 and err.startswith(f"{PLAN}:17:9: Lỗi: Số 05-KH đang ghi trong kế hoạch kl50")


def test_the_json_of_the_three(docgen: Docgen) -> None:
    held = {
        "unit": "than-uyen", "kind": "KH", "term": "2020-2025", "number": 1, "text": "01-KH/HU", "state": "reserved",
        "day": "05/7/2023", "plan": "kl50",
    }  # fmt: skip
    shape = json.loads(docgen(*RESERVE, "--json")[1])
    assert (shape["schema"], shape["numbers"]) == ("docgen/number/1", [held])
    assert [problem["code"] for problem in shape["problems"]] == ["number.first"]
    listed = json.loads(docgen("number", "list", "--json")[1])
    assert listed == {"schema": "docgen/number/1", "numbers": [held], "problems": []}
    returned = json.loads(docgen("number", "release", "than-uyen", "01", "--json")[1])
    assert returned["numbers"] == [held | {"state": "released"}]


def test_another_plan_of_the_workspace_states_numbers_too(docgen: Docgen, workspace: Path) -> None:
    text = (workspace / PLAN).read_text(encoding="utf-8").replace("ma: kl50\n", "ma: kl51\n", 1)
    other = text.replace("  than-uyen:\n", "  than-uyen:\n    so: 41\n", 1)
    (workspace / "data/ke-hoach/kl51.yaml").write_text(other, encoding="utf-8")
    assert "Đã giữ số 42-KH/HU" in docgen(*RESERVE)[1]
    edit(workspace / "data/ke-hoach/kl51.yaml", "so: 41", "so: 41a")
    code, out, err = docgen(*RESERVE)
    assert (code, out) == (3, "") and err.startswith("data/ke-hoach/kl51.yaml:17:9: Lỗi:")
    (workspace / "data/ke-hoach/kl51.yaml").write_text("ma: [kl51\n", encoding="utf-8")
    code, out, err = docgen("number", "list", "--json")
    assert code == 3 and json.loads(out)["numbers"] == [] and err.startswith("data/ke-hoach/kl51.yaml:")


def test_a_plan_just_begun_beside_hides_no_number(docgen: Docgen, workspace: Path) -> None:
    assert docgen("plan", "new", "kl60")[0] == 0
    assert docgen(*RESERVE)[0] == 0
    edit(workspace / "data/ke-hoach/kl60.yaml", "#  than-uyen: {so: 5", "  than-uyen: {so: 5")
    code, _, err = docgen(*RESERVE)
    assert code == 3 and err.startswith("data/ke-hoach/kl60.yaml:")


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("reserve", "than-uyen"), 2, "--term: Lỗi: Chưa biết nhiệm kỳ của «Huyện ủy Than Uyên»"),
        (("reserve", "Than Uyên", "--term", "2020-2025"), 3, "Có phải ý là «than-uyen»?"),
        (("reserve", "than-uyen", "--number", "0"), 2, "--number: Lỗi: «0» không phải là một số từ 1 trở lên."),
        (("reserve", "than-uyen", "--plan", "kl50", "--kind", "QĐ"), 2, "không đi cùng --plan"),
        (("reserve", "than-uyen", "--count", "2"), 2, "--count chỉ đi cùng --kind"),
        (("reserve", "than-uyen", "--kind", "KH", "--count", "2", "--number", "1"), 2, "không đi cùng --number"),
        (("reserve", "than-uyen", "--plan", "kl5"), 3, "Không có kế hoạch «kl5»."),
        (("release", "than-uyen"), 2, "Thiếu SỐ"),
        (("release", "than-uyen", "7"), 3, "7: Lỗi: «Huyện ủy Than Uyên» không giữ số 07."),
        (("list", "zzz"), 3, "Không có đơn vị «zzz» trong danh sách."),
    ],
)
def test_wrong_words(docgen: Docgen, workspace: Path, words: tuple[str, ...], code: int, says: str) -> None:
    found, out, err = docgen("number", *words)
    assert (found, out, len(err.splitlines())) == (code, "", 1) and says in err
    assert not (workspace / "data/so-van-ban.jsonl").exists()


def test_what_does_not_agree_is_something_to_see(docgen: Docgen, workspace: Path) -> None:
    assert docgen("number", "list") == (0, "Sổ chưa có số nào.\n", "")
    docgen(*RESERVE)
    register = workspace / "data/so-van-ban.jsonl"
    register.write_bytes(register.read_bytes() * 2)
    code, out, err = docgen("number", "list")
    assert code == 1 and "01-KH/HU" in out and "giữ hai lần (lần trước ở dòng 1)" in err
