"""Files, folders, or the papers of the plan → findings; whatever a file is, it costs itself alone."""

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.check import papers as judged
from docgen.check.draft import Draft
from docgen.model.checked import Checked
from docgen.model.finding import Finding
from docgen.stories import check as story
from docgen.stories import checking
from docgen.stories.check import check
from docgen.stories.check_opening import Asked, open_check
from docgen.stories.hands import Processes
from docgen.workspace.folder import Refused
from tests.check.planting.clean import clean
from tests.conftest import edit

UNITS = ("than-uyen", "tan-uyen", "sin-ho", "phong-tho", "muong-te", "tam-duong")


def widen(file: Path) -> None:
    """A right margin of 25 mm on the sheets before the appendix, as a person sets it."""
    from docx import Document as Word
    from docx.shared import Mm

    word = Word(str(file))
    word.sections[0].right_margin = Mm(25)
    word.save(str(file))


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    """Six papers of the plan, the one of sin-ho with a wrong margin."""
    folder = tmp_path / "ban-nop"
    folder.mkdir()
    for unit in UNITS:
        shutil.copy(built / f"{unit}.docx", folder)
    widen(folder / "sin-ho.docx")
    return folder


def checked(*paths: Path, at: Path = Path("/"), **asked: object) -> Checked:
    request = Asked(paths, **asked)  # type: ignore[arg-type]
    ready, problems = open_check(at, request)
    assert ready is not None, problems
    return check(ready, request)


def codes(found: Checked) -> dict[str, list[str]]:
    """Codes of findings, or why it was refused, by file name."""
    return {
        Path(file.file).name: [file.refused.code] if file.refused else [finding.code for finding in file.findings]
        for file in found.files
    }


def test_a_folder_is_checked_paper_by_paper_in_order(folder: Path) -> None:
    found = checked(folder)
    assert codes(found) == {
        "muong-te.docx": [], "phong-tho.docx": [], "sin-ho.docx": ["page.margins"],
        "tam-duong.docx": [], "tan-uyen.docx": [], "than-uyen.docx": [],
    }  # fmt: skip
    assert list(codes(found)) == sorted(codes(found)) and found.exit_code == 1


def test_what_lies_beside_papers_is_passed_over(folder: Path) -> None:
    for name in ("~$an-uyen.docx", ".docgen-x.docx", "._than-uyen.docx", "ghi-chu.txt", "than-uyen.pdf"):
        (folder / name).write_bytes(b"x")
    (folder / "ban-cu.docx").mkdir()
    shutil.copy(folder / "than-uyen.docx", folder / "than-uyen.moi.docx")
    shutil.copy(folder / "than-uyen.docx", folder / "BAO CAO.DOCX")
    assert codes(checked(folder)).keys() - {f"{unit}.docx" for unit in UNITS} == {"than-uyen.moi.docx", "BAO CAO.DOCX"}


def test_a_file_named_twice_is_checked_once(folder: Path) -> None:
    assert len(checked(folder, folder / "sin-ho.docx", folder).files) == len(UNITS)


def test_nothing_named_means_the_papers_of_the_plan(built: Path) -> None:
    found = checked(at=built)
    assert len(found.files) == 28
    assert found.files[0].file == "build/kl50/ban-dan-van.docx"


def test_a_unit_named_alone_means_its_paper(built: Path) -> None:
    assert codes(checked(at=built, unit="than-uyen")) == {"than-uyen.docx": []}


def test_every_paper_docgen_builds_is_clean(built: Path) -> None:
    told = {name for name, found in codes(checked(at=built)).items() if found}
    assert told <= {"tinh-uy.docx"}  # the seed's own words: docs/seed-corrections.md


def test_a_file_that_is_none_costs_itself(folder: Path) -> None:
    (folder / "hong.docx").write_bytes(b"PK\3\4")
    (folder / "rong.docx").write_bytes(b"")
    found = checked(folder, folder / "khong-co.docx")
    refused = {
        name: found for name, found in codes(found).items() if name in ("hong.docx", "rong.docx", "khong-co.docx")
    }
    assert refused == {
        "hong.docx": ["docx.truncated"], "rong.docx": ["docx.empty"], "khong-co.docx": ["file.missing"],
    }  # fmt: skip
    assert found.exit_code == 1 and len(found.files) == len(UNITS) + 3


def test_a_name_no_disk_takes_costs_itself(folder: Path) -> None:
    found = checked(folder / "than-uyen.docx", folder / ("x" * 300 + ".docx"))
    assert list(codes(found).values()) == [[], ["file.unreadable"]]


