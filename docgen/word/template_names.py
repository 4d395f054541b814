"""What the tags of a template say: each read alone, its names looked up where they stand, loops followed.

Values come from a sample that has one value of every shape; a name is looked up in the loops around it, then in the
sample. What a filter makes of a value is not known, and nothing is said of it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from jinja2 import TemplateSyntaxError, nodes

from docgen.vietnamese import did_you_mean, nearest
from docgen.word.rendering import FILTERS, TESTS, environment
from docgen.word.template_blocks import Blocks, keyword_meant
from docgen.word.template_faults import ALLOWED_WORDS, refused
from docgen.word.template_tags import CELL_TAGS, STATEMENTS, Fault, Tag

_UNKNOWN = object()
_MISSING = object()
_FORBIDDEN = ("include", "import", "from", "extends", "macro", "call", "filter", "block", "set", "with", "autoescape",
              "do", "raw", "trans", "break", "continue", "debug", "print")  # fmt: skip
_TARGETS = re.compile(r"for\s+([\w\s,]+?)\s+(?:in|of|trong)\b|for\s+(\w+)")
_INSIDE = "Chuyển chỗ điền vào giữa {% for %} và {% endfor %}."
_OF_LISTS = ("join", "first", "last")
_ANSWERED = ("defined", "undefined")
# How each statement is read alone.
_FRAMES = {
    "for": "{{% {0} %}}{{% endfor %}}",
    "if": "{{% {0} %}}{{% endif %}}",
    "elif": "{{% if 1 %}}{{% {0} %}}{{% endif %}}",
    "else": "{{% if 1 %}}{{% {0} %}}{{% endif %}}",
    "endif": "{{% if 1 %}}{{% {0} %}}",
    "endfor": "{{% for a in b %}}{{% {0} %}}",
}


def name_faults(tags: Sequence[Tag], blocks: Blocks, sample: Mapping[str, Any]) -> list[Fault]:
    """Tags that are no Jinja, do what a template may not, or name what there is not, in the order of the part."""
    reading = _Reading(tags, blocks, sample)
    for index, tag in enumerate(tags):
        reading.read(index, tag)
    while reading.loops:
        reading.leave()
    return [one.fault for one in sorted(reading.told, key=lambda one: one.at)]


class _Told(NamedTuple):
    """A fault of the tag `at`; `name` is the word nobody knows, where it is one."""

    at: int
    fault: Fault
    name: str = ""


class _Loop(NamedTuple):
    """A loop that is open: its tag, what its names stand for, which of them have been used."""

    at: int
    tag: Tag
    names: dict[str, Any]
    used: set[str]


class _Reading:
    """Walks the tags once; `loops` are those around the tag at hand."""

    def __init__(self, tags: Sequence[Tag], blocks: Blocks, sample: Mapping[str, Any]) -> None:
        self.sample = sample
        self.loops: list[_Loop] = []
        self.told: list[_Told] = []
        self.opening = {pair.closing: pair.opening for pair in blocks.pairs}
        self.targets = [name for tag in tags if keyword_meant(tag) == "for" for name in _targets(tag)]
        self._at, self._quiet = 0, False

    def read(self, index: int, tag: Tag) -> None:
        """One tag, and what it does to the names after it."""
        self._at, self._quiet = index, False
        word = keyword_meant(tag)
        tree = None if tag.broken or tag.kind == "comment" else self._parsed(tag, word)
        value = self._visited(tag, tree) if tree else _UNKNOWN
        if word == "for":
            self._enter(tag, tree, value)
        elif word == "endfor":
            self._end(tag)

    def _enter(self, tag: Tag, tree: nodes.Template | None, value: Any) -> None:
        """A loop goes through a list; of other values it would print letters or keys."""
        if isinstance(value, str | Mapping):
            self._no_list(tag, "vòng lặp")
        names = dict.fromkeys(_targets(tag), _UNKNOWN) | self._bound(tree, value) | {"loop": _UNKNOWN}
        self.loops.append(_Loop(self._at, tag, names, {"loop"}))

    def _end(self, tag: Tag) -> None:
        opening = self.opening.get(tag)
        if any(loop.tag is opening for loop in self.loops):
            while self.leave().tag is not opening:
                pass
        elif opening is None:
            self._forget_names_of_no_loop()

    def leave(self) -> _Loop:
        """The innermost loop ends. One whose name is never used, while another is nobody's, is misnamed itself."""
        loop = self.loops.pop()
        inside = [one for one in self.told if one.at > loop.at and one.name]
        target = next((name for name in loop.names if name not in loop.used), "")
        name = nearest(target, {one.name for one in inside}) if target else None
        uses = sum(one.name == name for one in inside)
        if name and (uses > 1 or name in self.targets):
            self.told = [one for one in self.told if one not in inside or one.name != name]
            message = f"Vòng lặp này đặt tên «{target}», bên trong lại dùng «{name}»."
            fault = loop.tag.fault("template.loop_variable", message, "Dùng một tên ở cả hai chỗ.")
            self.told.append(_Told(loop.at, fault))
        return loop

    def _forget_names_of_no_loop(self) -> None:
        """Where the opening of a loop is missing, the name it would have given is not missing too."""
        missing = next((one.name for one in reversed(self.told) if one.name), "")
        self.told = [one for one in self.told if not missing or one.name != missing]

    def _tell(self, tag: Tag, code: str, message: str, remedy: str, name: str = "") -> None:
        """The first fault of a tag; those that follow from it are not told."""
        if not self._quiet:
            self.told.append(_Told(self._at, tag.fault(code, message, remedy), name))
        self._quiet = True

    def _parsed(self, tag: Tag, word: str) -> nodes.Template | None:
        if tag.kind == "statement" and tag.keyword not in STATEMENTS:
            if tag.keyword in CELL_TAGS:
                return self._cell_tag(tag)
            self._no_statement(tag, word)
            return None
        frame = _FRAMES[tag.keyword] if tag.kind == "statement" else "{{{{ {0} }}}}"
        tree = self._tree(tag, frame.format(tag.body))
        return None if tag.keyword in ("else", "endif", "endfor") else tree

    def _cell_tag(self, tag: Tag) -> nodes.Template | None:
        expression = tag.body[len(tag.keyword) :].strip()
        return self._tree(tag, f"{{{{ {expression} }}}}") if expression else None

    def _no_statement(self, tag: Tag, word: str) -> None:
        name = tag.keyword
        if name in _FORBIDDEN or name.removeprefix("end") in _FORBIDDEN:
            if not name.startswith("end"):
                self._tell(tag, "template.unsafe", f"Mẫu dùng «{name}», không được phép trong mẫu.", ALLOWED_WORDS)
            return
        meant = f"Có phải ý là «{word}»?" if word in STATEMENTS else f"Dùng một trong: {', '.join(STATEMENTS)}."
        self._tell(tag, "template.broken", f"«{tag.raw}» không phải lệnh của mẫu.", meant)

    def _tree(self, tag: Tag, source: str) -> nodes.Template | None:
        try:
            return environment().parse(source)
        except (TemplateSyntaxError, ValueError, RecursionError):
            message = f"Chỗ điền «{tag.raw}» viết sai."
            self._tell(tag, "template.broken", message, "Viết {{ khóa }}, {% for x in khóa %} hoặc {% if khóa %}.")
            return None

    def _visited(self, tag: Tag, tree: nodes.Template) -> Any:
        for node in tree.find_all(nodes.Node):
            name = refused(node)
            if name:
                self._tell(tag, "template.unsafe", f"Mẫu dùng «{name}», không được phép trong mẫu.", _allowed_for(node))
                return _UNKNOWN
        value: Any = _UNKNOWN
        for statement in tree.body:
            for expression in _expressions(statement):
                value = self._value(tag, expression)
        if tag.kind == "value" and tag.prefix in ("p", "r") and value not in (_UNKNOWN, _MISSING):
            message = f"«{tag.raw}» chỉ in được văn bản có định dạng riêng, không in được khóa này."
            self._tell(tag, "template.plain_value", message, f"Viết «{{{{ {tag.body} }}}}».")
        return value

    def _bound(self, tree: nodes.Template | None, value: Any) -> dict[str, Any]:
        loop = next(tree.find_all(nodes.For), None) if tree else None
        if loop is None or not isinstance(loop.target, nodes.Name):
            return {}
        return {loop.target.name: _element(value)}

    def _value(self, tag: Tag, node: nodes.Node, answered: bool = False) -> Any:
        """What an expression is of the sample; its names looked up. `answered`: the tag says what to do without."""
        if isinstance(node, nodes.Name):
            return self._named(tag, node.name, answered)
        if isinstance(node, nodes.Getattr):
            return self._inside(tag, self._value(tag, node.node, answered), node.attr, answered)
        if isinstance(node, nodes.Getitem):
            return self._item(tag, node, answered)
        if isinstance(node, nodes.Filter):
            return self._filtered(tag, node)
        if isinstance(node, nodes.Test):
            self._value(tag, node.node, node.name in _ANSWERED)
            return _UNKNOWN
        for child in node.iter_child_nodes():
            self._value(tag, child, answered)
        return _UNKNOWN

    def _named(self, tag: Tag, name: str, answered: bool) -> Any:
        for loop in reversed(self.loops):
            if name in loop.names:
                loop.used.add(name)
                return loop.names[name]
        if name in self.sample:
            return self.sample[name]
        if answered:
            return _UNKNOWN
        if name in self.targets or name == "loop":
            message = f"«{name}» chỉ có nghĩa trong vòng lặp của nó, ở đây đã ra ngoài."
            self._tell(tag, "template.loop_variable", message, _INSIDE, name)
        else:
            here = {*self.sample, *(one for loop in self.loops for one in loop.names)}
            message = f"Mẫu dùng khóa «{name}» không có trong dữ liệu."
            self._tell(tag, "template.undefined", message, did_you_mean(name, here), name)
        return _MISSING

    def _inside(self, tag: Tag, owner: Any, name: str, answered: bool) -> Any:
        if owner is _UNKNOWN or owner is _MISSING:
            return owner
        if isinstance(owner, Mapping) and name in owner:
            return owner[name]
        if not answered:
            keys = list(owner) if isinstance(owner, Mapping) else []
            remedy = did_you_mean(name, keys) if keys else f"Viết khóa không có «.{name}»."
            self._tell(tag, "template.undefined", f"Ở «{tag.raw}» không có «{name}».", remedy)
        return _MISSING

    def _item(self, tag: Tag, node: nodes.Getitem, answered: bool) -> Any:
        owner = self._value(tag, node.node, answered)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._inside(tag, owner, node.arg.value, answered)
        self._value(tag, node.arg)
        return _element(owner)

    def _filtered(self, tag: Tag, node: nodes.Filter) -> Any:
        value = self._value(tag, node.node, node.name == "default") if node.node else _UNKNOWN
        for argument in (*node.args, *node.kwargs):
            self._value(tag, argument)
        if node.name in _OF_LISTS and isinstance(value, str):
            self._no_list(tag, f"bộ lọc «{node.name}»")
        return _element(value) if node.name in ("first", "last") else _UNKNOWN

    def _no_list(self, tag: Tag, what: str) -> None:
        message = f"«{tag.raw}»: {what} cần một danh sách, khóa này không phải danh sách."
        lists = ", ".join(key for key, value in self.sample.items() if isinstance(value, list))
        self._tell(tag, "template.not_a_list", message, f"Các khóa là danh sách: {lists}.")


