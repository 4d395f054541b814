"""What is wrong with a template: each fault by its code at its paragraph, all of them at once, nothing else.

The cases cover every rule of docxtpl-lint 2 that a template of ours can break; its number stands beside each.
"""

import re
from typing import Any, NamedTuple

import pytest

from docgen.problems import errors
from docgen.word.context import KEYS, SAMPLE
from docgen.word.package import DOCUMENT, read_package, write_package
from docgen.word.template_check import tag_problems, template_problems
from tests.conftest import ROOT
from tests.word.small import package, paragraph, row, table

VALUES: dict[str, Any] = {"a": "một", "xs": ["một", "hai"], "d": {"k": "v"}, "rows": [{"k": "v"}]}
P = paragraph


class Case(NamedTuple):
    name: str
    body: str
    code: str
    paragraph: int


DELETED = '<w:p><w:del w:id="1" w:author="x"><w:r><w:delText>{{ a }}</w:delText></w:r></w:del></w:p>'
FIELD = "<w:p><w:r><w:instrText>{{ a }}</w:instrText></w:r></w:p>"
FAULTS = [
    Case("DTL001 never closed", P("{{ a"), "template.open_tag", 1),
    Case("DTL001 closed by half", P("x") + P("{{ a } {{ a }}"), "template.open_tag", 2),
    Case("opened by half", P("{ a }}"), "template.stray_brace", 1),
    Case("a brace apart", P("{ { a }}"), "template.stray_brace", 1),
    Case("one brace on each side", P("Số { a }"), "template.stray_brace", 1),
    Case("DTL002 across paragraphs", P("{{ a") + P("}}"), "template.torn", 1),
    Case("DTL003 in a deletion", P("x") + DELETED, "template.tracked", 2),
    Case("in a field code", FIELD, "template.field", 1),
    Case("DTL101 never ended", P("{%p if a %}") + P("x"), "template.unclosed", 1),
    Case("DTL102 end without beginning", P("{%p endif %}"), "template.stray_end", 1),
    Case("DTL102 else alone", P("{%p else %}"), "template.stray_end", 1),
    Case("its loop has no beginning", P("{{ x }}") + P("{%p endfor %}"), "template.stray_end", 2),
    Case("DTL103 no expression", P("{{ a b }}"), "template.broken", 1),
    Case("empty", P("{{ }}"), "template.broken", 1),
    Case("DTL103 no statement", P("{% fro x in xs %}{{ x }}{% endfor %}"), "template.broken", 1),
    Case("DTL104 no such filter", P("{{ a|uper }}"), "template.unsafe", 1),
    Case("DTL105 no such test", P("{% if a is foo %}x{% endif %}"), "template.unsafe", 1),
    Case("DTL106 after its loop", P("{%p for x in xs %}") + P("{{ x }}") + P("{%p endfor %}") + P("{{ x }}"),
         "template.loop_variable", 4),
    Case("DTL106 loop of no loop", P("{{ loop.index }}"), "template.loop_variable", 1),
    Case("a loop named otherwise", P("{%p for xx in xs %}") + P("{{ x }} {{ x }}") + P("{{ x }}") + P("{%p endfor %}"),
         "template.loop_variable", 1),
    Case("DTL201 per cent", P("{%p if a == '%' %}") + P("x") + P("{%p endif %}"), "template.prefix_sign", 1),
    Case("DTL202 a blank before tr", table(row("{% tr for x in xs %}"), row("{{ x }}"), row("{%tr endfor %}")),
         "template.prefix_blank", 1),
    Case("no blank after p", P("{%pif a %}") + P("x") + P("{%p endif %}"), "template.prefix_blank", 1),
    Case("DTL203 a row outside a table", P("{{tr a }}"), "template.outside_table", 1),
    Case("DTL204 two prefixes", P("{%p for x in xs %}") + P("{{ x }}{% endfor %}"), "template.prefix_pair", 2),
    Case("DTL205 two tables", table(row("{%tr for x in xs %}"), row("{{ x }}")) + table(row("{%tr endfor %}")),
         "template.two_tables", 3),
    Case("DTL206 one row", table(row("{%tr for x in xs %}{{ x }}{%tr endfor %}")), "template.one_row", 1),
    Case("DTL207 two rows", table(row("{%tc for x in xs %}", "{{ x }}"), row("{%tc endfor %}", "x")),
         "template.two_rows", 3),
    Case("DTL208 a span outside a table", P("{% colspan a %}"), "template.outside_table", 1),
    Case("DTL209 words beside", P("chữ {%p if a %}") + P("x") + P("{%p endif %}"), "template.shared_line", 1),
    Case("DTL209 words in the row", table(row("{%tr for x in xs %}", "chữ"), row("{{ x }}"), row("{%tr endfor %}")),
         "template.shared_line", 1),
    Case("DTL210 one paragraph", P("{%p if a %}x{%p endif %}"), "template.one_paragraph", 1),
    Case("DTL301 no such key", P("{{ b }}"), "template.undefined", 1),
    Case("DTL301 no such key inside", P("{{ d.z }}"), "template.undefined", 1),
    Case("DTL301 no such key in a loop", P("{% for r in rows %}{{ r.z }}{% endfor %}"), "template.undefined", 1),
    Case("DTL303 no list", P("{% for x in a %}{{ x }}{% endfor %}"), "template.not_a_list", 1),
    Case("DTL306 no list to join", P("{{ a|join(',') }}"), "template.not_a_list", 1),
    Case("DTL307 no rich text", P("{{r a }}"), "template.plain_value", 1),
    Case("DTL308 unescaped", P("{{ a|safe }}"), "template.unsafe", 1),
    Case("a call", P("{{ a() }}"), "template.unsafe", 1),
    Case("an include", P("{% include 'x' %}"), "template.unsafe", 1),
]  # fmt: skip

