"""`docgen template`: what a clerk's templates are, may say, and have wrong; new ones; a look at one."""

import json
from pathlib import Path

import pytest

from docgen.word.package import DOCUMENT, read_package, write_package
from docgen.workspace import desktop
from tests.cli.conftest import Docgen

PLAN = "templates/hd36/ke-hoach.docx"


def change(path: Path, old: str, new: str, part: str = DOCUMENT) -> None:
    parts = read_package(path.read_bytes())
    assert old in parts[part].decode("utf-8")
    path.write_bytes(write_package({**parts, part: parts[part].decode("utf-8").replace(old, new, 1).encode("utf-8")}))


def test_the_list_tells_form_kind_and_state(docgen: Docgen, workspace: Path) -> None:
    change(workspace / PLAN, "{{ tieu_de }}", "{{ tieu_de|upper }}")
    assert docgen("template", "new", "cong-van", "cong-van-moi", "--form", "hd36")[0] == 0
    code, out, _ = docgen("template", "list", "--json")
    found = {one["file"]: (one["form"], one["kind"], one["name"], one["state"]) for one in json.loads(out)["templates"]}
    assert code == 0 and len(found) == 14
    assert found[PLAN] == ("hd36", "ke-hoach", "Kế hoạch", "changed")
    assert found["templates/hd36/cong-van-moi.docx"] == ("hd36", "cong-van", "Công văn", "own")
    assert found["templates/nd30/quyet-dinh.docx"] == ("nd30", "quyet-dinh", "Quyết định", "shipped")


def test_fields_have_label_sample_and_tag(docgen: Docgen) -> None:
    code, out, _ = docgen("template", "fields", "--form", "hd36", "--json")
    found = {one["key"]: one for one in json.loads(out)["fields"]}
    assert code == 0
    assert found["so_ky_hieu"]["sample"] == "Số 05-KH/VPTU"
    assert found["so_ky_hieu"]["write"] == "{{ so_ky_hieu }}"
    assert found["noi_nhan"]["list"] and found["noi_nhan"]["label"] == "Các nơi nhận"
    assert found["phu_luc.dong.thoi_han"]["write"] == "{{ viec.thoi_han }}"
    assert [key for key, one in found.items() if not (one["label"] and one["write"])] == []


def test_shipped_templates_have_nothing_to_tell(docgen: Docgen) -> None:
    code, out, err = docgen("template", "check")
    assert (code, err) == (0, "")
    assert out == "Đã kiểm tra 13 mẫu: không có gì phải sửa.\n"


def test_faults_are_told_with_place_and_remedy(docgen: Docgen, workspace: Path) -> None:
    change(workspace / PLAN, "{{ tieu_de }}", "{{ tieu_d }}")
    change(workspace / PLAN, "{{ dia_danh_ngay }}", "{{ dia_danh_ngay")
    code, out, err = docgen("template", "check", str(workspace / PLAN), "--json")
    told = [(one["code"], one["place"]["paragraph"]) for one in json.loads(out)["files"][0]["problems"]]
    assert (code, told) == (1, [("template.undefined", 8), ("template.open_tag", 19)])
    assert "Có phải ý là «tieu_de»?" in err


def test_a_repair_alone_is_nothing_to_see(docgen: Docgen, workspace: Path) -> None:
    change(workspace / PLAN, "{{ tieu_de }}", "{{\u00a0Tieu_de }}")
    code, out, err = docgen("template", "check", str(workspace / PLAN))
    assert code == 0 and "không có gì phải sửa" in out
    assert "Lưu ý: Chỗ điền «{{\u00a0Tieu_de }}» có dấu cách không ngắt, chữ hoa tự động" in err


@pytest.mark.parametrize(
    ("old", "new", "part", "code", "paragraph"),
    [
        ('<w:sz w:val="32"/>', '<w:sz w:val="24"/>', "word/styles.xml", "kind.look", 20),
        ('w:left="1701"', 'w:left="1134"', DOCUMENT, "page.margins", None),
    ],
)
def test_looks_that_break_the_form_are_told_in_the_template(
    docgen: Docgen, workspace: Path, old: str, new: str, part: str, code: str, paragraph: int | None
) -> None:
    change(workspace / PLAN, old, new, part)
    _, out, _ = docgen("template", "check", str(workspace / PLAN), "--json")
    (problem,) = [one for one in json.loads(out)["files"][0]["problems"] if one["code"] == code]
    assert problem["place"].get("paragraph") == paragraph


