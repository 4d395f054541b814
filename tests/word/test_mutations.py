"""Spoilt files: each is read, or refused with a code that its fault may have. Never another exception, never a hang.

2 700 files by default, 54 000 with DOCGEN_LONG=1. A failure names the seed: `spoilt(kind, seed)` is that file again.
"""

import os
from collections.abc import Callable, Sequence
from random import Random

import pytest
from lxml import etree

from docgen.stories.limits import deadline
from docgen.word.package import DOCUMENT, read_package, write_package
from docgen.word.read import read_docx
from docgen.word.refusals import SENTENCES, Unreadable
from tests.conftest import ROOT, SHARED
from tests.word.archives import SOUND, Member, zipped

Parts = dict[str, bytes]
CASES = 6_000 if os.environ.get("DOCGEN_LONG") else 300  # of each kind
SECONDS = 30
SMALL = 14_000  # bytes: half of the corpus, every producer in it
READ = ""
NOT_XML = {"docx.xml", "docx.broken", "docx.not_word"}
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
ODD_VALUES = ("", "-1", "0", "abc", "1e999", "NaN", "9" * 40, "1,5", "50%", "٣", "²", " 7 ", "true", "\u202e", "../x")


def dropped(random: Random, parts: Parts) -> bytes:
    gone = random.choice(list(parts))
    return write_package({name: data for name, data in parts.items() if name != gone})


def swapped(random: Random, parts: Parts) -> bytes:
    one, other = random.sample(list(parts), 2)
    return write_package(parts | {one: parts[other], other: parts[one]})


def cut(random: Random, parts: Parts) -> bytes:
    name = random.choice(list(parts))
    return write_package(parts | {name: parts[name][: random.randrange(len(parts[name]) + 1)]})


def doubled(random: Random, parts: Parts) -> bytes:
    name = random.choice(list(parts))
    twin = random.choice((name, name.upper(), name.replace("/", "\\"), f"./{name}"))
    members = [Member(each, data) for each, data in parts.items()]
    return zipped(*members, Member(twin, random.choice((parts[name], b""))))


def flipped_inside(random: Random, parts: Parts) -> bytes:
    name = random.choice([name for name, data in parts.items() if data])
    return write_package(parts | {name: _flipped(random, parts[name])})


def flipped_outside(random: Random, parts: Parts) -> bytes:
    return _flipped(random, write_package(parts))


def cut_outside(random: Random, parts: Parts) -> bytes:
    whole = write_package(parts)
    return whole[: random.randrange(len(whole))]


def odd_values(random: Random, parts: Parts) -> bytes:
    """Attributes of one part say what no program writes."""
    name, root = _some_tree(random, parts)
    for element in random.choices([element for element in root.iter() if element.attrib] or [root], k=5):
        for attribute in random.choices(list(element.attrib), k=1) if element.attrib else ():
            element.set(attribute, random.choice(ODD_VALUES))
    return write_package(parts | {name: etree.tostring(root)})


def moved_elements(random: Random, parts: Parts) -> bytes:
    """Elements of one part stand where they do not belong, twice, or nowhere."""
    name, root = _some_tree(random, parts)
    for element in random.choices(list(root.iter())[1:] or [root], k=5):
        place = random.choice(list(root.iter()))
        if element is root or element in place.iterancestors() or element is place or element.getparent() is None:
            continue
        if random.random() < 0.5:
            element.getparent().remove(element)
        if random.random() < 0.7:
            place.insert(random.randint(0, len(place)), etree.fromstring(etree.tostring(element, with_tail=False)))
    return write_package(parts | {name: etree.tostring(root)})


def _some_tree(random: Random, parts: Parts) -> tuple[str, etree._Element]:
    """Half of the time the text: it has the most to spoil."""
    names = [name for name, data in parts.items() if name.endswith((".xml", ".rels")) and data]
    name = DOCUMENT if DOCUMENT in parts and random.random() < 0.5 else random.choice(names)
    return name, etree.fromstring(parts[name], etree.XMLParser(remove_comments=True, remove_pis=True))


def _flipped(random: Random, data: bytes) -> bytes:
    spoilt = bytearray(data)
    for _ in range(random.choice((1, 1, 1, 3, 20))):
        spoilt[random.randrange(len(spoilt))] ^= random.randrange(1, 256)
    return bytes(spoilt)


# How a file is spoilt, and what may come of it.
KINDS: dict[str, tuple[Callable[[Random, Parts], bytes], set[str]]] = {
    "dropped": (dropped, {READ, "docx.broken", "docx.not_word"}),
    "swapped": (swapped, {READ, "docx.doctype", *NOT_XML}),  # a picture in SVG may have a declaration
    "cut": (cut, {READ, *NOT_XML}),
    "doubled": (doubled, {"docx.duplicate"}),
    "flipped inside": (flipped_inside, {READ, *NOT_XML}),
    "flipped outside": (flipped_outside, {READ, *SENTENCES}),
    "cut outside": (cut_outside, {"docx.empty", "docx.truncated", "docx.broken"}),
    "odd values": (odd_values, {READ, *NOT_XML}),
    "moved elements": (moved_elements, {READ, *NOT_XML}),
}


@pytest.fixture(scope="module")
def sound() -> Sequence[Parts]:
    """Small files of many programs; only ours where the corpus does not lie beside the checkout."""
    ours = [ROOT / "templates/hd36/ke-hoach.docx", ROOT / "templates/hd05/ke-hoach.docx"]
    theirs = sorted(path for path in (SHARED / "corpus").glob("*/*.docx") if path.stat().st_size < SMALL)
    return [SOUND, *(parts for path in (*ours, *theirs) if (parts := _parts(path.read_bytes())))]


def _parts(content: bytes) -> Parts:
    try:
        return read_package(content)
    except Unreadable:
        return {}


def spoilt(kind: str, seed: int, sound: Sequence[Parts]) -> bytes:
    """The file with this seed."""
    random = Random(f"{kind} {seed}")
    return KINDS[kind][0](random, random.choice(sound))


def outcome(content: bytes) -> str:
    """READ, or the code of the refusal."""
    try:
        with deadline(SECONDS):
            read_docx(content)
    except Unreadable as unreadable:
        return unreadable.code
    return READ


@pytest.mark.parametrize("kind", KINDS)
def test_a_spoilt_file_is_read_or_refused(kind: str, sound: Sequence[Parts]) -> None:
    wrong = {}
    for seed in range(CASES):
        content = spoilt(kind, seed, sound)
        try:
            code = outcome(content)
        except Exception as fault:  # the seed must be told with it
            code = repr(fault)
        if code not in KINDS[kind][1]:
            wrong[seed] = code
    assert wrong == {}


def test_what_a_file_only_points_to_may_be_missing() -> None:
    """A header, styles and a theme that the relationships name and the archive does not have."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kinds = ("styles", "theme", "header", "numbering", "settings", "footnotes", "comments")
    named = "".join(f'<Relationship Id="{kind}" Type="{office}/{kind}" Target="{kind}.xml"/>' for kind in kinds)
    relationships = f'<Relationships xmlns="{_RELATIONSHIPS}">{named}</Relationships>'
    content = write_package(SOUND | {"word/_rels/document.xml.rels": relationships.encode()})
    assert [block.text for block in read_docx(content).document.blocks] == ["Kế hoạch"]
