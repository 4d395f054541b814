"""docxtpl's own test templates, filled by it and by us: the same parts, or refused by name."""

from collections.abc import Callable
from typing import Any

import pytest
from docxtpl import Listing, RichText, RichTextParagraph

from docgen.word.template import TemplateRefused, compile_template
from tests.conftest import SHARED
from tests.word.oracle import differences, ours, theirs

TEMPLATES = SHARED / "corpus" / "templates"
FILES = sorted(path.name for path in TEMPLATES.glob("*.docx"))
HARD = "a & b < c > d \"e\" 'f' é ệ – {{ x }} {% if %} ]]> &amp;"
REFUSED = {"escape_tpl_auto.docx": ("Call", "word/document.xml", 4)}


def _rich() -> RichText:
    text = RichText("nghiêng & đậm ", italic=True)
    text.add(HARD, bold=True, color="#ff0000", font="eastAsia:SimSun")
    text.add("dòng 1\ndòng 2\tcách\ađoạn mới")
    return text


def _rich_paragraphs() -> RichTextParagraph:
    text = RichTextParagraph("một đoạn", parastyle="Heading1")
    text.add(_rich())
    return text


DATA: dict[str, Callable[[], dict[str, Any]]] = {
    "cellbg_tpl.docx": lambda: {
        "alerts": [
            {"date": HARD, "bg": "ff0000", "type": HARD, "desc": RichText("khẩn & <gấp>", color="0000ff")},
            {"date": "", "bg": "", "type": "", "desc": _rich()},
            {"date": "3/2/2023", "bg": "00ff00", "type": "é", "desc": RichText("")},
        ]
    },
    "dynamic_table_tpl.docx": lambda: {
        "col_labels": ["fruit", HARD, "", "thứ tư"],
        "tbl_contents": [{"label": label, "cols": ["táo", HARD, "", "ệ"]} for label in ("vàng", "", HARD)],
    },
    "embedded_embedded_docx_tpl.docx": lambda: {"name": HARD},
    "embedded_main_tpl.docx": lambda: {"name": HARD},
    "escape_tpl_auto.docx": lambda: {
        "nested_dict": {"a": "b"},
        "iteritems": "",
        "autoescape": HARD,
        "autoescape_unicode": HARD,
    },
    "footnotes_tpl.docx": lambda: {"a_jinja_variable": HARD},
    "header_footer_entities_tpl.docx": lambda: {"title": HARD},
    "header_footer_inline_image_tpl.docx": lambda: {"images": [HARD, "", "hai"], "inline_image": HARD},
    "header_footer_tpl.docx": lambda: {
        "title": HARD,
        "mysubdoc": _rich_paragraphs(),
        "company_name": HARD,
        "date": "15/7/2023",
    },
    "header_footer_tpl_utf8.docx": lambda: {
        "title": "회사",
        "mysubdoc": _rich_paragraphs(),
        "company_name": HARD,
        "date": "",
    },
    "less_cells_after_loop_tpl.docx": dict,
    "merge_docx_master_tpl.docx": lambda: {"mysubdoc": _rich_paragraphs()},
    "merge_paragraph_tpl.docx": lambda: {"living_in_town": True},
    "module_execute_tpl.docx": lambda: {
        "json_dict_var": {"khóa": HARD},
        "json_array_var": [HARD, 1, ""],
        "json_string_var": HARD,
        "json_int_var": 7,
        "json_float_var": 7.5,
        "json_true_var": True,
        "json_false_var": False,
        "json_none_var": None,
    },
    "nested_for_tpl.docx": lambda: {
        "dishes": [
            {"name": HARD, "ingredients": ["bột", HARD, ""]},
            {"name": "", "ingredients": []},
            {"name": "phở", "ingredients": ["bánh\nphở", "thịt\tbò", "trang\fmới", "đoạn\ađoạn"]},
        ],
        "authors": [{"name": HARD, "books": [{"title": HARD}, {"title": ""}]}, {"name": "x", "books": []}],
    },
    "order_tpl.docx": lambda: {
        "customer_name": HARD,
        "items": [{"desc": HARD, "qty": 2, "price": "0,00"}, {"desc": "", "qty": 0, "price": ""}] * 3,
        "total_price": "10 000",
        "is_paid": False,
        "in_europe": True,
        "company_name": Listing("một\nhai\tba"),
    },
    "preserve_spaces_tpl.docx": lambda: {"tag_1": "  hai cách  ", "tag_2": ""},
    "richtext_eastAsia_tpl.docx": lambda: {"example": _rich(), "Chinese": RichText("测试"), "simsun": RichText("测试")},
    "richtext_paragraph_tpl.docx": lambda: {"example": _rich_paragraphs()},
}


def test_the_corpus_is_the_one_known() -> None:
    assert not FILES or (len(FILES) == 24 and set(DATA) <= set(FILES))


@pytest.mark.parametrize("name", sorted(set(FILES) - set(REFUSED)))
def test_every_part_is_docxtpls(name: str) -> None:
    template, values = (TEMPLATES / name).read_bytes(), DATA.get(name, dict)
    assert differences(ours(template, values()), theirs(template, values())) == []


@pytest.mark.skipif(not FILES, reason="the corpus lies beside the checkout")
@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_the_dialect_of_this_house_has_not_is_refused_by_name(name: str) -> None:
    construct, part, paragraph = REFUSED[name]
    with pytest.raises(TemplateRefused) as refused:
        compile_template((TEMPLATES / name).read_bytes(), name, DATA[name]())
    first = refused.value.problems[0]
    assert (first.code, first.place.part, first.place.paragraph) == ("template.unsafe", part, paragraph)
    assert f"«{construct}»" in first.message
