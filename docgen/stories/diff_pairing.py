"""Which papers of two folders belong together: by file name, by unit, by who issued them, by number and date."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from docgen.check.fit import day_of
from docgen.problems import Place, Problem
from docgen.stories.check_files import papers_in
from docgen.stories.crew import each_group, grouped, size_for
from docgen.stories.diff_pair import Task
from docgen.stories.file_limits import within_limits
from docgen.stories.hands import hands_for
from docgen.tokens import fold, tokens
from docgen.vietnamese import to_nfc
from docgen.word.read import read_docx
from docgen.workspace.folder import Refused, read_file, reason_of

Key = Callable[[Path], Hashable]


class Identity(NamedTuple):
    """What a paper says of itself; empty where it says nothing."""

    issuer: str = ""
    number: str = ""


@dataclass(frozen=True)
class Pairing:
    """Pairs in the order of the old folder, files without a pair."""

    tasks: tuple[Task, ...]
    unpaired: tuple[Path, ...]


def pair_folders(old: Path, new: Path, seconds: float) -> Pairing:
    """Papers of two folders. Raises Refused when there are none."""
    before, after = _papers(old), _papers(new)
    pairs: dict[Path, Path] = {}
    _pair(pairs, before, after, _name)
    _pair(pairs, before, after, _unit)
    said = _identities([*before, *after], pairs, seconds)
    _pair(pairs, before, after, lambda path: said[path].issuer)
    _pair(pairs, before, after, lambda path: said[path].number)
    known = {*pairs, *pairs.values()}
    tasks = tuple(Task(_stem(path), path, pairs[path]) for path in before if path in pairs)
    return Pairing(tasks, tuple(path for path in (*before, *after) if path not in known))


def _papers(folder: Path) -> list[Path]:
    try:
        found = papers_in(folder)
    except OSError as error:
        problem = ("file.unreadable", f"Không đọc được chỗ này ({reason_of(error)}).", "Kiểm tra tên và quyền đọc.")
        raise Refused(Problem(Place(str(folder)), *problem)) from None
    if not found:
        message, remedy = "Thư mục không có tệp .docx nào.", "Nêu đúng thư mục có văn bản."
        raise Refused(Problem(Place(str(folder)), "folder.empty", message, remedy))
    return found


def _pair(pairs: dict[Path, Path], old: Iterable[Path], new: Iterable[Path], key: Key) -> None:
    """Files without a pair that alone in their folder have a key, and have the same one."""
    taken = set(pairs.values())
    before = _alone((path for path in old if path not in pairs), key)
    after = _alone((path for path in new if path not in taken), key)
    pairs |= {before[found]: after[found] for found in before if found in after}


def _alone(paths: Iterable[Path], key: Key) -> dict[Hashable, Path]:
    found: dict[Hashable, list[Path]] = {}
    for path in paths:
        found.setdefault(key(path), []).append(path)
    return {said: several[0] for said, several in found.items() if said and len(several) == 1}


def _name(path: Path) -> str:
    return to_nfc(path.name).casefold()


def _unit(path: Path) -> str:
    return _stem(path).casefold()


def _stem(path: Path) -> str:
    """`than-uyen.docx` and the new `than-uyen.moi.docx` beside an edited one are of one unit."""
    return to_nfc(path.name).partition(".")[0]


def _identities(paths: Sequence[Path], pairs: dict[Path, Path], seconds: float) -> dict[Path, Identity]:
    """What the papers without a pair say of themselves; those that cannot be read say nothing."""
    known = {*pairs, *pairs.values()}
    left = [path for path in paths if path not in known]
    hands = hands_for(len(left), None, None)
    try:
        groups = each_group(hands, partial(_read, seconds), grouped(left, size_for(len(left), hands.width)), seconds)
        found = {path: said for group in groups for path, said in group}
    finally:
        hands.stop()
    return {path: said if isinstance(said, Identity) else Identity() for path, said in found.items()}


def _read(seconds: float, paths: Sequence[Path]) -> list[Identity]:
    return [_identity(path, seconds) for path in paths]


def _identity(path: Path, seconds: float) -> Identity:
    try:
        reading = within_limits(str(path), seconds, lambda: read_docx(read_file(path, str(path))))
    except Refused:
        return Identity()
    issuer, number = (reading.document.text_of(role) for role in ("issuer", "number"))
    day = day_of(reading)
    stated = day and any(map(str.isdecimal, number))
    return Identity(_folded(issuer), f"{_folded(number)} {day}" if stated else "")


def _folded(text: str) -> str:
    return "".join(fold(token.text) for token in tokens(text.casefold()) if not token.blank)
