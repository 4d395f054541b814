"""Signature, first half: for whom somebody signs, and under what words."""

import re
from collections.abc import Iterator

from docgen.check.draft import Draft
from docgen.check.rule import Fault, rule
from docgen.model.form import Form
from docgen.model.reading import Placed

PREFIX = re.compile(r"(T/M|K/T|T/L|T/UQ|TM|KT|TL|TUQ)\b(\.?)(?=\W)\s*(.*)", re.DOTALL)
_COMMITTEE = re.compile(r"BAN THƯỜNG VỤ|BAN CHẤP HÀNH|(?:\w+ )?ỦY\b(?! BAN)|CHI BỘ|ĐẢNG BỘ")
_OWN_PART = re.compile(r"(?:Q\. ?|QUYỀN )?(?:PHÓ )?CHÁNH VĂN PHÒNG")  # an office in its own name, no other organ
_WITHOUT_SEAL = re.compile(r"CHỈ ĐẠO|TIỂU BAN|HỘI ĐỒNG|TRƯỞNG ĐOÀN|KIÊM")
_FEW = "BAN THƯỜNG VỤ"
_DECIDES = re.compile(
    r"(?<!của )(?<!trình )(?<!gửi )(?<!với )\b(Ban Thường vụ|Ban Chấp hành)\b[^,;:.]{0,60}?"
    r"\s(?:ban hành|xây dựng|quyết định)\b",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """Words in capitals, one blank between them, `ỦY` written one way."""
    return " ".join(text.upper().split()).replace("UỶ", "ỦY")


def _letters(prefix: str) -> str:
    return re.sub(r"\W", "", prefix)


def _signing(draft: Draft, letters: str) -> tuple[Placed, str] | None:
    """The line that begins with a prefix of these letters, however it is dotted, and what follows the prefix."""
    for placed in draft.of("authority"):
        found = PREFIX.match(plain(placed.text))
        if found and _letters(found[1]) == letters:
            return placed, found[3]
    return None


def _joint(draft: Draft) -> bool:
    """Several organs sign together: each names itself."""
    return len(draft.of("signer")) > 1


@rule(
    "signature.prefix",
    "S1 47",
    "error",
    (
        "Ký hiệu quyền hạn ghi «{found}», thể thức này ghi {expected}.",
        "The paper signs «{found}», this form says {expected}.",
    ),
    ("Sửa «{found}» thành {expected}.", "Write {expected} instead of «{found}»."),
)
def prefix(draft: Draft) -> Iterator[Fault]:
    """A signature for others begins with the signs of its own system.

    Why: HD 36, HD 05: T/M, K/T, T/L, Q.; NĐ 30: TM., KT., TL., TUQ., Q. The Party has no TUQ.
    Wrong: `TM. BAN THƯỜNG VỤ` in a Party paper. Right: `T/M BAN THƯỜNG VỤ`.
    """
    form = draft.form.authority
    for placed in draft.of("authority"):
        found = PREFIX.match(plain(placed.text))
        written = f"{found[1]}{found[2]}" if found else ""
        if found and written not in form.prefixes.value:
            right = right_prefixes(draft.form, written)
            yield Fault(placed, written, ", ".join(f"«{one}»" for one in right), form.prefixes.clause)


def right_prefixes(form: Form, written: str) -> tuple[str, ...]:
    """What the form writes instead; all its signs where it has none of that meaning."""
    known = form.authority.mistaken.value.get(written)
    same = tuple(one for one in form.authority.prefixes.value if _letters(one) == _letters(written))
    return known or same or form.authority.prefixes.value


@rule(
    "signature.committee_deputy",
    "S3 48",
    "error",
    (
        "Ghi «{found}»: trong cấp ủy không ai ký thay, phó bí thư, phó chủ nhiệm ký thay mặt.",
        "«{found}»: nobody signs in place of the head of a committee; a deputy signs on its behalf.",
    ),
    (
        "Dòng trên ghi «{expected}» và tên cấp ủy hoặc ban thường vụ, dòng dưới ghi chức vụ của người ký.",
        "Write «{expected}» and the committee above, the position of who signs below.",
    ),
)
def committee_deputy(draft: Draft) -> Iterator[Fault]:
    """Under a committee there is no K/T.

    Why: HD 36 and HD 05, 1.7: a deputy secretary signs under T/M with the position PHÓ BÍ THƯ.
    Wrong: `K/T BÍ THƯ`, `K/T BAN THƯỜNG VỤ`. Right: `T/M BAN THƯỜNG VỤ`, below `PHÓ BÍ THƯ`.
    """
    placed = _for_a_committee(draft)
    if placed:
        form = draft.form.authority
        yield Fault(placed, placed.text, form.prefixes.value[0], form.committee_deputy.clause)


def _for_a_committee(draft: Draft) -> Placed | None:
    form, signing = draft.form.authority, _signing(draft, "KT")
    if form.committee_deputy.value or signing is None:
        return None
    placed, whom = signing
    heads = form.positions.value if form.positions else ()
    return placed if _COMMITTEE.match(whom) or whom.startswith(heads) or _signing(draft, "TM") else None


@rule(
    "signature.deputy",
    "S4",
    "error",
    (
        "Ký thay («{above}») mà chức vụ bên dưới là «{found}», phải là cấp phó ({expected} …).",
        "Signed in place of («{above}») by «{found}», not by a deputy ({expected} …).",
    ),
    (
        "Ghi chức vụ của cấp phó ở dòng dưới; người đứng đầu tự ký thì bỏ dòng ký thay.",
        "Put the deputy's position below, or drop the line where the head signs himself.",
    ),
)
def deputy(draft: Draft) -> Iterator[Fault]:
    """Who signs in place of a head is a deputy and says so.

    Why: HD 36, HD 05 1.7 and NĐ 30: `K/T TRƯỞNG BAN`, below `PHÓ TRƯỞNG BAN`.
    Wrong: `K/T TRƯỞNG BAN`, below `TRƯỞNG BAN` or nothing. Right: below `PHÓ TRƯỞNG BAN`.
    """
    signing, word = _signing(draft, "KT"), draft.form.authority.deputy
    if signing is None or _for_a_committee(draft) or _joint(draft):
        return
    positions = draft.of("position")
    if not any(plain(placed.text).startswith((word.value, *word.others)) for placed in positions):
        at = positions[0] if positions else signing[0]
        said = positions[0].text if positions else ""
        yield Fault(at, said, word.value, word.clause, words={"above": signing[0].text})


@rule(
    "signature.organ",
    "S3 8 50",
    "error",
    (
        "«{found}» có tên cơ quan; dưới quyền hạn chỉ ghi chức vụ.",
        "«{found}» names an organ; only the position is written there.",
    ),
    ("Bỏ tên cơ quan, chỉ để chức vụ.", "Drop the name of the organ and leave the position."),
)
def organ(draft: Draft) -> Iterator[Fault]:
    """A position stands without the name of the organ, and no organ on a line of its own above it.

    Why: HD 36, HD 05 1.7; joint papers and bodies without a seal are excepted.
    Wrong: `PHÓ BÍ THƯ TỈNH ỦY`; `VĂN PHÒNG ĐẢNG ỦY` above `CHÁNH VĂN PHÒNG`. Right: `PHÓ BÍ THƯ`; `CHÁNH VĂN PHÒNG`.
    """
    form = draft.form
    if form.authority.organ_in_position.value or _joint(draft):
        return
    names = tuple(plain(name) for name in form.organs.value)
    for placed in draft.of("position", "authority"):
        text = plain(placed.text)
        text = PREFIX.sub(r"\3", text) if _for_a_person(text) else "" if PREFIX.match(text) else text
        rest = _OWN_PART.sub("", text)
        if not _WITHOUT_SEAL.search(text) and any(name in rest for name in names):
            yield Fault(placed, placed.text, "", form.authority.organ_in_position.clause)


def _for_a_person(text: str) -> bool:
    """`K/T TRƯỞNG BAN TỔ CHỨC` names a person's position, `T/M TỈNH ỦY` and `T/L BAN THƯỜNG VỤ` an organ."""
    found = PREFIX.match(text)
    return bool(found and (_letters(found[1]) == "KT" or found[3].startswith(("TRƯỞNG ", "CHÁNH ", "GIÁM "))))


@rule(
    "signature.position",
    "S3 51",
    "error",
    (
        "Ký thay mặt thì không ghi chức vụ «{found}»; chỉ ghi {expected}.",
        "Signed on behalf of a body, «{found}» is not shown; only {expected} are.",
    ),
    (
        "Bỏ dòng chức vụ nếu người ký là ủy viên; ký thừa lệnh thì ghi «T/L» thay «T/M».",
        "Drop the position of an ordinary member; signed by order, write «T/L» for «T/M».",
    ),
)
def position(draft: Draft) -> Iterator[Fault]:
    """Under T/M only secretaries, chairs and their deputies show a position.

    Why: HD 36, HD 05 1.7: an ordinary member shows none; an office chief signs T/L.
    Wrong: `T/M BAN THƯỜNG VỤ`, below `ỦY VIÊN BAN THƯỜNG VỤ`. Right: `T/M BAN THƯỜNG VỤ`, below the name alone.
    """
    shown, signing = draft.form.authority.positions, _signing(draft, "TM")
    if shown is None or signing is None or _joint(draft):
        return
    for placed in draft.of("position")[:1]:
        text = plain(placed.text)
        if not text.startswith((*shown.value, *map(plain, draft.form.organs.value))):
            sure = 1.0 if text.startswith("ỦY VIÊN") or not _WITHOUT_SEAL.search(signing[1]) else 0.5
            yield Fault(placed, placed.text, ", ".join(shown.value).lower(), shown.clause, sure)


@rule(
    "signature.decider",
    "49",
    "error",
    (
        "Lời mở đầu ghi «{decider}» quyết định, phần ký lại ghi «{found}».",
        "By its opening «{decider}» decides, but «{found}» signs.",
    ),
    (
        "Sửa phần ký thành «{expected}», hoặc sửa lời mở đầu cho đúng cơ quan đã quyết định.",
        "Sign «{expected}», or name in the opening the body that decided.",
    ),
)
def decider(draft: Draft) -> Iterator[Fault]:
    """The body that decides in the opening is the one the paper is signed for.

    Why: HD 05 1.7; a decision of the standing committee is signed T/M BAN THƯỜNG VỤ.
    Wrong: «Ban Thường vụ Huyện ủy ban hành …», signed `T/M HUYỆN ỦY`. Right: `T/M BAN THƯỜNG VỤ`.
    """
    signing, body = _signing(draft, "TM"), _deciding(draft)
    if not (draft.is_party and signing and body and _COMMITTEE.match(signing[1])):
        return
    few = plain(body) == _FEW
    if few != signing[1].startswith((_FEW, "THƯỜNG TRỰC")):
        prefixes = draft.form.authority.prefixes
        expected = f"{prefixes.value[0]} {_FEW if few else _committee(draft)}"
        yield Fault(signing[0], signing[0].text, expected, prefixes.clause, words={"decider": body})


def _deciding(draft: Draft) -> str:
    """The body the opening, or the line in capitals above the articles, names last as the one that decides."""
    openings = [placed.text for placed in draft.of("opening")]
    above = [placed.text for placed in draft.of("paragraph") if placed.text == placed.text.upper()]
    found = [one for text in (*openings, *above) for one in _DECIDES.findall(text)]
    return str(found[-1]) if found else ""


def _committee(draft: Draft) -> str:
    """`HUYỆN ỦY` of the issuer HUYỆN ỦY THAN UYÊN."""
    issuer = draft.first("issuer")
    found = _COMMITTEE.match(plain(issuer.text)) if issuer else None
    return found[0] if found else "BAN CHẤP HÀNH"


RULES = (prefix, committee_deputy, deputy, organ, position, decider)
