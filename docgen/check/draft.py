"""A paper under judgement: what was read, the form it is held against, the duties it has when it carries out a plan."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from docgen.check.carrying import Carried, carry
from docgen.check.citations import Citation, citations
from docgen.check.deadlines import Deadline, deadlines
from docgen.check.leftovers import Detector, Phrase
from docgen.check.likeness import one_tone
from docgen.check.names import Names
from docgen.check.running import RunningText
from docgen.model.decided import named_units
from docgen.model.document import BODY_ROLES, Document, Role
from docgen.model.form import Form
from docgen.model.plan import Plan
from docgen.model.reading import Letters, Line, Placed, Reading
from docgen.model.register import Register, binding_day
from docgen.model.unit import Unit

_MOST = 0.5
_SENTENCES: tuple[Role, ...] = (
    "subject", "basis", *BODY_ROLES, "recipient", "table", "appendix_title", "appendix_note",
)  # fmt: skip
_ONE_LINE = 70  # characters of 14 pt between the margins of A4
_FAR = 20.0  # mm: names of addressees are set this far from the margin, paragraphs are not


@dataclass(frozen=True)
class Duties:
    """A known plan and the unit whose draft the paper is; `expected` is the paper docgen would make of it."""

    plan: Plan
    register: Register
    unit: Unit
    names: Names
    expected: Document

    @cached_property
    def days(self) -> frozenset[datetime.date]:
        """Every deadline the paper expected states, and every one the plan has for the unit."""
        texts = (block.text for block in self.expected.blocks if block.item)
        own = (binding_day(self.plan, self.register, self.unit, name) for name in self.plan.deadlines)
        return frozenset([*filter(None, own), *(one.named for text in texts for one in deadlines(text))])

    @cached_property
    def superior(self) -> Unit | None:
        """Who is above the unit, if anybody."""
        return self.register.superior_of(self.unit)

    def clause(self, item: str | None = None) -> str:
        """The plan, and one of its items, as what sets a duty."""
        issuer = self.register.spoken(self.plan.issuer)
        return f"{self.plan.kind.capitalize()} của {issuer}" + (f", mục {item}" if item else "")

    @cached_property
    def named(self) -> frozenset[str]:
        """Units the plan has this one name."""
        return frozenset(named_units(self.plan, self.unit))


@dataclass(frozen=True)
class Draft:
    """What a rule is given. `forms` are all that are known; `day` is the date the paper states, None when it is blank,
    the first of the month or year where that alone is stated."""

    reading: Reading
    form: Form
    forms: tuple[Form, ...] = ()
    day: datetime.date | None = None
    duties: Duties | None = None

    def of(self, *roles: Role) -> tuple[Placed, ...]:
        """Lines with words of these roles, in reading order."""
        return (
            self._by_role.get(roles[0], ())
            if len(roles) == 1
            else tuple(placed for placed in self.lines if placed.role in roles)
        )

    def first(self, role: Role) -> Placed | None:
        """The first line of a role."""
        return next(iter(self._by_role.get(role, ())), None)

    @cached_property
    def lines(self) -> tuple[Placed, ...]:
        """Lines with words, cells of data tables too."""
        return tuple(placed for placed in self.reading.lines if placed.line.text)

    @cached_property
    def written(self) -> tuple[Placed | Line, ...]:
        """Every line with words: of the body story, of headers and footers, of notes."""
        reading = self.reading
        return (*self.lines, *(line for line in reading.marginal if line.text), *reading.notes)

    @cached_property
    def letters(self) -> tuple[Letters, ...]:
        """Every look that letters stand in, once each: a paper has few."""
        lines = (at.line if isinstance(at, Placed) else at for at in self.written)
        return tuple({id(piece.letters): piece.letters for line in lines for piece in line.pieces}.values())

    @cached_property
    def body(self) -> tuple[Placed, ...]:
        """Paragraphs of the body: opening, headings, items, dashes, paragraphs, and the căn cứ before them."""
        return tuple(placed for placed in self.lines if placed.role in ("basis", *BODY_ROLES))

    @cached_property
    def text(self) -> RunningText:
        """Sentences and parts of them as one text; blanks of number, date and signature are none."""
        return RunningText(
            self.of("subject", "basis", *BODY_ROLES, "recipient", "table", "appendix_title", "appendix_note")
        )

    @cached_property
    def prose(self) -> tuple[Placed, ...]:
        """Paragraphs of the body that run down the page from margin to margin, headings among them: neither addressees
        nor short centred lines nor what stands in a table or a text box."""
        return tuple(_prose(self.lines))

    @cached_property
    def cited(self) -> tuple[Citation, ...]:
        """Documents cited in the body, in reading order."""
        return tuple(citation for placed in self.body for citation in citations(placed))

    @cached_property
    def carried(self) -> tuple[Carried, ...]:
        """Paragraphs the plan asks of the unit, each with the one of this paper that says it; none without duties."""
        return carry(self.duties.expected, self.body) if self.duties else ()

    @cached_property
    def deadlines(self) -> tuple[tuple[Placed, Deadline], ...]:
        """Days by which something must be done, in paragraphs and in cells."""
        lines = (placed for placed in self.lines if placed.role in ("table", *BODY_ROLES))
        return tuple((placed, stated) for placed in lines for stated in deadlines(placed.text))

    @cached_property
    def leftovers(self) -> tuple[tuple[Placed, Phrase], ...]:
        """Words of another level or another unit, line by line; none without duties."""
        if not self.duties:
            return ()
        judge = _detector(self.duties.names).of(self.duties.unit, self.duties.register, self.duties.named)
        return tuple((placed, phrase) for placed in self.lines for phrase in judge(one_tone(placed.text)))

    @cached_property
    def kind(self) -> str:
        """Tên loại in capitals, empty for a công văn."""
        first = self.first("kind")
        return " ".join(first.text.upper().split()) if first else ""

    @cached_property
    def is_party(self) -> bool:
        """Whether the form is the Party's."""
        return self.form.system == "dang"

    @cached_property
    def whole(self) -> bool:
        """Whether this is a paper at all, so that a missing part can be missed: it has a kind, a number or a signature,
        and a body."""
        return bool(self.body) and any(self.first(role) for role in ("kind", "number", "authority", "recipients_label"))

    @cached_property
    def ours(self) -> bool:
        """Whether docgen made it: its lines carry our role styles. What is blank in it is blank on purpose."""
        return any(placed.confidence == 1.0 and placed.role in ("title", "issuer", "number") for placed in self.lines)

    @cached_property
    def _by_role(self) -> dict[Role, tuple[Placed, ...]]:
        found: dict[Role, list[Placed]] = {}
        for placed in self.lines:
            found.setdefault(placed.role, []).append(placed)
        return {role: tuple(lines) for role, lines in found.items()}


