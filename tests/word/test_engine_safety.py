"""Opening a template is not running it, and no template makes a paper that swells."""

import sys
from collections.abc import Callable
from typing import Any

import pytest

from docgen.word.package import read_package, write_package
from docgen.word.template import Template, compile_template
from tests.word.oracle import ours
from tests.word.small import VALUES, W, fault, faults, made, package, paragraph, row, table

# Every place a tag can stand; what is refused there: tests/security.

PLACES: dict[str, Callable[[str], tuple[bytes, str]]] = {
    "body": lambda tag: (package(paragraph("một") + paragraph(tag)), "word/document.xml"),
    "table": lambda tag: (package(paragraph("một") + table(row(tag, ""))), "word/document.xml"),
    "text box": lambda tag: (
        package(f"<w:p><w:r><w:pict><w:txbxContent>{paragraph(tag)}</w:txbxContent></w:pict></w:r></w:p>"),
        "word/document.xml",
    ),
    **{
        part: lambda tag, part=part: (
            package("", **{part: whole(paragraph("một") + paragraph(tag))}),
            f"word/{part}.xml",
        )
        for part in ("header1", "footer2", "footnotes", "endnotes", "comments")
    },
    "title": lambda tag: (with_property("core", tag), "docProps/core.xml"),
    "own property": lambda tag: (with_property("custom", tag), "docProps/custom.xml"),
}


def whole(content: str) -> str:
    return f'<w:hdr xmlns:w="{W}">{content}</w:hdr>'


def with_property(part: str, text: str) -> bytes:
    parts = read_package(package(""))
    parts[f"docProps/{part}.xml"] = f"<a><title>{text}</title></a>".encode()
    return write_package(parts)


@pytest.mark.parametrize("place", PLACES)
def test_plain_tags_are_filled_wherever_they_stand(place: str) -> None:
    template, part = PLACES[place]("{{ a }} {% if n == 3 %}ba{% endif %} {{ xs|join('; ') }}")
    assert b"m\xe1\xbb\x99t ba m\xe1\xbb\x99t; hai" in ours(template, VALUES)[part]


def test_a_tag_where_nothing_is_filled_in_is_told() -> None:
    parts = read_package(package(paragraph("chữ")))
    parts["customXml/item1.xml"] = b"<a>{{ a }}</a>"
    [found] = faults(write_package(parts))
    assert (found.code, found.place.part) == ("template.misplaced", "customXml/item1.xml")
    parts["customXml/item1.xml"] = b"<a>{1} { {x} }</a>"
    assert compile_template(write_package(parts), "mau.docx", VALUES)


def test_methods_of_values_are_no_values() -> None:
    """docxtpl would print `<built-in method …>`; a key of the data comes before the method of the same name."""
    assert faults(package(paragraph("{{ a.upper }}")))[0].code == "template.undefined"
    assert ">của mẫu<" in made(paragraph("{{ d.items }}"), {"d": {"items": "của mẫu"}})


# Nothing swells.


@pytest.mark.parametrize("tag", ["{{ 9 ** 9 ** 9 ** 9 }}", "{{ 'a' * 10000000000 }}", "{{ b }}{{ 2 ** 2 }}"])
def test_arithmetic_of_a_template_is_refused_unreckoned(tag: str) -> None:
    """Jinja works constants out as soon as it is asked for the names of a template."""
    assert [one.code for one in faults(package(paragraph(tag)))] == ["template.unsafe"]


def bomb(loops: int, inner: str) -> bytes:
    return package(paragraph("{% for x in xs %}" * loops + inner + "{% endfor %}" * loops))


@pytest.mark.parametrize(
    ("template", "values"),
    [
        (bomb(7, ""), {"xs": [""] * 10}),
        (bomb(2, "{{ a }}"), {"xs": [""] * 100, "a": "x" * 10_000}),
        (bomb(2, "x" * 10_000), {"xs": [""] * 100}),
        (bomb(0, "{{ a|join(a) }}"), {"a": "x" * 10_000}),
        (bomb(1, "{{ xs|join }}"), {"xs": [""] * 1_000}),
    ],
)
def test_a_paper_that_swells_is_stopped(template: bytes, values: dict[str, Any]) -> None:
    [found] = faults(template, values)
    assert found.code == "template.too_much"
    small = compile_template(template, "mau.docx", {"xs": ["", ""], "a": "x"})
    assert (fault(small, values).code, fault(small, values).place.file) == ("template.too_much", "mau.docx")
    assert small.fill({"xs": [""] * 3, "a": "x"}, {})


def test_a_long_table_costs_each_row_the_same() -> None:
    """Counted in calls, Python's and C's: four times the rows, no more than four times the calls."""
    template = compile_template(
        package(table(row("{%tr for x in xs %}"), row("{{ x.a }}", "{{ x.b }}"), row("{%tr endfor %}"))),
        "mau.docx",
        {"xs": [{"a": "", "b": ""}]},
    )
    few, many = (calls(template, {"xs": [{"a": f"việc {i}", "b": "<"} for i in range(n)]}) for n in (500, 2_000))
    assert few > 500 and many < 4 * few


def calls(template: Template, values: dict[str, Any]) -> int:
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        template.fill(values, {})
    finally:
        sys.setprofile(None)
    return count
