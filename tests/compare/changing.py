"""What people do to a draft: one change of a known type at a place drawn by lot, in a paper open in Word."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from docx.text.paragraph import Paragraph

from docgen.model.reading import Placed, Reading
from docgen.word.read import read_docx
from tests.check.planting.clerk import Clerk
from tests.check.planting.selection import isolated, said_by

HIGH, MEDIUM, LOW = "high", "medium", "low"
_BODY = ("item", "dash", "paragraph")
_SYNONYMS = {"tiếp tục": "thường xuyên", "tăng cường": "đẩy mạnh", "nghiêm túc": "đầy đủ", "kịp thời": "khẩn trương"}
_NEW_TASKS = (
    "- Chỉ đạo số hóa hồ sơ cán bộ, bảo đảm liên thông dữ liệu giữa các cơ quan, đơn vị trên địa bàn.",
    "- Bố trí trụ sở, trang thiết bị dôi dư đúng mục đích, tránh lãng phí tài sản công sau khi hợp nhất.",
    "- Phát động phong trào thi đua, biểu dương tập thể, cá nhân điển hình tiên tiến trong công tác tổ chức.",
)
_BODIES = (
    "Phòng Dân tộc và Tôn giáo", "Ban Quản lý khu kinh tế", "Thanh tra khu vực Một", "Văn phòng Đảng ủy Giả Định",
    "Trung tâm Hành chính công", "Ủy ban Kiểm tra Đảng ủy Giả Định",
)  # fmt: skip


@dataclass(frozen=True)
class Planted:
    """A change that must be told: its type and weight, and the line it stands in: as it is afterwards, or as it was
    when it `went`; a line of a role of which there is one by that role."""

    type: str
    severity: str
    line: str
    went: bool = False


class Draft:
    """A paper being changed, never twice in one place."""

    def __init__(self, content: bytes, lot: random.Random) -> None:
        self.old = content
        self.clerk, self.lot = Clerk(content), lot
        self.reading: Reading = read_docx(content)
        self.used: set[str] = set()
        self.planted: list[Planted] = []

    def lines(self, *roles: str, holding: str = "") -> list[Placed]:
        """Untouched lines of these roles, said once in the paper, in an order drawn by lot."""
        texts = [one.text for one in self.reading.lines]
        found = [
            one
            for one in self.reading.lines
            if one.role in roles and one.text not in self.used and texts.count(one.text) == 1
            and re.search(holding, one.text)
        ]  # fmt: skip
        self.lot.shuffle(found)
        return found

    def retype(self, line: Placed, old: str, new: str) -> str:
        """Other words in a line; the whole line afterwards."""
        paragraph = self.clerk.find(line.text)
        assert old in line.text
        _replace(paragraph, old, new)
        self.used.add(line.text)
        return line.text.replace(old, new, 1).strip()

    def plan(self, of: str, severity: str, line: str, went: bool = False) -> None:
        self.planted.append(Planted(of, severity, line, went))


def _replace(paragraph: Paragraph, old: str, new: str) -> None:
    start = said_by(paragraph).index(old)
    first, *others = isolated(paragraph, start, start + len(old))
    first.text = new
    for run in others:
        run._r.getparent().remove(run._r)


def percent(draft: Draft) -> bool:
    for line in draft.lines(*_BODY, holding=r"\d+%"):
        old = re.findall(r"\d+%", line.text)[0]
        return _retyped(draft, "percent", line, old, f"{int(old[:-1]) + draft.lot.randint(1, 9)}%")
    return False


def deadline(draft: Draft) -> bool:
    for line in draft.lines(*_BODY, holding=r"trước ngày \d+/\d+/\d{4}"):
        old = re.findall(r"trước ngày (\d+/\d+/\d{4})", line.text)[0]
        return _retyped(draft, "deadline", line, old, f"{draft.lot.randint(16, 30)}/{draft.lot.randint(8, 9)}/2023")
    return False


def years(draft: Draft) -> bool:
    for line in draft.lines("table", holding=r"^Giai đoạn \d{4}-\d{4}$"):
        return _retyped(draft, "deadline", line, line.text[-4:], str(int(line.text[-4:]) + 1))
    return False


def number(draft: Draft) -> bool:
    for line in draft.lines(*_BODY, holding=r"\b\d+ năm "):
        old = re.findall(r"\b(\d+) năm ", line.text)[0]
        return _retyped(draft, "number", line, f"{old} năm", f"{int(old) + draft.lot.randint(1, 5):02d} năm")
    return False


def money(draft: Draft) -> bool:
    """The old draft gets a sum first: the seed has none."""
    lines = draft.lines(*_BODY, holding=r"\.$")
    if not lines:
        return False
    base = Clerk(draft.old)
    words = " Kinh phí thực hiện là {} triệu đồng."
    before, after = (f"{lines[0].text}{words.format(sum)}" for sum in (draft.lot.randint(10, 99), 150))
    base.retype(lines[0].text, before)
    draft.clerk.retype(lines[0].text, after)
    draft.old = base.save()
    draft.used.add(lines[0].text)
    draft.plan("money", HIGH, after)
    return True


def cited(draft: Draft) -> bool:
    for line in draft.lines(*_BODY, holding=r"\d+-(?:QĐ|KL|KH|NQ)/T[WU]"):
        old = re.findall(r"\d+-(?:QĐ|KL|KH|NQ)/T[WU]", line.text)[0]
        return _retyped(draft, "citation", line, old, f"{draft.lot.randint(200, 999)}{old[old.index('-') :]}")
    return False


def cited_day(draft: Draft) -> bool:
    for line in draft.lines(*_BODY, holding=r"/TW, ngày \d+/\d+/\d{4}"):
        old = re.findall(r"/TW, ngày \d+/\d+/\d{4}", line.text)[0]
        return _retyped(draft, "citation", line, old, f"/TW, ngày {draft.lot.randint(10, 28)}/10/2021")
    return False


def lead(draft: Draft) -> bool:
    for line in draft.lines("item", holding=r"^\d+\. [^.,;]+ chủ trì"):
        old = re.findall(r"^\d+\. ([^.,;]+) chủ trì", line.text)[0]
        return _retyped(draft, "lead", line, old, _other(draft))
    return False


def support(draft: Draft) -> bool:
    for line in draft.lines("item", holding=r"chủ trì, phối hợp với các cơ quan, đơn vị"):
        return _retyped(draft, "support", line, "các cơ quan, đơn vị có liên quan", _other(draft))
    return False


def column(draft: Draft) -> bool:
    """A cell of «Chủ trì» or «Phối hợp»."""
    at, of = draft.lot.choice([(2, "lead"), (3, "support")])
    for line in draft.lines("table"):
        if line.line.cell and line.line.cell.column == at and line.line.cell.row:
            return _retyped(draft, of, line, line.text, _other(draft))
    return False


def wording(draft: Draft) -> bool:
    for old, new in draft.lot.sample(sorted(_SYNONYMS.items()), len(_SYNONYMS)):
        for line in draft.lines(*_BODY, holding=rf"(?<=[a-z,;] ){old} "):
            return _retyped(draft, "wording", line, f" {old} ", f" {new} ", MEDIUM)
    return False


def recipient(draft: Draft) -> bool:
    for line in draft.lines("recipient", holding=r"theo dõi|phòng, ban"):
        return _retyped(draft, "recipient", line, line.text[2:8], "Báo Lai Châu,")
    return False


def recipient_added(draft: Draft) -> bool:
    new = f"- Báo Lai Châu ({draft.lot.choice(['đưa tin', 'để biết'])}),"
    for line in draft.lines("recipient", holding=",$"):
        draft.clerk.insert_after(line.text, new)
        draft.plan("recipient", HIGH, new)
        draft.used.add(line.text)
        return True
    return False


def recipient_removed(draft: Draft) -> bool:
    for line in draft.lines("recipient", holding=",$"):
        return _removed(draft, "recipient", line)
    return False


def symbol(draft: Draft) -> bool:
    for line in draft.lines("number"):
        return _retyped(draft, "symbol", line, "Số ", f"Số {draft.lot.randint(10, 99)} ")
    return False


def place(draft: Draft) -> bool:
    for line in draft.lines("place_date"):
        return _retyped(draft, "place", line, line.text.partition(",")[0], "Bản Hon", MEDIUM)
    return False


def day(draft: Draft) -> bool:
    for line in draft.lines("place_date", holding="tháng 7"):
        return _retyped(draft, "date", line, "tháng 7", f"{draft.lot.randint(10, 30)} tháng 7")
    return False


def authority(draft: Draft) -> bool:
    for line in draft.lines("authority", holding="^T/M"):
        return _retyped(draft, "authority", line, line.text, "T/M BAN CHẤP HÀNH")
    return False


def position(draft: Draft) -> bool:
    for line in draft.lines("position"):
        return _retyped(draft, "position", line, line.text, f"PHÓ {line.text}")
    return False


def signer(draft: Draft) -> bool:
    for line in draft.lines("position"):
        draft.clerk.insert_after(line.text, "Lò Văn Giả Định")
        draft.plan("signer", HIGH, "Lò Văn Giả Định")
        draft.used.add(line.text)
        return True
    return False


def task_added(draft: Draft) -> bool:
    new = draft.lot.choice([text for text in _NEW_TASKS if text not in draft.used])
    for line in draft.lines("dash"):
        draft.clerk.insert_after(line.text, new)
        draft.plan("task_added", HIGH, new)
        draft.used.update((new, line.text))
        return True
    return False


def task_removed(draft: Draft) -> bool:
    for line in draft.lines("dash"):
        return _removed(draft, "task_removed", line)
    return False


def task_moved(draft: Draft) -> bool:
    """A dash goes to the end of the list of another item."""
    dashes = draft.lines("dash")
    for line in dashes:
        for other in dashes:
            if other.path.rpartition(".")[0] != line.path.rpartition(".")[0]:
                paragraph, target = draft.clerk.find(line.text)._p, draft.clerk.find(other.text)._p
                target.addnext(paragraph)
                draft.used.update((line.text, other.text))
                draft.plan("task_moved", LOW, line.text)
                return True
    return False


def renumbered(draft: Draft) -> bool:
    """The last items of a section are counted on by one, by hand."""
    items = [one for one in draft.reading.of("item") if one.path.startswith("I.")]
    if len(items) < 2 or any(one.text in draft.used for one in items):
        return False
    after = [draft.retype(one, f"{one.number}.", f"{int(one.number) + 1}.") for one in items[1:]]
    draft.plan("renumbered", LOW, after[0])
    return True


def bold(draft: Draft) -> bool:
    return _looked(draft, lambda text: draft.clerk.bold(text))


def size(draft: Draft) -> bool:
    return _looked(draft, lambda text: draft.clerk.size(text, 12, "direct"))


def left(draft: Draft) -> bool:
    return _looked(draft, lambda text: draft.clerk.align(text, "left"))


def _looked(draft: Draft, change: Callable[[str], object]) -> bool:
    for line in draft.lines("item", "paragraph"):
        change(f"{line.text}…")
        draft.used.add(line.text)
        draft.plan("format", LOW, line.text)
        return True
    return False


def _retyped(draft: Draft, of: str, line: Placed, old: str, new: str, severity: str = HIGH) -> bool:
    draft.plan(of, severity, draft.retype(line, old, new))
    return True


def _removed(draft: Draft, of: str, line: Placed) -> bool:
    draft.clerk.delete(line.text)
    draft.used.add(line.text)
    draft.plan(of, HIGH, line.text, went=True)
    return True


def _other(draft: Draft) -> str:
    """An organ the paper does not name yet."""
    body = draft.lot.choice([one for one in _BODIES if one not in draft.used])
    draft.used.add(body)
    return body


CHANGES = (
    percent, deadline, years, number, money, cited, cited_day, lead, support, column, wording, recipient,
    recipient_added, recipient_removed, symbol, place, day, authority, position, signer, task_added, task_removed,
    task_moved, renumbered, bold, size, left,
)  # fmt: skip
