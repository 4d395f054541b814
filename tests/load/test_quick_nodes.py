"""The C parser reads a file as the Python one does, or leaves it alone."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import Node

from docgen.load.node_reader import Reader
from docgen.load.quick_nodes import quick_root
from docgen.load.source import Source

ROOT = Path(__file__).parents[2]
FILES = [*sorted((ROOT / "data").rglob("*.yaml")), *sorted((ROOT / "tests/data/nam-2026").rglob("*.yaml"))]
LINES = [line for file in FILES for line in file.read_text(encoding="utf-8").splitlines(keepends=True)]
SIGNS = [
    *":-?,[]{}#&*!|>'\"%@` \n\t\\~.0é", "\r\n", "\r", "\ufeff", "\xa0", "😀", "null", "<<", "...\n", "---\n", "- ",
    "? ", ": ", " #", "|\n", ">-\n", ">2\n", "\n\n", "\n  ", "''", '""', "[]", "{}", "%YAML 1.1\n", "a: b\n",
    "  c: d\n",
]  # fmt: skip
EXAMPLES = 20_000 if os.environ.get("DOCGEN_LONG") else 300


def said(root: Node | None) -> Source:
    """All that is made of a file's nodes: values, places, notes."""
    source = Source("tep.yaml")
    if root is not None:
        source.data = Reader(source).value(root, ())
    return source


def by_python(text: str) -> Source:
    return said(YAML(typ="safe", pure=True).compose(text))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_data_as_shipped_are_read_by_c_and_alike(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    root = quick_root(text)
    assert root is not None
    assert said(root) == by_python(text)


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """A few lines of real data with signs put in and letters taken out, or signs alone."""
    start = draw(st.integers(0, len(LINES) - 1))
    text = "".join(LINES[start : start + draw(st.integers(0, 8))])
    for sign in draw(st.lists(st.sampled_from(SIGNS), max_size=8)):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + sign + text[at + draw(st.integers(0, 2)) :]
    return text


@given(spoilt())
@settings(max_examples=EXAMPLES, deadline=None)
def test_what_c_accepts_python_reads_alike(text: str) -> None:
    root = quick_root(text)
    if root is None:
        return
    try:
        expected = by_python(text)
    except YAMLError as refused:
        pytest.fail(f"refused by Python: {refused}")
    assert said(root) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a: b # lời chú\n",
        "a: thế nào? có\n",
        "a: |\n  chữ # nữa\n",
        "a: >-\n  một\n\n  hai\n",
        "a: b\r\nc: d\r\n",
        "a: 'x & y * z!'\n",
        "a: {co: 14, dam: true}\n",
        "a:\nb:\n- c\n-\n",
    ],
)
def test_ordinary_files(text: str) -> None:
    root = quick_root(text)
    assert root is not None
    assert said(root) == by_python(text)


@pytest.mark.parametrize(
    "text",
    [
        "a:\tb\n", "\ufeffa: b\n", "a: b\rc: d\n", "---\na: b\n", "a: b\n...\n", "%YAML 1.1\n---\na: b\n", "? a\n: b\n",
        "a: |#\n  b\n", "a: |\n  # b\n", "a: >-\n  \n    b\n", "a: &b c\n", "a: *b\n", "a: !!str b\n", "- a\n", "a\n",
        "", "a: [\n", "a: b: c\n", "a: " + "[" * 51 + "]" * 51, "a: " + "[" * 100_000, "a: b\n" + "- " * 100_000,
    ],
)  # fmt: skip
def test_all_others_are_left_to_python(text: str) -> None:
    assert quick_root(text) is None
