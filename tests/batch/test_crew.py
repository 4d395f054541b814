"""Whatever happens to a worker, every other piece of work is done, in order."""

import os
import time
from collections.abc import Iterator, Sequence

import pytest

from docgen.stories.crew import Lost, each_group, grouped, size_for
from docgen.stories.hands import Processes, Serial

SECONDS = 3.0


def double(pieces: Sequence[int]) -> list[int]:
    return [2 * piece for piece in pieces]


def die_at_seven(pieces: Sequence[int]) -> list[int]:
    if 7 in pieces:
        os._exit(1)
    return double(pieces)


def hang_at_seven(pieces: Sequence[int]) -> list[int]:
    if 7 in pieces:
        time.sleep(60)
    return double(pieces)


@pytest.fixture
def processes() -> Iterator[Processes]:
    hands = Processes(2)
    yield hands
    hands.stop()


def results(hands: Processes | Serial, work: object, count: int = 40) -> list[int | Lost]:
    groups = each_group(hands, work, grouped(range(count), size_for(count, hands.width)), SECONDS)  # type: ignore[arg-type]
    pairs = [pair for group in groups for pair in group]
    assert [piece for piece, _ in pairs] == list(range(count))
    return [result for _, result in pairs]


def test_serial_and_processes_give_the_same(processes: Processes) -> None:
    assert results(Serial(), double) == results(processes, double) == [2 * piece for piece in range(40)]


@pytest.mark.parametrize("work", [die_at_seven, hang_at_seven])
def test_a_dead_or_hung_worker_costs_its_piece(processes: Processes, work: object) -> None:
    found = results(processes, work)
    assert isinstance(found[7], Lost)
    assert [result for piece, result in enumerate(found) if piece != 7] == [2 * n for n in range(40) if n != 7]


def test_never_more_groups_in_flight_than_the_hands_are_wide(processes: Processes) -> None:
    taken = 0

    def pieces() -> Iterator[list[int]]:
        nonlocal taken
        for number in range(30):
            taken += 1
            yield [number]

    for done, _ in enumerate(each_group(processes, double, pieces(), SECONDS), 1):
        assert taken <= done + processes.width


@pytest.mark.parametrize(("count", "width", "sizes"), [(28, 4, {3, 1}), (3, 1, {1}), (5_000, 4, {32, 8})])
def test_groups_are_small_at_first_and_never_large(count: int, width: int, sizes: set[int]) -> None:
    assert {len(group) for group in grouped(range(count), size_for(count, width))} == sizes
