"""Laws of the engine over random templates and values: docxtpl's output, and every character that went in."""

import os
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from docgen.word.package import DOCUMENT
from docgen.word.template import CannotFill, compile_template
from tests.word.oracle import canonical, ours, parts_of, theirs
from tests.word.small import W, package, paragraph, row, run, table

EXAMPLES = 2_000 if os.environ.get("DOCGEN_LONG") else 60


def around(tag: str, kind: str, inner: str, wrap: Any) -> str:
    """A block of the dialect: {%p for %} … {%p endfor %}, each tag in an element of its own."""
    ending = "endfor" if tag.startswith("for") else "endif"
    return f"{wrap(f'{{%{kind} {tag} %}}')}{inner}{wrap(f'{{%{kind} {ending} %}}')}"


# What docxtpl itself changes in a value (`{_{` becomes `{{`) or cannot hold is not asked of it.
letters = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff") | st.sampled_from(
    "\n\t\f\a"
)
texts = st.text(letters, max_size=20).filter(lambda text: not re.search(r"\{_[{%]|[}%]_\}", text))
values = st.fixed_dictionaries(
    {
        "a": texts,
        "xs": st.lists(texts, max_size=3),
        "rows": st.lists(st.fixed_dictionaries({"n": texts, "cells": st.lists(texts, max_size=4)}), max_size=3),
    }
)
conditions = st.sampled_from(["a", "not a", "xs", "rows|length == 2", "xs and a", "'x' in xs", "a is defined"])
words = st.sampled_from(["chữ", "Điều 1. <&>", "{_{ mẫu }_}", "{{ a }}", "{{ a|upper }}", "x{{ xs|join(', ') }}y", ""])
inline = st.builds("{}{{% if {} %}}{}{{% else %}}{}{{% endif %}}".format, words, conditions, words, words) | words
paragraphs = (
    st.builds(paragraph, inline)
    | st.builds(lambda text: f"<w:p>{around('for x in xs', 'r', run('{{ x }}' + text), run)}</w:p>", words)
    | st.builds(lambda text: paragraph("{% for x in xs %}{{ loop.index }}" + text + "{{ x }}{% endfor %}"), words)
)
heads = st.sampled_from(["", row("một", "hai"), row("{{ a }}", "{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}")])
tables = st.builds(
    lambda head, last: table(head, around("for r in rows", "tr", row("{{ r.n }}", last), row)), heads, inline
)
bodies = st.recursive(
    st.lists(paragraphs | tables, min_size=1, max_size=3).map("".join),
    lambda inner: st.builds(
        around, st.just("for x in xs") | conditions.map("if {}".format), st.just("p"), inner, st.just(paragraph)
    ),
    max_leaves=3,
)


@settings(max_examples=EXAMPLES, deadline=None)
@given(body=bodies, data=values)
def test_random_templates_come_out_as_docxtpl_makes_them(body: str, data: dict[str, Any]) -> None:
    template = package(body)
    assert canonical(ours(template, data)[DOCUMENT]) == canonical(theirs(template, data)[DOCUMENT])


ECHO = compile_template(package(paragraph("{{ a }}") * 2 + paragraph("{{ b }}")), "mau.docx", {"a": "", "b": 1})


@settings(max_examples=EXAMPLES, deadline=None)
@given(text=st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\ufffe\uffff")))
def test_every_text_stands_in_the_paper_or_is_refused(text: str) -> None:
    legal = not re.search("[\x00-\x06\x08\x0b\x0e-\x1f]", text)
    try:
        paper = ECHO.fill({"a": text, "b": len(text)}, {})
    except CannotFill as fault:
        assert not legal and fault.problem.code == "template.bad_character"
    else:
        assert legal and ECHO.verify(paper, {"a": text, "b": len(text)}) == []
        said = re.split("[\n\t\f\a]", text)
        assert [*said, *said, str(len(text))] == [node.text or "" for node in _texts(paper)]


@pytest.mark.parametrize("plane", range(17))
def test_every_legal_character_of_unicode_stands_in_the_paper(plane: int) -> None:
    text = "".join(chr(code) for code in range(plane << 16, plane + 1 << 16) if _is_legal(code))
    first = _texts(ECHO.fill({"a": text, "b": ""}, {}))[0]
    assert len(text) > 60_000 and first.text == text


def _is_legal(code: int) -> bool:
    """XML 1.0, production [2], but for what docxtpl turns into breaks."""
    return 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000 or code == 0xD


@pytest.mark.parametrize("code", [0, 1, 6, 8, 0xB, 0xE, 0x1E, 0x1F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF])
def test_what_xml_cannot_hold_costs_one_message(code: int) -> None:
    with pytest.raises(CannotFill) as fault:
        ECHO.fill({"a": f"trước {chr(code)} sau", "b": ""}, {})
    assert (fault.value.problem.code, fault.value.problem.place.file) == ("template.bad_character", "mau.docx")
    assert f"U+{code:04X}" in fault.value.problem.message and "trước � sau" in fault.value.problem.message


def _texts(paper: bytes) -> list[etree._Element]:
    return list(etree.fromstring(parts_of(paper)[DOCUMENT]).iter(f"{{{W}}}t"))