def _expressions(statement: nodes.Node) -> Iterator[nodes.Node]:
    if isinstance(statement, nodes.Output):
        yield from (node for node in statement.nodes if not isinstance(node, nodes.TemplateData))
    elif isinstance(statement, nodes.For):
        yield statement.iter
    elif isinstance(statement, nodes.If):
        yield from (one.test for one in (statement, *statement.elif_))


def _targets(tag: Tag) -> list[str]:
    found = _TARGETS.search(tag.body.replace(tag.keyword, "for", 1))
    return re.findall(r"\w+", found.group(1) or found.group(2)) if found else []


def _element(value: Any) -> Any:
    """What the elements of a list have, all together."""
    if not isinstance(value, list) or not value:
        return value if value is _MISSING else _UNKNOWN
    if all(isinstance(one, Mapping) for one in value):
        return {key: inner for one in value for key, inner in one.items()}
    return value[0]


def _allowed_for(node: nodes.Node) -> str:
    """The nearest filter or test there is, else what is allowed at all."""
    known = FILTERS if isinstance(node, nodes.Filter) else TESTS if isinstance(node, nodes.Test) else ()
    meant = nearest(node.name, known) if isinstance(node, nodes.Filter | nodes.Test) else None
    return f"Có phải ý là «{meant}»?" if meant else ALLOWED_WORDS
