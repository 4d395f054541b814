"""Slips in a unit's own part of the plan: each costs that unit and one message."""

from pathlib import Path

import pytest

from tests.load.clerk import PLAN, UNITS, Slip, assert_silent, assert_told, make, told

PART = "  than-uyen:\n    quyet_dinh:\n"
OWN = "      II.3.3:\n        quyet_dinh: giao\n        chu_tri: [co_quan.ubnd]\n"
ADDED = "    - ma: than-uyen-1\n      sau: II.3.4\n"


def line(text: str) -> str:
    """A line of the unit's own, before its decisions."""
    return PART.replace("    quyet_dinh", f"    {text}\n    quyet_dinh")


def decided(item: str, words: str) -> str:
    """A decision of the unit's own about an item."""
    return f"{PART}      {item}: {words}\n"


def worded(item: str, words: str) -> str:
    """A wording of the unit's own for an item."""
    return decided(item, f"{{quyet_dinh: sua, noi_dung: '{words}'}}")


def names(item: str, words: str, *says: str) -> Slip:
    """A wording that names what is not there."""
    return Slip(
        f"names {words}", PART, worded(item, words).replace("noi_dung: '", "noi_dung: ¦'"), "text.reference", says
    )


def breaks(words: str, *says: str) -> Slip:
    """A wording whose signs do not pair."""
    return Slip(f"writes {words}", PART, worded("II.7", words).replace("g: '", "g: ¦'"), "text.broken", says)


def types(item: str, words: str, code: str, *says: str) -> Slip:
    """A figure or date typed into a wording."""
    return Slip(f"types {words}", PART, worded(item, words).replace("g: '", "g: ¦'"), code, says)