def test_when_no_file_can_be_read_the_input_is_refused(tmp_path: Path) -> None:
    (tmp_path / "hong.docx").write_bytes(b"x")
    empty = tmp_path / "trong"
    empty.mkdir()
    found = checked(tmp_path, empty)
    assert codes(found) == {"hong.docx": ["docx.broken"], "trong": ["folder.empty"]} and found.exit_code == 3


def test_hints_alone_leave_all_well(folder: Path) -> None:
    found = checked(folder / "than-uyen.docx", form="nd30")
    assert codes(found) == {"than-uyen.docx": ["form.other"]} and found.exit_code == 0


FORMS = {"of its day": ({}, "hd36"), "asked for": ({"form": "hd05"}, "hd05")}


@pytest.mark.parametrize(("asked", "form"), FORMS.values(), ids=FORMS)
def test_the_form_a_paper_is_held_against(folder: Path, asked: dict[str, str], form: str) -> None:
    assert checked(folder / "tan-uyen.docx", **asked).files[0].form == form


def test_the_form_docgen_recorded_goes_before_the_day(workspace: Path, run: object) -> None:
    assert run("build", "than-uyen", "--form", "hd05").exit_code == 0  # type: ignore[operator]
    assert checked(workspace / "build/kl50").files[0].form == "hd05"


def test_a_paper_is_checked_outside_of_any_workspace(tmp_path: Path) -> None:
    (tmp_path / "cong-van.docx").write_bytes(clean("nd30-cong-van"))
    found = checked(tmp_path, at=tmp_path)
    assert (codes(found), found.files[0].form) == ({"cong-van.docx": []}, "nd30")


def test_an_unknown_form_is_wrong_usage(folder: Path) -> None:
    with pytest.raises(Refused) as stop:
        checked(folder, form="hd3")
    assert stop.value.exit_code == 2 and stop.value.problem.remedy == "Có phải ý là «hd36»?"


def test_a_fault_of_the_forms_stops_the_check(workspace: Path, folder: Path) -> None:
    edit(workspace / "data/the-thuc/hd36.yaml", "phong_chu:", "phongchu:")
    ready, problems = open_check(workspace, Asked([folder]))
    assert ready is None and [problem.place.file for problem in problems] == ["data/the-thuc/hd36.yaml"]


WAIVER = "- ma: page.margins\n  don_vi: sin-ho\n  ly_do: Giấy in sẵn\n  ngay: 1/3/2020\n"


def test_papers_of_a_folder_are_held_against_each_other(workspace: Path, folder: Path) -> None:
    shutil.copy(folder / "than-uyen.docx", folder / "than-uyen (1).docx")
    found = checked(folder, at=workspace)
    assert codes(found)["than-uyen.docx"] == ["set.twice"]
    (whole,) = found.sets
    assert whole.file == str(folder) and [finding.code for finding in whole.findings] == ["set.missing"]


def test_papers_named_one_by_one_are_no_set(workspace: Path, folder: Path) -> None:
    shutil.copy(folder / "than-uyen.docx", folder / "than-uyen (1).docx")
    found = checked(*sorted(folder.glob("than*.docx")), at=workspace)
    assert (list(codes(found).values()), found.sets) == ([[], []], ())


def test_a_draft_is_held_against_the_duties_of_its_unit(workspace: Path, folder: Path) -> None:
    from docx import Document as Word

    word = Word(str(folder / "than-uyen.docx"))
    lost = next(
        paragraph for paragraph in word.paragraphs if "Rà soát toàn diện các đơn vị sự nghiệp" in paragraph.text
    )
    lost._element.getparent().remove(lost._element)
    word.save(str(folder / "than-uyen.docx"))
    recognised = checked(folder / "than-uyen.docx", at=workspace)
    named = checked(folder / "than-uyen.docx", at=workspace, unit="than-uyen")
    assert any(code.startswith("duties.") for code in codes(recognised)["than-uyen.docx"])
    assert recognised.files == named.files


@pytest.mark.parametrize("asked", [{"plan": "kl50"}, {"unit": "than-uyen"}, {}], ids=["plan", "unit", "none"])
def test_a_broken_plan_stops_only_a_check_that_needs_it(workspace: Path, folder: Path, asked: dict[str, str]) -> None:
    edit(workspace / "data/ke-hoach/kl50.yaml", "ten_loai:", "ten_loi:")
    ready, problems = open_check(workspace, Asked([folder / "than-uyen.docx"], **asked))
    assert (ready is None, len(problems)) == (bool(asked), 1 if asked else 0)
    told = ready.problems if ready else problems
    assert [problem.place.file for problem in told] == ["data/ke-hoach/kl50.yaml"]


