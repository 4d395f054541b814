"""What of a reading is compared: paragraphs, rows of tables, headers, footers and notes as passages of tokens."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import Literal

from docgen.model.document import Role
from docgen.model.reading import Layout, Letters, Line, Placed, Reading
from docgen.tokens import Token, fold, tokens
from docgen.vietnamese import to_nfc

Story = Literal["body", "header", "footer", "note"]
STORIES: tuple[Story, ...] = ("body", "header", "footer", "note")
BREAK, CELL_END = Token("\n", "\n"), Token("\t", "\t")
_MERGED: tuple[Role, ...] = ("superior", "issuer", "subject", "authority", "position", "kind")
_AFTER_NUMBER = frozenset(".)-:/")
_COUNTED = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.)]?")
_NAME = re.compile(r"(?:[A-ZĐÀ-Ỹ][a-zđà-ỹ]+ ){1,5}[A-ZĐÀ-Ỹ][a-zđà-ỹ]+")
_PAGE_FIELDS = frozenset(("PAGE", "NUMPAGES"))
_PLAIN = Layout()
_FIGURES = re.compile(r"\d+")


@dataclass(frozen=True)
class Passage:
    """One paragraph, several lines that are one (a subject), a row with its `cells` under `heads`, or a cell under its
    `column`.

    `looks` stand one a token; the first `mark` tokens are the number in front; `joints` are tokens that only part two
    paragraphs put together, `breaks` where they stand.
    """

    tokens: tuple[Token, ...]
    role: Role = "other"
    path: str = ""
    story: Story = "body"
    looks: tuple[Letters | None, ...] = ()
    layout: Layout = _PLAIN
    mark: int = 0
    joints: frozenset[int] = frozenset()
    cells: tuple["Passage", ...] = ()
    heads: tuple[str, ...] = ()
    column: str = ""

    @cached_property
    def text(self) -> str:
        """Its words in normal form."""
        return to_nfc("".join([token.text for token in self.tokens])).strip()

    @property
    def number(self) -> str:
        """The number in front, as it stands."""
        return "".join([token.text for token in self.tokens[: self.mark]]).strip()

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """What it says, for alignment: no blanks, no number in front."""
        if self.cells:
            counted = 1 if counts(self.cells[0]) else 0
            return tuple(key for cell in self.cells[counted:] for key in cell.keys)
        return tuple(token.key for token in self.tokens[self.mark :] if not token.blank)

    @property
    def where(self) -> str:
        """Its path in the body, else what it is."""
        return self.path or (self.role if self.story == "body" else self.story)


def counts(cell: Passage) -> bool:
    """Whether a cell holds only the number of its row."""
    return bool(_COUNTED.fullmatch(cell.text))


def passages(reading: Reading, story: Story, strict: bool) -> list[Passage]:
    """All passages of one story with words, in reading order."""
    if story == "body":
        return list(_body(reading.lines, strict))
    if story == "note":
        return [_plain(line, story, strict) for line in reading.notes]
    return [_plain(line, story, strict) for line in _marginal(reading, story) if line.text or line.fields]


def joined(parts: Sequence[Passage]) -> Passage:
    """Several passages as one, with a paragraph's end between each two."""
    first = parts[0]
    for part in parts[1:]:
        start = len(first.tokens)
        joints = {*first.joints, *range(start, start + 1 + part.mark)}
        first = replace(
            first,
            tokens=(*first.tokens, BREAK, *part.tokens),
            looks=(*first.looks, None, *part.looks),
            joints=frozenset(joints),
        )
    return first


def _marginal(reading: Reading, story: Story) -> Iterator[Line]:
    """Lines of headers or footers, a shared one once, the number of the page left out."""
    seen: set[tuple[str, int]] = set()
    for section in reading.sections:
        for lines in (section.headers if story == "header" else section.footers).values():
            for line in lines:
                if (line.part, line.paragraph) not in seen:
                    yield line
            seen.update((line.part, line.paragraph) for line in lines)


def _plain(line: Line, story: Story, strict: bool) -> Passage:
    found = _passage([line], strict)
    if _PAGE_FIELDS.isdisjoint(line.fields):
        return replace(found, story=story)
    page = tuple(_any_page(token) for token in found.tokens) or (Token("#", "#"),)
    return replace(found, story=story, tokens=page, looks=found.looks or (None,))


