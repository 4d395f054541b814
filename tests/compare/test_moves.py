"""200 moves drawn by lot, some edited, among boilerplate that repeats: found, and none invented."""

import os
import random
from dataclasses import dataclass

import pytest

from docgen.compare.comparing import compare
from tests.compare.drafts import draft

CASES = 2_000 if os.environ.get("DOCGEN_LONG") else 200
_BAIT = (
    "- Các đảng bộ, chi bộ trực thuộc tổ chức quán triệt, triển khai thực hiện nghiêm túc Kế hoạch này.",
    "- Ban Thường vụ Tỉnh ủy giao Văn phòng Tỉnh ủy theo dõi, đôn đốc, tổng hợp báo cáo kết quả thực hiện.",
)
_SUBJECTS = (
    "rà soát sắp xếp kiện toàn biên chế cán bộ đảng viên chi bộ trường học y tế giao thông ngân sách đầu tư xây dựng",
    "nông thôn biên giới dân tộc tôn giáo kiểm tra giám sát tuyên truyền vận động phong trào thi đua",
    "khen thưởng kỷ luật quy hoạch đào tạo bồi dưỡng luân chuyển tinh giản tự chủ tài chính dịch vụ công nghệ",
)
_SYLLABLES = " ".join(_SUBJECTS).split()


@dataclass(frozen=True)
class Case:
    """Lines before and after, and those that moved, as they are afterwards."""

    old: list[str]
    new: list[str]
    moved: list[str]


def case(lot: random.Random, edits: float) -> Case:
    """A line, three of them or a short heading goes somewhere else; a share of its words changes."""
    old = [f"- {_sentence(lot)}" for _ in range(24)]
    for bait in _BAIT:
        for _ in range(3):
            old.insert(lot.randrange(len(old)), bait)
    length = lot.choice((1, 1, 3))
    start = lot.choice([at for at in range(len(old) - 3) if not set(old[at : at + length]) & set(_BAIT)])
    if length == 1 and not edits and lot.random() < 0.3:
        old[start] = f"- {' '.join(lot.sample(_SYLLABLES, 4))}"
    block = old[start : start + length]
    rest = old[:start] + old[start + length :]
    target = lot.choice([at for at in range(len(rest) + 1) if _passed(rest, start, at) > length])
    edited = [_edited(line, lot, edits) for line in block]
    new = rest[:target] + edited + rest[target:]
    new.insert(lot.randrange(len(new)), lot.choice(_BAIT))
    new.remove(lot.choice(_BAIT))
    return Case(old, new, edited)


def _passed(rest: list[str], start: int, target: int) -> int:
    """How many lines a block goes past: of two equal ones that change places either moved."""
    return len([line for line in rest[min(start, target) : max(start, target)] if line not in _BAIT])


def _sentence(lot: random.Random) -> str:
    return " ".join(lot.choices(_SYLLABLES, k=lot.randint(14, 40))).capitalize() + "."


def _edited(line: str, lot: random.Random, share: float) -> str:
    words = line.split(" ")
    for at in lot.sample(range(1, len(words)), round(share * (len(words) - 1))):
        words[at] = lot.choice(("khác", "mới", "thêm", "đủ"))
    return " ".join(words)


@pytest.mark.parametrize(("edits", "recall"), [(0.0, 0.95), (0.1, 0.95), (0.25, 0.85)])
def test_moves_are_found_and_none_is_invented(edits: float, recall: float) -> None:
    wanted = found = invented = 0
    for seed in range(CASES // 3 + 1):
        one = case(random.Random(f"{seed} {edits}"), edits)
        told = [change.new for change in compare(draft(one.old), draft(one.new)).changes if change.kind == "move"]
        wanted += len(one.moved)
        found += len([line for line in one.moved if line in told])
        invented += len([line for line in told if line not in one.moved])
    assert (found / wanted >= recall, invented) == (True, 0), (found, wanted, invented)


def test_boilerplate_that_stands_elsewhere_once_more_did_not_move() -> None:
    lot = random.Random(7)
    lines = [f"- {_sentence(lot)}" for _ in range(6)]
    old, new = [*lines[:2], _BAIT[0], *lines[2:], _BAIT[0]], [_BAIT[0], *lines, _BAIT[0]]
    assert [change.type for change in compare(draft(old), draft(new)).changes if change.kind == "move"] == []
