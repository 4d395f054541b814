"""Characters, second half: how they are stored. Codes of before Unicode, loose tone marks, signs nobody sees."""

import re
import unicodedata
from collections.abc import Iterator

from docgen.check.draft import Draft
from docgen.check.legacy import legacy_encoding, legacy_font
from docgen.check.lettering import FEW, gathered, softened, stretches
from docgen.check.rule import Fault, rule
from docgen.model.document import BODY_ROLES
from docgen.model.finding import Said
from docgen.model.reading import Letters, Line, Placed

_PRACTICE = "theo thực tế: ký tự không nhìn thấy làm sai tìm kiếm, ngắt dòng và sao chép"
UNSEEN = re.compile(
    "(?P<zero>[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u180e])|(?P<soft>\u00ad)"
    "|(?P<private>[\ue000-\uefff\uf100-\uf8ff]|(?<=\\w)[\uf000-\uf0ff])"
    "|(?P<blanks>[ \u00a0]*(?:\u00a0[ \u00a0]|[ ]\u00a0)[ \u00a0]*)"
)
_KINDS: dict[str, Said] = {
    "zero": Said("ký tự rỗng (zero-width)", "zero-width characters"),
    "soft": Said("dấu gạch nối ẩn", "soft hyphens"),
    "private": Said("ký tự lạ không có trong bảng mã", "characters without a meaning of their own"),
    "blanks": Said("nhiều dấu cách cứng liền nhau", "runs of non-breaking spaces"),
}
_TEXT_ROLES = ("basis", "table", "subject", *BODY_ROLES)


@rule(
    "characters.legacy",
    "F2 42",
    "error",
    (
        "{where} gõ bằng bảng mã {found}, không phải Unicode.",
        "{where} typed in {found}, not in Unicode.",
    ),
    (
        "Chuyển sang Unicode dựng sẵn bằng Unikey (Ctrl+Shift+F6) rồi chọn phông {expected}.",
        "Convert to Unicode with Unikey (Ctrl+Shift+F6), then choose {expected}.",
    ),
)
def legacy(draft: Draft) -> Iterator[Fault]:
    """Text is stored in Unicode. Told by the letters themselves: the name of a font survives conversion.

    Why: HD 36, HD 05, NĐ 30: Unicode, TCVN 6909:2001.
    Wrong: `§¶ng bé` in TCVN3, `Ñaûng boä` in VNI. Right: `Đảng bộ`.
    """
    asked = draft.form.font
    found = [(at, legacy_encoding(at.text)) for at in draft.written]
    faults = [(Fault(at, name, asked.value, asked.clause), len(at.text)) for at, name in found if name]
    yield from gathered(draft, faults)


@rule(
    "characters.legacy_font",
    "F2 F1 41 42",
    "error",
    (
        "{where} dùng phông «{found}» của bảng mã cũ; thể thức quy định {expected}.",
        "{where} in «{found}», a typeface of before Unicode, not in {expected}.",
    ),
    (
        "Chọn các chữ này, chọn phông {expected}; chữ nào sai dấu thì gõ lại.",
        "Select the words and choose {expected}; type again what comes out wrong.",
    ),
)
def old_font(draft: Draft) -> Iterator[Fault]:
    """No typeface made for TCVN3 or VNI, even where the text itself is Unicode.

    Why: HD 36, HD 05, NĐ 30: Times New Roman, Unicode.
    Wrong: `.VnTime`, `VNI-Times`. Right: Times New Roman.
    """
    asked = draft.form.font
    faults = []
    for seen in stretches(draft, lambda letters: bool(_old_name(letters))):
        if not legacy_encoding(seen.at.text):
            fault = Fault(seen.at, _old_name(seen.letters), asked.value, asked.clause, snippet=seen.words)
            faults.append((softened(fault, seen.share < FEW), seen.count))
    yield from gathered(draft, faults)


def _old_name(letters: Letters) -> str:
    return next((name for name in (letters.font, letters.other_font) if legacy_font(name)), "")


@rule(
    "characters.decomposed",
    "F3 42",
    "warning",
    (
        "Có {found} đoạn gõ bằng dấu rời (Unicode tổ hợp), không phải Unicode dựng sẵn.",
        "{found} paragraphs have loose tone marks (decomposed Unicode).",
    ),
    (
        "Chuyển sang Unicode dựng sẵn bằng Unikey (Ctrl+Shift+F6).",
        "Convert to composed Unicode with Unikey (Ctrl+Shift+F6).",
    ),
)
def decomposed(draft: Draft) -> Iterator[Fault]:
    """Every letter and its tone mark are one character.

    Why: HD 36, HD 05, NĐ 30: TCVN 6909:2001; looks alike, but cannot be found and is set badly.
    Wrong: `a` and two combining marks. Right: `ấ`.
    """
    loose = [at for at in draft.written if _is_loose(at.line if isinstance(at, Placed) else at)]
    if loose:
        yield Fault(loose[0], str(len(loose)), "", draft.form.font.clause)


def _is_loose(line: Line) -> bool:
    return any(piece.raw and any(map(unicodedata.combining, piece.raw)) for piece in line.pieces)


@rule(
    "characters.unseen",
    "F4 44",
    "warning",
    ("Văn bản có {what}: {found} chỗ, chỗ đầu ở đây.", "The paper has {what}: {found}, the first here."),
    (
        "Xóa trong đoạn này, hoặc chép nội dung ra Notepad rồi dán lại.",
        "Delete them here, or pass the text through Notepad.",
    ),
)
def unseen(draft: Draft) -> Iterator[Fault]:
    """No signs that nobody sees: zero-width ones, soft hyphens, private characters, runs of non-breaking spaces.

    One non-breaking space keeps a number with its noun and is well used; bullets of symbol fonts are no such signs.
    Why: practice; they come from web pages and PDF files.
    Wrong: `Tỉnh<U+200B>ủy`. Right: `Tỉnh ủy`.
    """
    seen: dict[str, list[tuple[Placed | Line, str]]] = {}
    for at in draft.written:
        if at.text.isprintable() or legacy_encoding(at.text):  # no sign looked for is printable in Python's sense
            continue
        roles = _KINDS if isinstance(at, Placed) and at.role in _TEXT_ROLES else _KINDS.keys() - {"blanks"}
        for found in UNSEEN.finditer(at.text):
            if found.lastgroup in roles:
                around = at.text[max(found.start() - 10, 0) : found.end() + 10]
                seen.setdefault(str(found.lastgroup), []).append((at, around))
    for kind, places in seen.items():
        at, around = places[0]
        yield Fault(at, str(len(places)), "", _PRACTICE, snippet=around, words={"what": _KINDS[kind]})


RULES = (legacy, old_font, decomposed, unseen)
