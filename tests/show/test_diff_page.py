"""The page of a comparison: whole, offline, safe, every change in it and everything it leads to."""

import base64
import hashlib
import re

from docgen.show.diff_page import pair_page, set_page
from tests.show.changes import EQUAL, MARKUP, PAIR, SET
from tests.show.test_finding_page import Page

TEXT = pair_page(PAIR)
PAGE = Page(TEXT)
WHOLE = Page(set_page(SET))


def test_nothing_is_fetched_and_only_the_script_of_the_hash_runs() -> None:
    assert not {tag for tag, _ in PAGE.found} & {"img", "link", "iframe", "object", "form"}
    assert not re.search(r"https?:|url\(|\son\w+=", TEXT)
    (script,) = re.findall(r"<script>(.*?)</script>\n</body>", TEXT, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    (policy,) = [str(meta["content"]) for meta in PAGE.all("meta") if meta.get("http-equiv")]
    assert policy.startswith("default-src 'none'") and f"script-src 'sha256-{digest}'" in policy
    assert len(PAGE.all("script")) == 1


def test_words_of_papers_are_words() -> None:
    assert PAGE.words.count(MARKUP) == 2  # in the list, in the row


def test_every_change_leads_to_its_row() -> None:
    links = [str(attrs["href"]) for attrs in PAGE.all("a") if attrs.get("class") != "link"]
    assert links == ["#p0-5", "#p0-6", "#p0-8", "#p0-9", "#p0"]
    ids = {attrs["id"] for _, attrs in PAGE.found if "id" in attrs}
    assert {link.lstrip("#") for link in links} <= ids


def test_every_filter_has_its_label_and_its_rule() -> None:
    boxes = [attrs["id"] for attrs in PAGE.all("input")]
    assert boxes == [
        "f-high", "f-medium", "f-low", "f-t-deadline", "f-t-task_removed", "f-t-task_moved", "f-t-wording",
        "f-t-format",
    ]  # fmt: skip
    assert [attrs["for"] for attrs in PAGE.all("label")] == boxes
    shown = {name for attrs in PAGE.all("li") for name in str(attrs["class"]).split()}
    for name in shown:
        assert f"#f-{name}:not(:checked)~aside .{name}{{display:none}}" in TEXT


def test_letters_that_differ_are_marked_inside_words() -> None:
    assert "<del><mark>15</mark>/7/2023</del>" in TEXT and "<ins><mark>31</mark>/7/2023</ins>" in TEXT


def test_ends_of_a_moved_block_lead_to_each_other() -> None:
    assert re.findall(r'id="(p0-\d)"><div[^\n]*class="link" href="#(p0-\d)"', TEXT) == [
        ("p0-7", "p0-8"), ("p0-8", "p0-7"),
    ]  # fmt: skip


def test_what_did_not_change_is_folded_away_but_for_what_stands_beside_a_change() -> None:
    assert "<summary>4 đoạn không đổi</summary>" in TEXT
    (folded,) = re.findall(r"<details>.*?</details>", TEXT, re.DOTALL)
    assert re.findall(r'id="p0-(\d)"', folded) == ["0", "1", "2", "3"]


def test_cells_stay_apart() -> None:
    assert '<del>1<span class="cell"></span>Văn phòng<span class="cell"></span></del>' in TEXT


def test_nothing_changed_is_a_page_too() -> None:
    assert "Hai bản như nhau." in Page(pair_page(EQUAL)).words


def test_folders_list_common_changes_first_and_fold_their_papers() -> None:
    assert [str(attrs["class"]).split()[-1] for attrs in WHOLE.all("li")] == ["t-deadline", "t-wording", "t-format"]
    assert "2 đơn vị: than-uyen, tan-uyen" in WHOLE.words and "Không có cặp: mới/la.docx." in WHOLE.words
    assert "mới/sin-ho.docx: Tệp đã hỏng. Lưu lại." in WHOLE.words
    assert [attrs["id"] for attrs in WHOLE.all("section")] == ["p0", "p1"]
    assert sum(attrs.get("class") == "pair" for attrs in WHOLE.all("details")) == 2
