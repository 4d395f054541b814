"""Which block became which: order kept, boilerplate no anchor, splits, merges and moves told."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from docgen.alignment import Step, Unit, align
from docgen.tokens import tokens

PURPOSE = "I- MỤC ĐÍCH, YÊU CẦU"
TASK = "1. Rà soát, sắp xếp tổ chức bộ máy của hệ thống chính trị huyện"
DUE = "2. Hoàn thành việc xây dựng kế hoạch trước ngày 15/7/2023, báo cáo Ban Thường vụ Tỉnh ủy"
REPORT = "3. Văn phòng Huyện ủy theo dõi, đôn đốc, định kỳ tổng hợp kết quả thực hiện"


def unit(text: str, sort: str = "p") -> Unit:
    return Unit(tuple(token.key for token in tokens(text)), sort)


def steps(old: Sequence[str], new: Sequence[str]) -> list[tuple[tuple[int, ...], tuple[int, ...], int]]:
    return [(s.old, s.new, s.move) for s in align([unit(text) for text in old], [unit(text) for text in new])]


def test_a_changed_block_stays_one_block() -> None:
    assert steps([PURPOSE, TASK, DUE], [PURPOSE, TASK, DUE.replace("15/7", "31/7")]) == [
        ((0,), (0,), 0), ((1,), (1,), 0), ((2,), (2,), 0),
    ]  # fmt: skip


def test_a_new_block_between_two_old_ones() -> None:
    assert steps([PURPOSE, DUE], [PURPOSE, TASK, DUE]) == [((0,), (0,), 0), ((), (1,), 0), ((1,), (2,), 0)]


def test_a_block_in_two_and_two_in_one() -> None:
    first, second = DUE[:45], DUE[45:]
    assert steps([TASK, DUE, REPORT], [TASK, first, second, REPORT])[1] == ((1,), (1, 2), 0)
    assert steps([TASK, first, second, REPORT], [TASK, DUE, REPORT])[1] == ((1, 2), (1,), 0)


def test_a_moved_block_also_when_it_was_edited() -> None:
    assert [move for *_, move in steps([TASK, DUE, REPORT], [REPORT, TASK, DUE])] == [1, 0, 0, 1]
    edited = REPORT.replace("định kỳ", "hằng tháng")
    assert [move for *_, move in steps([TASK, DUE, REPORT], [edited, TASK, DUE])] == [1, 0, 0, 1]


def test_boilerplate_that_stands_twice_does_not_move() -> None:
    bait = "- Các đảng bộ, chi bộ trực thuộc tổ chức quán triệt, triển khai thực hiện"
    assert all(move == 0 for *_, move in steps([bait, TASK, bait, DUE], [TASK, bait, bait, DUE, bait]))


def test_boilerplate_of_which_one_went_here_and_one_came_there_did_not_move() -> None:
    bait = "- Các đảng bộ, chi bộ trực thuộc tổ chức quán triệt, triển khai thực hiện"
    assert all(move == 0 for *_, move in steps([bait, TASK, DUE, REPORT, bait], [TASK, DUE, bait, REPORT, bait]))
    assert any(move for *_, move in steps([bait, TASK, DUE, REPORT], [TASK, DUE, bait, REPORT]))


def test_short_and_empty_blocks_do_not_move() -> None:
    assert all(move == 0 for *_, move in steps(["", "Như trên", TASK], [TASK, "", "Như trên"]))


def test_a_table_never_becomes_a_paragraph() -> None:
    found = align([unit(TASK, "table")], [unit(TASK)])
    assert sorted((s.old, s.new) for s in found) == [((), (0,)), ((0,), ())]


blocks = st.lists(st.sampled_from(["", TASK, DUE, REPORT, PURPOSE, TASK[:30], DUE + " " + REPORT]), max_size=12)


@given(blocks, blocks)
def test_every_block_stands_once_and_in_order(old: list[str], new: list[str]) -> None:
    found = align([unit(text) for text in old], [unit(text) for text in new])
    assert [i for step in found for i in step.old] == list(range(len(old)))
    assert [j for step in found for j in step.new] == list(range(len(new)))
    assert all(step.old or step.new for step in found)


@given(blocks)
def test_the_same_blocks_are_equal_one_by_one(texts: list[str]) -> None:
    units = [unit(text) for text in texts]
    assert align(units, units) == [Step((at,), (at,)) for at in range(len(units))]
