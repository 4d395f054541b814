"""A script of atoms written as paragraphs: which can stay, what their ends say, what they hold."""

from collections.abc import Sequence

from lxml import etree

from docgen.tokens import noise_between
from docgen.word.looks import W
from docgen.word.redline_desk import Desk
from docgen.word.redline_marks import NAMES, first_child, letters
from docgen.word.redline_script import Entry, side_by_side
from docgen.word.redline_writing import write_atoms


def is_untouched(entries: Sequence[Entry], desk: Desk) -> bool:
    """Whether a paragraph can stay as it lies: its own words, and no others, unchanged."""
    if entries[0].whole:
        return True
    end = entries[-1].new.end if entries[-1].new else None
    return (
        end is not None
        and [id(entry.new) for entry in entries] == [id(atom) for atom in end.atoms]
        and all(entry.state == "=" and _same(entry, desk) for entry in entries)
    )


def _same(entry: Entry, desk: Desk) -> bool:
    old, new = entry.old, entry.new
    assert old is not None and new is not None
    if old.end and new.end:
        return not (
            desk.changed(new.end.properties, old.end.properties)
            or desk.changed(new.end.mark, old.end.mark)
            or desk.changed(new.end.section, old.end.section)
        )
    return all(desk.old.look_of(a.run) == desk.new.look_of(b.run) for a, b in side_by_side(old, new))


def take_note(entry: Entry, desk: Desk) -> None:
    """What lies in a thing of an entry, and how a word is spelt, is remembered."""
    old, new = entry.old, entry.new
    if entry.whole:
        return
    if old and new and old.end and new.end and old.end.section is not None and new.end.section is not None:
        desk.sections.append((old.end.section, new.end.section))
    for at, bit in enumerate(new.bits if new else ()):
        if bit.thing is None:
            continue
        if old is None:
            desk.met_new(bit.thing)
        else:
            before = old.bits[at].thing if at < len(old.bits) else None
            if before is not None:
                desk.met_both(before, bit.thing)
    if old and new and not desk.strict:
        noise = noise_between(old.text, new.text)
        if noise:
            desk.folded[noise] += 1


def write_paragraph(entries: Sequence[Entry], desk: Desk) -> etree._Element:
    """The paragraph that ends with the last of the entries: that of the new draft, or one of the old beside it."""
    last = entries[-1]
    end = (last.new or last.old).end  # type: ignore[union-attr]
    assert end is not None
    if last.new is None:
        paragraph = etree.Element(W + "p")
        if end.properties is not None:
            paragraph.append(desk.from_old(end.properties))
    else:
        paragraph = end.paragraph
        for child in list(paragraph):
            if child.tag != W + "pPr":
                paragraph.remove(child)
    write_atoms(paragraph, entries, desk)
    _write_end(paragraph, last, desk)
    return paragraph


def moved(paragraph: etree._Element, entry: Entry, desk: Desk) -> etree._Element:
    """A paragraph that moved, in the range Word asks for; the end of the range, which stands behind it."""
    start, end = desk.marker.span(NAMES[entry.state], entry.move)
    paragraph.insert(sum(child.tag == W + "pPr" for child in paragraph), start)
    paragraph.addnext(end)
    return end


def _write_end(paragraph: etree._Element, last: Entry, desk: Desk) -> None:
    if last.state != "=":
        desk.marker.paragraph(paragraph, last.state)
        return
    old = last.old.end if last.old else None
    assert old is not None
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    if desk.changed(mark, old.mark):
        desk.change(letters(paragraph), old.mark)
    section = paragraph.find(f"{W}pPr/{W}sectPr")
    if section is not None:
        desk.change(section, old.section)
    if desk.changed(paragraph.find(W + "pPr"), old.properties):
        desk.change(first_child(paragraph, "pPr"), old.properties)
