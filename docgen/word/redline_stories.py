"""Stories beside the body: notes by their references, headers and footers by section and kind."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from docgen.model.finding import Said
from docgen.word.looks import W
from docgen.word.redline_blocks import merge_story
from docgen.word.redline_carrying import note
from docgen.word.redline_desk import Desk
from docgen.word.redline_drafts import Draft, Side
from docgen.word.redline_looks import NOTE_REFERENCES, REFERENCES, R
from docgen.word.redline_package import Package
from docgen.word.revision_marks import within

Section = tuple[etree._Element, etree._Element]
_NAMES = {
    W + "headerReference": Said("tiêu đề đầu trang", "header"),
    W + "footerReference": Said("chân trang", "footer"),
}


def merge_notes(desk: Desk, package: Package) -> None:
    """Notes both drafts refer to in one place are merged; those only the new one refers to were put in."""
    done: set[tuple[str, str]] = set()
    for kind, before, key in desk.notes:
        new = desk.new.draft.part_of(f"{kind}s")
        own = note(package.story(new), kind, key) if new else None
        if new is None or own is None or (kind, key) in done:
            continue
        done.add((kind, key))
        old = desk.old.draft.part_of(f"{kind}s")
        former = note(desk.old.draft.root(old), kind, before) if old and before else None
        if old and former is not None:
            merge_story(former, own, _at(desk, old, new))
        else:
            desk.marker.whole(own, "+")
    desk.notes.clear()


def put_notes_in_order(desk: Desk) -> None:
    """Notes carried over stand behind the one that is referred to before them."""
    last: dict[str, etree._Element] = {}
    for reference in desk.new.root.iter(*NOTE_REFERENCES):
        kind = NOTE_REFERENCES[str(reference.tag)]
        part = desk.new.draft.part_of(f"{kind}s")
        own = note(desk.new.draft.root(part), kind, reference.get(W + "id", "")) if part else None
        if own is None:
            continue
        if own in desk.carrier.notes:
            _put_behind(own, last.get(kind))
        last[kind] = own


def _put_behind(own: etree._Element, last: etree._Element | None) -> None:
    parent = own.getparent()
    if last is not None:
        last.addnext(own)
    elif parent is not None:
        parent.insert(sum(one.get(W + "type") is not None for one in parent), own)


def merge_headers(desk: Desk, package: Package) -> Iterator[Said]:
    """Headers and footers of sections that are one another's; what has none on the other side is told."""
    done: set[str] = set()
    for old, new in desk.sections:
        before, after = dict(headers_of(desk.old.draft, old)), dict(headers_of(desk.new.draft, new))
        for name, part in after.items():
            if part in done:
                continue
            done.add(part)
            root = package.story(part)
            if name in before:
                merge_story(desk.old.draft.root(before[name]), root, _at(desk, before[name], part))
            else:
                for block in within(root, W + "p", W + "tbl"):
                    desk.marker.whole(block, "+")
        for name in before.keys() - after.keys():
            yield _gone(name)


def headers_of(draft: Draft, section: etree._Element) -> Iterator[tuple[str, str]]:
    """Headers and footers a section names, by what they are for, with their parts."""
    for reference in section.iterchildren(*REFERENCES):
        relation = draft.relations(draft.main).get(reference.get(R + "id", ""))
        if relation and relation.target in draft.parts:
            yield f"{reference.tag} {reference.get(W + 'type', 'default')}", relation.target


def _gone(name: str) -> Said:
    told = _NAMES[name.partition(" ")[0]]
    return Said(f"{told.vi} chỉ bản cũ có", f"a {told.en} only the old draft has")


def _at(desk: Desk, old: str, new: str) -> Desk:
    """The same desk for other parts."""
    sides = (Side(one.draft, part, desk.strict, desk.strict) for one, part in ((desk.old, old), (desk.new, new)))
    before, after = sides
    return replace(desk, old=before, new=after)
