"""The role of every line, told in one walk through the paper: by our own style names, else by words, look and place."""

from collections.abc import Iterator, Sequence

from docgen.model.document import BODY_ROLES, Role
from docgen.model.reading import Grid, Line, Placed
from docgen.word.context import BELOW, DRAFT, SECRECY, URGENCY
from docgen.word.ending import BY_LOOK, BY_PLACE, BY_STYLE, BY_WORDS, Ending, Known, in_capitals
from docgen.word.landmarks import (
    ADDRESS,
    APPENDIX,
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
    is_kind,
    is_organ,
    is_title,
    signs,
)
from docgen.word.letterhead import named_organs, rows_of
from docgen.word.outlining import mark_of
from docgen.word.styles import MARK_STYLES, ROLE_OF_STYLE

_HEAD_LINES = 40
_KIND_LENGTH = 40
_SUBJECT_WITHIN = 12  # lines between the kind of a paper and the five hyphens


class Walk:
    """Walks the lines once; `zone` is head, body, end (signature and recipients) or after."""

    def __init__(self, flow: Sequence[Line | Grid]) -> None:
        self.lines = [entry for entry in flow if isinstance(entry, Line)]
        self.zone = "head" if self._has_head() else "body"
        self.previous: Role = "other"
        self.ending = Ending()
        self.opened = self.addressing = False
        self.ended = self.said = ""
        self.subject_until = -1

    def _has_head(self) -> bool:
        head = [row for line in self.lines[:_HEAD_LINES] if line.text for row in rows_of(line)]
        return any(is_title(row.text) or NUMBER_LINE.fullmatch(row.text) or is_kind(row.text) for row in head)

    def placed(self) -> list[Placed]:
        """Every line of the flow with its role, spacers and cells of data too."""
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
        named = None if _is_sign(line) else ROLE_OF_STYLE.get(line.style)
        if line.style in MARK_STYLES or _is_mark(line.text) or (self.zone == "head" and DRAFTED.fullmatch(line.text)):
            return "mark", BY_WORDS
        if named and named not in BODY_ROLES and named != "table":
            self._enter(named, line)
            return named, BY_STYLE
        if named == "opening":
            self.zone, self.opened = "body", True
            return "opening", BY_STYLE
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
            self.ending.begin(role, line)
        self.zone = "end"
        if role == "authority":
            self.ending.right = "authority"

    def _head(self, line: Line) -> Known:
        text = line.text
        if is_title(text) or MOTTO.fullmatch(text):
            return "title", BY_WORDS
        if text in ("*", "★", "∗"):
            return "star", BY_WORDS
        if NUMBER_LINE.fullmatch(text):
            return "number", BY_WORDS
        if DATE.fullmatch(text):
            return "place_date", BY_WORDS
        if is_kind(text):
            return "kind", BY_WORDS
        if self.previous in ("kind", "subject"):
            return self._subject(line)
        if self._stands_as_kind(line):
            return "kind", BY_PLACE
        if self._before_body(line) and (in_capitals(text) or self._names_organ(line)):
            return "issuer", BY_LOOK
        return self._letter(line)

    def _stands_as_kind(self, line: Line) -> bool:
        """A name no guidance knows, or one in small letters, where the tên loại stands."""
        alone = line.cell is None and not line.column and line.layout.alignment == "center"
        words = line.text if alone and self.previous in ("place_date", "mark") else ""
        return len(words) <= _KIND_LENGTH and (in_capitals(words) or is_kind(words.upper()))

    def _names_organ(self, line: Line) -> bool:
        return line.column == 0 and self.previous in ("other", "issuer", "title") and is_organ(line.text)

    def _before_body(self, line: Line) -> bool:
        return mark_of(line.text) is None or line.cell is not None or line.column > 0

    def _letter(self, line: Line) -> Known:
        """A paper without a kind: a subject under the number, then the address or the body."""
        text = line.text
        if RULE.fullmatch(text):
            return "other", BY_PLACE
        if text.startswith(("V/v", "v/v", "Về việc", "về việc")) or (
            line.cell and self.previous in ("number", "subject")
        ):
            return "subject", BY_LOOK
        if self._addressed(text) or line.cell:
            return "other", BY_WORDS
        letters = line.letters
        if letters and letters.italic and self.previous in ("number", "place_date"):
            return "subject", BY_PLACE
        self.zone = "body"
        return self._body(line)

    def _subject(self, line: Line) -> Known:
        if RULE.fullmatch(line.text):
            self.zone = "body"
            return "rule", BY_WORDS
        if self._addressed(line.text):
            self.zone = "body"
            return "other", BY_WORDS
        if self.at < self.subject_until:
            return "subject", BY_LOOK
        if self.previous == "subject" and in_capitals(line.text) and not in_capitals(self.said):
            self.zone = "body"  # who decides: `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH` above the căn cứ
            return "other", BY_LOOK
        plain = BASIS.match(line.text) or mark_of(line.text)
        if not plain and (line.share("bold") > 0.5 or (line.layout.alignment == "center")):
            return "subject", BY_LOOK
        if not plain and line.text[:1].islower():
            return "subject", BY_PLACE
        self.zone = "body"
        return self._body(line)

    def _body(self, line: Line) -> Known:
        text = line.text
        if LABEL.match(text):
            self._end_begins("recipients_label", line)
            return "recipients_label", BY_WORDS
        if signs(text):
            self._end_begins("authority", line)
            return "authority", BY_WORDS
        if text == text.upper() and POSITIONS.fullmatch(text) and (line.cell or line.share("bold") > 0.5):
            self._end_begins("authority", line)
            return "authority", BY_LOOK
        if not self.opened and RULE.fullmatch(text):
            return "rule", BY_WORDS
        if not self.opened and self._addressed(text):
            return "other", BY_WORDS
        if APPENDIX.match(text) and (line.layout.alignment == "center" or line.layout.new_page):
            self.zone = "after"
            return "appendix_title", BY_LOOK
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
            return "basis", BY_WORDS
        mark = mark_of(text)
        first, self.opened = not self.opened, True
        if mark is None:
            below_head = self.previous in ("rule", "subject", "basis")
            return ("opening", BY_LOOK if below_head else BY_PLACE) if first else ("paragraph", BY_WORDS)
        return mark.role, BY_WORDS

    def _end(self, line: Line) -> Known:
        if APPENDIX.match(line.text):
            self.zone = "after"
            return "appendix_title", BY_WORDS
        return self.ending.role(line, self.previous, self.said)

    def _after(self, line: Line) -> Known:
        if REFERENCE.match(line.text):
            return "appendix_note", BY_WORDS
        centred = line.layout.alignment == "center"
        if APPENDIX.match(line.text) or (
            self.previous == "appendix_title" and centred and not RULE.fullmatch(line.text)
        ):
            return "appendix_title", BY_WORDS
        return "other", BY_PLACE


def _goes_on(before: str, text: str) -> bool:
    """A sentence cut in two: the line before has no end, this one begins in lower case."""
    return text[:1].islower() and not before.endswith(CLOSING)


def _is_sign(line: Line) -> bool:
    """A row of signs typed in a style of ours that is not meant for one."""
    return ROLE_OF_STYLE.get(line.style) in ("title", "issuer", "star") and RULE.fullmatch(line.text) is not None


def _is_mark(text: str) -> bool:
    return text in SECRECY + URGENCY or text.startswith((DRAFT, BELOW))
