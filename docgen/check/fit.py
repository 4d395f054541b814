"""Which form a paper follows, by what only one guidance asks for; its day chooses among those of one system."""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping

from docgen.check.draft import Draft
from docgen.check.rule import Fault, rule
from docgen.model.document import Document
from docgen.model.form import Form, System, form_in_force
from docgen.model.reading import Reading

_NUMBER = re.compile(r"\d*\s*([-/])[^-/]+([-/])\s*\S")
_DAY = re.compile(r"(?:ngày\s*(\d+))?\s*tháng\s*(\d+)?\s*năm\s*(\d{4})")
_PARTY_TITLE = re.compile("CỘNG SẢN VIỆT NAM")
_STATE_TITLE = re.compile("CỘNG H(?:ÒA|OÀ) XÃ HỘI")
_CITED = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_PARTY = re.compile(r"ĐẢNG|[ỦU][YỶ] |CHI BỘ|BAN (?:TỔ CHỨC|TUYÊN GIÁO|DÂN VẬN|NỘI CHÍNH|CHẤP HÀNH)")
_STATE = re.compile(r"(?:[ỦU][YỶ] BAN|HỘI ĐỒNG) NHÂN DÂN|^(?:SỞ|BỘ|CỤC|PHÒNG|TRƯỜNG|BỆNH VIỆN)\b|CHÍNH PHỦ")
_PARTY_SIGNS = re.compile(r"(?:T/M|K/T|T/L)\s")
_STATE_SIGNS = re.compile(r"(?:TM|KT|TL|TUQ)\.\s?")
_CLEARLY = 2  # signs by which another form must lead


@rule(
    "form.other",
    "",
    "hint",
    ("Văn bản này theo {found}, không theo {expected}.", "This paper follows {found}, not {expected}."),
    ("Kiểm tra lại với «--form {form}».", "Check it again with «--form {form}»."),
)
def other_form(draft: Draft) -> Iterator[Fault]:
    """A paper that plainly follows another guidance is told so once, and not fault by fault.

    Why: forty findings of the wrong form help nobody.
    Wrong: a paper of a People's Committee held against HD 36. Right: held against NĐ 30.
    """
    spoken = {form.id: votes(draft.reading, form, draft.day) for form in (*draft.forms, draft.form)}
    best = max(draft.forms, key=lambda form: spoken[form.id], default=draft.form)
    if spoken[best.id] - spoken[draft.form.id] >= _CLEARLY:
        yield Fault(None, best.name, draft.form.name, words={"form": best.id})


def form_of(reading: Reading, forms: Mapping[str, Form]) -> Form | None:
    """The form in force on the paper's day, of the system most of its signs speak for; None without any form."""
    systems: list[System] = ["dang", "nha_nuoc"]
    system = max(systems, key=lambda one: _system_votes(reading, one))
    day = day_of(reading) or _latest_cited(reading)
    own = [form for form in forms.values() if form.system == system] or list(forms.values())
    found = form_in_force(own, day, system) if day else None
    return found or max(own, key=lambda form: form.valid_from, default=None)


def day_of(reading: Reading) -> datetime.date | None:
    """The day in the head of a paper; the first of the month or the year where it is blank."""
    found = _DAY.search(reading.document.text_of("place_date"))
    return _date(found[1] or 1, found[2] or 1, found[3]) if found else None


def votes(reading: Reading, form: Form, day: datetime.date | None) -> int:
    """How many signs of a paper speak for a form."""
    return _system_votes(reading, form.system) + sum(_signs(reading, form, day))


def _signs(reading: Reading, form: Form, day: datetime.date | None) -> Iterator[bool]:
    """What differs between guidances of one system."""
    stated = day or day_of(reading)
    yield stated is not None and form.valid_from <= stated <= (form.valid_to or stated)
    ends = [placed.text[-1:] for placed in reading.of("recipient")][:-1]
    yield bool(ends) and ends.count(form.recipients.separator.value) * 2 > len(ends)
    yield bool(reading.of("appendix_title")) and bool(reading.of("appendix_note")) == form.appendix.reference_line.value
    bases = [placed.text for placed in reading.of("basis")]
    yield bool(bases) and bases[-1].endswith(form.basis.last.value)
    dashed = bool(bases) and bases[0].startswith(("-", "–"))
    yield bool(bases) and form.basis.dash is not None and form.basis.dash.value == dashed


def _system_votes(reading: Reading, system: System) -> int:
    document = reading.document
    title = _title(document)
    party = [
        bool(_PARTY_TITLE.search(title)),
        bool(_PARTY.search(document.text_of("issuer"))),
        bool(_PARTY_SIGNS.match(document.text_of("authority"))),
        bool(document.of("star")),
    ]
    state = [
        bool(_STATE_TITLE.search(title)),
        bool(_STATE.search(document.text_of("issuer"))),
        bool(_STATE_SIGNS.match(document.text_of("authority"))),
    ]
    order = _NUMBER.search(document.text_of("number"))
    if order and order[1] != order[2]:
        (party if order[1] == "-" else state).append(True)
    return sum(party if system == "dang" else state)


def _title(document: Document) -> str:
    """The title, and what may be one in capitals where none was recognised."""
    return document.text_of("title").upper() or "\n".join(block.text for block in document.of("other"))


def _latest_cited(reading: Reading) -> datetime.date | None:
    texts: Iterable[str] = (block.text for block in reading.document.blocks)
    days = (_date(*found.groups()) for text in texts for found in _CITED.finditer(text))
    return max((day for day in days if day), default=None)


def _date(day: str | int, month: str | int, year: str | int) -> datetime.date | None:
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None
