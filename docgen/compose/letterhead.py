"""The head of a paper: who, under whom, number, place and date, kind and subject (the-thuc.md §1.1–1.5)."""

import datetime
from collections.abc import Iterator

from docgen.compose.script import Script
from docgen.compose.voice import NO_DUTY, Voice
from docgen.model.decided import SUBJECT, Decided
from docgen.model.document import Block, Role, Run
from docgen.model.form import Form
from docgen.model.plan import UnitPart
from docgen.model.register import default_day, fill
from docgen.model.unit import Kind, Unit
from docgen.vietnamese import long_date, month_in_words

GAP = " " * 8  # room for văn thư to write or stamp a number
DAY_GAP = " " * 6  # the same for a day or a month


def letterhead(voice: Voice, script: Script, form: Form, day: datetime.date | None) -> Iterator[Block]:
    """Blocks from the circulation mark to the five hyphens, in reading order."""
    part = voice.plan.part(voice.unit.id)
    if part.circulation and not stands_below(part.circulation):
        yield plain("mark", part.circulation)
    superior = superior_line(voice)
    if superior:
        yield plain("superior", superior)
    yield plain("issuer", issuer_line(voice))
    yield plain("star", "*")
    yield plain("title", form.title_text.value)
    yield plain("number", number_line(voice, part))
    yield from _marks(part)
    yield plain("place_date", f"{voice.unit.place}, {date_words(voice, day)}")
    yield plain("kind", voice.plan.kind)
    yield from _subject(voice, script.decided.get(SUBJECT))
    yield plain("rule", form.subject_rule.value)


def plain(role: Role, text: str) -> Block:
    """A block of upright words."""
    return Block(role, (Run(text),))


def stands_below(circulation: str) -> bool:
    """«Không phổ biến …» stands at the end of the paper, every other circulation mark at its head."""
    return circulation.lower().startswith("không phổ biến")


def superior_line(voice: Voice) -> str:
    """ĐẢNG BỘ TỈNH … above a committee, TỈNH ỦY … above an advisory body; nothing above a provincial committee."""
    superior = voice.register.superior_of(voice.unit)
    if superior is None or voice.kind.superior_line == "khong":
        return ""
    if voice.kind.superior_line == "ten":
        return superior.name.upper()
    return fill("{dang_bo}", superior, voice.register.kind_of(superior)).upper()


def issuer_line(voice: Voice) -> str:
    """The unit's name; an advisory body leaves out the name of the committee above it."""
    superior = voice.register.superior_of(voice.unit)
    if superior is None or voice.kind.superior_line != "ten":
        return voice.unit.name.upper()
    above: Kind = voice.register.kind_of(superior)
    return voice.unit.name.removesuffix(f" {above.prefix}").upper()


def number_line(voice: Voice, part: UnitPart) -> str:
    """`Số 05-KH/HU`, or room for the number."""
    number = f" {part.number:02d}" if part.number else GAP
    return f"Số{number}-{voice.plan.kind_symbol}/{symbol(voice.unit, voice.kind)}"


def symbol(unit: Unit, kind: Kind) -> str:
    """The unit's own symbol, else its kind's."""
    return unit.symbol or kind.symbol or ""


def date_words(voice: Voice, day: datetime.date | None) -> str:
    """The date, or a blank day in the month of the deadline; the issuer's own month is blank as well."""
    if day:
        return long_date(day)
    due = default_day(voice.plan)
    month = DAY_GAP if voice.unit.id == voice.plan.issuer else f" {month_in_words(due.month)} "
    return f"ngày{DAY_GAP}tháng{month}năm {due.year}"


def _marks(part: UnitPart) -> Iterator[Block]:
    if part.secrecy:
        yield plain("mark", part.secrecy)
    if part.urgency:
        yield plain("mark", part.urgency)
    if part.draft:
        yield plain("mark", f"Dự thảo lần {part.draft}")


def _subject(voice: Voice, decided: Decided | None) -> Iterator[Block]:
    if decided:
        yield Block("subject", voice.runs(decided.text, NO_DUTY), item=SUBJECT, decision=decided.verb)