def batched(near_misses: dict[str, str], units: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Near misses by as many as there are units to make them."""
    every = list(near_misses)
    return [tuple(every[start : start + len(units)]) for start in range(0, len(every), len(units))]


SLIPS = [
    Slip("misspelt key", PART, line("¦soo: 5"), "data.unknown_key", ("«so»?",)),
    Slip("number nought", PART, line("so: ¦0"), "data.value", ("lớn hơn 0", "từ 1")),
    Slip("number below nought", PART, line("so: ¦-3"), "data.value", ("số nguyên", "từ 1")),
    Slip("number in letters", PART, line("so: ¦abc"), "data.value", ("«abc» không phải là một số nguyên",)),
    Slip("number with a comma", PART, line("so: ¦5,5"), "data.value", ("số nguyên",)),
    Slip("no such day", PART, line("ngay: ¦30/02/2023"), "data.value", ("30/02/2023", "không có trong lịch")),
    Slip("two-digit year", PART, line("ngay: ¦14/7/23"), "data.value", ("bốn chữ số",)),
    Slip("issued too late", PART, line("ngay: ¦16/7/2023"), "date.late", ("sau thời hạn 15/7/2023", "trước ngày")),
    Slip("unknown state", PART, line("trang_thai: ¦da_ban_hanhh"), "data.value", ("«da_ban_hanh»?",)),
    Slip("below the floor", PART, line("chi_tieu: {tiet-kiem: ¦'9,5'}"), "target.floor", ("9,5%", "10%")),
    Slip("comma in a flow value", PART, line("chi_tieu: {tiet-kiem: 12,¦5}"), "yaml.comma", ("trong nháy",)),
    Slip("comma in a reason", PART, decided("II.7", "{quyet_dinh: bo, ly_do: một, ¦hai}"), "yaml.comma", ("«hai»",)),
    Slip("blank unknown key", PART, line("¦soo:"), "data.unknown_key", ("«so»?",)),
    Slip("not the figure", PART, line("chi_tieu: {khong-hoan-thanh: ¦3}"), "target.floor", ("3 năm khác mức 2 năm",)),
    Slip("unknown target", PART, line("chi_tieu: {¦tiet-kiemm: 12}"), "text.reference", ("«tiet-kiem»?",)),
    Slip("deadline too late", PART, line("thoi_han: {quan-triet: ¦16/7/2023}"), "deadline.late", ("15/7/2023",)),
    Slip("deadline that is no day", PART, line("thoi_han: {hang-nam: ¦14/7/2023}"), "deadline.kind", ("không phải",)),
    Slip("unknown deadline", PART, line("thoi_han: {¦quan-trie: 1/7/2023}"), "text.reference", ("«quan-triet»?",)),
    Slip("authority not its own", PART, line("quyen_han: ¦T/M ĐẢNG ỦY"), "sign.position", ("Được ký:",)),
    Slip("position not its own", PART, line("chuc_vu: ¦CHỦ NHIỆM"), "sign.position", ("CHỦ NHIỆM", "BÍ THƯ")),
    Slip("key twice", PART, line("so: 5\n    ¦so: 6"), "yaml.duplicate", ("«so» ghi hai lần",)),
    Slip("part written twice", "  sin-ho:\n", "  ¦than-uyen:\n", "yaml.duplicate", ("«than-uyen» ghi hai lần",)),
    Slip("part of nobody", PART, PART.replace("than-uyen", "¦than-uye"), "unit.reference", ("«than-uyen»?",)),
    Slip("unknown item", OWN, OWN.replace("II.3.3", "¦II.3.33"), "text.reference", ("«II.3.33»", "«II.3.3»?")),
    Slip("unknown decision", OWN, OWN.replace("giao", "¦gia"), "data.value", ("«giao»?",)),
    Slip(
        "unknown key of a decision",
        OWN,
        OWN.replace("        chu_tri", "        ¦chutri"),
        "data.unknown_key",
        ("«chu_tri»?",),
    ),
    Slip(
        "nobody in charge",
        OWN,
        OWN.replace(
            "II.3.3:\n        quyet_dinh: giao\n        chu_tri: [co_quan.ubnd]", "II.3.3:\n        ¦quyet_dinh: giao"
        ),
        "data.value",
        ("chu_tri",),
    ),
    Slip("body it does not have", OWN, OWN.replace("[co_quan.ubnd]", "[¦co_quan.ubn]"), "text.reference", ("«ubnd»?",)),
    Slip("no wording", PART, decided("II.7", "¦{quyet_dinh: sua}"), "data.value", ("noi_dung",)),
    Slip("no reason", PART, decided("II.7", "¦{quyet_dinh: bo}"), "data.value", ("ly_do",)),
    Slip("neither verb nor model", PART, decided("II.7", "¦{ly_do: x}"), "data.value", ("quyet_dinh hoặc nhu",)),
    Slip("keeps and rewords", PART, decided("II.7", "{quyet_dinh: giu, noi_dung: ¦abc}"), "decision.unused", ("sua",)),
    Slip("as an unknown kind", PART, decided("II.7", "{nhu: ¦thanh-u}"), "text.reference", ("«thanh-uy»?",)),
    Slip("drops a duty", PART, decided("III.1", "{quyet_dinh: ¦bo, ly_do: x}"), "decision.binding", ("bắt buộc",)),
    Slip(
        "drops the subject", PART, decided("tieu-de", "{quyet_dinh: ¦bo, ly_do: x}"), "decision.binding", ("bắt buộc",)
    ),
    Slip(
        "drops a parent", PART, decided("II.3", "{quyet_dinh: ¦bo, ly_do: x}"), "decision.orphan", ("II.3.1", "II.3.7")
    ),
    names("II.7", "{van_ban.kl-5}", "văn bản «kl-5»", "«kl-50»?"),
    names("II.7", "{van_ban.kl-50:nga}", "thành phần «nga»", "ngay, co_quan"),
    names("II.7", "{chi_tieu.tiet-kie}", "chỉ tiêu", "«tiet-kiem»?"),
    names("II.7", "{thoi_han.hang-na}", "thời hạn", "«hang-nam»?"),
    names("II.7", "{nhom.lien-qua}", "nhóm đơn vị", "«lien-quan»?"),
    names("II.7", "{don_vi.sin-h}", "đơn vị «sin-h»", "«sin-ho»?"),
    names("II.7", "{co_quan.ubn}", "cơ quan", "«ubnd»?"),
    names("II.7", "{du_lieu.nghi_quyet}", "dữ liệu riêng", "«nghi_quyet_dai_hoi»?"),
    names("II.7", "{ban_han}", "lời xưng hô", "«ban_hanh»?"),
    names("II.7", "{vanban.kl-50}", "loại giá trị «vanban»", "«van_ban»?"),
    names("II.7", "{chu_tri} làm", "không ghi chu_tri", "chu_tri: […]"),
    breaks("{van_ban.kl-50", "«{» đứng lẻ"),
    breaks("van_ban.kl-50}", "«}» đứng lẻ"),
    breaks("{{ ten }}", "đứng lẻ"),
    breaks("{}", "không phải là chỗ thay được"),
    breaks("một *hai", "Dấu *", "thứ hai"),
    types("II.6.1", "tiết kiệm 8% kinh phí", "target.floor", "8%", "(10%)", "{chi_tieu.tiet-kiem}"),
    types("II.6.1", "tiết kiệm tám, tức 8 phần trăm", "target.floor", "8%"),
    types("II.4", "giảm 8% viên chức", "target.floor", "8%", "(10%)"),
    types("III.3", "trước ngày 16/7/2023", "deadline.late", "16/7/2023", "15/7/2023"),
    types("III.3", "trước ngày 16 tháng 7 năm 2023", "deadline.late", "16/7/2023"),
    types("III.3", "trước ngày 30/02/2023", "date.wrong", "không có trong lịch"),
    types("III.3", "trước ngày 14/7/23", "date.wrong", "bốn chữ số"),
    Slip("added twice", "    - ma: than-uyen-2\n", "    - ma: ¦than-uyen-1\n", "plan.duplicate", ("hai lần",)),
    Slip("added after nothing", ADDED, ADDED.replace("II.3.4", "¦II.3.44"), "text.reference", ("«II.3.4»?",)),
    Slip(
        "added nowhere",
        ADDED,
        ADDED.replace("- ma: than-uyen-1\n      sau: II.3.4", "- ¦ma: than-uyen-1"),
        "data.missing",
        ("«sau»",),
    ),
    Slip("added with an unknown key", ADDED, f"{ADDED}      ¦noidung: x\n", "data.unknown_key", ("«noi_dung»?",)),
]


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_one_slip_one_message(workspace: Path, slip: Slip) -> None:
    assert_told(workspace, PLAN, slip)


NEAR_MISSES = {
    "number with a nought": line("so: 05"),
    "blank number": line("so:"),
    "the day before the deadline": line("ngay: 14/7/2023"),
    "padded date": line("ngay: 04/07/2023"),
    "the floor itself": line("chi_tieu: {tiet-kiem: 10}"),
    "above the floor": line("chi_tieu: {tiet-kiem: '12,5 %'}"),
    "the superior's own day": line("thoi_han: {quan-triet: 15/7/2023}"),
    "a permitted deputy": line("chuc_vu: PHÓ BÍ THƯ"),
    "signs in a value": line('nguoi_ky: "A & B <C> \\"D\\" {{ e }} ]]>"'),
    "a drop with its reason": decided("II.7", "{quyet_dinh: bo, ly_do: Không có việc này}"),
    "as another kind": decided("II.7", "{nhu: thanh-uy}"),
    "a blank key in braces": decided("II.7", "{quyet_dinh: giu, ly_do: }"),
    "a comma in quotes": decided("II.7", "{quyet_dinh: bo, ly_do: 'một, hai'}"),
    "a blank decision": decided("II.7", ""),
    "figures of their own": worded("II.4", "giảm 5% cán bộ, công chức và 10% viên chức"),
    "more than the floor": worded("II.6.1", "tiết kiệm 12% kinh phí"),
    "a figure no target is about": worded("II.8", "kiểm tra 4% số cơ sở"),
    "an earlier day": worded("III.3", "trước ngày 10/7/2023"),
    "a later day where no deadline is": worded("II.8", "từ ngày 01/01/2024"),
    "italics and a citation": worded("II.7", "theo *{van_ban.kl-50:ngay,co_quan}*"),
    "a number that looks like a date": worded("III.3", "Nghị định số 120/2020/NĐ-CP"),
}


OTHERS = ("tam-duong", "muong-te", "phong-tho", "tan-uyen", "nam-nhun")


@pytest.mark.parametrize("names", batched(NEAR_MISSES, OTHERS), ids=", ".join)
def test_near_misses_stay_silent(workspace: Path, names: tuple[str, ...]) -> None:
    parts = [NEAR_MISSES[name].replace("than-uyen", unit) for name, unit in zip(names, OTHERS, strict=False)]
    assert_silent(workspace, PLAN, (PART, "".join(parts) + PART))


def test_on_the_day_itself_a_warning(workspace: Path) -> None:
    make(workspace, PLAN, (PART, line("ngay: 15/7/2023")))
    found, stopped = told(workspace)
    assert [(problem.code, problem.severity) for problem in found] == [("date.on_deadline", "warning")] and not stopped


def test_a_part_without_its_unit_waits_for_the_unit_that_was_meant(workspace: Path) -> None:
    make(workspace, UNITS, ("- ma: than-uyen\n  ten", "- ten"))
    found, stopped = told(workspace)
    assert [problem.code for problem in found] == ["data.missing"] and stopped == {"#7"}


def test_a_superiors_slip_leaves_the_papers_below_as_they_were(workspace: Path) -> None:
    make(workspace, PLAN, ("    so:\n    ngay:\n", "    so: không\n    ngay:\n"))
    assert told(workspace)[1] == {"tinh-uy"}
