"""Duties by the head of the paper: the unit's own names, as the registry has them."""

from collections.abc import Iterator

from docgen.check.draft import Draft
from docgen.check.likeness import words
from docgen.check.rule import Fault, rule
from docgen.check.rules.letterhead import superior_missing, superior_name
from docgen.model.document import Role
from docgen.model.finding import Said

_NAMES: tuple[tuple[Role, Said], ...] = (
    ("superior", Said("cấp trên", "superior")),
    ("issuer", Said("cơ quan ban hành", "issuer")),
)


@rule(
    "duties.head",
    "H5 X2",
    "error",
    (
        "Tên {which} ghi «{found}», của đơn vị này là «{expected}».",
        "The {which} is «{found}», this unit's «{expected}».",
    ),
    ("Sửa thành «{expected}».", "Write «{expected}»."),
)
def head(draft: Draft) -> Iterator[Fault]:
    """The head names the unit itself and its own superior; what form alone finds wrong there is told by its rules.

    Why: names follow the founding decision, complete and exact; the registry has them.
    Wrong: «ĐẢNG BỘ TỈNH ĐIỆN BIÊN» above a committee of Lai Châu. Right: «ĐẢNG BỘ TỈNH LAI CHÂU».
    """
    if not draft.duties or any(True for one in (superior_missing, superior_name) for _ in one.judge(draft)):
        return
    for role, which in _NAMES:
        lines, right = draft.of(role), draft.duties.expected.text_of(role)
        found = " ".join(placed.text for placed in lines)
        if found and right and words(found) != words(right):
            yield Fault(lines[0], found, right, words={"which": which})


RULES = (head,)
