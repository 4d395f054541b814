"""Roles of a paper's lines: by our own style names where they are, else by words and place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.model.document import BODY_ROLES, Block, Role, Run, joined
from docgen.word.context import BELOW, DRAFT, SECRECY, URGENCY
from docgen.word.paper import Grid, Line
from docgen.word.styles import MARK_STYLES, ROLE_OF_STYLE

_TITLE = "ĐẢNG CỘNG SẢN VIỆT NAM"
_NUMBER = re.compile(r"Số\s*[:.]?[\s\d…._]*[-/][-/\sA-ZĐa-zđ]+", re.DOTALL)
_DATE = re.compile(r".{0,60}ngày[\s\d…._]*tháng[\s\d…._]*năm[\s\d…._]*", re.DOTALL)
_RULE = re.compile(r"[-–—_*]{3,}")
_AUTHORITY = re.compile(r"(T/M|K/T|T/L|TM\.|KT\.|TL\.|TUQ\.|Q\.)\s*\S")
_KINDS = (
    "NGHỊ QUYẾT", "CHỈ THỊ", "KẾT LUẬN", "QUYẾT ĐỊNH", "QUY ĐỊNH", "QUY CHẾ", "THÔNG TRI", "HƯỚNG DẪN", "THÔNG BÁO",
    "THÔNG CÁO", "BÁO CÁO", "KẾ HOẠCH", "QUY HOẠCH", "CHƯƠNG TRÌNH", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "ĐỀ ÁN", "PHƯƠNG ÁN",
    "DỰ ÁN", "TỜ TRÌNH", "BIÊN BẢN",
)  # fmt: skip
_HEADING = re.compile(r"([IVXL]+)\s*([-.])\s*(?=\S)")
_ITEM = re.compile(r"(\d+(?:\.\d+)*)[.)]\s+")
_DASH = re.compile(r"([-–•+])\s*(?=\S)")
_BASIS = re.compile(r"(?:-\s*)?Căn cứ\s")
_APPENDIX = re.compile(r"PHỤ LỤC\b")
_MERGED: tuple[Role, ...] = ("superior", "issuer", "subject", "authority", "position", "kind")
_LEVELS: dict[Role, int] = {"heading": 1, "item": 2, "paragraph": 2, "dash": 3}
_HEAD_LINES = 40


def recognise(first_header: Sequence[Line], flow: Sequence[Line | Grid]) -> list[tuple[Block, Line | None]]:
    """Blocks in reading order, each with the (first) line it was read from."""
    blocks: list[tuple[Block, Line | None]] = [(Block("mark", _upright(line)), line) for line in first_header]
    for entry, role in _Reader(flow).roles():
        if isinstance(entry, Grid):
            blocks.append((Block("table", rows=entry.rows), None))
            continue
        block = _block(entry, role)
        last = blocks[-1][0] if blocks else None
        if last and role in _MERGED and last.role == role:
            blocks[-1] = (replace(last, runs=joined([*last.runs, Run(" "), *block.runs])), blocks[-1][1])
        else:
            blocks.append((block, entry))
    return blocks


class _Reader:
    """Walks the lines once; `zone` is head, body, end (signature and recipients) or after."""

    def __init__(self, flow: Sequence[Line | Grid]) -> None:
        self.entries = [entry for entry in flow if isinstance(entry, Grid) or entry.text]
        self.zone = "head" if self._has_head() else "body"
        self.previous: Role = "other"
        self.signature_column: int | None = None
        self.opened = False

    def _has_head(self) -> bool:
        head = [entry for entry in self.entries[:_HEAD_LINES] if isinstance(entry, Line)]
        return any(_is_title(line) or _NUMBER.fullmatch(line.text) or _is_kind(line) for line in head)

    def roles(self) -> Iterator[tuple[Line | Grid, Role]]:
        for entry in self.entries:
            role: Role = "table" if isinstance(entry, Grid) else self._role(entry)
            self.previous = role
            yield entry, role

    def _role(self, line: Line) -> Role:
        named = ROLE_OF_STYLE.get(line.style)
        if line.style in MARK_STYLES or _is_mark(line.text):
            return "mark"
        if named and named not in BODY_ROLES and named != "table":
            self._enter(named)
            return named
        if named == "opening":
            self.zone, self.opened = "body", True
            return "opening"
        return {"head": self._head, "body": self._body, "end": self._end, "after": self._after}[self.zone](line)

    def _enter(self, role: Role) -> None:
        if role in ("recipients_label", "authority"):
            self.zone = "end"
        elif role.startswith("appendix"):
            self.zone = "after"
        elif role == "rule":
            self.zone = "body"

    def _head(self, line: Line) -> Role:
        text = line.text
        if _is_title(line):
            return "title"
        if text == "*":
            return "star"
        if _NUMBER.fullmatch(text):
            return "number"
        if _DATE.fullmatch(text):
            return "place_date"
        if _is_kind(line):
            return "kind"
        if self.previous in ("kind", "subject"):
            return self._subject(line)
        if line.letters and text.upper() == text:
            return "issuer" if line.letters.bold else "superior"
        return "other"

    def _subject(self, line: Line) -> Role:
        if _RULE.fullmatch(line.text):
            self.zone = "body"
            return "rule"
        if line.letters and line.letters.bold and line.alignment == "center":
            return "subject"
        self.zone = "body"
        return self._body(line)

    def _body(self, line: Line) -> Role:
        text = line.text
        if text.startswith("Nơi nhận"):
            self.zone = "end"
            return "recipients_label"
        if _AUTHORITY.match(text) and text.upper() == text:
            self.zone, self.signature_column = "end", line.cell[2] if line.cell else None
            return "authority"
        if _RULE.fullmatch(text) and not self.opened:
            return "rule"
        if _APPENDIX.match(text) and line.alignment == "center":
            self.zone = "after"
            return "appendix_title"
        return self._body_paragraph(text)

    def _body_paragraph(self, text: str) -> Role:
        if _BASIS.match(text) and not self.opened:
            return "basis"
        numbered = _heading(text) or _ITEM.match(text) or _DASH.match(text)
        first, self.opened = not self.opened, True
        if numbered is None:
            return "opening" if first else "paragraph"
        if _heading(text):
            return "heading"
        return "item" if _ITEM.match(text) else "dash"

    def _end(self, line: Line) -> Role:
        text = line.text
        if _APPENDIX.match(text):
            self.zone = "after"
            return "appendix_title"
        if text.startswith("Nơi nhận"):
            return "recipients_label"
        if text.startswith(("-", "–", "+")) or (self.previous == "recipient" and not _signs(text)):
            return "recipient"
        if _AUTHORITY.match(text) or self.previous in ("recipient", "recipients_label"):
            return "authority"
        if text.upper() == text:
            return "position"
        return "signer" if self.previous in ("authority", "position") else "other"

    def _after(self, line: Line) -> Role:
        if line.text.startswith("(Kèm theo"):
            return "appendix_note"
        if _APPENDIX.match(line.text) or (self.previous == "appendix_title" and line.alignment == "center"):
            return "appendix_title"
        return "other"


def _block(line: Line, role: Role) -> Block:
    if role not in BODY_ROLES:
        return Block(role, _upright(line))
    mark = {"heading": _heading(line.text), "item": _ITEM.match(line.text), "dash": _DASH.match(line.text)}.get(role)
    runs = joined(Run(text, letters.italic) for text, letters in line.runs)
    number = mark.group(1) if mark else ""
    return Block(role, _without(runs, mark.end() if mark else 0), number, _LEVELS.get(role, 0))


def _without(runs: tuple[Run, ...], length: int) -> tuple[Run, ...]:
    """Runs without their first `length` characters, counted after leading space; outer space trimmed."""
    text = "".join(run.text for run in runs)
    skip = len(text) - len(text.lstrip()) + length
    kept = []
    for run in runs:
        kept.append(replace(run, text=run.text[skip:]))
        skip = max(0, skip - len(run.text))
    trimmed = joined(kept)
    return (*trimmed[:-1], replace(trimmed[-1], text=trimmed[-1].text.rstrip())) if trimmed else ()


def _upright(line: Line) -> tuple[Run, ...]:
    return (Run(line.text),) if line.text else ()


def _heading(text: str) -> re.Match[str] | None:
    found = _HEADING.match(text)
    return found if found and (found.group(2) == "-" or text.upper() == text) else None


def _is_title(line: Line) -> bool:
    return " ".join(line.text.upper().split()) == _TITLE


def _is_kind(line: Line) -> bool:
    return " ".join(line.text.split()) in _KINDS


def _is_mark(text: str) -> bool:
    return text in SECRECY + URGENCY or text.startswith((DRAFT, BELOW))


def _signs(text: str) -> bool:
    return bool(_AUTHORITY.match(text)) or text.upper() == text
