"""Laws: nothing changed between a draft and itself; a comparison carried out gives the new draft."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from docgen.compare.applying import apply, words
from docgen.compare.comparing import compare
from docgen.tokens import fold
from docgen.word.read import read_docx
from tests.check.planting.clean import PAPERS, clean
from tests.compare.drafts import draft

_SYLLABLES = (
    "rà soát", "sắp xếp", "tổ chức", "bộ máy", "Ủy ban", "uỷ ban", "trước ngày 15/7/2023", "5%", "7,5%", "50-KL/TW",
    "Huyện ủy", "chủ trì", "phối hợp với", "1.250.000 đồng", "hoàn thành", "và", "–", "-", "\u00a0", "  ", "…", "“nêu”",
)  # fmt: skip
sentences = st.lists(st.sampled_from(_SYLLABLES), min_size=1, max_size=8).map(" ".join)
lines = st.tuples(st.sampled_from(("I- ", "1. ", "2. ", "- ", "")), sentences).map("".join)
texts = st.lists(lines, max_size=8)


@given(texts, texts)
def test_a_comparison_carried_out_gives_the_new_draft(old: list[str], new: list[str]) -> None:
    before, after = draft(old), draft(new)
    strict = compare(before, after, strict=True)
    assert apply(strict, words(before, strict=True)) == words(after, strict=True)
    assert _folded(apply(compare(before, after), words(before))) == _folded(words(after))


@given(texts)
def test_a_draft_and_itself_differ_in_nothing(some: list[str]) -> None:
    found = compare(draft(some), draft(some))
    assert (found.changes, dict(found.noise), found.verdict) == ((), {}, "same")


@given(texts, texts)
def test_every_change_is_said_in_both_languages_and_points_to_its_row(old: list[str], new: list[str]) -> None:
    found = compare(draft(old), draft(new))
    for change in found.changes:
        assert change.message.vi and change.message.en
        assert 0 <= change.row < len(found.rows)
    assert bool(found.changes) == (found.verdict in ("format", "substantive"))


def test_every_clean_paper_and_itself() -> None:
    for paper in PAPERS:
        reading = read_docx(clean(paper))
        assert compare(reading, reading).verdict == "same"
        assert compare(reading, reading, strict=True).verdict == "same"


def test_a_paper_becomes_another_one() -> None:
    for old, new in pairwise(PAPERS):
        before, after = read_docx(clean(old)), read_docx(clean(new))
        strict = compare(before, after, strict=True)
        assert apply(strict, words(before, strict=True)) == words(after, strict=True)


def _folded(said: list[str]) -> str:
    return "".join(fold(token) for token in said if not token.isspace())
