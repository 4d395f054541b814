"""Roles of a paper's lines: by our own style names where they are, else by words and place."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.model.document import BODY_ROLES, Block, Role, Run, joined, paths
from docgen.model.reading import Grid, Line, Placed
from docgen.word.context import BELOW, DRAFT, SECRECY, URGENCY
from docgen.word.landmarks import (
    ADDRESS,
    APPENDIX,
    ARCHIVE,
    BASIS,
    CLOSING,
    DATE,
    DRAFTED,
    LABEL,
    MOTTO,
    NUMBER_LINE,
    POSITIONS,
    PROPOSAL,
    REFERENCE,
    RULE,
    TYPIST,
    is_kind,
    is_title,
    signs,
)
from docgen.word.letterhead import named_organs, rows_of
from docgen.word.outlining import Depth, Mark, mark_of
from docgen.word.styles import MARK_STYLES, ROLE_OF_STYLE

_MERGED: tuple[Role, ...] = ("superior", "issuer", "subject", "authority", "position", "kind")
_HEAD_LINES = 40
_BY_STYLE, _BY_WORDS, _BY_LOOK, _BY_PLACE = 1.0, 0.95, 0.75, 0.5
_KIND_LENGTH = 40
_FOR = ("T/M", "K/T", "T/L", "T/UQ", "TM.", "KT.", "TL.", "TUQ.")
_SUBJECT_WITHIN = 12  # lines between the kind of a paper and the five hyphens
Known = tuple[Role, float]


def recognise(first_header: Sequence[Line], flow: Sequence[Line | Grid]) -> tuple[tuple[Placed, ...], list[Block]]:
    """Every line of the body story with its role, and the blocks of the paper: what the first page's header holds as
    marks, then paragraphs and tables of data in reading order."""
    placed = _Walk(flow).placed()
    blocks = [Block("mark", _upright(line)) for line in first_header]
    found: list[tuple[Block, int | None]] = [(block, None) for block in blocks]
    grids = {entry.table: entry for entry in flow if isinstance(entry, Grid)}
    depth = Depth()
    for index, one in enumerate(placed):
        if one.line.cell and one.line.cell.data:
            grid = grids.pop(one.line.cell.table, None)
            if grid is not None:
                found.append((Block("table", rows=grid.rows), None))
        elif one.line.text:
            _add(found, one, index, depth)
    return _with_paths(placed, found), [block for block, _ in found]


def _add(found: list[tuple[Block, int | None]], one: Placed, index: int, depth: Depth) -> None:
    block = _block(one, depth)
    last = found[-1][0] if found else None
    if last and one.role in _MERGED and last.role == one.role:
        found[-1] = (replace(last, runs=joined([*last.runs, Run(" "), *block.runs])), found[-1][1])
    else:
        found.append((block, index))


def _with_paths(placed: list[Placed], found: list[tuple[Block, int | None]]) -> tuple[Placed, ...]:
    for (block, index), path in zip(found, paths([block for block, _ in found]), strict=True):
        if index is not None and block.role in BODY_ROLES:
            placed[index] = replace(placed[index], number=block.number, path=path)
    return tuple(placed)


class _Walk:
    """Walks the lines once; `zone` is head, body, end (signature and recipients) or after."""

    def __init__(self, flow: Sequence[Line | Grid]) -> None:
        self.lines = [entry for entry in flow if isinstance(entry, Line)]
        self.zone = "head" if self._has_head() else "body"
        self.previous: Role = "other"
        self.left: Role = "recipients_label"
        self.right: Role = "other"
        self.opened = self.addressing = False
        self.ended = self.said = ""
        self.left_column: int | None = None
        self.subject_until = -1

    def _has_head(self) -> bool:
        head = [row for line in self.lines[:_HEAD_LINES] if line.text for row in rows_of(line)]
        return any(is_title(row.text) or NUMBER_LINE.fullmatch(row.text) or is_kind(row.text) for row in head)

    def placed(self) -> list[Placed]:
        result: list[Placed] = []
        for index, line in enumerate(self.lines):
            if line.cell and line.cell.data:
                result.append(Placed(line, "table"))
            elif not line.text:
                result.append(Placed(line, "other"))
            else:
                self._look_ahead(index)
                result.extend(self._rows(line))
        return named_organs(result)

    def _rows(self, line: Line) -> Iterator[Placed]:
        """A line where letterhead or signature are set by tabs or breaks holds several; one of the body holds one."""
        parts = rows_of(line)
        if len(parts) > 1 and not (self.zone in ("head", "end") or LABEL.match(parts[0].text) or signs(parts[-1].text)):
            parts = [line]
        for part in parts:
            role, confidence = self._role(part)
            continues = role == "paragraph" and self.ended != "" and _goes_on(self.ended, part.text)
            self.previous = role
            self.ended = part.text if role in BODY_ROLES else ""
            self.said = part.text
            yield Placed(part, role, confidence, continues=continues)

    def _look_ahead(self, index: int) -> None:
        """After the kind, everything down to the five hyphens is the subject whatever it looks like."""
        if self.previous == "kind" and self.subject_until < index:
            ahead = [line.text for line in self.lines[index : index + _SUBJECT_WITHIN]]
            ends = [at for at, text in enumerate(ahead) if RULE.fullmatch(text)]
            self.subject_until = index + ends[0] if ends else index
        self.at = index

    def _role(self, line: Line) -> Known:
        named = ROLE_OF_STYLE.get(line.style)
        if line.style in MARK_STYLES or _is_mark(line.text) or (self.zone == "head" and DRAFTED.fullmatch(line.text)):
            return "mark", _BY_WORDS
        if named and named not in BODY_ROLES and named != "table":
            self._enter(named, line)
            return named, _BY_STYLE
        if named == "opening":
            self.zone, self.opened = "body", True
            return "opening", _BY_STYLE
        return {"head": self._head, "body": self._body, "end": self._end, "after": self._after}[self.zone](line)

    def _enter(self, role: Role, line: Line) -> None:
        if role in ("recipients_label", "authority"):
            self._end_begins(role, line)
        elif role.startswith("appendix"):
            self.zone = "after"
        elif role == "rule":
            self.zone = "body"

    def _end_begins(self, role: Role, line: Line) -> None:
        if self.zone != "end":
            self.left_column = line.cell.column if line.cell and role == "recipients_label" else None
        self.zone = "end"
        if role == "authority":
            self.right = "authority"

    def _head(self, line: Line) -> Known:
        text = line.text
        if is_title(text) or MOTTO.fullmatch(text):
            return "title", _BY_WORDS
        if text in ("*", "★", "∗"):
            return "star", _BY_WORDS
        if NUMBER_LINE.fullmatch(text):
            return "number", _BY_WORDS
        if DATE.fullmatch(text):
            return "place_date", _BY_WORDS
        if is_kind(text):
            return "kind", _BY_WORDS
        if self.previous in ("kind", "subject"):
            return self._subject(line)
        if self._stands_as_kind(line):
            return "kind", _BY_PLACE
        if _in_capitals(text) and self._before_body(line):
            return "issuer", _BY_LOOK
        return self._letter(line)

    def _stands_as_kind(self, line: Line) -> bool:
        """A name no guidance knows, where the tên loại stands."""
        alone = line.cell is None and not line.column and line.layout.alignment == "center"
        words = line.text if alone and self.previous in ("place_date", "mark") else ""
        return len(words) <= _KIND_LENGTH and _in_capitals(words)

    def _before_body(self, line: Line) -> bool:
        return mark_of(line.text) is None or line.cell is not None or line.column > 0

    def _letter(self, line: Line) -> Known:
        """A paper without a kind: a subject under the number, then the address or the body."""
        text = line.text
        if RULE.fullmatch(text):
            return "other", _BY_PLACE
        if text.startswith(("V/v", "v/v", "Về việc", "về việc")) or (
            line.cell and self.previous in ("number", "subject")
        ):
            return "subject", _BY_LOOK
        if self._addressed(text) or line.cell:
            return "other", _BY_WORDS
        letters = line.letters
        if letters and letters.italic and self.previous in ("number", "place_date"):
            return "subject", _BY_PLACE
        self.zone = "body"
        return self._body(line)

    def _subject(self, line: Line) -> Known:
        if RULE.fullmatch(line.text):
            self.zone = "body"
            return "rule", _BY_WORDS
        if self._addressed(line.text):
            self.zone = "body"
            return "other", _BY_WORDS
        if self.at < self.subject_until:
            return "subject", _BY_LOOK
        if self.previous == "subject" and _in_capitals(line.text) and not _in_capitals(self.said):
            self.zone = "body"  # who decides: `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH` above the căn cứ
            return "other", _BY_LOOK
        plain = BASIS.match(line.text) or mark_of(line.text)
        if not plain and (line.share("bold") > 0.5 or (line.layout.alignment == "center")):
            return "subject", _BY_LOOK
        if not plain and line.text[:1].islower():
            return "subject", _BY_PLACE
        self.zone = "body"
        return self._body(line)

    def _body(self, line: Line) -> Known:
        text = line.text
        if LABEL.match(text):
            self._end_begins("recipients_label", line)
            return "recipients_label", _BY_WORDS
        if signs(text):
            self._end_begins("authority", line)
            return "authority", _BY_WORDS
        if text == text.upper() and POSITIONS.fullmatch(text) and (line.cell or line.share("bold") > 0.5):
            self._end_begins("authority", line)
            return "authority", _BY_LOOK
        if not self.opened and RULE.fullmatch(text):
            return "rule", _BY_WORDS
        if not self.opened and self._addressed(text):
            return "other", _BY_WORDS
        if APPENDIX.match(text) and (line.layout.alignment == "center" or line.layout.new_page):
            self.zone = "after"
            return "appendix_title", _BY_LOOK
        return self._body_paragraph(text)

    def _addressed(self, text: str) -> bool:
        """Kính gửi, and who it is: on the same line, on the next, or on lines with a dash."""
        if ADDRESS.match(text):
            self.addressing = text.endswith(":")
            return True
        named = self.addressing or (self.previous == "other" and text.startswith(("-", "–")))
        self.addressing = False
        return named

    def _body_paragraph(self, text: str) -> Known:
        if not self.opened and (BASIS.match(text) or (self.previous == "basis" and PROPOSAL.match(text))):
            return "basis", _BY_WORDS
        mark = mark_of(text)
        first, self.opened = not self.opened, True
        if mark is None:
            below_head = self.previous in ("rule", "subject", "basis")
            return ("opening", _BY_LOOK if below_head else _BY_PLACE) if first else ("paragraph", _BY_WORDS)
        return mark.role, _BY_WORDS

    def _end(self, line: Line) -> Known:
        text = line.text
        if APPENDIX.match(text):
            self.zone = "after"
            return "appendix_title", _BY_WORDS
        if LABEL.match(text):
            self.left = "recipients_label"
            self.left_column = line.cell.column if line.cell else None
            return "recipients_label", _BY_WORDS
        if ARCHIVE.match(self.said) and TYPIST.fullmatch(text):
            return "other", _BY_PLACE
        if self._on_the_right(line):
            return self._sign(text)
        self.left = "recipient"
        return "recipient", _BY_WORDS if text.startswith(("-", "–", "+")) else _BY_PLACE

    def _on_the_right(self, line: Line) -> bool:
        """Recipients stand on the left, who signs on the right; without columns the words decide."""
        text = line.text
        if line.column > 0 or (line.cell and self.left_column is not None and line.cell.column != self.left_column):
            return True
        if text.startswith(("-", "–", "+")):
            return False
        if text.startswith(_FOR) or _in_capitals(text):
            return True
        return not (self.previous in ("recipient", "recipients_label") and self.right in ("other", "signer"))

    def _sign(self, text: str) -> Known:
        before, self.right = self.right, "signer"
        if signs(text) or before == "other":
            self.right = "authority"
            return "authority", _BY_WORDS if signs(text) else _BY_LOOK
        capitals, position = text == text.upper(), bool(POSITIONS.match(text.upper()))
        if (position and (capitals or before in ("authority", "position"))) or (capitals and before == "authority"):
            self.right = "position"
            return "position", _BY_WORDS
        if text.startswith(("(", "[")) or before == "signer":
            self.right = before
            return "other", _BY_PLACE
        return "signer", _BY_WORDS

    def _after(self, line: Line) -> Known:
        if REFERENCE.match(line.text):
            return "appendix_note", _BY_WORDS
        centred = line.layout.alignment == "center"
        if APPENDIX.match(line.text) or (
            self.previous == "appendix_title" and centred and not RULE.fullmatch(line.text)
        ):
            return "appendix_title", _BY_WORDS
        return "other", _BY_PLACE


def _block(one: Placed, depth: Depth) -> Block:
    if one.role not in BODY_ROLES:
        return Block(one.role, _upright(one.line))
    mark: Mark | None = mark_of(one.text) if one.role in ("heading", "item", "dash") else None
    runs = joined(Run(piece.text, piece.letters.italic) for piece in one.line.pieces)
    level = 0 if one.role == "opening" else depth.of(mark)
    return Block(one.role, _without(runs, mark.end if mark else 0), mark.number if mark else "", level)


def _without(runs: tuple[Run, ...], length: int) -> tuple[Run, ...]:
    """Runs without their first `length` characters, counted after leading space; outer space trimmed."""
    text = "".join(run.text for run in runs)
    skip = len(text) - len(text.lstrip()) + length
    if not skip and text == text.rstrip():
        return runs
    kept = []
    for run in runs:
        kept.append(Run(run.text[skip:], run.italic) if skip else run)
        skip = max(0, skip - len(run.text))
    trimmed = joined(kept)
    return (*trimmed[:-1], replace(trimmed[-1], text=trimmed[-1].text.rstrip())) if trimmed else ()


def _upright(line: Line) -> tuple[Run, ...]:
    return (Run(line.text),) if line.text else ()


def _goes_on(before: str, text: str) -> bool:
    """A sentence cut in two: the line before has no end, this one begins in lower case."""
    return text[:1].islower() and not before.endswith(CLOSING)


def _in_capitals(text: str) -> bool:
    return text == text.upper() and any(map(str.isalpha, text))


def _is_mark(text: str) -> bool:
    return text in SECRECY + URGENCY or text.startswith((DRAFT, BELOW))
