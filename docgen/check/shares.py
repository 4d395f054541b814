"""A fault of several paragraphs: told once when most have it, else each of the first three and the rest in one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.check.rule import Fault
from docgen.model.finding import Said

_SINGLE = 3
_MOST = 0.5
_THIS = Said("Đoạn này", "This paragraph")


def spread(faults: Sequence[Fault], judged: int) -> Iterator[Fault]:
    """Faults of a paper of which `judged` paragraphs were looked at; sentences begin with {where}."""
    if len(faults) > _SINGLE and len(faults) > judged * _MOST:
        yield _of(faults[0], Said(f"{len(faults)} trong {judged} đoạn", f"{len(faults)} of {judged} paragraphs"))
        return
    for fault in faults[:_SINGLE]:
        yield _of(fault, _THIS)
    more = len(faults) - _SINGLE
    if more > 0:
        yield _of(faults[_SINGLE], Said(f"Từ đây còn {more} đoạn", f"From here {more} more paragraphs"))


def _of(fault: Fault, where: Said) -> Fault:
    return replace(fault, words={**fault.words, "where": where})