def test_what_is_no_word_file_cannot_be_checked(docgen: Docgen, workspace: Path) -> None:
    code, _, err = docgen("template", "check", str(workspace / "data/don-vi.yaml"), str(workspace / "khong-co.docx"))
    assert code == 3 and len(err.splitlines()) == 2


def test_new_never_writes_over_a_template(docgen: Docgen, workspace: Path) -> None:
    before = (workspace / PLAN).read_bytes()
    code, _, err = docgen("template", "new", "ke-hoach", "--form", "hd36")
    assert code == 3 and "docgen template new ke-hoach ke-hoach-moi --form hd36" in err
    assert (workspace / PLAN).read_bytes() == before
    assert docgen("template", "new", "ke-hoach", "ke-hoach-moi", "--form", "hd36")[0] == 0
    assert (workspace / "templates/hd36/ke-hoach-moi.docx").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("quyet-dinh", "--form", "hd36"), "Không có mẫu «quyet-dinh» theo thể thức hd36."),
        (("cong-van", "--form", "hd37"), "Có phải ý là «hd36»?"),
        (("cong-van", "thu-moi", "--form", "hd36"), "phải là «cong-van» hoặc bắt đầu bằng «cong-van-»"),
        (("cong-van", "cong-van-../x", "--form", "hd36"), "phải là «cong-van» hoặc bắt đầu bằng «cong-van-»"),
    ],
)
def test_new_says_what_it_cannot_make(docgen: Docgen, words: tuple[str, ...], says: str) -> None:
    code, _, err = docgen("template", "new", *words)
    assert code == 2 and says in err


def text_of(file: Path) -> str:
    return read_package(file.read_bytes())[DOCUMENT].decode("utf-8")


def test_a_preview_is_the_unit_s_own_paper(docgen: Docgen, workspace: Path) -> None:
    code, out, err = docgen("template", "preview", "than-uyen")
    assert (code, out, err) == (0, "Đã dựng build/xem-thu/ke-hoach-than-uyen.docx.\n", "")
    assert docgen("build", "than-uyen")[0] == 0
    built = workspace / "build/kl50/than-uyen.docx"
    assert text_of(workspace / "build/xem-thu/ke-hoach-than-uyen.docx") == text_of(built)


def test_a_preview_of_another_kind_has_the_unit_s_head(docgen: Docgen, workspace: Path) -> None:
    template = workspace / "templates/hd36/cong-van.docx"
    assert docgen("template", "preview", "than-uyen", "--template", str(template))[0] == 0
    text = text_of(workspace / "build/xem-thu/cong-van-than-uyen.docx")
    assert "HUYỆN ỦY THAN UYÊN" in text and "Kính gửi:" in text


def test_a_preview_of_nobody_is_the_sample(docgen: Docgen, workspace: Path) -> None:
    assert docgen("template", "preview", "--form", "nd30")[0] == 0
    assert "Độc lập - Tự do - Hạnh phúc" in text_of(workspace / "build/xem-thu/ke-hoach.docx")


def test_a_faulty_template_has_no_preview(docgen: Docgen, workspace: Path) -> None:
    change(workspace / PLAN, "{{ tieu_de }}", "{{ tieu_d }}")
    code, out, err = docgen("template", "preview", "than-uyen")
    assert (code, out) == (3, "") and "«tieu_d»" in err
    assert not (workspace / "build").exists()


def test_opening_is_asked_for(docgen: Docgen, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(desktop, "open_file", lambda path: not opened.append(path))
    _, out, _ = docgen("template", "preview", "than-uyen", "--open", "--json")
    assert json.loads(out)["opened"] is True
    assert opened == [workspace / "build/xem-thu/ke-hoach-than-uyen.docx"]
    assert json.loads(docgen("template", "preview", "than-uyen", "--json")[1])["opened"] is False
    assert len(opened) == 1


def test_nobody_there_to_open_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert desktop.open_file(tmp_path / "a.docx") is False
