"""The hinge: a paper as its blocks in reading order, each with a role. No looks, no Word."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal, get_args

Role = Literal[
    "title", "superior", "issuer", "star", "number", "place_date", "kind", "subject", "rule", "basis", "opening",
    "heading", "item", "dash", "paragraph", "appendix_title", "appendix_note", "table", "recipients_label",
    "recipient", "authority", "position", "signer", "mark", "other",
]  # fmt: skip
ROLES: tuple[Role, ...] = get_args(Role)
APPENDIX_HEADER = ("TT", "Nội dung công việc", "Chủ trì", "Phối hợp", "Thời hạn", "Sản phẩm")
_BETWEEN = "\x1f"  # load refuses it in every text
BODY_ROLES: tuple[Role, ...] = ("opening", "heading", "item", "dash", "paragraph")


@dataclass(frozen=True)
class Run:
    """Words in one slant."""

    text: str
    italic: bool = False


@dataclass(frozen=True)
class Block:
    """One paragraph, or one table (`rows`, header row first). `item` and `decision` tell where it came from."""

    role: Role
    runs: tuple[Run, ...] = ()
    number: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    item: str | None = field(default=None, compare=False)
    decision: str | None = field(default=None, compare=False)

    @cached_property
    def text(self) -> str:
        """The words without the number in front."""
        return "".join([run.text for run in self.runs])

    @cached_property
    def whole(self) -> str:
        """Everything a block says, with its number and slants: equal for blocks that say the same."""
        runs = [run.text if not run.italic else f"*{run.text}" for run in self.runs]
        return _BETWEEN.join([self.role, self.number, *runs, *(cell for row in self.rows for cell in row)])


@dataclass(frozen=True)
class Document:
    """A paper: its form, its blocks, and the properties Word shows."""

    form: str
    blocks: tuple[Block, ...]
    subject: str = ""
    author: str = ""
    year: int = field(default=0, compare=False)

    def of(self, role: Role) -> tuple[Block, ...]:
        """All blocks of one role."""
        return self._by_role.get(role, ())

    def text_of(self, role: Role) -> str:
        """Words of the first block of a role, or nothing."""
        return next((block.text for block in self.of(role)), "")

    def fingerprint(self) -> str:
        """SHA-256 of all that the paper says, hexadecimal."""
        said = [self.form, self.subject, self.author, *(block.whole for block in self.blocks)]
        return hashlib.sha256("\n".join(said).encode("utf-8")).hexdigest()

    @cached_property
    def _by_role(self) -> Mapping[Role, tuple[Block, ...]]:
        found: dict[Role, tuple[Block, ...]] = {}
        for block in self.blocks:
            found[block.role] = (*found.get(block.role, ()), block)
        return found


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs with neighbours of one slant made one and empty ones left out."""
    result: list[Run] = []
    for run in runs:
        if result and result[-1].italic == run.italic:
            result[-1] = replace(result[-1], text=result[-1].text + run.text)
        elif run.text:
            result.append(run)
    return tuple(result)


def paths(blocks: Iterable[Block]) -> list[str]:
    """Place of every body block in the tree: `I`, `II.3`, `II.3.2` the second dash, `II.5.p2` a continuation.

    Headings and items of deeper levels stand under those above: `Phần II.I.1.a`; `1.2` replaces its own `1.`.
    """
    tree = _Tree()
    return [tree.path(block) for block in blocks]


class _Tree:
    """What is open above the next block: headings, items by level, dashes and continuations counted."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []
        self._dashes, self._continued = 0, 0

    def path(self, block: Block) -> str:
        if block.role in ("heading", "item"):
            self._open = [one for one in self._open if one[0] < block.level]
            path = self._under(block.number)
            self._open.append((block.level, path))
            self._dashes, self._continued = 0, 1
            return path
        if block.role == "dash":
            self._dashes += 1
            return self._under(str(self._dashes))
        if block.role == "paragraph":
            self._continued += 1
            return self._under(f"p{self._continued}")
        return ""

    def _under(self, number: str) -> str:
        above = self._open[-1][1] if self._open else ""
        parent = above.rpartition(".")[2]
        outer = number.rpartition(".")[0]
        if outer and (above == outer or above.endswith(f".{outer}")):
            return f"{above[: len(above) - len(outer)]}{number}"
        return f"{above}.{number}".lstrip(".") if parent or not above else number
