"""Proof, before any paper is made, that whatever the values a part comes out as well-formed XML.

Data between the tags is read once with a stack of open elements. Every branch must leave the stack as it found it, and
values, being escaped text, may stand only in text or in an attribute. What cannot be proved is parsed paper by paper.
"""

import re

from jinja2 import nodes

_NAME = r"[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?"
_LEGAL = r"&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);"
_ATTRIBUTE = rf'\s+({_NAME})="((?:[^"<&]|{_LEGAL})*)"'
_TOKEN = re.compile(
    rf"<(?P<open>{_NAME})(?P<attributes>(?:{_ATTRIBUTE})*)\s*(?P<empty>/?)>"
    rf"|</(?P<close>{_NAME})\s*>|(?P<text>(?:[^<>&]|{_LEGAL})+)"
)
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_VALUE = "•"  # stands for a value, and for a branch with no markup: sound in text and in an attribute, not in a name


class _Unproved(Exception):
    """Not well-formed, or not seen to be."""


def proved(tree: nodes.Template) -> bool:
    """Whether every rendering of the part is one element, balanced, its prefixes declared."""
    walk = _Walk()
    try:
        walk.through(tree.body)
        walk.read_pending()
    except _Unproved:
        return False
    return not walk.open and walk.roots == 1


class _Walk:
    """Elements open so far, each with the prefixes it declares; data not read yet, as it may end inside a tag."""

    def __init__(self) -> None:
        self.open: list[tuple[str, frozenset[str]]] = []
        self.floor = 0
        self.roots = 0
        self.pending = ""

    def through(self, body: list[nodes.Node]) -> None:
        """Statements and output, in order."""
        for node in body:
            if isinstance(node, nodes.Output):
                self.pending += "".join(_data(child) for child in node.nodes)
            elif all(_plain(branch) for branch in _branches(node)):
                self.pending += _VALUE
            else:
                self.read_pending()
                for branch in _branches(node):
                    self._branch(branch)

    def _branch(self, body: list[nodes.Node]) -> None:
        below, self.floor = self.floor, len(self.open)
        self.through(body)
        self.read_pending()
        if not self.floor == len(self.open) > 0:
            raise _Unproved
        self.floor = below

    def read_pending(self) -> None:
        """Elements opened and closed."""
        data, self.pending, at = self.pending, "", 0
        while at < len(data):
            token = _TOKEN.match(data, at)
            if token is None:
                raise _Unproved
            self._take(token)
            at = token.end()

    def _take(self, token: re.Match[str]) -> None:
        if token["open"]:
            self._begin(token)
        elif token["close"]:
            if len(self.open) <= self.floor or self.open.pop()[0] != token["close"]:
                raise _Unproved
        elif not self.open and token["text"].strip():
            raise _Unproved

    def _begin(self, token: re.Match[str]) -> None:
        names = [name for name, _ in _ATTRIBUTES.findall(token["attributes"])]
        above = self.open[-1][1] if self.open else frozenset({"xml", "xmlns"})
        known = above | {name.removeprefix("xmlns:") for name in names if name.startswith("xmlns:")}
        prefixes = {name.partition(":")[0] for name in (token["open"], *names) if ":" in name}
        if len(set(names)) < len(names) or not prefixes <= known:
            raise _Unproved
        self.roots += not self.open
        if not token["empty"]:
            self.open.append((token["open"], known))


def _data(node: nodes.Node) -> str:
    return node.data if isinstance(node, nodes.TemplateData) else _VALUE


def _branches(node: nodes.Node) -> list[list[nodes.Node]]:
    if isinstance(node, nodes.For):
        return [node.body, node.else_]
    if isinstance(node, nodes.If):
        return [node.body, node.else_, *(other.body for other in node.elif_)]
    raise _Unproved


def _plain(body: list[nodes.Node]) -> bool:
    """Nothing but words and values, whichever way it goes."""
    return all(
        not re.search('[<>&"]', "".join(map(_data, node.nodes)))
        if isinstance(node, nodes.Output)
        else all(map(_plain, _branches(node)))
        for node in body
    )
