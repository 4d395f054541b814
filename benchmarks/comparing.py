"""Case `compare`: two drafts made into one with tracked changes, and proved, against the comparers people install."""

import json
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.drafts import Pair, bullets, edited, unrelated
from benchmarks.peers import FOLDER, ROOT, Engine, Unusable, install, python_of, release
from benchmarks.results import Row, timed
from benchmarks.workspaces import DOCGEN, Failed
from docgen.word.revision_listing import revisions_in

CASE = "compare"
ROUNDS = 3
SIZE, WARM, FEW, MANY, WORST, ALIKE = 800, 60, 1_000, 5_000, 1_000, 500
DOCGEN_ITSELF = Engine("docgen", "docgen", (), note="a process from start to exit: redline and its proof")
_ITS_PROGRAM = "its program from start to exit, no proof"
PEERS = (
    Engine("WmlComparer", "redlines", ("python-redlines[ooxmlpowertools]==2.0.0",), note=_ITS_PROGRAM),
    Engine("Docxodus", "redlines", ("python-redlines[docxodus]==2.0.0",), note=f"{_ITS_PROGRAM}; moves asked for"),
)
WHOLE = "docgen diff --as docx"
UNRELATED, BULLETS = f"docgen, {WORST} unrelated paragraphs", f"docgen, {ALIKE} identical bullets"
SMALL, LARGE = f"docgen, {FEW} paragraphs", f"docgen, {MANY} paragraphs"
MEMORY = "MB at most"


@dataclass
class _Drafts:
    """A pair as files; the redline made of it comes beside them."""

    folder: Path
    pair: Pair

    def __post_init__(self) -> None:
        self.folder.mkdir()
        self.old, self.new, self.made = (self.folder / f"{name}.docx" for name in ("old", "new", "made"))
        self.old.write_bytes(self.pair[0])
        self.new.write_bytes(self.pair[1])


@dataclass
class _Racer:
    """An engine and its times, or why it has none."""

    engine: Engine
    times: list[float] = field(default_factory=list)
    marked: float = 0
    fault: str = ""

    def prepare(self, drafts: _Drafts) -> None:
        """Installed, started once, and shown to mark something."""
        try:
            install(self.engine)
            _redline(self.engine, drafts)
            if not _letters(drafts.made):
                raise Unusable("nothing is marked")
        except Unusable as unusable:
            self.fault = str(unusable)

    def race(self, drafts: _Drafts) -> None:
        """One turn: a peer's time is that of its program, ours that of the whole process."""
        if not self.fault:
            start = time.perf_counter()
            told = _redline(self.engine, drafts)
            took = 1000 * (time.perf_counter() - start)
            self.times.append(took if self.engine is DOCGEN_ITSELF else told["ms"])
            self.marked = _letters(drafts.made)

    def row(self, others: "list[_Racer]") -> Row:
        """Its times against those of the others in the same rounds."""
        if self.fault:
            return Row(CASE, self.engine.name, None, version=release(self.engine), note=self.fault)
        facts = {"letters marked": self.marked}
        ratios = _ratios(self.times, others)
        return timed(
            CASE, self.engine.name, self.times, ratio_to=ratios, version=release(self.engine),
            note=self.engine.note, facts=facts,
        )  # fmt: skip


def measure(rounds: int = ROUNDS) -> list[Row]:
    """Rows for the comparers side by side, for two pairs made to be slow, and for growth."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=FOLDER) as name:
        folder = Path(name)
        return [*_side_by_side(folder, rounds), *_slow_pairs(folder, rounds), *_growth(folder, rounds)]


def _side_by_side(folder: Path, rounds: int) -> list[Row]:
    drafts, few = _Drafts(folder / "edited", edited(SIZE)), _Drafts(folder / "warm", edited(WARM))
    peers, ours = [_Racer(engine) for engine in PEERS], _Racer(DOCGEN_ITSELF)
    whole: list[float] = []
    for racer in (*peers, ours):
        racer.prepare(few)
    for _ in range(rounds):
        for racer in (*peers, ours):
            racer.race(drafts)
        whole.append(_whole(drafts))
    note = "the command from start to exit: redline, proof, every change in words, form rules"
    told = timed(CASE, WHOLE, whole, ratio_to=_ratios(whole, peers), note=note)
    return [*(peer.row([]) for peer in peers), ours.row(peers), told]


def _ratios(times: list[float], others: list[_Racer]) -> dict[str, float]:
    """How many times as fast as each, taken inside every round."""
    measured = [other for other in others if not other.fault]
    return {
        other.engine.name: median(theirs / mine for theirs, mine in zip(other.times, times, strict=True))
        for other in measured
    }


def _slow_pairs(folder: Path, rounds: int) -> list[Row]:
    pairs = {UNRELATED: unrelated(WORST), BULLETS: bullets(ALIKE)}
    return [_alone(name, _Drafts(folder / name, pair), rounds) for name, pair in pairs.items()]


def _alone(name: str, drafts: _Drafts, rounds: int) -> Row:
    told = [_redline(DOCGEN_ITSELF, drafts) for _ in range(rounds)]
    return timed(CASE, name, [one["ms"] for one in told], facts={MEMORY: max(one["MB"] for one in told)})


def _growth(folder: Path, rounds: int) -> list[Row]:
    small, large = (_Drafts(folder / f"{size}", edited(size)) for size in (FEW, MANY))
    told = [(_redline(DOCGEN_ITSELF, small), _redline(DOCGEN_ITSELF, large)) for _ in range(rounds)]
    few, many = ([one["ms"] for one in side] for side in zip(*told, strict=True))
    ratio = {SMALL: median(one / other for one, other in zip(few, many, strict=True))}
    less, more = (max(one["MB"] for one in side) for side in zip(*told, strict=True))
    return [
        timed(CASE, SMALL, few, facts={MEMORY: less}),
        timed(CASE, LARGE, many, ratio_to=ratio, facts={MEMORY: more}),
    ]


def _redline(engine: Engine, drafts: _Drafts) -> dict[str, float]:
    """What one redline took, and its memory. Raises Unusable for a peer, Failed for docgen."""
    drafts.made.write_bytes(b"")
    files = [str(drafts.old), str(drafts.new), str(drafts.made)]
    command = [python_of(engine.home), "-m", "benchmarks.redliner", engine.name, *files, str(FOLDER / engine.home)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    with suppress(ValueError):
        if drafts.made.stat().st_size:
            told: dict[str, float] = json.loads(done.stdout)
            return told
    why = f"no redline: {(done.stderr.strip().splitlines() or ['it does not hold'])[-1]}"
    raise Failed(why) if engine is DOCGEN_ITSELF else Unusable(why)


def _letters(made: Path) -> int:
    """Letters inserted and deleted, a moved block not counted."""
    return sum(len(one.words) for one in revisions_in(made.read_bytes()) if one.kind in ("insert", "delete"))


def _whole(drafts: _Drafts) -> float:
    start = time.perf_counter()
    command = [DOCGEN, "diff", str(drafts.old), str(drafts.new), "--as", "docx", "-o", str(drafts.made)]
    done = subprocess.run(command, cwd=drafts.folder, capture_output=True)
    if done.returncode != 1:
        raise Failed(done.stderr.decode("utf-8", "replace"))
    return 1000 * (time.perf_counter() - start)
