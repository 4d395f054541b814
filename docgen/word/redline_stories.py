"""Stories beside the body: notes by their references, headers and footers by section and kind."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from docgen.model.finding import Said
from docgen.word.looks import W
from docgen.word.redline_blocks import merge_story
from docgen.word.redline_desk import Desk
from docgen.word.redline_drafts import Draft, Side
from docgen.word.redline_looks import NOTE_REFERENCES, REFERENCES, R
from docgen.word.redline_package import Package
from docgen.word.redline_prints import Prints
from docgen.word.revision_marks import within

Section = tuple[etree._Element, etree._Element]
_LINKED = Said(
    "tiêu đề, chân trang của mục nay dùng chung với mục trước",
    "headers and footers of a section that now has those of the one before",
)


def merge_notes(desk: Desk, package: Package) -> None:
    """Notes both drafts refer to in one place are merged; those only the new one refers to were put in."""
    done: set[tuple[str, str]] = set()
    desks: dict[tuple[str, str], Desk] = {}
    for kind, before, key in sorted(desk.notes, key=lambda met: met[1] is None):
        new = desk.new.draft.part_of(f"{kind}s")
        own = desk.new.draft.notes(kind).get(key)
        if new is None or own is None or (kind, key) in done:
            continue
        done.add((kind, key))
        package.story(new)
        old = desk.old.draft.part_of(f"{kind}s")
        former = desk.old.draft.notes(kind).get(before) if before else None
        if old and former is not None:
            if (kind, old) not in desks:
                desks[kind, old] = _at(desk, old, new)
            merge_story(former, own, desks[kind, old])
        else:
            desk.marker.whole(own, "+")


def put_notes_in_order(desk: Desk) -> None:
    """Notes carried over stand behind the one that is referred to before them."""
    last: dict[str, etree._Element] = {}
    for reference in desk.new.root.iter(*NOTE_REFERENCES):
        kind, number = NOTE_REFERENCES[str(reference.tag)], reference.get(W + "id", "")
        carried = desk.carrier.notes.get((kind, number))
        if carried is not None:
            _put_behind(carried, last.get(kind))
        own = desk.new.draft.notes(kind).get(number) if carried is None else carried
        if own is not None:
            last[kind] = own


def _put_behind(own: etree._Element, last: etree._Element | None) -> None:
    parent = own.getparent()
    if last is not None:
        last.addnext(own)
    elif parent is not None:
        parent.insert(sum(one.get(W + "type") is not None for one in parent), own)


def merge_headers(desk: Desk, package: Package) -> Iterator[Said]:
    """Headers and footers of sections that are one another's; what could not be set side by side is told."""
    done: set[str] = set()
    for at, (old, new) in enumerate(desk.sections):
        before, after = dict(headers_of(desk.old.draft, old)), dict(headers_of(desk.new.draft, new))
        for name, part in after.items():
            if part not in done:
                done.add(part)
                _merge_header(before.get(name), part, desk, package)
        for name in sorted(before.keys() - after.keys()):
            if at:  # a section that names none has that of the section before
                yield _LINKED
            else:
                _put_back(name, before[name], new, desk, package)


def _merge_header(before: str | None, part: str, desk: Desk, package: Package) -> None:
    root = package.story(part)
    if before is not None:
        merge_story(desk.old.draft.root(before), root, _at(desk, before, part))
    else:
        for block in list(within(root, W + "p", W + "tbl")):
            desk.marker.whole(block, "+")


def _put_back(name: str, old: str, section: etree._Element, desk: Desk, package: Package) -> None:
    """A header that was taken out stands there again, its words taken out."""
    part = package.duplicated(desk.old.draft, old)
    root = package.story(part)
    for block in list(within(root, W + "p", W + "tbl")):
        desk.marker.whole(block, "-")
    tag, kind = name.split(" ")
    relation = next(one for one in desk.old.draft.relations(desk.old.part).values() if one.target == old)
    key = package.relate(desk.new.part, relation._replace(target=part))
    section.insert(0, section.makeelement(tag, {W + "type": kind, R + "id": key}))


def headers_of(draft: Draft, section: etree._Element) -> Iterator[tuple[str, str]]:
    """Headers and footers a section names, by what they are for, with their parts."""
    for reference in section.iterchildren(*REFERENCES):
        relation = draft.relations(draft.main).get(reference.get(R + "id", ""))
        if relation and relation.target in draft.parts:
            yield f"{reference.tag} {reference.get(W + 'type', 'default')}", relation.target


def _at(desk: Desk, old: str, new: str) -> Desk:
    """The same desk for other parts."""
    sides = (Side(one.draft, part, desk.strict, desk.strict) for one, part in ((desk.old, old), (desk.new, new)))
    before, after = sides
    return replace(desk, old=before, new=after, prints=Prints(before, after), _passages={}, _keys={})
