"""Changes drawn by lot in the papers of all units: told with the right type, weight and place, and nothing else."""

import os
import random
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from docgen.compare.comparing import compare
from docgen.model.reading import Placed, Reading
from docgen.word.read import read_docx
from tests.compare.changing import CHANGES, Draft, Planted

ROUNDS = 12 if os.environ.get("DOCGEN_LONG") else 1
AT_ONCE = 4


@dataclass
class Score:
    """What was planted and told."""

    right: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    misweighed: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        right, missed, wrong = (counter.total() for counter in (self.right, self.missed, self.wrong))
        return 2 * right / (2 * right + missed + wrong)


def test_changes_of_every_type_in_all_papers(built: Path) -> None:
    score = Score()
    papers = sorted(built.glob("*.docx"))
    for count, paper in enumerate(papers * ROUNDS):
        _judge(_changed(paper.read_bytes(), random.Random(f"{paper.name} {count}"), count), score, paper.stem)
    assert len(score.right) >= 12, score.right
    assert score.f1 >= 0.95, (score.f1, score.missed, score.wrong, score.notes)
    assert score.misweighed <= 0.02 * score.right.total()


def _changed(content: bytes, lot: random.Random, count: int) -> Draft:
    """Some changes in one paper; each takes its turn to be the first."""
    draft = Draft(content, lot)
    first = CHANGES[count % len(CHANGES)]
    wanted = [first, *lot.sample([change for change in CHANGES if change is not first], len(CHANGES) - 1)]
    for change in wanted:
        if len(draft.planted) < AT_ONCE:
            change(draft)
    return draft


def _judge(draft: Draft, score: Score, name: str) -> None:
    old, new = read_docx(draft.old), read_docx(draft.clerk.save())
    found = list(compare(old, new).changes)
    for planted in draft.planted:
        where = _place(planted, old, new)
        hit = next((one for one in found if (one.type, one.path) == (planted.type, where)), None)
        if hit is None:
            score.missed[planted.type] += 1
            score.notes.append(f"{name}: missed {planted.type} {where} {planted.line[:60]}")
            continue
        found.remove(hit)
        score.right[planted.type] += 1
        score.misweighed += hit.severity != planted.severity
    for rest in found:
        score.wrong[rest.type] += 1
        score.notes.append(f"{name}: wrong {rest.type} {rest.path} {rest.message.vi[:120]}")


def _place(planted: Planted, old: Reading, new: Reading) -> str:
    if planted.type == "signer":
        return "signer"
    lines = (old if planted.went else new).lines
    return _where(next(one for one in lines if one.text == planted.line))


def _where(placed: Placed) -> str:
    cell = placed.line.cell
    if cell and cell.data:
        return f"table.1.{cell.row}.{cell.column + 1}"
    return placed.where
