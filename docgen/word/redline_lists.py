"""Automatic lists of two drafts: which are the same, and those of the old one brought into the new (17.9)."""

from copy import deepcopy

from lxml import etree

from docgen.word.looks import W, value_of
from docgen.word.package import content_type
from docgen.word.redline_drafts import Draft
from docgen.word.redline_package import Package

NO_LIST = "0"


class Lists:
    """Finds lists of the old draft in the new one."""

    def __init__(self, old: Draft, new: Draft, package: Package) -> None:
        self._old, self._new, self._package = old, new, package
        self._here: dict[str, str] = {}

    def here(self, key: str) -> str:
        """Number in the new draft of a list of the old one: its own where that is the same list."""
        if key not in self._here:
            self._here[key] = self._found(key)
        return self._here[key]

    def _found(self, key: str) -> str:
        told = self._old.list_of(key)
        if key == NO_LIST or not told or self._new.list_of(key) == told:
            return key
        old, new = self._old.part_of("numbering"), self._new.part_of("numbering")
        if old is None:
            return key
        if new is None:
            return self._with_all_lists(old, key)
        same = (one.get(W + "numId", "") for one in self._new.root(new).iterfind(W + "num"))
        return next((other for other in same if self._new.list_of(other) == told), "") or self._added(old, new, key)

    def _with_all_lists(self, old: str, key: str) -> str:
        """The new draft has none: all of the old one come, under their own numbers."""
        name = self._package.free(old)
        relation = next(one for one in self._old.relations(self._old.main).values() if one.target == old)
        self._package.add(name, etree.tostring(self._old.root(old)), content_type(self._old.parts, old))
        self._package.relate(self._new.main, relation._replace(target=name))
        return key

    def _added(self, old: str, new: str, key: str) -> str:
        source, root = self._old.root(old), self._package.story(new)
        num = _by(source, "num", "numId", key)
        abstract = None if num is None else _by(source, "abstractNum", "abstractNumId", value_of(num, "abstractNumId"))
        if num is None or abstract is None:
            return key
        num, abstract = deepcopy(num), deepcopy(abstract)
        base, number = str(_next(root, "abstractNum", "abstractNumId")), str(_next(root, "num", "numId"))
        abstract.set(W + "abstractNumId", base)
        for unique in (*abstract.findall(W + "nsid"), *abstract.findall(W + "tmpl")):
            abstract.remove(unique)
        num.set(W + "numId", number)
        num.find(W + "abstractNumId").set(W + "val", base)  # type: ignore[union-attr]
        root.insert(sum(one.tag in (W + "numPicBullet", W + "abstractNum") for one in root), abstract)
        root.insert(sum(one.tag != W + "numIdMacAtCleanup" for one in root), num)
        return number


def _by(root: etree._Element, name: str, attribute: str, value: str | None) -> etree._Element | None:
    return next((one for one in root.iterfind(W + name) if one.get(W + attribute) == value), None)


def _next(root: etree._Element, name: str, attribute: str) -> int:
    numbers = (one.get(W + attribute, "") for one in root.iterfind(W + name))
    return max((int(number) for number in numbers if number.isdecimal()), default=0) + 1
