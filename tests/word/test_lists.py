"""Numbers Word makes by itself stand in the words, as a reader sees them."""

import pytest

from tests.word.small import W
from tests.word.test_looks import read


def level(index: int, kind: str, text: str, start: int = 1) -> str:
    begin = f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/>'
    return f'{begin}<w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'


def numbered(*places: tuple[int, int], levels: str, more: str = "") -> list[str]:
    """Words of paragraphs «x» in list and level."""
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}</w:numbering>'
    )
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{key}"/></w:numPr></w:pPr>'
        "<w:r><w:t>x</w:t></w:r></w:p>"
        for key, depth in places
    )
    return [line.text for line in read(body, numbering=numbering)]


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("decimal", "%1.", ["1. x", "2. x"]),
        ("upperRoman", "%1-", ["I- x", "II- x"]),
        ("lowerLetter", "%1)", ["a) x", "b) x"]),
        ("lowerRoman", "(%1)", ["(i) x", "(ii) x"]),
        ("decimalZero", "%1", ["01 x", "02 x"]),
        ("bullet", "-", ["- x", "- x"]),
        ("bullet", "\uf0b7", ["• x", "• x"]),
        ("none", "", ["x", "x"]),
    ],
)
def test_formats(kind: str, text: str, said: list[str]) -> None:
    assert numbered((1, 0), (1, 0), levels=level(0, kind, text)) == said


def test_deeper_levels_begin_anew_under_each_number() -> None:
    levels = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2.")
    places = [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)]
    assert numbered(*places, levels=levels) == ["1. x", "1.1. x", "1.2. x", "2. x", "2.1. x"]


def test_a_list_that_begins_elsewhere() -> None:
    restarted = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )
    said = numbered((1, 0), (1, 0), (2, 0), (2, 0), levels=level(0, "decimal", "%1.", start=4), more=restarted)
    assert said == ["4. x", "5. x", "1. x", "2. x"]


def test_number_zero_is_no_list() -> None:
    assert numbered((0, 0), levels=level(0, "decimal", "%1.")) == ["x"]


def test_an_empty_paragraph_shows_no_number() -> None:
    assert [line.text for line in read('<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>')] == [""]
