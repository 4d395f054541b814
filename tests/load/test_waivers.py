"""The waivers of an office, and every fault of their file at its place."""

import pytest

from docgen.load.waivers import load_waivers

FILE = "data/mien-kiem-tra.yaml"
RULES = ("page.margins", "P2", "39")
SOUND = "- ma: page.margins\n  ly_do: Giấy in sẵn\n  ngay: 1/3/2026\n"


def loaded(text: str) -> tuple[list[str], list[str]]:
    """Rules waived; faults as `line:column code`."""
    waivers, problems = load_waivers(text.encode(), FILE, RULES)
    assert all(problem.place.file == FILE for problem in problems)
    return (
        [waiver.rule for waiver, _ in waivers],
        [f"{problem.place.line}:{problem.place.column} {problem.code}" for problem in problems],
    )


def test_a_waiver_has_a_rule_a_reason_and_a_day() -> None:
    assert loaded(SOUND + "- {ma: '39', tep: a.docx, ly_do: Tạm, ngay: 01/03/2026, het_han: 31/12/2026}\n") == (
        ["page.margins", "39"], [],
    )  # fmt: skip


@pytest.mark.parametrize("text", ["", "# chưa miễn gì\n"])
def test_a_file_without_entries_waives_nothing(text: str) -> None:
    assert loaded(text) == ([], [])


FAULTS = {
    "no reason": (SOUND.replace("  ly_do: Giấy in sẵn\n", ""), "1:3 data.missing"),
    "no day": (SOUND.replace("  ngay: 1/3/2026\n", ""), "1:3 data.missing"),
    "no such day": (SOUND.replace("1/3/2026", "30/2/2026"), "3:9 data.value"),
    "unknown rule": (SOUND.replace("page.margins", "page.margin"), "1:7 waiver.unknown_rule"),
    "unknown key": (SOUND + "  lydo: x\n", "4:3 data.unknown_key"),
    "unit and file": (SOUND + "  don_vi: a\n  tep: a.docx\n", "1:3 data.value"),
    "over before it began": (SOUND + "  het_han: 1/2/2026\n", "1:3 data.value"),
    "no list": ("ma: page.margins\n", "1:1 data.shape"),
    "broken": ("- ma: [\n", "2:1 yaml.syntax"),
}


@pytest.mark.parametrize(("text", "fault"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_at_its_place(text: str, fault: str) -> None:
    assert loaded(text) == ([], [fault])


def test_a_fault_leaves_the_other_waivers() -> None:
    assert loaded("- ma: page.margin\n  ly_do: a\n  ngay: 1/1/2026\n" + SOUND) == (
        ["page.margins"], ["1:7 waiver.unknown_rule"],
    )  # fmt: skip
