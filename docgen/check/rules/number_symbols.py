"""Symbols in the number: of the kind of paper and of who issues it."""

from collections.abc import Iterator

from docgen.check.draft import Draft
from docgen.check.issuer import issuer_of, kind_in, symbols_of
from docgen.check.number_line import kind_symbol, number_line, organ_symbol
from docgen.check.rule import Fault, rule

_LETTER = "Công văn"


@rule(
    "number.kind_symbol",
    "N5 14",
    "error",
    (
        "Ký hiệu «{found}» không phải của {kind}, phải là «{expected}».",
        "«{found}» is not the symbol of {kind}: it is «{expected}».",
    ),
    ("Sửa ký hiệu tên loại thành «{expected}».", "Write «{expected}»."),
)
def kind_sign(draft: Draft) -> Iterator[Fault]:
    """The symbol is that of the tên loại; a công văn has CV in papers of the Party, none in those of the state.

    Why: HD 36, HD 05 mục 1.3; NĐ 30 Phụ lục III.
    Wrong: «KHH», «CT» for a chương trình, «TT» for a tờ trình. Right: «KH», «CTr», «TTr».
    """
    line, kinds = number_line(draft), draft.form.kinds
    found = kind_symbol(line) if line else ""
    kind = kind_in(draft.kind, kinds.value) if draft.kind else _LETTER
    known = {symbol for symbols in kinds.value.values() for symbol in symbols}
    if not (line and found and kind) or (not draft.kind and found in known):
        return
    asked = kinds.value[kind]
    if asked and found not in asked:
        yield Fault(line.at, found, " / ".join(asked), kinds.clause, words={"kind": kind.lower()})


@rule(
    "number.organ_symbol",
    "N5 15",
    "error",
    (
        "Ký hiệu «{found}» không phải của {organ}, phải là «{expected}».",
        "«{found}» is not the symbol of {organ}: it is «{expected}».",
    ),
    ("Sửa ký hiệu cơ quan ban hành thành «{expected}».", "Write «{expected}»."),
)
def organ_sign(draft: Draft) -> Iterator[Fault]:
    """The symbol of the issuer is that of the organ the head names; further words after it are allowed.

    Why: HD 36, HD 05 mục 1.3, ký hiệu cơ quan ban hành; NĐ 30 Phụ lục I.
    Wrong: «05-KH/TU» of a huyện ủy. Right: «05-KH/HU»; «ĐUK» of a đảng ủy khối.
    """
    line, organs = number_line(draft), draft.form.organs
    found = organ_symbol(line) if line else ""
    asked = symbols_of(draft, organs.value)
    if line and found and asked and not found.startswith(asked):
        organ = kind_in(issuer_of(draft), organs.value) or ""
        yield Fault(
            line.at, found, " / ".join(asked), organs.clause, draft.of("issuer")[0].confidence, words={"organ": organ}
        )


RULES = (kind_sign, organ_sign)
