"""docs/rules.md: every rule as the checker knows it, in reading order."""

import inspect
from collections.abc import Iterator
from itertools import groupby

from docgen.check.catalogue import EVERY
from docgen.check.rule import Rule
from docgen.show.finding_words import heading_of
from docgen.show.in_words import SEVERITIES
from docs.markdown import table

_PARTS = ("Why:", "Wrong:", "Right:")
INTRO = """\
Những điều `docgen check` soát, theo thứ tự đọc văn bản. Mỗi quy tắc ghi mã, mức, câu báo, cách sửa, rồi (bằng tiếng
Anh, lấy từ chương trình) soát gì, vì sao, thế nào là sai, là đúng. «Phục vụ» là mã của các quy tắc nghiệp vụ mà nó
soát. Con số lấy theo thể thức trong `data/the-thuc/`, nên chỗ `{found}`, `{expected}` mỗi văn bản một khác. Chỗ nào
docgen đoán chưa chắc thì mức hạ một bậc. Muốn miễn một quy tắc:
[mien-kiem-tra.yaml](du-lieu.md#datamien-kiem-trayaml)."""


def rules_page(made: str) -> str:
    """The whole page; `made` is the line on top that tells where it comes from."""
    rows = ((f"[`{rule.code}`](#{_anchor(rule)})", SEVERITIES[rule.severity], _serves(rule)) for rule in EVERY)
    parts = [made, "# Các quy tắc kiểm tra", INTRO, table(("Quy tắc", "Mức", "Phục vụ"), rows)]
    for heading, group in groupby(EVERY, key=lambda rule: heading_of(rule.code)):
        parts.append(f"## {heading}")
        for rule in group:
            parts += _rule(rule)
    return "\n\n".join(parts) + "\n"


def _rule(rule: Rule) -> Iterator[str]:
    yield f"### {rule.code}"
    yield " · ".join(filter(None, (SEVERITIES[rule.severity], _serves(rule))))
    yield f"> {rule.message.vi}\n> Cách sửa: {rule.remedy.vi}"
    yield from _about(rule.about)


def _about(docstring: str) -> Iterator[str]:
    """Paragraphs of the docstring, the marks Why, Wrong and Right in bold."""
    for paragraph in inspect.cleandoc(docstring).split("\n\n"):
        text = " ".join(paragraph.split())
        for mark in _PARTS:
            text = text.replace(mark, f"**{mark}**")
        yield text


def _serves(rule: Rule) -> str:
    return ", ".join(rule.serves)


def _anchor(rule: Rule) -> str:
    """As Markdown makes it of the heading: no full stops."""
    return rule.code.replace(".", "")
