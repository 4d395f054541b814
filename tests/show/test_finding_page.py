"""The report as one page: whole, offline, safe, every finding in it."""

import re
from html.parser import HTMLParser

from docgen.show.finding_page import finding_page
from tests.show.findings import CHECKED

VOID = {"meta", "input", "br"}


class Page(HTMLParser):
    """Elements by name with their attributes; an element left open or closed twice is an error."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.found if name == tag]


PAGE = Page(finding_page(CHECKED))


def test_nothing_is_fetched_and_nothing_runs() -> None:
    assert not {tag for tag, _ in PAGE.found} & {"script", "img", "link", "iframe", "object", "form"}
    assert not re.search(r"https?:|url\(|\son\w+=", finding_page(CHECKED))


def test_every_finding_stands_in_it_with_its_severity() -> None:
    severities = [attrs["class"] for attrs in PAGE.all("li")]
    assert severities == ["refused", "error", "warning", "hint", "hint", "error"]
    assert PAGE.words.count("Cách sửa:") == 5 and "(HD 36, mục II.1)" in PAGE.words


def test_words_of_papers_are_words() -> None:
    assert "mục II.3 «Rà soát <b>&</b>»" in PAGE.words


def test_the_summary_leads_to_the_papers() -> None:
    links = [str(attrs["href"]).lstrip("#") for attrs in PAGE.all("a")]
    assert links == [attrs["id"] for attrs in PAGE.all("section")] == ["t0"]
    assert "Tệp đã hỏng." in PAGE.words and "1 tệp không có gì phải sửa" in PAGE.words


def test_every_filter_has_its_label_and_its_rule() -> None:
    boxes = [attrs["id"] for attrs in PAGE.all("input")]
    assert boxes == ["f-error", "f-warning", "f-hint", "f-g0", "f-g1", "f-g2"]
    assert [attrs["for"] for attrs in PAGE.all("label")] == boxes
    shown = {attrs["class"] for tag in ("li", "div") for attrs in PAGE.all(tag)} - {"refused"}
    assert {f"#f-{name}:not(:checked)~main .{name}{{display:none}}" for name in shown} <= set(
        re.findall(r"#f-\w+:not\(:checked\)~main \.\w+\{display:none\}", finding_page(CHECKED))
    )
