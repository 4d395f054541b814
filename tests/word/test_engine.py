"""What a compiled template promises: no page is left over, faults of values are told, a paper can be verified."""

import re
from typing import Any

import pytest
from docxtpl import InlineImage, RichText
from lxml import etree
from markupsafe import Markup

from docgen.compose.paper import compose
from docgen.stories.opening import Opened
from docgen.word.context import context_of
from docgen.word.package import DOCUMENT, write_package
from docgen.word.template import compile_template
from tests.conftest import ROOT
from tests.word.oracle import canonical, differences, ours, parts_of, theirs
from tests.word.small import VALUES, W, fault, faults, made, package, paragraph, row, run, table

# Nothing is left behind.


@pytest.mark.parametrize(
    ("body", "left"),
    [
        (paragraph("{%p if a %}") + paragraph("{{ a }}") + paragraph("{%p endif %}"), ["một"]),
        (paragraph("{%p if not a %}") + paragraph("{{ a }}") + paragraph("{%p endif %}"), []),
        (paragraph("{%p for x in xs %}") + paragraph("{{ x }}") + paragraph("{%p endfor %}"), ["một", "hai"]),
        (paragraph("{%p for x in [] %}") + paragraph("{{ x }}") + paragraph("{%p endfor %}"), []),
        (paragraph("{#p lời dặn #}") + paragraph("{{ a }}"), ["một"]),
        (paragraph("{{ d.k }}") + paragraph(" "), ["v", " "]),
    ],
)
def test_block_tags_leave_no_paragraph(body: str, left: list[str]) -> None:
    assert re.findall("<w:t[^>]*>([^<]*)</w:t>", made(body)) == left
    assert made(body).count("<w:p>") == len(left)


def test_a_list_in_a_loop_counts_on_as_docxtpls_does() -> None:
    numbered = "<w:p><w:pPr><w:numPr><w:numId w:val='7'/></w:numPr></w:pPr>" + run("{{ x }}") + "</w:p>"
    body = paragraph("{%p for x in xs %}") + numbered + paragraph("{%p endfor %}")
    assert canonical(ours(package(body), VALUES)[DOCUMENT]) == canonical(theirs(package(body), VALUES)[DOCUMENT])
    assert made(body).count('<w:numId w:val="7"/>') == 2


@pytest.mark.parametrize("form", ["hd36", "hd05"])
@pytest.mark.parametrize("unit", ["tinh-uy", "than-uyen", "dang-uy-quan-su"])
def test_shipped_papers_are_docxtpls_but_for_an_empty_last_page(shipped: Opened, form: str, unit: str) -> None:
    book = shipped.workbook
    assert book.plan is not None
    document = compose(book.plan, book.register, book.register.units[unit], book.forms[form], None)
    values = context_of(document, book.forms[form])
    template = (ROOT / "templates" / form / "ke-hoach.docx").read_bytes()
    mine, other = ours(template, values), theirs(template, values)
    if not values["phu_luc"]:
        other[DOCUMENT] = without_last_section(other[DOCUMENT])
    assert differences(mine, other) == []


def without_last_section(xml: bytes) -> bytes:
    """The section before the last, which stands in the last paragraph, becomes the section of the body."""
    body = etree.fromstring(xml)[0]
    *_, section = body.iter(f"{{{W}}}pPr")
    body.replace(body[-1], section[-1])
    return etree.tostring(body.getparent())


# A fault of the values costs one message.


def test_missing_and_unfit_values_are_told_of_the_paper() -> None:
    template = compile_template(package(paragraph("{{ d.k }}{% for x in xs %}{% endfor %}")), "mau.docx", VALUES)
    assert "«k»" in fault(template, {**VALUES, "d": {}}).message
    assert fault(template, {**VALUES, "xs": 5}).code == "template.broken"
    assert fault(template, {"d": {"k": ""}}).code == "template.undefined"