@lru_cache(maxsize=2)
def _detector(names: Names) -> Detector:
    """One for all drafts of a plan: they say much alike."""
    return Detector(names)


def _prose(lines: Iterable[Placed]) -> Iterator[Placed]:
    addressed = False
    for placed in lines:
        if placed.role == "other" and placed.text.startswith("Kính "):
            addressed = True
        elif placed.role in ("basis", *BODY_ROLES) and not (addressed and _is_addressee(placed)):
            addressed = False
            line = placed.line
            if not (line.cell or line.box or _is_title(placed)):
                yield placed


def _is_addressee(placed: Placed) -> bool:
    layout = placed.line.layout
    return placed.role == "dash" or layout.alignment == "center" or layout.left + layout.first > _FAR


def _is_title(placed: Placed) -> bool:
    short = len(placed.text) <= _ONE_LINE or placed.role == "heading" or placed.text.isupper()
    return short and placed.line.layout.alignment == "center"


def mostly(placed: Placed, of: str) -> bool:
    """Whether more than half of a line's visible characters have an attribute of Letters set, such as `bold`."""
    return placed.line.share(of) > _MOST


def main_letters(placed: Placed, key: Callable[[Letters], object]) -> object:
    """What most visible characters of a line have in common, such as their size."""
    counts: dict[object, int] = {}
    for piece in placed.line.pieces:
        counts[key(piece.letters)] = counts.get(key(piece.letters), 0) + len(piece.text.strip())
    return max(counts, key=counts.__getitem__) if counts else None
