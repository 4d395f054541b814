"""Atoms of a script written into a paragraph: runs in w:ins, w:del …, with the looks they had before."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from docgen.word.looks import W
from docgen.word.redline_desk import Desk
from docgen.word.redline_items import COMMENT, LINK, Bit
from docgen.word.redline_looks import SIMPLE_FIELD
from docgen.word.redline_marks import DELETED, NAMES, SPACE, State, as_deleted, attributes_of, field_runs, first_child
from docgen.word.redline_script import Entry, side_by_side

_PROPERTIES = frozenset(W + name for name in ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr"))
_OLD = ("-", "<")
Around = tuple[etree._Element, ...]


class _Strand(NamedTuple):
    """A bit as it is written; `before` is the old run when its look was another; a marker has no bit."""

    state: State
    bit: Bit
    before: etree._Element | None = None


def write_atoms(paragraph: etree._Element, entries: Sequence[Entry], desk: Desk) -> None:
    """Words and things of the entries at the end of a paragraph; its own mark is not written."""
    _Writer(paragraph, desk).write(_placed(list(_strands(entries, desk))))


def _strands(entries: Sequence[Entry], desk: Desk) -> Iterator[_Strand]:
    """Bits in order, and the markers of the new draft at the atoms they stood before."""
    for entry in entries:
        for marker in entry.new.markers if entry.new else ():
            if marker.tag == W + "r":  # the sign of a comment comes and goes with what it stands behind
                yield _Strand(entry.state, Bit("", marker.find(COMMENT), marker, ()))
            else:
                yield _Strand("", Bit("", marker, None, ()))
        if entry.old is not None and entry.new is not None:
            for old, new in side_by_side(entry.old, entry.new):
                other = desk.old.look_of(old.run) != desk.new.look_of(new.run)
                yield _Strand("=", new, old.run if other else None)
        else:
            one = entry.new or entry.old
            for bit in one.bits if one else ():
                yield _Strand(entry.state, bit)


def _placed(strands: Sequence[_Strand]) -> Iterator[_Strand]:
    """What was taken out stands inside whatever the new draft has on both sides of it; links of its own come along."""
    after: list[Around] = [()] * len(strands)
    following: Around = ()
    for at in range(len(strands) - 1, -1, -1):
        after[at] = following
        if _of_new(strands[at]):
            following = strands[at].bit.around
    before: Around = ()
    for at, strand in enumerate(strands):
        if _of_new(strand):
            before = strand.bit.around
            yield strand
        elif strand.state in _OLD:
            around = _common(before, after[at])
            if not any(one.tag == LINK for one in around):
                around += tuple(one for one in strand.bit.around if one.tag == LINK)
            yield strand._replace(bit=strand.bit._replace(around=around))
        else:
            yield strand._replace(bit=strand.bit._replace(around=_common(before, after[at])))


def _of_new(strand: _Strand) -> bool:
    return strand.state not in (*_OLD, "")


def _common(one: Around, other: Around) -> Around:
    differ = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a is not b)
    return one[: next(differ, min(len(one), len(other)))]


class _Writer:
    """Fills one paragraph; wrappers, marks and runs stay open as long as what comes belongs in them."""

    def __init__(self, paragraph: etree._Element, desk: Desk) -> None:
        self._desk = desk
        self._open: list[tuple[etree._Element, etree._Element]] = []  # what was cloned, where its content goes
        self._bottom = paragraph
        self._mark: tuple[State, etree._Element] | None = None
        self._run: tuple[_Strand, etree._Element] | None = None

    def write(self, strands: Iterable[_Strand]) -> None:
        for strand in strands:
            self._enter(strand)
            if not strand.state:
                self._close_mark()
                self._holder.append(strand.bit.held)
            elif strand.bit.run is None:
                self._run = None
                self._marked(strand.state).extend(self._things(strand))
            else:
                self._add(strand)

    @property
    def _holder(self) -> etree._Element:
        return self._open[-1][1] if self._open else self._bottom

    def _close_mark(self) -> None:
        self._mark = self._run = None

    def _enter(self, strand: _Strand) -> None:
        around = strand.bit.around
        kept = len(_common(tuple(source for source, _ in self._open), around))
        if kept < len(self._open) or kept < len(around):
            self._close_mark()
        del self._open[kept:]
        for source in around[kept:]:
            clone = source.makeelement(source.tag, attributes_of(source))
            clone.extend(deepcopy(child) for child in source if child.tag in _PROPERTIES)
            if strand.state in _OLD:
                clone = self._desk.from_old(clone)
            self._holder.append(clone)
            content = etree.SubElement(clone, W + "sdtContent") if source.tag == W + "sdt" else clone
            self._open.append((source, content))

    def _marked(self, state: State) -> etree._Element:
        """Where content in a state goes: a mark that is still open, or a new one."""
        if state == "=":
            self._mark = None
            return self._holder
        if self._mark is None or self._mark[0] != state:
            self._mark = state, self._desk.marker.mark(NAMES[state])
            self._holder.append(self._mark[1])
            self._run = None
        return self._mark[1]

    def _add(self, strand: _Strand) -> None:
        """A bit of a run goes to the run before when it is of the same."""
        bit = strand.bit
        last = self._run[0] if self._run else None
        if last and (last.state, last.bit.run, last.before) == (strand.state, bit.run, strand.before):
            run = self._run[1]  # type: ignore[index]
        else:
            holder = self._marked(strand.state)
            run = self._new_run(strand)
            holder.append(run)
        self._run = strand, run
        if bit.thing is not None:
            run.extend(self._things(strand))
        else:
            _add_words(run, bit.text, W + "delText" if strand.state == "-" else W + "t")

    def _new_run(self, strand: _Strand) -> etree._Element:
        source = strand.bit.run
        assert source is not None
        run = source.makeelement(W + "r", attributes_of(source))
        properties = source.find(W + "rPr")
        if properties is not None:
            run.append(self._desk.from_old(properties) if strand.state in _OLD else deepcopy(properties))
        if strand.before is not None:
            self._desk.change(first_child(run, "rPr"), strand.before.find(W + "rPr"))
        return run

    def _things(self, strand: _Strand) -> list[etree._Element]:
        """A thing as it stands in its mark."""
        thing = strand.bit.thing
        assert thing is not None
        if strand.state in _OLD:
            thing = self._desk.from_old(thing)
        if thing.tag == SIMPLE_FIELD and strand.state != "=":
            runs = field_runs(thing)
            for run in runs if strand.state == "-" else ():
                as_deleted(run)
            return runs
        if strand.state == "-":
            thing.tag = DELETED.get(str(thing.tag), thing.tag)
        return [thing]


def _add_words(run: etree._Element, text: str, tag: str) -> None:
    last = run[-1] if len(run) else None
    if last is None or last.tag != tag:
        last = etree.SubElement(run, tag)
        last.text = ""
    last.text = words = (last.text or "") + text
    if words != words.strip() or "  " in words:
        last.set(SPACE, "preserve")
