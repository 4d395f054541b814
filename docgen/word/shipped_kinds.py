"""The kinds of paper (tên loại) docgen comes with a template for, form by form."""

from typing import NamedTuple

from docgen.model.form import Form


class PaperKind(NamedTuple):
    """`id` is the name of its template file; `name` is written as in the tables of a form."""

    id: str
    name: str


PLAN = PaperKind("ke-hoach", "Kế hoạch")
LETTER = PaperKind("cong-van", "Công văn")
REPORT = PaperKind("bao-cao", "Báo cáo")
PROPOSAL = PaperKind("to-trinh", "Tờ trình")
DECISION = PaperKind("quyet-dinh", "Quyết định")  # one that issues a plan
PAPER_KINDS = {kind.id: kind for kind in (PLAN, LETTER, REPORT, PROPOSAL, DECISION)}


def kinds_of(form: Form) -> tuple[PaperKind, ...]:
    """Kinds shipped in a form: an office of the State issues its plan by a decision, the Party's do not."""
    every = tuple(PAPER_KINDS.values())
    return every if form.system == "nha_nuoc" else every[:-1]


def addresses(form: Form, kind: PaperKind) -> bool:
    """Whether a paper of this kind has a «Kính gửi»."""
    return kind.name in form.letter.address.value
