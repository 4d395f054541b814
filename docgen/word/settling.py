"""A whole paper with its tracked changes, or without: every part that holds some, the others as they lie."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from docgen.word.archive import assemble, deflated
from docgen.word.looks import W
from docgen.word.package import main_part, packed_parts, parse_part, read_package, written
from docgen.word.revisions import accept, has_revisions, reject

_ENDING = ".xml"


class Settled(NamedTuple):
    """A paper without marks; `parts` are those that had some."""

    content: bytes
    parts: tuple[str, ...]


def settled(content: bytes, accepted: bool) -> Settled:
    """Bytes of a .docx → the paper Word makes by "accept all", or by "reject all". Raises Unreadable."""
    changed = {}
    for name, root in stories(read_package(content)):
        (accept if accepted else reject)(root)
        changed[name] = deflated(written(root))
    return Settled(assemble({**packed_parts(content), **changed}) if changed else content, tuple(changed))


def stories(parts: Mapping[str, bytes]) -> Iterator[tuple[str, etree._Element]]:
    """Every part that holds tracked changes, the body first: text, headers, notes, comments, styles."""
    main = main_part(parts)
    for name in sorted((name for name in parts if name.endswith(_ENDING)), key=lambda name: (name != main, name)):
        root = parse_part(parts[name], name)
        if str(root.tag).startswith(W) and has_revisions(root):
            yield name, root
