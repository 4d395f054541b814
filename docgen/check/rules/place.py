"""The place a paper is dated from: whose name it is, and when it needs the word for its unit."""

import re
from collections.abc import Iterator

from docgen.check.draft import Draft
from docgen.check.issuer import issuer_of, kind_in, place_in, superior_of, toneless
from docgen.check.rule import Fault, rule

_UNIT = re.compile(
    r"(?:Thành phố|Thị xã|Thị trấn|Quận|Huyện|Phường|Xã|Đặc khu|Tỉnh)\s+|(?:TP|TX|TT|Q|H|P|X|ĐK)(?:\.\s*|\s+)"
)
_DATE = re.compile(r"\s*(?:,|\b[Nn]gày\b|\d{1,2}\s*[-/.]).*", re.DOTALL)
_UNIT_OF_ISSUER = (
    (re.compile(r"THANH UY"), "Thành phố"),
    (re.compile(r"QUÂN UY"), "Quận"),
    (re.compile(r"HUYÊN UY"), "Huyện"),
    (re.compile(r"THI UY"), "Thị xã"),
    (re.compile(r"ĐANG UY XA"), "Xã"),
    (re.compile(r"ĐANG UY PHƯƠNG"), "Phường"),
    (re.compile(r"ĐANG UY THI TRÂN"), "Thị trấn"),
    (re.compile(r"ĐANG UY ĐĂC KHU"), "Đặc khu"),
)


@rule(
    "date.place",
    "D3 16",
    "warning",
    (
        "Địa danh «{found}» không phải nơi của {organ}, phải là «{expected}».",
        "{organ} is not of «{found}» but of «{expected}».",
    ),
    ("Sửa địa danh thành «{expected}».", "Write «{expected}»."),
)
def place(draft: Draft) -> Iterator[Fault]:
    """The place is that of the issuer's own level: province, district or commune; only where the head names it.

    Why: HD 36 mục 1.4: cấp tỉnh ghi tên tỉnh, cấp huyện tên huyện, cấp cơ sở tên xã; HD 05: tỉnh, xã.
    Wrong: «Lai Châu, ngày …» under HUYỆN ỦY THAN UYÊN. Right: «Than Uyên, ngày …».
    """
    stated, own = _stated(draft), _own_place(draft)
    if stated and own and toneless(_bare(stated)) != toneless(own):
        yield Fault(
            draft.first("place_date"), stated, own.title(), draft.form.date.place_levels.clause,
            draft.of("issuer")[0].confidence, words={"organ": issuer_of(draft)},
        )  # fmt: skip


@rule(
    "date.place_unit",
    "D3 17",
    "warning",
    (
        "Địa danh «{found}» phải kèm tên đơn vị hành chính: «{expected}».",
        "The place «{found}» needs the word for its unit: «{expected}».",
    ),
    ("Sửa địa danh thành «{expected}».", "Write «{expected}»."),
)
def unit_word(draft: Draft) -> Iterator[Fault]:
    """A place whose name is one syllable, a number, or that of the unit above is named with the word for its unit.

    Why: HD 36, HD 05 mục 1.4: «Phường Ngô Quyền», «Thành phố Huế»; the word may be short, «TP.».
    Wrong: «Lai Châu, ngày …» under THÀNH ỦY LAI CHÂU of ĐẢNG BỘ TỈNH LAI CHÂU. Right: «Thành phố Lai Châu, ngày …».
    """
    stated, own = _stated(draft), _own_place(draft)
    word = next((word for kind, word in _UNIT_OF_ISSUER if kind.match(toneless(issuer_of(draft)))), "")
    if not (stated and own and word) or stated != _bare(stated) or toneless(stated) != toneless(own):
        return
    above = place_in(superior_of(draft))
    if " " not in stated or (above and toneless(above) == toneless(own)):
        clause = draft.form.date.place_levels.clause
        yield Fault(draft.first("place_date"), stated, f"{word} {stated}", clause, draft.of("issuer")[0].confidence)


def _stated(draft: Draft) -> str:
    """The place in the head, its unit word with it; empty where the form leaves places alone."""
    line = draft.first("place_date")
    return _DATE.sub("", line.text) if line and draft.form.date.place_levels.value else ""


def _own_place(draft: Draft) -> str:
    """The issuer's own place; of an advisory body that of the committee above it."""
    issuer = issuer_of(draft)
    advisory = kind_in(issuer, draft.form.superiors.value.get("ten", ()))
    return place_in(superior_of(draft) if advisory else issuer)


def _bare(stated: str) -> str:
    unit = _UNIT.match(stated)
    return stated[unit.end() :] if unit else stated


RULES = (place, unit_word)
