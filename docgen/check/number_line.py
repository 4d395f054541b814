"""The line of number and symbol, taken apart however it is typed."""

import re
from dataclasses import dataclass

from docgen.check.draft import Draft
from docgen.model.form import Form
from docgen.model.reading import Placed

_LINE = re.compile(
    r"(?P<word>[^\W\d_]*)(?P<colon>\s*(?::|\.(?![.…])))?(?P<gap>\s*)(?P<digits>\d*)(?P<blank>[\s…._]*)(?P<rest>.*)",
    re.DOTALL,
)
_SIGN = re.compile(r"\s*[-–—/]\s*|\s+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BETWEEN = re.compile(r"\}(.)(?=\{)")
_KIND = "{loai}"


@dataclass(frozen=True)
class NumberLine:
    """`Số 05-KH/HU`: word `Số`, no colon, digits `05`, signs `-` and `/`, symbols `KH` and `HU`.

    A `year` among the symbols is taken out; `spaced` tells of blanks where none belong, or of none after `Số`.
    `pattern` is the one of the form that holds for it: a công văn, a paper without a tên loại, may have its own.
    """

    at: Placed
    word: str
    colon: bool
    digits: str
    signs: tuple[str, ...]
    symbols: tuple[str, ...]
    pattern: str
    year: str = ""
    spaced: bool = False


def number_line(draft: Draft) -> NumberLine | None:
    """The parts of the number line; None when there is no such line."""
    at = draft.first("number")
    found = _LINE.fullmatch(at.text) if at else None
    if at is None or found is None:
        return None
    between = [sign.group() for sign in _SIGN.finditer(found["rest"])]
    symbols = _SIGN.split(found["rest"])
    signs = [sign.strip() for sign in between]
    if symbols[0]:
        signs.insert(0, "")
    else:
        del symbols[0]
    year = next((symbol for symbol in symbols if _YEAR.fullmatch(symbol)), "")
    if year:
        symbols.remove(year)
    glued = bool(found["digits"] and found["word"] and not found["gap"])
    apart = bool(found["digits"] and found["blank"].isspace() and signs[0])
    spaced = glued or apart or any(sign.strip() and sign != sign.strip() for sign in between)
    return NumberLine(
        at, found["word"], bool(found["colon"]), found["digits"], tuple(signs), tuple(symbols),
        _pattern(draft, symbols), year, spaced,
    )  # fmt: skip


def kind_symbol(line: NumberLine) -> str:
    """The symbol of the kind; nothing in a letter of the state, which has none."""
    return line.symbols[0] if line.symbols and _KIND in line.pattern else ""


def organ_symbol(line: NumberLine) -> str:
    """What stands for the issuer, several symbols as one."""
    return "-".join(line.symbols[1:] if _KIND in line.pattern else line.symbols)


def kind_by_symbol(line: NumberLine, form: Form) -> str:
    """The tên loại whose symbol the number holds, empty when it holds none."""
    first = line.symbols[:1]
    return next((kind for kind, symbols in form.kinds.value.items() if first and first[0] in symbols), "")


def in_order(line: NumberLine) -> bool:
    """Whether the signs in it are those of the form; a letter of the state may name no division."""
    asked = _BETWEEN.findall(line.pattern)
    return [*line.signs[: len(asked)]] == asked[: len(line.signs) if _KIND not in line.pattern else None]


def written(line: NumberLine, form: Form) -> str:
    """The same number as the form writes it: `Số 05-KH/HU`."""
    signs = [*_BETWEEN.findall(line.pattern), *["-"] * len(line.symbols)]
    tail = "".join(sign + symbol for sign, symbol in zip(signs, line.symbols, strict=False))
    return f"{form.number.word.value}{':' if form.number.colon.value else ''} {padded(line, form) or '…'}{tail}"


def padded(line: NumberLine, form: Form) -> str:
    """The digits with the zeros the form asks for, none more."""
    width = len(str(int(form.number.pad_below.value)))
    return str(int(line.digits)).zfill(width) if line.digits else ""


def _pattern(draft: Draft, symbols: list[str]) -> str:
    form = draft.form
    known = {symbol for kind in form.kinds.value.values() for symbol in kind}
    of_a_kind = draft.kind or not known.isdisjoint(symbols[:1])
    return form.number.pattern.value if of_a_kind else form.number.letter_pattern.value