def test_a_name_may_be_missing_where_the_template_says_what_then() -> None:
    assert ">không<" in made(paragraph("{{ b|default('không') }}")) and ">k<" in made(
        paragraph("{% if b is defined %}c{% else %}k{% endif %}")
    )
    assert faults(package(paragraph("{{ b }}")))[0].code == "template.undefined"


def test_rich_text_stands_as_it_is_and_must_be_sound() -> None:
    body = paragraph("{{r a }}")
    rich = RichText("đậm & <nghiêng>", bold=True)
    assert "<w:b/></w:rPr>" in made(body, {"a": rich}) and "đậm &amp; &lt;nghiêng&gt;" in made(body, {"a": rich})
    template = compile_template(package(body), "mau.docx", {"a": "chữ"})
    assert fault(template, {"a": Markup("<w:r>")}).code == "template.malformed"
    assert fault(template, {"a": Markup("<x:r/>")}).code == "template.malformed"


@pytest.mark.parametrize("value", [RichText("chữ", url_id="rId9"), Markup('<w:drawing r:embed="rId1"/>')])
def test_what_needs_a_relationship_is_refused_by_its_kind(value: Any) -> None:
    template = compile_template(package(paragraph("{{r a }}")), "mau.docx", {"a": "chữ"})
    found = fault(template, {"a": value})
    assert found.code == "template.relation" and f"«{type(value).__name__}»" in found.message


def test_a_tag_across_paragraphs_is_refused_where_it_breaks_the_part() -> None:
    body = paragraph("một") + "<w:p>" + run("{%r if a %}") + run("hai") + "</w:p>" + paragraph("{%p endif %}")
    [found] = faults(package(body), {"a": ""})
    assert (found.code, found.place.part) == ("template.broken", "word/document.xml")


def test_a_part_only_some_values_break_costs_those_papers() -> None:
    body = paragraph("một {% if a %}") + table(row("hai {% endif %}", "ba"))
    template = compile_template(package(body), "mau.docx", {"a": "x"})
    assert not template.parts[0].proved
    assert fault(template, {"a": ""}).code == "template.malformed"
    assert template.verify(template.fill({"a": "x"}, {}), {"a": "x"}) == []


def test_pictures_are_no_values(tmp_path: Any) -> None:
    picture = InlineImage(None, str(tmp_path / "không có.png"))
    template = compile_template(package(paragraph("{{ a }}")), "mau.docx", {"a": "chữ"})
    assert fault(template, {"a": picture}).code == "template.relation"


# The paper looked at again.

TWO = compile_template(package(paragraph("{{ a }}") + paragraph("{{ d.k }}")), "mau.docx", VALUES)


def spoilt(old: bytes, new: bytes) -> bytes:
    parts = parts_of(TWO.fill(VALUES, {}))
    assert old in parts[DOCUMENT]
    return write_package({**parts, DOCUMENT: parts[DOCUMENT].replace(old, new)})


def test_a_whole_paper_is_found_whole() -> None:
    assert TWO.verify(TWO.fill(VALUES, {}), VALUES) == []
    assert TWO.verify(spoilt(b"<w:b/>", b"<w:i/>"), VALUES) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (">v<", "><", "paper.lost"),
        (">một<", ">mọt<", "paper.lost"),
        (">một<", ">m</w:t><w:t>ột<", "paper.lost"),
        ("</w:body>", "", "paper.broken"),
        ("<w:b/>", "<x:b/>", "paper.broken"),
    ],
)
def test_a_spoilt_paper_is_told(old: str, new: str, code: str) -> None:
    found = TWO.verify(spoilt(old.encode(), new.encode()), VALUES)
    assert [problem.code for problem in found] == [code] and found[0].place.part == DOCUMENT


def test_a_missing_part_and_a_broken_file_are_told() -> None:
    parts = parts_of(TWO.fill(VALUES, {}))
    del parts["_rels/.rels"]
    assert [problem.code for problem in TWO.verify(write_package(parts), VALUES)] == ["paper.lost"]
    assert [problem.code for problem in TWO.verify(b"PK", VALUES)] == ["docx.broken"]
