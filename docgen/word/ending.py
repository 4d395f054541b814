"""The end of a paper: recipients on the left, who signs on the right, set side by side or one below the other."""

from docgen.model.document import Role
from docgen.model.reading import Line
from docgen.word.landmarks import ARCHIVE, LABEL, POSITIONS, TYPIST, signs

BY_STYLE, BY_WORDS, BY_LOOK, BY_PLACE = 1.0, 0.95, 0.75, 0.5  # how sure a role is
Known = tuple[Role, float]
_FOR = ("T/M", "K/T", "T/L", "T/UQ", "TM.", "KT.", "TL.", "TUQ.")


class Ending:
    """What was read last on either side; `left_column` is that of the recipients in a table."""

    def __init__(self) -> None:
        self.left: Role = "recipients_label"
        self.right: Role = "other"
        self.left_column: int | None = None

    def begin(self, role: Role, line: Line) -> None:
        """The first line of the end."""
        self.left_column = line.cell.column if line.cell and role == "recipients_label" else None

    def role(self, line: Line, previous: Role, said: str) -> Known:
        """The role of the next line; `previous` is that of the line before, `said` its words."""
        text = line.text
        if LABEL.match(text):
            self.left = "recipients_label"
            self.left_column = line.cell.column if line.cell else None
            return "recipients_label", BY_WORDS
        if ARCHIVE.match(said) and TYPIST.fullmatch(text):
            return "other", BY_PLACE
        if self._on_the_right(line, previous):
            return self._sign(text)
        self.left = "recipient"
        return "recipient", BY_WORDS if text.startswith(("-", "–", "+")) else BY_PLACE

    def _on_the_right(self, line: Line, previous: Role) -> bool:
        """Recipients stand on the left, who signs on the right; without columns the words decide."""
        text = line.text
        if line.column > 0 or (line.cell and self.left_column is not None and line.cell.column != self.left_column):
            return True
        if text.startswith(("-", "–", "+")):
            return False
        if text.startswith(_FOR) or in_capitals(text):
            return True
        return not (previous in ("recipient", "recipients_label") and self.right in ("other", "signer"))

    def _sign(self, text: str) -> Known:
        before, self.right = self.right, "signer"
        if signs(text) or before == "other":
            self.right = "authority"
            return "authority", BY_WORDS if signs(text) else BY_LOOK
        capitals, position = text == text.upper(), bool(POSITIONS.match(text.upper()))
        if (position and (capitals or before in ("authority", "position"))) or (capitals and before == "authority"):
            self.right = "position"
            return "position", BY_WORDS
        if text.startswith(("(", "[")) or before == "signer":
            self.right = before
            return "other", BY_PLACE
        return "signer", BY_WORDS


def in_capitals(text: str) -> bool:
    """Whether words stand in capitals."""
    return text == text.upper() and any(map(str.isalpha, text))
