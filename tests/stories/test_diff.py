"""Two drafts, two folders: what changed, what units share, what costs itself."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document as Word

from docgen.model.compared import Pair, PairedSet
from docgen.stories import diff as story
from docgen.stories import diff_pair
from docgen.stories.diff import diff_files, diff_folders
from docgen.stories.diff_opening import Asked, open_diff
from docgen.stories.hands import Processes
from docgen.word.redline_proof import Place
from docgen.word.settling import settled
from docgen.workspace.folder import Refused

UNITS = ("than-uyen", "tan-uyen", "sin-ho", "phong-tho", "muong-te", "tam-duong")
PHRASE, REWORDED = "Hoàn thành rà soát, sắp xếp chức danh", "Hoàn thành việc rà soát kỹ, sắp xếp chức danh"


def reword(file: Path, old: str, new: str) -> None:
    """Words of one run, as a person changes them; they must be there once."""
    word = Word(str(file))
    runs = [run for paragraph in word.paragraphs for run in paragraph.runs if old in run.text]
    assert len(runs) == 1, (file, old, len(runs))
    runs[0].text = runs[0].text.replace(old, new)
    word.save(str(file))


@pytest.fixture
def base(built: Path, tmp_path: Path) -> Path:
    """Six papers of the plan."""
    folder = tmp_path / "goc"
    folder.mkdir()
    for unit in UNITS:
        shutil.copy(built / f"{unit}.docx", folder)
    return folder


@pytest.fixture
def returned(base: Path, tmp_path: Path) -> Path:
    """The same as they came back: none changed."""
    folder = tmp_path / "nop"
    shutil.copytree(base, folder)
    return folder


def files(old: Path, new: Path, **asked: object) -> Pair:
    return diff_files(open_diff(Path("/"), Asked(old, new, **asked)))  # type: ignore[arg-type]


def folders(old: Path, new: Path, **asked: object) -> PairedSet:
    request = Asked(old, new, **asked)  # type: ignore[arg-type]
    return diff_folders(open_diff(Path("/"), request), request)


def types(pair: Pair) -> list[str]:
    assert pair.comparison is not None
    return [change.type for change in pair.comparison.changes]


def test_a_paper_and_itself_are_the_same(base: Path) -> None:
    pair = files(base / "sin-ho.docx", base / "sin-ho.docx")
    assert (types(pair), pair.exit_code) == ([], 0)


def test_a_paper_saved_again_is_the_same(base: Path, returned: Path) -> None:
    Word(str(returned / "sin-ho.docx")).save(str(returned / "sin-ho.docx"))
    pair = files(base / "sin-ho.docx", returned / "sin-ho.docx")
    assert (types(pair), pair.exit_code) == ([], 0)


def test_other_words_are_something_to_see(base: Path, returned: Path) -> None:
    reword(returned / "sin-ho.docx", PHRASE, REWORDED)
    pair = files(base / "sin-ho.docx", returned / "sin-ho.docx")
    assert (types(pair), pair.exit_code) == (["wording"], 1)


def test_spelling_form_alone_is_counted_and_strict_tells_it(base: Path, returned: Path) -> None:
    reword(returned / "sin-ho.docx", PHRASE, PHRASE.replace("Hoàn", "Hòan"))
    folded, strict = (files(base / "sin-ho.docx", returned / "sin-ho.docx", strict=on) for on in (False, True))
    assert folded.comparison and (folded.comparison.noise, folded.exit_code) == ({"tone": 1}, 0)
    assert (types(strict), strict.exit_code) == (["wording"], 1)


def test_a_rule_of_form_newly_broken_is_told(base: Path, returned: Path) -> None:
    word = Word(str(returned / "sin-ho.docx"))
    word.sections[0].right_margin *= 2
    word.save(str(returned / "sin-ho.docx"))
    broken = files(base / "sin-ho.docx", returned / "sin-ho.docx")
    mended = files(returned / "sin-ho.docx", base / "sin-ho.docx")
    assert set(types(broken)) == {"format"} and broken.exit_code == 1
    for pair, words in ((broken, "mới sai thể thức"), (mended, "thể thức đã đúng")):
        assert pair.comparison and [words in change.message.vi for change in pair.comparison.changes] == [True]


def test_a_redline_is_proved_and_dated_by_the_paper(base: Path, returned: Path) -> None:
    reword(returned / "sin-ho.docx", PHRASE, REWORDED)
    old, new = base / "sin-ho.docx", returned / "sin-ho.docx"
    pair = files(old, new, redlined=True, author="Văn phòng")
    assert pair.unproved == () and pair.exit_code == 1
    assert files(old, new, redlined=True, author="Văn phòng").redline == pair.redline
    for paper, accepted in ((new, True), (old, False)):
        (tmp := old.parent / "ra.docx").write_bytes(settled(pair.redline, accepted).content)
        assert types(files(paper, tmp)) == []


def test_a_redline_that_does_not_hold_is_none(base: Path, returned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diff_pair, "verify", lambda *_, **__: [Place("reject", "body", 12, "Rà soát", "")])
    pair = files(base / "sin-ho.docx", returned / "sin-ho.docx", redlined=True)
    (problem,) = pair.unproved
    assert (pair.redline, pair.exit_code, problem.code) == (b"", 4, "redline.unproved")
    assert str(problem.place) == f"{returned / 'sin-ho.docx'} › body › đoạn 12 «Rà soát»"
    unverified = files(base / "sin-ho.docx", returned / "sin-ho.docx", redlined=True, verified=False)
    assert unverified.redline and unverified.exit_code == 0


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "docx.empty"), (b"PK\3\4", "docx.truncated"), (None, "file.missing")]
)
def test_a_file_that_is_none_is_refused_by_its_name(
    base: Path, tmp_path: Path, content: bytes | None, code: str
) -> None:
    bad = tmp_path / "hong.docx"
    if content is not None:
        bad.write_bytes(content)
    for pair in ((bad, base / "sin-ho.docx"), (base / "sin-ho.docx", bad)):
        with pytest.raises(Refused) as stop:
            files(*pair)
        assert (stop.value.problem.code, stop.value.problem.place.file) == (code, str(bad))
        assert stop.value.exit_code == 3


def test_a_file_and_a_folder_are_wrong_usage(base: Path) -> None:
    with pytest.raises(Refused) as stop:
        open_diff(Path("/"), Asked(base, base / "sin-ho.docx"))
    assert stop.value.exit_code == 2


def test_folders_that_are_none_are_refused(base: Path, tmp_path: Path) -> None:
    (tmp_path / "trong").mkdir()
    for other, code in (("trong", "folder.empty"), ("khong-co", "file.missing")):
        with pytest.raises(Refused) as stop:
            open_diff(Path("/"), Asked(base, tmp_path / other))
        assert (stop.value.problem.code, stop.value.exit_code) == (code, 3)


def test_folders_that_are_equal(base: Path, returned: Path) -> None:
    compared = folders(base, returned)
    assert [pair.unit for pair in compared.pairs] == sorted(UNITS)
    assert (compared.groups, compared.singles, compared.unpaired, compared.exit_code) == ((), (), (), 0)


def test_what_units_share_is_told_once_with_the_units(base: Path, returned: Path) -> None:
    shared = ("muong-te", "sin-ho", "than-uyen")
    for unit in shared:
        reword(returned / f"{unit}.docx", PHRASE, REWORDED)
    reword(returned / "tan-uyen.docx", PHRASE, "Làm xong ngay chức danh")
    compared = folders(base, returned)
    assert [group.units for group in compared.groups] == [shared]
    assert [single.unit for single in compared.singles] == ["tan-uyen"]
    assert compared.exit_code == 1


RENAMES: dict[str, Callable[[str], str]] = {
    "the new one beside an edited one": lambda unit: f"{unit}.moi.docx",
    "capitals": lambda unit: f"{unit.upper()}.DOCX",
    "a name of the clerk's own": lambda unit: f"KH {UNITS.index(unit)} (bản sửa).docx",
}


@pytest.mark.parametrize("name", RENAMES.values(), ids=RENAMES)
def test_papers_are_paired_whatever_their_files_are_called(
    base: Path, returned: Path, name: Callable[[str], str]
) -> None:
    for unit in UNITS:
        (returned / f"{unit}.docx").rename(returned / name(unit))
    compared = folders(base, returned)
    assert [(pair.unit, Path(pair.new).name) for pair in compared.pairs] == [
        (unit, name(unit)) for unit in sorted(UNITS)
    ]
    assert (compared.unpaired, compared.exit_code) == ((), 0)


def test_number_and_date_pair_what_names_of_issuers_do_not(base: Path, returned: Path) -> None:
    for folder, issuer in ((base, "HUYỆN ỦY SÌN HỒ"), (returned, "HUYỆN SÌN HỒ")):
        word = Word(str(folder / "sin-ho.docx"))
        cells = [p for table in word.tables for cell in table._cells for p in cell.paragraphs]
        for paragraph in cells:
            if paragraph.text == "HUYỆN ỦY SÌN HỒ":
                paragraph.runs[0].text = issuer
            if paragraph.text.startswith("Số"):
                paragraph.runs[0].text = "Số 15-KH/HU"
                for run in paragraph.runs[1:]:
                    run.text = ""
        word.save(str(folder / "sin-ho.docx"))
    (returned / "sin-ho.docx").rename(returned / "ban sua.docx")
    compared = folders(base, returned)
    assert compared.unpaired == ()


def test_what_has_no_pair_is_named(base: Path, returned: Path) -> None:
    (base / "sin-ho.docx").unlink()
    (returned / "tan-uyen.docx").unlink()
    compared = folders(base, returned)
    assert compared.unpaired == (str(base / "tan-uyen.docx"), str(returned / "sin-ho.docx"))
    assert (len(compared.pairs), compared.exit_code) == (4, 1)


def test_a_file_that_is_none_costs_its_pair(base: Path, returned: Path) -> None:
    (returned / "sin-ho.docx").write_bytes(b"x")
    compared = folders(base, returned)
    assert [(problem.code, problem.place.file) for problem in compared.problems] == [
        ("docx.broken", str(returned / "sin-ho.docx"))
    ]
    assert (len(compared.compared), compared.exit_code) == (5, 1)


def test_when_no_pair_can_be_read_the_input_is_refused(base: Path, returned: Path) -> None:
    for unit in UNITS:
        (returned / f"{unit}.docx").write_bytes(b"x")
    assert folders(base, returned).exit_code == 3


def die(*_: object, **__: object) -> None:
    os._exit(1)


def hang(*_: object, **__: object) -> None:
    time.sleep(60)


def stumble(*_: object, **__: object) -> None:
    raise KeyError("II.3")


@pytest.mark.parametrize(
    ("compare", "code"), [(die, "docx.worker_lost"), (hang, "docx.too_long"), (stumble, "diff.internal")]
)
def test_a_pair_that_kills_hangs_or_stumbles_costs_itself(
    base: Path, returned: Path, monkeypatch: pytest.MonkeyPatch, compare: Callable[..., None], code: str
) -> None:
    def sometimes(old: object, new: object, strict: bool) -> object:
        if "SÌN HỒ" in new.document.text_of("issuer"):  # type: ignore[attr-defined]
            compare()
        return honest(old, new, strict=strict)  # type: ignore[arg-type]

    honest = diff_pair.compare
    monkeypatch.setattr(diff_pair, "compare", sometimes)
    monkeypatch.setattr(story, "hands_for", lambda *_: Processes(2))
    compared = folders(base, returned, seconds=1.0)
    assert [problem.code for problem in compared.problems] == [code]
    assert (len(compared.compared), compared.exit_code) == (5, 1)


def test_two_processes_tell_what_one_tells(base: Path, returned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reword(returned / "sin-ho.docx", PHRASE, REWORDED)
    one = [files(base / f"{unit}.docx", returned / f"{unit}.docx") for unit in sorted(UNITS)]
    monkeypatch.setattr(story, "hands_for", lambda *_: Processes(2))
    assert list(folders(base, returned).pairs) == one
