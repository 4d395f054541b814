"""What a draft carries out: every paragraph of the paper expected, beside the paragraph of the draft that says it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from docgen.check.likeness import Likeness, pairs, plain
from docgen.model.document import APPENDIX_HEADER, Block, Document, Role, paths
from docgen.model.reading import Placed

_SAID: tuple[Role, ...] = ("opening", "item", "dash", "paragraph")
_CANDIDATES: tuple[Role, ...] = ("basis", *_SAID)
_REWORDED = 0.25  # of the words: another kind of unit keeps more of an item than that in 19 cases of 20
_IN_ITS_PLACE = 0.05  # between the paragraphs of its neighbours
_BESIDE_ANOTHER = 0.6  # in a paragraph that already says another item
_WORK = APPENDIX_HEADER.index("Nội dung công việc")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the draft with the lines that go on with it, and all its words."""

    at: Placed
    text: str


@dataclass(frozen=True)
class Carried:
    """A paragraph of the paper expected, its path there, and where the draft says it, if anywhere."""

    block: Block
    path: str
    found: Paragraph | None


def paragraphs(lines: Iterable[Placed]) -> list[Paragraph]:
    """Paragraphs of the body, those cut in two made whole."""
    made: list[Paragraph] = []
    for placed in lines:
        if placed.role not in _CANDIDATES:
            continue
        if placed.continues and made:
            made[-1] = Paragraph(made[-1].at, f"{made[-1].text} {placed.text}")
        else:
            made.append(Paragraph(placed, placed.text))
    return made


def carry(expected: Document, lines: Iterable[Placed]) -> tuple[Carried, ...]:
    """Every paragraph of the body expected with the one of the draft that says it best; each is taken once, unless it
    plainly says two items."""
    places = paths(expected.blocks)
    wanted = [
        (block, places[index]) for index, block in enumerate(expected.blocks) if block.role in _SAID and block.item
    ]
    found = _Matching([block for block, _ in wanted], paragraphs(lines)).found()
    return tuple(Carried(block, path, said) for (block, path), said in zip(wanted, found, strict=True))


@dataclass(frozen=True)
class CarriedRow:
    """A row of the appendix expected, and the cells of the row of the draft that gives the same work, by column."""

    cells: tuple[str, ...]
    found: dict[int, Placed]


def carry_rows(expected: Document, lines: Iterable[Placed]) -> list[CarriedRow]:
    """Every row of work expected that the draft's tables give in their columns of the same place."""
    rows = [row for block in expected.of("table") for row in block.rows[1:]]
    told: dict[tuple[int, int], dict[int, Placed]] = {}
    for placed in lines:
        if placed.line.cell:
            told.setdefault((placed.line.cell.table, placed.line.cell.row), {})[placed.line.cell.column] = placed
    by_work = {plain(cells[_WORK].text): cells for cells in told.values() if _WORK in cells}
    return [CarriedRow(row, by_work[plain(row[_WORK])]) for row in rows if plain(row[_WORK]) in by_work]


class _Matching:
    """Same words first; what is left is compared, the likest first."""

    def __init__(self, blocks: Sequence[Block], said: Sequence[Paragraph]) -> None:
        self.blocks, self.said = blocks, said
        self.match: dict[int, int] = {}

    def found(self) -> list[Paragraph | None]:
        self._same_words()
        if len(self.match) < len(self.blocks):
            self._alike()
        return [self.said[self.match[index]] if index in self.match else None for index in range(len(self.blocks))]

    def _same_words(self) -> None:
        by_text: dict[str, list[int]] = {}
        for index, paragraph in enumerate(self.said):
            by_text.setdefault(paragraph.text, []).append(index)
        for index, block in enumerate(self.blocks):
            same = by_text.get(_whole(block), [])
            if same:
                self.match[index] = same.pop(0)

    def _alike(self) -> None:
        wanted = [pairs(block.text) for block in self.blocks]
        said = [pairs(paragraph.text) for paragraph in self.said]
        likeness = Likeness(wanted)
        open_ones = [index for index in range(len(wanted)) if index not in self.match]
        scores = {
            (one, index): likeness.share(wanted[one], other) for one in open_ones for index, other in enumerate(said)
        }
        self._take_likest(scores)
        self._take_in_place(scores)

    def _take_likest(self, scores: Mapping[tuple[int, int], float]) -> None:
        taken = set(self.match.values())
        for (one, index), score in sorted(scores.items(), key=lambda entry: -entry[1]):
            if one not in self.match and score >= (_BESIDE_ANOTHER if index in taken else _REWORDED):
                self.match[one] = index
                taken.add(index)

    def _take_in_place(self, scores: Mapping[tuple[int, int], float]) -> None:
        """A paragraph that says nothing else and stands where the item should."""
        taken = set(self.match.values())
        for one in range(len(self.blocks)):
            if one in self.match:
                continue
            before = next((self.match[at] for at in range(one - 1, -1, -1) if at in self.match), -1)
            after = next(
                (self.match[at] for at in range(one + 1, len(self.blocks)) if at in self.match), len(self.said)
            )
            free = [index for index in range(before + 1, after) if index not in taken]
            best = max(free, key=lambda index: scores[one, index], default=None)
            if best is not None and scores[one, best] >= _IN_ITS_PLACE:
                self.match[one] = best
                taken.add(best)


def _whole(block: Block) -> str:
    """A block as its line is read: with its mark in front."""
    mark = {"item": f"{block.number}. ", "dash": f"{block.number} "}.get(block.role, "")
    return f"{mark}{block.text}"