def test_an_unknown_unit_is_wrong_usage(workspace: Path, folder: Path) -> None:
    with pytest.raises(Refused) as stop:
        checked(folder, at=workspace, unit="than-uyn")
    assert stop.value.exit_code == 2 and stop.value.problem.remedy == "Có phải ý là «than-uyen»?"


def test_a_plan_is_of_a_workspace(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused) as stop:
        checked(folder, at=tmp_path, plan="kl50")
    assert stop.value.problem.code == "workspace.none"


def test_what_is_waived_is_counted_and_not_told(workspace: Path, folder: Path) -> None:
    (workspace / "data/mien-kiem-tra.yaml").write_text(WAIVER, encoding="utf-8")
    found = checked(*folder.iterdir(), at=workspace)
    assert (found.counts["waived"], found.exit_code, found.told) == (1, 0, ())


def test_a_unit_without_a_paper_may_be_waived(workspace: Path, folder: Path) -> None:
    (workspace / "data/mien-kiem-tra.yaml").write_text(
        WAIVER + WAIVER.replace("page.margins", "set.missing").replace("  don_vi: sin-ho\n", ""), encoding="utf-8"
    )
    found = checked(folder, at=workspace)
    assert (found.counts["waived"], found.exit_code, found.told) == (2, 0, ())


def test_a_waiver_that_is_over_no_longer_holds_and_is_told(workspace: Path, folder: Path) -> None:
    (workspace / "data/mien-kiem-tra.yaml").write_text(WAIVER + "  het_han: 31/12/2021\n", encoding="utf-8")
    found = checked(folder, at=workspace)
    assert (found.counts["waived"], found.exit_code) == (0, 1)
    (problem,) = found.problems
    assert str(problem.place) == "data/mien-kiem-tra.yaml:1:3"
    assert problem.message == "Miễn kiểm tra «page.margins» đã hết hạn ngày 31/12/2021, không còn hiệu lực."


def test_a_baseline_is_written_once_and_holds_what_it_knows(folder: Path, tmp_path: Path) -> None:
    baseline = tmp_path / "da-biet.json"
    first = checked(folder, baseline=baseline)
    assert (first.recorded, first.counts["known"], first.exit_code) == (1, 1, 0)
    written = baseline.read_bytes()
    widen(folder / "tan-uyen.docx")
    second = checked(folder, baseline=baseline)
    assert (second.recorded, second.counts["known"], second.exit_code) == (None, 1, 1)
    assert [file.file for file in second.told] == [str(folder / "tan-uyen.docx")]
    assert baseline.read_bytes() == written


@pytest.mark.parametrize("content", ["", "[]", "{", '{"schema": "docgen/baseline/1", "findings": [{}]}', '{"a": 1}'])
def test_a_baseline_that_is_none_is_refused(folder: Path, tmp_path: Path, content: str) -> None:
    baseline = tmp_path / "da-biet.json"
    baseline.write_text(content, encoding="utf-8")
    with pytest.raises(Refused) as stop:
        checked(folder, baseline=baseline)
    assert stop.value.exit_code == 3 and baseline.read_text(encoding="utf-8") == content


def wrong_margins(draft: Draft) -> Iterator[Finding]:
    """What tells the paper of sin-ho from the others."""
    return (finding for finding in judged.check_paper(draft) if finding.code == "page.margins")


def die(draft: Draft) -> list[Finding]:
    if any(wrong_margins(draft)):
        os._exit(1)
    return []


def hang(draft: Draft) -> list[Finding]:
    if any(wrong_margins(draft)):
        time.sleep(60)
    return []


def eat(draft: Draft) -> list[Finding]:
    if any(wrong_margins(draft)):
        raise MemoryError
    return []


def stumble(draft: Draft) -> list[Finding]:
    if any(wrong_margins(draft)):
        raise KeyError("II.3")
    return []


@pytest.mark.parametrize(
    ("judge", "code"),
    [(die, "docx.worker_lost"), (hang, "docx.too_long"), (eat, "docx.too_large"), (stumble, "check.internal")],
)
def test_a_file_that_kills_hangs_or_stumbles_costs_itself(
    folder: Path, monkeypatch: pytest.MonkeyPatch, judge: object, code: str
) -> None:
    monkeypatch.setattr(checking, "check_paper", judge)
    monkeypatch.setattr(story, "hands_for", lambda *_: Processes(2))
    found = checked(folder, seconds=1.0)
    assert codes(found) == {f"{unit}.docx": [code] if unit == "sin-ho" else [] for unit in UNITS}
    assert found.exit_code == 1


def test_two_processes_find_what_one_finds(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = [file for path in sorted(folder.iterdir()) for file in checked(path).files]
    monkeypatch.setattr(story, "hands_for", lambda *_: Processes(2))
    assert list(checked(folder).files) == one
