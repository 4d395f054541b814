"""The page in a real browser: keyboard, filters, links, print; the script runs under the page's own policy."""

import json
import re
import subprocess
from html import unescape
from pathlib import Path

import pytest

from docgen.show.diff_page import pair_page
from tests.conftest import need
from tests.show.changes import PAIR

LIMIT = 60


def opened(page: str, folder: Path) -> str:
    """What the browser made of a page."""
    file = folder / "so-sanh.html"
    file.write_text(page, encoding="utf-8")
    words = [
        need("chromium"), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'ho-so'}",
        "--dump-dom", file.as_uri(),
    ]  # fmt: skip
    return subprocess.run(words, capture_output=True, timeout=LIMIT, check=True).stdout.decode()


def done(steps: str, folder: Path) -> list[object]:
    """A reader's steps, and what `see` noted after each; for them the page's policy is lifted."""
    page = re.sub(r"<meta http-equiv[^>]*>", "", pair_page(PAIR))
    reader = f"""<script>
    const seen = [];
    const press = (key, more = {{}}) => document.dispatchEvent(new KeyboardEvent("keydown", {{ key, ...more }}));
    const now = () => [...document.querySelectorAll(".now")].map((element) => element.id);
    const see = (what) => seen.push(what);
    {steps}
    const note = document.createElement("pre");
    note.id = "seen";
    note.textContent = JSON.stringify(seen);
    document.body.append(note);
    </script></body>"""
    dom = opened(page.replace("</body>", reader), folder)
    (noted,) = re.findall(r'<pre id="seen">(.*?)</pre>', dom, re.DOTALL)
    result = json.loads(unescape(noted))
    assert isinstance(result, list)
    return result


def test_the_script_runs_and_words_of_papers_do_not(tmp_path: Path) -> None:
    dom = opened(pair_page(PAIR), tmp_path)
    assert '<span id="at" aria-live="polite">0/5</span>' in dom
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in dom


WALKS = {
    "next": ("'n', 'j'", ["c2", "p0-6"]),
    "round the end": ("'p'", ["c5", "p0"]),
    "back": ("'n', 'n', 'n', 'k'", ["c2", "p0-6"]),
    "other keys do nothing": ("'n', 'x', 'Enter'", ["c1", "p0-5"]),
}


@pytest.mark.parametrize(("keys", "expected"), WALKS.values(), ids=WALKS)
def test_the_keyboard_walks_from_change_to_change(tmp_path: Path, keys: str, expected: list[str]) -> None:
    seen = done(f"[{keys}].forEach((key) => press(key)); see(now().sort());", tmp_path)
    assert seen == [expected]


def test_the_keys_of_the_browser_stay_its_own(tmp_path: Path) -> None:
    assert done("press('n', { ctrlKey: true }); see(now());", tmp_path) == [[]]


def test_filters_hide_changes_and_the_walk_passes_them_by(tmp_path: Path) -> None:
    steps = """document.querySelector("label[for=f-high]").click(); see(document.getElementById("at").textContent);
    press('n'); see(now().sort());
    document.querySelector("label[for=f-t-wording]").click(); press('n'); see(now().sort());
    document.querySelector("label[for=f-high]").click(); see(document.getElementById("at").textContent);"""
    assert done(steps, tmp_path) == ["0/3", ["c2", "p0-6"], ["c3", "p0-8"], "2/4"]


def test_a_link_opens_what_is_folded_away(tmp_path: Path) -> None:
    steps = """const folded = document.querySelector("main details"); see(folded.open);
    const link = document.createElement("a"); link.href = "#p0-1"; document.querySelector("main").append(link);
    link.click(); see(folded.open);"""
    assert done(steps, tmp_path) == [False, True]


def test_nothing_is_asked_of_the_network(tmp_path: Path) -> None:
    assert done("see(performance.getEntriesByType('resource').length);", tmp_path) == [0]