SOUND = {
    "value": P("{{ a }}"),
    "loop": P("{%p for x in xs %}") + P("{{ x }} {{ loop.index }}") + P("{%p endfor %}"),
    "rows": table(row("{%tr for r in rows %}"), row("{{ r.k }}"), row("{%tr endfor %}")),
    "branches": P("{%p if a == 'x' %}")
    + P("y")
    + P("{%p elif d.k %}")
    + P("u")
    + P("{%p else %}")
    + P("z")
    + P("{%p endif %}"),
    "within a line": P("{% if d.k is defined %}y{% else %}z{% endif %}"),
    "comment": P("{# ghi chú #}{{ a }}"),
    "optional": P("{{ b|default('') }}"),
    "filters": P("{{ xs|join(', ') }} {{ xs[0] }} {{ xs|first }} {{ a|upper }}"),
    "braces of an essay": P("tập hợp {1; 2} và { x }"),
    "a quoted closing": P("{{ '}}' }}"),
    "a loop named like its list": P("{% for a in xs %}{{ a }}{% endfor %}{{ a }}"),
}


def said(body: str) -> list[tuple[str, int]]:
    found = errors(tag_problems(package(body), "mau.docx", VALUES))
    return [(one.code, one.place.paragraph) for one in found]


@pytest.mark.parametrize("case", FAULTS, ids=lambda case: case.name)
def test_a_fault_is_told_once_at_its_paragraph(case: Case) -> None:
    assert said(case.body) == [(case.code, case.paragraph)]


@pytest.mark.parametrize("body", SOUND.values(), ids=SOUND)
def test_nothing_is_said_of_a_sound_template(body: str) -> None:
    assert tag_problems(package(body), "mau.docx", VALUES) == []


def test_all_faults_of_all_paragraphs_are_told_at_once() -> None:
    """Those with a block that never ends would take the others into it."""
    alone = [case for case in FAULTS if case.code not in ("template.unclosed", "template.stray_end", "template.torn")]
    body, expected, before = "", [], 0
    for case in alone:
        expected.append((case.code, before + case.paragraph))
        body += case.body
        before += len(re.findall(r"<w:p[ >]", case.body))
    assert sorted(set(said(body)) ^ set(expected)) == []


def test_each_part_is_read() -> None:
    header = f'<w:hdr xmlns:w="{"http://schemas.openxmlformats.org/wordprocessingml/2006/main"}">{P("{{ b }}")}</w:hdr>'
    (fault,) = tag_problems(package(P("x"), header1=header), "mau.docx", VALUES)
    assert (fault.code, fault.place.part) == ("template.undefined", "word/header1.xml")


def test_the_place_names_the_heading_above() -> None:
    (fault,) = tag_problems(package(P("II- NHIỆM VỤ") + P("Chủ trì: {{ b }}")), "mau.docx", VALUES)
    assert str(fault.place) == "mau.docx › word/document.xml › đoạn 2 › II- NHIỆM VỤ «Chủ trì: {{ b }}»"
    assert fault.place.as_json()["heading"] == "II- NHIỆM VỤ"


@pytest.mark.parametrize(
    ("tag", "remedy"),
    [
        ("{{ rowz }}", "Có phải ý là «rows»?"),
        ("{{ a|uper }}", "Có phải ý là «upper»?"),
        ("{{ d.kk }}", "Có phải ý là «k»?"),
        ("{%p endfr %}", "Có phải ý là «endfor»?"),
    ],
)
def test_what_was_probably_meant_is_said(tag: str, remedy: str) -> None:
    assert remedy in [one.remedy for one in tag_problems(package(P(tag)), "mau.docx", VALUES)]


def test_components_without_a_tag_are_hinted_at() -> None:
    found = template_problems(package(P("{{ tieu_de }}")), "mau.docx", KEYS, SAMPLE)
    assert {(one.code, one.severity) for one in found} == {("template.left_out", "hint")}
    assert "Mẫu không có chỗ điền «Số và ký hiệu»." in [one.message for one in found]


TAG = re.compile(r"\{[{%][^{}]*[}%]\}")
SPOILT = {
    "no closing": lambda tag: tag[:-2],
    "half a closing": lambda tag: tag[:-1],
    "no opening": lambda tag: tag[2:],
    "half an opening": lambda tag: tag[1:],
    "an unknown filter": lambda tag: tag.replace(" }}", "|uper }}"),
    "a call": lambda tag: tag.replace(" }}", "() }}"),
    "prefix apart": lambda tag: re.sub(r"\{%(p|tr|r) ", r"{% \1 ", tag),
}


@pytest.mark.parametrize("way", SPOILT)
def test_each_tag_of_a_shipped_template_spoilt_is_one_fault_there(way: str) -> None:
    parts = read_package((ROOT / "templates/nd30/bao-cao.docx").read_bytes())
    document, wrong = parts[DOCUMENT].decode("utf-8"), []
    for tag in {tag.group(): tag for tag in TAG.finditer(document)}.values():
        spoilt = SPOILT[way](tag.group())
        if spoilt != tag.group():
            content = document[: tag.start()] + spoilt + document[tag.end() :]
            found = errors(
                tag_problems(write_package({**parts, DOCUMENT: content.encode("utf-8")}), "mau.docx", SAMPLE)
            )
            here = len(re.findall(r"<w:p[ >]", document[: tag.start()]))
            if [one.place.paragraph for one in found] != [here]:
                wrong.append((tag.group(), here, [(one.code, one.place.paragraph) for one in found]))
    assert wrong == []
