"""Codes of faults with their sentences, read from the sources.

A code stands in a call, or a tuple, before its message and its remedy; sentences kept under a name, or given by a
function, are followed there. What a value would fill in is shown as «…».
"""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from pathlib import Path

from docgen.word.refusals import SENTENCES

PROGRAM = Path(__file__).parents[1] / "docgen"
BLANK = "…"
_CODE = re.compile(r"[a-z]+\.(?!(?:json|html|xml|js)\b)[a-z_]+")
_QUOTED = re.compile(f'"({_CODE.pattern})"')
_NAMED = re.compile(r"\{\w+\}")
_DEFINITIONS = (ast.FunctionDef, ast.Lambda)


@dataclass(frozen=True, order=True)
class Said:
    """A code with one pair of sentences it is told with; empty is what only a run can tell."""

    code: str
    message: str = ""
    remedy: str = ""


@dataclass(frozen=True)
class Scope:
    """Where a name is looked up: the functions around a place, innermost first, then the module, then all others."""

    around: tuple[ast.AST, ...]
    followed: bool = False

    def value(self, name: ast.Name) -> "Found | None":
        """What was last put under the name above its line."""
        for at, body in enumerate(self.around):
            named = [value for target, value in _assigned(body) if target == name.id]
            above = [value for value in named if isinstance(body, ast.Module) or _before(value, name)]
            if above:
                return Found(above[-1], replace(self, around=self.around[at:]))
        return _shared().get(name.id)

    def returned(self, name: str) -> list["Found"]:
        """What a function of that name gives back; one step, for functions may call each other in circles."""
        own = next((one for one in ast.iter_child_nodes(self.around[-1]) if _defines(one, name)), None)
        found = Found(own, self) if own else _shared().get(name)
        if self.followed or found is None or not isinstance(found.node, ast.FunctionDef):
            return []
        inside = Scope((found.node, found.scope.around[-1]), followed=True)
        returns = (one.value for one in ast.walk(found.node) if isinstance(one, ast.Return))
        return [Found(value, inside) for value in returns if value]


@dataclass(frozen=True)
class Found:
    """A piece of the sources with the scope its own names are looked up in."""

    node: ast.AST
    scope: Scope


def gathered() -> set[Said]:
    """Every code with every pair of sentences it is told with; without one where only a run can tell."""
    found = {Said(code, *(_NAMED.sub(BLANK, text) for text in pair)) for code, pair in SENTENCES.items()}
    found |= {one for text, tree in _modules() if _QUOTED.search(text) for one in _below(tree, Scope((tree,)))}
    full = {one.code for one in found if one.message}
    return {one for one in found if one.message or one.code not in full}


def mentioned() -> set[str]:
    """Every literal of the program that looks like a code."""
    return {code for text, _ in _modules() for code in _QUOTED.findall(text)}


@cache
def _modules() -> tuple[tuple[str, ast.Module], ...]:
    texts = [file.read_text(encoding="utf-8") for file in sorted(PROGRAM.rglob("*.py"))]
    return tuple((text, ast.parse(text)) for text in texts)


@cache
def _shared() -> Mapping[str, Found]:
    """Functions and values any module may import, by name."""
    found: dict[str, Found] = {}
    for _, tree in _modules():
        values = [*_assigned(tree), *((one.name, one) for one in tree.body if isinstance(one, ast.FunctionDef))]
        found |= {name: Found(node, Scope((tree,))) for name, node in values if not name.startswith("_")}
    return found


def _defines(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.FunctionDef) and node.name == name


def _before(value: ast.expr, name: ast.Name) -> bool:
    return (value.end_lineno or 0, value.end_col_offset or 0) <= (name.lineno, name.col_offset)


@cache
def _assigned(body: ast.AST) -> tuple[tuple[str, ast.expr], ...]:
    nodes = ast.iter_child_nodes(body) if isinstance(body, ast.Module) else ast.walk(body)
    pairs = [pair for node in nodes for target, value in _put(node) for pair in _taken_apart(target, value)]
    return tuple(sorted(pairs, key=lambda pair: pair[1].lineno))


def _put(node: ast.AST) -> list[tuple[ast.expr, ast.expr]]:
    if isinstance(node, ast.AnnAssign):
        return [(node.target, node.value)] if node.value else []
    return [(target, node.value) for target in node.targets] if isinstance(node, ast.Assign) else []


def _taken_apart(target: ast.expr, value: ast.expr) -> list[tuple[str, ast.expr]]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        return [pair for one, other in zip(target.elts, value.elts, strict=True) for pair in _taken_apart(one, other)]
    return [(target.id, value)] if isinstance(target, ast.Name) else []


def _below(node: ast.AST, scope: Scope) -> Iterator[Said]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield from _said(child.args, scope)
        elif isinstance(child, ast.Tuple):
            yield from _said(child.elts, scope)
        inner = Scope((child, *scope.around)) if isinstance(child, _DEFINITIONS) else scope
        yield from _below(child, inner)


def _said(values: list[ast.expr], scope: Scope) -> Iterator[Said]:
    """The codes among some values, each with the first two sentences behind it."""
    for at, value in enumerate(values):
        codes = [text for text in texts(value, scope) if _CODE.fullmatch(text)] if _may_choose(value) else []
        if codes:
            behind = [texts(other, scope) for other in values[at + 1 :]]
            pairs = list(product(*_sentences(behind)))
            yield from (Said(code, *pair) for code in codes for pair in pairs)
            return


def _may_choose(value: ast.expr) -> bool:
    """Whether codes may be written here: plainly, one or another, or looked up."""
    return isinstance(value, ast.Constant | ast.IfExp) or (isinstance(value, ast.Call) and len(value.args) > 1)


def _sentences(behind: list[list[str]]) -> list[list[str]]:
    """Message and remedy; a message only a run can tell is empty, and what follows it is the remedy."""
    found = [told for told in behind if told and " " in told[0]][:2]
    return [[""], *found] if len(found) == 1 and found[0] is not behind[0] else found


def texts(node: ast.AST, scope: Scope) -> list[str]:
    """Every text an expression may stand for; none when only a run can tell."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.JoinedStr(values=parts):
            return ["".join(str(part.value) if isinstance(part, ast.Constant) else BLANK for part in parts)]
        case ast.IfExp(body=one, orelse=other):
            return [*texts(one, scope), *texts(other, scope)]
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return [a + b for a, b in product(texts(left, scope), texts(right, scope) or [BLANK])]
        case ast.Dict(values=values):
            return [text for value in values for text in texts(value, scope)]
        case ast.Name():
            found = scope.value(node)
            return texts(found.node, found.scope) if found else []
        case ast.Call(func=ast.Attribute(value=value, attr="format" | "replace")):
            return [_NAMED.sub(BLANK, text) for text in texts(value, scope)]
        case ast.Call(func=ast.Attribute(value=ast.Name() as value, attr="get"), args=[_, default]):
            return [*texts(value, scope), *texts(default, scope)]
        case ast.Call(func=ast.Name(id=name)):
            return [text for found in scope.returned(name) for text in texts(found.node, found.scope)]
    return []
