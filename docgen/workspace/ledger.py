"""An output folder under lock: what docgen wrote is its to replace, what a person wrote or edited stays.

    with Ledger(folder, shown, plan, dry_run=False, force=False) as ledger:
        stored = ledger.put(papers)           # as often as there are groups; about 32 papers share their flushes
        problems = ledger.close_run(records)  # once, when every paper was put: records, then the manifest last

One process puts. Leaving the block without `close_run` (Ctrl-C, a fault) keeps what is done: the manifest tells it, and
the next run goes on. A dry run takes no lock and writes nothing.
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.problems import Problem
from docgen.workspace import outcomes
from docgen.workspace.aside import back_up
from docgen.workspace.changes import Change, Changes, Faults, is_busy
from docgen.workspace.folder import Refused
from docgen.workspace.manifest import NAME, Entry, load_manifest, sha256
from docgen.workspace.output import OutputFolder
from docgen.workspace.placing import Paper, Placer, Placing, State
from docgen.workspace.standing import digest_of, look
from docgen.workspace.writing import CANNOT

WAIT = 20.0


@dataclass(frozen=True, slots=True)
class Stored:
    """A paper's outcome: the unit's file as messages write it, and `beside`, where the new paper is if not there."""

    unit: str
    state: State
    file: str = ""
    sha256: str = ""
    beside: str = ""
    problems: tuple[Problem, ...] = ()


class Ledger:
    """`folder` is `OUT/<plan>`, not resolved; entering raises Refused (exit code 4) when it cannot be had."""

    def __init__(
        self,
        folder: Path,
        shown: Callable[[Path], str],
        plan: str,
        *,
        dry_run: bool = False,
        force: bool = False,
        wait: float = WAIT,
    ) -> None:
        self._output, self._shown, self._plan = OutputFolder(folder, shown), shown, plan
        self._dry_run, self._force, self._wait = dry_run, force, wait
        self._stack = contextlib.ExitStack()
        self._underway: list[Placing] = []
        self._closed = False

    def __enter__(self) -> "Ledger":
        with contextlib.ExitStack() as stack:
            if not self._dry_run:
                stack.enter_context(self._output.held(self._wait))
            try:
                self._open(stack)
            except OSError as fault:
                raise Refused(outcomes.unreadable(self._shown(self._output.path), fault), CANNOT) from None
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *error: object) -> None:
        with self._stack:
            if self._dry_run or self._closed:
                return
            with contextlib.suppress(OSError, Refused):  # the journal knows as much; what brought us here is told
                for placing in self._underway:
                    if placing.name and self._is_there(placing):
                        self._record(placing, {})
                self._finish()

    def put(self, papers: Sequence[Paper]) -> list[Stored]:
        """One group, in its order. A path at fault costs its paper, a disk at fault the group; nothing is raised."""
        placings = [self._placer.place(paper) for paper in papers]
        if not self._dry_run:
            self._underway = placings
            placings = self._carried_out(placings)
            self._underway = []
        return [self._stored(placing) for placing in placings]

    def close_run(self, records: Mapping[str, bytes]) -> tuple[Problem, ...]:
        """The plan's records by file name, then the manifest. Raises Refused (exit code 4) when the disk does."""
        if self._dry_run:
            return ()
        with self._refusing():
            problems = self._put_records(records)
            self._finish()
        self._closed = True
        return problems

    def page_in_the_way(self, unit: str) -> Problem | None:
        """A PDF that is not docgen's where the unit's pages belong. Raises Refused (exit code 4)."""
        name, known = f"{unit}.pdf", self._manifest.units.get(unit)
        with self._refusing():
            there = look(self._output.path / name)
        if there.kind == "absent" or (known and there.sha256 == known.pdf):
            return None
        return outcomes.not_our_page(self._placer.shown(name))

    def put_page(self, unit: str, content: bytes) -> None:
        """The PDF beside a paper put before, where nothing is in the way. Raises Refused (exit code 4)."""
        with self._refusing():
            change = self._change_of(f"{unit}.pdf", (content,), sha256(content))
            self._insist_on_none(self._changes.apply([change] if change else []))
        self._manifest.units[unit] = replace(self._manifest.units[unit], pdf=sha256(content))

    def _open(self, stack: contextlib.ExitStack) -> None:
        """Raises OSError."""
        folder, history = self._output.path, self._output.history
        if not self._dry_run:
            self._changes = Changes(folder, self._output.temp, lambda group: history.announce(folder, group))
            stack.callback(self._changes.close)
            self._changes.sweep()
            history.recover(folder / NAME)
        self._manifest = load_manifest(folder, self._plan)
        for name, trail in history.journal.trails().items():  # of a run that did not finish
            there = look(folder / name)
            if there.kind == "file" and there.sha256 in trail.given:
                self._manifest.adopt(name, there.sha256)
        self._placer = Placer(folder, self._shown, self._manifest, self._force)

    def _carried_out(self, placings: Sequence[Placing]) -> list[Placing]:
        ready = [self._backed_up(placing) if placing.edited else placing for placing in placings]
        changes = [change for placing in ready for change in (placing.change, *placing.surplus) if change]
        faults = self._changes.apply(changes)
        return [self._settled(placing, faults) for placing in ready]

    def _backed_up(self, placing: Placing) -> Placing:
        """What a person wrote lies elsewhere too before it is replaced, else it is not replaced."""
        assert placing.change is not None
        try:
            copy = back_up(self._output.path, placing.name, placing.change.before.sha256)
        except OSError as fault:
            return self._failed(placing, fault)
        return replace(placing, problem=outcomes.backed_up(self._placer.shown(placing.name), self._shown(copy)))

    def _settled(self, placing: Placing, faults: Faults) -> Placing:
        """The placing as it went, and the manifest told."""
        fault = faults.get(placing.name)
        if fault is None or self._is_there(placing):
            self._record(placing, faults)
        if fault is None:
            return placing
        if is_busy(fault) and placing.state == "changed":
            return self._beside_busy(placing)
        return self._failed(placing, fault)

    def _beside_busy(self, placing: Placing) -> Placing:
        try:
            beside = self._placer.beside(placing.paper, outcomes.busy)
        except OSError as fault:
            return self._failed(placing, fault)
        return self._carried_out([beside])[0]

    def _failed(self, placing: Placing, fault: OSError) -> Placing:
        problem = outcomes.of_fault(self._placer.shown(placing.name), fault)
        return replace(placing, state="failed", name="", change=None, surplus=(), problem=problem)

    def _is_there(self, placing: Placing) -> bool:
        try:
            return digest_of(self._output.path / placing.name) == placing.sha256
        except OSError:
            return False

    def _record(self, placing: Placing, faults: Faults) -> None:
        """The manifest knows the unit's paper, or its paper beside, and whatever could not be removed."""
        if not placing.name:
            return
        paper, manifest = placing.paper, self._manifest
        besides = {change.name: change.before.sha256 for change in placing.surplus if change.name in faults}
        if placing.name == paper.file:
            known = manifest.units.get(paper.unit)
            manifest.units[paper.unit] = Entry(placing.sha256, **paper.entry, pdf=known.pdf if known else "")
        else:
            besides[placing.name] = placing.sha256
        manifest.besides.pop(paper.unit, None)
        if besides:
            manifest.besides[paper.unit] = besides

    def _stored(self, placing: Placing) -> Stored:
        unit, problems = placing.paper.unit, (placing.problem,) if placing.problem else ()
        if placing.state == "failed":
            return Stored(unit, "failed", problems=problems)
        shown = self._placer.shown(placing.paper.file)
        if placing.state == "protected":
            beside = self._placer.shown(placing.name) if placing.name else ""
            return Stored(unit, "protected", shown, beside=beside, problems=problems)
        return Stored(unit, placing.state, shown, placing.sha256, problems=problems)

    def _put_records(self, records: Mapping[str, bytes]) -> tuple[Problem, ...]:
        """Records are renewed always; one that a person edited is backed up and told. Raises OSError, Refused."""
        problems: list[Problem] = []
        changes: list[Change] = []
        for name, content in records.items():
            change = self._change_of(name, (content,), sha256(content))
            if change and change.before.kind == "file" and not self._placer.is_known(name, change.before):
                copy = back_up(self._output.path, name, change.before.sha256)
                problems.append(outcomes.backed_up(self._placer.shown(name), self._shown(copy)))
            changes += [change] if change else []
        faults = self._changes.apply(changes)
        self._manifest.records |= {name: sha256(content) for name, content in records.items() if name not in faults}
        self._insist_on_none(faults)
        return tuple(problems)

    def _change_of(self, name: str, content: Iterable[bytes], digest: str) -> Change | None:
        """None when the file has this content already. Raises OSError, Refused."""
        there = look(self._output.path / name)
        if there.kind in ("link", "other"):
            raise Refused(outcomes.in_the_way(self._placer.shown(name)), CANNOT)
        return Change(name, content, digest, there) if there.sha256 != digest else None

    @contextlib.contextmanager
    def _refusing(self) -> Iterator[None]:
        """A disk that refuses ends the story."""
        try:
            yield
        except OSError as fault:
            raise Refused(outcomes.unwritable(self._shown(self._output.path), fault), CANNOT) from None

    def _finish(self) -> None:
        """The manifest of what is done; with it the run is over. Raises OSError, Refused."""
        if not (self._manifest.units or self._manifest.besides or self._manifest.records):
            return
        change = self._change_of(NAME, self._manifest.pieces(), self._manifest.sha256())
        self._insist_on_none(self._changes.apply([change] if change else []))
        self._output.history.finish()

    def _insist_on_none(self, faults: Faults) -> None:
        for name, fault in faults.items():
            raise Refused(outcomes.of_fault(self._placer.shown(name), fault), CANNOT)