def _any_page(token: Token) -> Token:
    """A token of a line that holds the page number: any page is the same."""
    return Token(_FIGURES.sub("#", token.text), _FIGURES.sub("#", token.key))


def _body(lines: Iterable[Placed], strict: bool) -> Iterator[Passage]:
    tables = 0
    for (table, role), group in groupby(lines, _together):
        if table is not None:
            tables += 1
            yield from _rows(list(group), tables, strict)
        elif role in _MERGED:
            yield from _several([placed for placed in group if placed.text], strict)
        else:
            yield from (_one(placed, strict) for placed in group if placed.text)


def _together(placed: Placed) -> tuple[int | None, Role]:
    cell = placed.line.cell
    return (cell.table if cell and cell.data else None), _role(placed)


def _role(placed: Placed) -> Role:
    """Its role; a name typed on with Enter below a position has still the style of that."""
    named = placed.role == "position" and _NAME.fullmatch(placed.text)
    return "signer" if named else placed.role


def _several(placed: Sequence[Placed], strict: bool) -> Iterator[Passage]:
    if placed:
        yield replace(_passage([one.line for one in placed], strict), role=_role(placed[0]), path=placed[0].path)


def _one(placed: Placed, strict: bool) -> Passage:
    found = _passage([placed.line], strict)
    return replace(found, role=_role(placed), path=placed.path, mark=_mark(found.tokens, placed.number))


def _rows(lines: Sequence[Placed], table: int, strict: bool) -> Iterator[Passage]:
    heads: list[str] = []
    for row, in_row in groupby(lines, lambda placed: placed.line.cell.row if placed.line.cell else 0):
        cells = [
            _cell([one.line for one in in_cell], f"table.{table}.{row}.{column + 1}", heads, column, strict)
            for column, in_cell in groupby(in_row, lambda placed: placed.line.cell.column if placed.line.cell else 0)
        ]
        heads = heads or [cell.text for cell in cells]
        yield _row(tuple(cells), f"table.{table}.{row}", tuple(heads))


def _cell(lines: Sequence[Line], path: str, heads: Sequence[str], column: int, strict: bool) -> Passage:
    said = [line for line in lines if line.text] or lines[:1]
    found = joined([_passage([line], strict) for line in said])
    head = heads[column] if column < len(heads) else ""
    return replace(found, role="table", path=path, column=head)


def _row(cells: tuple[Passage, ...], path: str, heads: tuple[str, ...]) -> Passage:
    every = tuple(token for cell in cells for token in (*cell.tokens, CELL_END))
    return Passage(every, "table", path, cells=cells, heads=heads)


def _passage(lines: Sequence[Line], strict: bool) -> Passage:
    """Lines as one passage, a blank between each two."""
    found: list[Token] = []
    looks: list[Letters | None] = []
    for line in lines:
        if found:
            found.append(Token(" ", " "))
            looks.append(None)
        said = tokens(line.raw, strict)
        found += said
        looks += _looks(line, said)
    return Passage(tuple(found), looks=tuple(looks), layout=lines[0].layout)


def _looks(line: Line, said: Sequence[Token]) -> Iterator[Letters]:
    """The letters each token begins in."""
    ends: list[tuple[int, Letters]] = []
    end = 0
    for piece in line.pieces:
        end += len(piece.raw or piece.text)
        ends.append((end, piece.letters))
    at = piece_at = 0
    for token in said:
        while ends[piece_at][0] <= at:
            piece_at += 1
        yield ends[piece_at][1]
        at += len(token.text)


def _mark(said: Sequence[Token], number: str) -> int:
    """How many tokens the number in front takes, with its sign and blanks."""
    if not number:
        return 0
    at = _blanks(said, 0)
    wanted = [fold(token.text) for token in tokens(number)]
    if [fold(token.text) for token in said[at : at + len(wanted)]] != wanted:
        return 0
    at += len(wanted)
    while at < len(said) and fold(said[at].text) in _AFTER_NUMBER:
        at += 1
    return _blanks(said, at)


def _blanks(said: Sequence[Token], at: int) -> int:
    while at < len(said) and said[at].blank:
        at += 1
    return at
