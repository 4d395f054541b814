"""The three forms hold what their guidances say: figures and words copied from the sources, not from the files."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from functools import reduce
from typing import Any, NamedTuple

import pytest

from docgen.model.entry import Entry
from docgen.model.form import Form
from docgen.model.form_values import Figure, Look, Rule
from docgen.stories.opening import Opened


class Said(NamedTuple):
    """One value in the three guidances."""

    attribute: str
    hd36: object
    hd05: object
    nd30: object


PARTY_PREFIXES, STATE_PREFIXES = ("T/M", "K/T", "T/L", "Q."), ("TM.", "KT.", "TL.", "TUQ.", "Q.")
SAID = [
    Said("system", "dang", "dang", "nha_nuoc"),
    Said("valid_from", datetime.date(2018, 4, 3), datetime.date(2026, 5, 27), datetime.date(2020, 3, 5)),
    Said("valid_to", datetime.date(2026, 5, 26), None, None),
    Said("font", "Times New Roman", "Times New Roman", "Times New Roman"),
    Said("title_text", "ĐẢNG CỘNG SẢN VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    Said("motto_text", None, None, "Độc lập - Tự do - Hạnh phúc"),
    Said("issuer_rule", "*", "*", ""),
    Said("subject_rule", "-----", "-----", ""),
    Said("page.number_from", 2, 2, 2),
    Said("page.number_on_first", False, False, False),
    Said("page.back_left", 15, 15, None),
    Said("page.back_right", 30, 30, None),
    Said("body.line_exact", True, True, False),
    Said("body.closing", ".", ".", "."),
    Said("number.word", "Số", "Số", "Số"),
    Said("number.colon", False, False, True),
    Said("number.pattern", "{so}-{loai}/{co_quan}", "{so}-{loai}/{co_quan}", "{so}/{loai}-{co_quan}"),
    Said("number.pad_below", 10, 10, 10),
    Said("number.per_term", True, True, False),
    Said("date.pad_days_below", 10, 10, 10),
    Said("date.pad_months_below", 3, 3, 3),
    Said("date.place_levels", ("tinh", "huyen", "xa"), ("tinh", "xa"), ()),
    Said("letter.opening", "", "về việc", "V/v"),
    Said("basis.dash", None, True, False),
    Said("basis.separator", ";", ";", ";"),
    Said("basis.last", ",", ".", "."),
    Said("authority.prefixes", PARTY_PREFIXES, PARTY_PREFIXES, STATE_PREFIXES),
    Said("authority.committee_deputy", False, False, True),
    Said("recipients.separator", ",", ";", ";"),
    Said("recipients.last", ".", ".", "."),
    Said("recipients.archive", "Lưu {noi_luu}", "Lưu {noi_luu}", "Lưu: VT, {don_vi}"),
    Said("appendix.roman", False, False, True),
    Said("appendix.numbered_from", 2, 2, 2),
    Said("appendix.reference_line", False, True, True),
    Said("appendix.own_page_numbers", False, True, True),
    Said("circulation_below", True, False, False),
]  # fmt: skip


@pytest.mark.parametrize("said", SAID, ids=lambda said: said.attribute)
def test_a_form_says_what_its_guidance_says(shipped: Opened, said: Said) -> None:
    forms = shipped.workbook.forms
    assert [_value(forms[name], said.attribute) for name in ("hd36", "hd05", "nd30")] == list(said[1:])


class Ranged(NamedTuple):
    """Figures a form accepts, and near misses."""

    form: str
    attribute: str
    accepted: tuple[float, ...]
    refused: tuple[float, ...]


RANGED = [
    *(
        Ranged(form, f"page.{side}", (figure, figure + 0.4), (figure - 1, figure + 1))
        for form in ("hd36", "hd05")
        for side, figure in {"top": 20, "bottom": 20, "left": 30, "right": 15}.items()
    ),
    *(
        Ranged("nd30", f"page.{side}", (low, low + 2.5, low + 5), (low - 1, low + 6))
        for side, low in {"top": 20, "bottom": 20, "left": 30, "right": 15}.items()
    ),
    Ranged("hd36", "page.header", (10,), (12.5,)),
    Ranged("hd36", "body.line", (18, 22, 24), (17, 1.5)),
    Ranged("hd05", "body.line", (18, 22), (17, 23)),
    Ranged("nd30", "body.line", (1, 1.15, 1.5), (0.9, 1.6, 18)),
    Ranged("hd36", "body.gap", (6, 12), (5,)),
    Ranged("hd36", "body.indent", (10, 9.5), (0, 12.7)),
    Ranged("nd30", "body.indent", (10, 12.7), (0, 15)),
]  # fmt: skip


@pytest.mark.parametrize("ranged", RANGED, ids=lambda ranged: f"{ranged.form} {ranged.attribute}")
def test_a_figure_is_accepted_within_its_range(shipped: Opened, ranged: Ranged) -> None:
    figure = _at(shipped.workbook.forms[ranged.form], ranged.attribute)
    assert [figure.allows(one) for one in ranged.accepted] == [True] * len(ranged.accepted)
    assert [figure.allows(one) for one in ranged.refused] == [False] * len(ranged.refused)


# Smallest and largest size, then C capitals, B bold, I italic, U underlined. hd05 says the same but for the addressee.
PARTY_LOOKS = {
    "title": (15, 15, "CB"), "superior": (14, 14, "C"), "issuer": (14, 14, "CB"), "number": (14, 14, ""),
    "place_date": (14, 14, "I"), "kind": (15, 16, "CB"), "subject": (14, 15, "B"), "letter_subject": (12, 12, "I"),
    "address": (14, 14, "I"), "addressee": (14, 14, ""), "basis": (14, 15, ""), "body": (14, 15, ""),
    "authority": (14, 14, "CB"), "position": (14, 14, "C"), "signer": (14, 14, "B"),
    "recipients_label": (14, 14, "U"), "recipient": (12, 12, ""), "urgency": (14, 14, "CB"),
    "circulation": (12, 12, "CB"), "draft": (14, 14, "I"), "page_number": (14, 14, ""),
}  # fmt: skip
LOOKS = {
    "hd36": PARTY_LOOKS,
    "hd05": PARTY_LOOKS | {"addressee": (14, 15, "")},
    "nd30": {
        "title": (12, 13, "CB"), "motto": (13, 14, "B"), "superior": (12, 13, "C"), "issuer": (12, 13, "CB"),
        "number": (13, 13, ""), "place_date": (13, 14, "I"), "kind": (13, 14, "CB"), "subject": (13, 14, "B"),
        "letter_subject": (12, 13, ""), "address": (13, 14, ""), "addressee": (13, 14, ""), "basis": (13, 14, "I"),
        "body": (13, 14, ""), "authority": (13, 14, "CB"), "position": (13, 14, "CB"), "signer": (13, 14, "B"),
        "recipients_label": (12, 12, "BI"), "recipient": (11, 11, ""), "page_number": (13, 14, ""),
        "appendix_note": (13, 14, "I"),
    },
}  # fmt: skip


@pytest.mark.parametrize(("form", "component"), [(form, one) for form, looks in LOOKS.items() for one in looks])
def test_a_component_looks_as_its_guidance_says(shipped: Opened, form: str, component: str) -> None:
    smallest, largest, letters = LOOKS[form][component]
    look: Look = getattr(shipped.workbook.forms[form].looks, component)
    marks = {"C": look.caps, "B": look.bold, "I": look.italic, "U": look.underline}
    assert "".join(mark for mark, holds in marks.items() if holds) == letters
    assert look.allows(smallest) and look.allows(largest)
    assert not look.allows(smallest - 0.5) and not look.allows(largest + 0.5)


class Symbol(NamedTuple):
    """A symbol in the three guidances; None where a form does not name the thing."""

    table: str
    name: str
    hd36: tuple[str, ...] | None
    hd05: tuple[str, ...] | None
    nd30: tuple[str, ...] | None


SYMBOLS = [
    Symbol("kinds", "Kế hoạch", ("KH",), ("KH",), ("KH",)),
    Symbol("kinds", "Quyết định", ("QĐ",), ("QĐ",), ("QĐ",)),
    Symbol("kinds", "Quy định", ("QĐ", "QĐi"), ("QĐ",), ("QyĐ",)),
    Symbol("kinds", "Chương trình", ("CTr",), ("CTr",), ("CTr",)),
    Symbol("kinds", "Tờ trình", ("TTr",), ("TTr",), ("TTr",)),
    Symbol("kinds", "Công văn", ("CV",), ("CV",), ()),
    Symbol("kinds", "Kết luận", ("KL",), ("KL",), None),
    Symbol("kinds", "Hợp đồng", None, None, ("HĐ",)),
    Symbol("organs", "Tỉnh ủy", ("TU",), ("TU",), None),
    Symbol("organs", "Huyện ủy", ("HU",), ("HU",), None),
    Symbol("organs", "Đảng ủy", ("ĐU",), ("ĐU",), None),
    Symbol("organs", "Ban Tổ chức", ("BTC{cap_tren}",), ("BTC{cap_tren}",), None),
    Symbol("organs", "Ủy ban nhân dân", None, None, ("UBND",)),
    Symbol("letter.address", "Tờ trình", ("Kính gửi",), ("Kính trình",), ("Kính gửi",)),
    Symbol("letter.address", "Báo cáo", None, None, ("Kính gửi",)),
    Symbol("letter.address", "Kế hoạch", None, None, None),
    Symbol("authority.mistaken", "TM.", ("T/M",), ("T/M",), None),
    Symbol("authority.mistaken", "T/M", None, None, ("TM.",)),
    Symbol("authority.mistaken", "TUQ.", (), (), None),
]


@pytest.mark.parametrize("symbol", SYMBOLS, ids=lambda symbol: f"{symbol.table} {symbol.name}")
def test_a_name_has_the_symbol_of_its_guidance(shipped: Opened, symbol: Symbol) -> None:
    tables = [_at(shipped.workbook.forms[name], symbol.table).value for name in ("hd36", "hd05", "nd30")]
    assert [table.get(symbol.name) for table in tables] == list(symbol[2:])


def test_only_the_state_may_close_with_the_stroke(shipped: Opened) -> None:
    closing = {name: form.body.closing for name, form in shipped.workbook.forms.items()}
    assert {name for name, mark in closing.items() if mark.allows("./.")} == {"nd30"}
    assert all(mark.allows(".") and not mark.allows(";") for mark in closing.values())


def test_drawn_lines_have_their_length(shipped: Opened) -> None:
    forms = shipped.workbook.forms
    assert all(
        (form.title_rule.drawn, form.title_rule.low, form.title_rule.high) == (True, 1, 1) for form in forms.values()
    )
    third_to_half = (True, Decimal("0.33"), Decimal("0.5"))
    for line in (forms["nd30"].issuer_rule, forms["nd30"].subject_rule):
        assert (line.drawn, line.low, line.high) == third_to_half
    assert not forms["hd36"].issuer_rule.drawn


def test_a_figure_without_a_range_has_its_value_its_others_and_its_tolerance() -> None:
    exact = Figure.model_validate({"gia_tri": "10", "can_cu": "x"})
    assert exact.allows(10) and not exact.allows(10.1)
    loose = Figure.model_validate({"gia_tri": "10", "hoac": ["12,7"], "sai_so": "0.5", "can_cu": "x"})
    assert loose.allows(12.3) and loose.allows(10.5) and not loose.allows(11.3)


@pytest.mark.parametrize(
    ("form", "guidance"), [("hd36", "HD 36-HD/VPTW"), ("hd05", "HD 05-HD/VPTW"), ("nd30", "NĐ 30/2020/NĐ-CP")]
)
def test_every_clause_is_of_its_own_guidance_or_says_that_there_is_none(
    shipped: Opened, form: str, guidance: str
) -> None:
    clauses = list(_clauses(shipped.workbook.forms[form]))
    assert len(clauses) > 80
    assert [one for one in clauses if not one.startswith((guidance, "theo thực tế", "the-thuc.md"))] == []


def _clauses(entry: Entry) -> Iterator[str]:
    for name, value in entry:
        if name == "clause":
            yield value
        elif isinstance(value, Entry):
            yield from _clauses(value)


def _at(form: Form, attribute: str) -> Any:
    return reduce(getattr, attribute.split("."), form)


def _value(form: Form, attribute: str) -> object:
    said = _at(form, attribute)
    return said.value if isinstance(said, Rule) else said
