"""A change of looks says which rule it newly breaks or mends, and says it once."""

from docgen.compare.formats import with_form
from docgen.model.change import Change
from docgen.model.finding import Finding, Said, Spot

SIZE = Change(
    "format", "format", "low", "I.2", "14", "16", Said("Hình thức I.2: cỡ chữ 14 → 16 pt", "Form I.2: 14 → 16 pt")
)
WORDS = Change("replace", "wording", "medium", "I.2", "một", "hai", Said("Sửa lời", "Words changed"))


def finding(code: str, path: str) -> Finding:
    said = Said(f"Sai {code}.", f"Broken {code}.")
    return Finding(code, (), "warning", 1.0, Spot(path=path), "14", "16", said, said, "")


def test_a_rule_newly_broken_is_said_with_the_change_that_breaks_it() -> None:
    (told,) = with_form([SIZE], [], [finding("characters.size", "I.2")])
    assert told.message.vi == "Hình thức I.2: cỡ chữ 14 → 16 pt (mới sai thể thức: Sai characters.size)"


def test_a_rule_mended_too() -> None:
    (told,) = with_form([SIZE], [finding("characters.size", "I.2")], [])
    assert "thể thức đã đúng" in told.message.vi


def test_what_no_change_shows_is_one_of_its_own() -> None:
    told = with_form([SIZE], [], [finding("letterhead.title_rule", "title")])
    assert [(change.type, change.path) for change in told] == [("format", "I.2"), ("format", "title")]


def test_what_follows_from_words_is_no_change() -> None:
    assert with_form([WORDS], [], [finding("wording.tone", "I.2"), finding("body.numbering", "II.4")]) == [WORDS]


def test_what_both_drafts_break_is_no_change() -> None:
    assert with_form([], [finding("kind.look", "kind")], [finding("kind.look", "kind")]) == []
