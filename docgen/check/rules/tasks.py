"""Recipients against the tasks a paper gives, by the paper's own words."""

import re
from collections.abc import Iterator
from itertools import dropwhile, islice

from docgen.check.draft import Draft
from docgen.check.receivers import items
from docgen.check.rule import Fault, rule
from docgen.model.reading import Placed

_CARRYING_OUT = re.compile(r"TỔ CHỨC THỰC HIỆN")
_TASKED = re.compile(
    r"(?P<party>Ban (?:Tổ chức|Tuyên giáo|Dân vận|Nội chính|Xây dựng Đảng)|(?:Ủy|Uỷ) ban Kiểm tra)"
    r"|(?P<state>(?:Ủy|Uỷ) ban nhân dân|UBND)|(?P<front>(?:(?:Ủy|Uỷ) ban )?Mặt trận Tổ quốc|MTTQ)"
    r"|(?P<section>(?:Sở|Phòng) [A-ZĐ]\w+)|(?P<armed>Công an|Ban Chỉ huy Quân sự|Bộ Chỉ huy)"
)
_LEADS = re.compile(
    r"\b(?:chủ trì|phối hợp|tham mưu|chịu trách nhiệm|có trách nhiệm|tổ chức|theo dõi|hướng dẫn|chỉ đạo)\b"
)
_COVERS = {
    "party": re.compile(r"tham mưu|giúp việc|ban đảng|[Cc]ác ban|ban, ngành|cơ quan|ban xây dựng [Đđ]ảng"),
    "state": re.compile(r"UBND|[Bb]an nhân dân|chính quyền|cơ quan"),
    "front": re.compile(r"M(?:ặt trận|TTQ)|UBMT|đoàn thể|chính trị - xã hội"),
    "section": re.compile(r"[Ss]ở|[Pp]hòng|ban, ngành|cơ quan"),
    "armed": re.compile(r"Công an|Quân sự|Chỉ huy|lực lượng|trực thuộc|ban, ngành|cơ quan"),
}
_AT_MOST = 3
_PRACTICE = "theo thực tế: cơ quan được giao việc là nơi nhận"


@rule(
    "recipients.tasked",
    "R7 58",
    "warning",
    ("«{found}» được giao việc nhưng không có trong nơi nhận.", "«{found}» is given a task but is no recipient."),
    ("Thêm «{found}» vào nơi nhận nếu chưa có nhóm nào bao gồm.", "Add «{found}» unless a group listed holds it."),
)
def tasked(draft: Draft) -> Iterator[Fault]:
    """Whoever is given a task in the last part receives the paper. With a known plan the duties say it surely.

    Why: practice; an organ that does not receive the paper cannot carry it out.
    Wrong: a task of `Ban Tổ chức Huyện ủy` that stands in no line of the list. Right: `- Ban Tổ chức Huyện ủy,`.
    """
    received = [item.text for item in items(draft)]
    if draft.duties or not received:
        return
    seen: set[str] = set()
    for placed in _tasks(draft):
        words = placed.text.partition(" ")[2]
        found, leads = _TASKED.match(words), _LEADS.search(words)
        if found and leads and found[0] not in seen:
            seen.add(found[0])
            if not _receives(found, received) and len(seen) <= _AT_MOST:
                organ = words[: leads.start()].split(",")[0].strip()
                yield Fault(placed, organ, "", _PRACTICE, 0.5, snippet=organ)


def _tasks(draft: Draft) -> Iterator[Placed]:
    """Items and dashes below the heading that says how the plan is carried out."""
    below = dropwhile(
        lambda placed: not (placed.role == "heading" and _CARRYING_OUT.search(placed.text.upper())), draft.body
    )
    return (placed for placed in islice(below, 1, None) if placed.role in ("item", "dash"))


def _receives(found: re.Match[str], received: list[str]) -> bool:
    group = found.lastgroup or ""
    return any(found[0] in text or _COVERS[group].search(text) for text in received)


RULES = (tasked,)
