"""The end of a paper: signature, recipients, appendix (the-thuc.md §1.7, §1.9, §1.10)."""

import datetime
from collections.abc import Iterator

from docgen.compose.body import rows
from docgen.compose.letterhead import plain, stands_below
from docgen.compose.script import Script
from docgen.compose.voice import Voice
from docgen.model.document import APPENDIX_HEADER, Block
from docgen.model.form import Form
from docgen.model.register import Signature, fill, signature
from docgen.vietnamese import capitalise

RECIPIENTS_LABEL = "Nơi nhận:"


def ending(voice: Voice, script: Script, form: Form, day: datetime.date | None) -> Iterator[Block]:
    """Recipients on the left, signature on the right, then what stands below and the appendix."""
    yield plain("recipients_label", RECIPIENTS_LABEL)
    yield from _recipients(voice, form)
    yield from _signature(voice)
    circulation = voice.plan.part(voice.unit.id).circulation
    if circulation and stands_below(circulation):
        yield plain("mark", circulation)
    yield from _appendix(voice, script, form, day)


def _recipients(voice: Voice, form: Form) -> Iterator[Block]:
    given = voice.unit.recipients or voice.kind.recipients
    bodies = [capitalise(recipient_words(voice, pattern)) for pattern in given]
    archive = fill(voice.kind.archive, voice.unit, voice.kind)
    for recipient in bodies:
        yield plain("recipient", f"- {recipient.rstrip(',;.')}{form.recipients.separator.value}")
    yield plain("recipient", f"- {archive}{form.recipients.last.value}")


def recipient_words(voice: Voice, pattern: str) -> str:
    """A kind's recipient for one unit; `{bao_cao}` is the body to report to."""
    if "{bao_cao}" in pattern:
        pattern = pattern.replace("{bao_cao}", voice.decider(voice.superior))
    return fill(pattern, voice.unit, voice.kind)


def _signature(voice: Voice) -> Iterator[Block]:
    signed = signature(voice.unit, voice.kind, voice.plan) or Signature("", "", "")
    name = voice.plan.part(voice.unit.id).signer or voice.unit.signer
    yield plain("authority", signed.authority)
    if signed.position:
        yield plain("position", signed.position)
    if name:
        yield plain("signer", name)


def _appendix(voice: Voice, script: Script, form: Form, day: datetime.date | None) -> Iterator[Block]:
    work = rows(voice, script)
    if not work:
        return
    yield plain("appendix_title", voice.plan.appendix.title)
    if form.appendix.reference_line.value:
        yield plain("appendix_note", _reference_line(voice, day))
    yield Block("table", rows=(APPENDIX_HEADER, *work))


def _reference_line(voice: Voice, day: datetime.date | None) -> str:
    return f"(Kèm theo {voice.plan_of(voice.unit, day).cite(('ngay', 'co_quan'))})"
