"""The nodes of an ordinary YAML file by the C parser, in a tenth of the Python parser's time.

Ordinary is what both are proved to read alike (tests/load/test_quick_nodes.py). Any other file, and any file with a
fault, is left to the Python parser, whose places and messages a clerk is told. Events come from C, nodes are put
together here: libyaml's own way recurses without end.
"""

import re
from collections.abc import Iterator

from _ruamel_yaml import CParser
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.tag import Tag

from docgen.load.node_reader import MAX_DEPTH

_PLAIN = Tag(suffix="tag:yaml.org,2002:str")  # one for all: no reader asks for more of a value without a tag of its own
# Where the two disagree: tabs, byte order marks, lone carriage returns; documents and directives; what follows the sign
# of a block text when it is a comment or no text; keys set off by a question mark.
_ODD = re.compile(
    r"[\t\ufeff] | \r(?!\n) | ^(?:---|\.\.\.|%) | [|>][-+0-9]*(?:\#|\ *\r?\n\ *[\#\r\n]) | (?:^|[\s,{[])\?",
    re.MULTILINE | re.VERBOSE,
)


class _NotOrdinary(Exception):
    """An alias, an anchor, a tag, or too deep."""


def quick_root(text: str) -> Node | None:
    """The mapping that an ordinary file is; None for every other file."""
    if _ODD.search(text):
        return None
    parser = CParser(text)
    try:
        parser.get_event(), parser.get_event()  # the stream begins, the document begins
        root = _node(parser, 0) if parser.check_event(MappingStartEvent) else None
        parser.get_event()  # the document ends
        return root if parser.check_event(StreamEndEvent) else None
    except (YAMLError, _NotOrdinary):
        return None


def _node(parser: CParser, depth: int) -> Node:
    event = parser.get_event()
    if isinstance(event, AliasEvent) or event.anchor or event.tag or depth > MAX_DEPTH:
        raise _NotOrdinary
    if isinstance(event, ScalarEvent):
        return ScalarNode(_PLAIN, event.value, event.start_mark, event.end_mark, style=event.style or None)
    is_list = isinstance(event, SequenceStartEvent)
    nodes = list(_until(SequenceEndEvent if is_list else MappingEndEvent, parser, depth + 1))
    end = parser.get_event().end_mark
    if is_list:
        return SequenceNode(_PLAIN, nodes, event.start_mark, end, flow_style=event.flow_style)
    pairs = list(zip(nodes[::2], nodes[1::2], strict=True))
    return MappingNode(_PLAIN, pairs, event.start_mark, end, flow_style=event.flow_style)


def _until(end: type[Event], parser: CParser, depth: int) -> Iterator[Node]:
    while not parser.check_event(end):
        yield _node(parser, depth)
