"""The register of numbers on disk: added to and never changed, read whole or refused, one writer at a time."""

import datetime
import subprocess
import sys
from pathlib import Path

import pytest

from docgen.model.numbering import HELD, RELEASED, Booking, Series, Term
from docgen.workspace import numbers
from docgen.workspace.folder import Refused, Workspace
from docgen.workspace.numbers import REGISTER, add_to_register, read_register, sole_writer

KH = Series("than-uyen", "KH", Term(2020, 2025))
DAY = datetime.date(2023, 7, 5)
LINE = (
    '{"don_vi": "than-uyen", "loai": "KH", "nhiem_ky": "2020-2025", "so": 5, "trang_thai": "giu", '
    '"ngay": "05/7/2023", "ke_hoach": "kl50"}\n'
)
CLERK = """
import datetime, sys
from pathlib import Path
from docgen.model.numbering import HELD, Booking, Series, Term
from docgen.workspace.folder import Workspace
from docgen.workspace.numbers import add_to_register, read_register, sole_writer

workspace, series = Workspace(Path(sys.argv[1]), None), Series("than-uyen", "KH", Term(2020, 2025))
for _ in range(6):
    with sole_writer(workspace):
        highest = max((booking.number for booking in read_register(workspace)), default=0)
        add_to_register(workspace, [Booking(series, highest + 1, HELD, datetime.date(2023, 7, 5))])
    print(highest + 1)
"""


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    (tmp_path / "data").mkdir()
    return Workspace(tmp_path, None)


def register(place: Workspace) -> Path:
    return place.root / REGISTER


def test_lines_read_as_they_were_written_with_their_place(place: Workspace) -> None:
    assert read_register(place) == []
    add_to_register(place, [Booking(KH, 5, HELD, DAY, "kl50")])
    add_to_register(place, [Booking(KH, 5, RELEASED, DAY, "kl50"), Booking(KH, 6, HELD, DAY)])
    assert register(place).read_text(encoding="utf-8").startswith(LINE)
    assert read_register(place) == [
        Booking(KH, 5, HELD, DAY, "kl50", 1),
        Booking(KH, 5, RELEASED, DAY, "kl50", 2),
        Booking(KH, 6, HELD, DAY, "", 3),
    ]


def test_what_stands_there_stays_byte_for_byte(place: Workspace) -> None:
    saved_by_notepad = (
        b"\xef\xbb\xbf" + LINE.replace("\n", "\r\n\r\n").encode() + LINE.replace(": 5", ": 6").strip().encode()
    )
    register(place).write_bytes(saved_by_notepad)
    add_to_register(place, [Booking(KH, 7, HELD, DAY)])
    assert register(place).read_bytes().startswith(saved_by_notepad + b"\n")
    assert [(booking.number, booking.line) for booking in read_register(place)] == [(5, 1), (6, 3), (7, 4)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (LINE, LINE[:40] + "\n"),
        (LINE, "[5]\n"),
        (LINE, "[" * 100_000 + "\n"),
        (LINE, '"\\ud800"\n'),
        ('"so": 5', '"so": 0'),
        ('"so": 5', '"so": 5.0'),
        ('"so": 5', '"so": "5"'),
        ('"so": 5', '"so": true'),
        ('"giu"', '"mat"'),
        ('"KH"', '"K H"'),
        ('"KH"', '"kh"'),
        ('"than-uyen"', "7"),
        ('"kl50"', "null"),
        ('"2020-2025"', '"2025-2020"'),
        ('"05/7/2023"', '"30/02/2023"'),
        ('"so": 5, ', ""),
        ('"so": 5, ', '"so": 5, "ghi_chu": "", '),
    ],
)
def test_a_line_that_cannot_be_read_is_told_and_no_number_given(place: Workspace, old: str, new: str) -> None:
    register(place).write_text(LINE + LINE.replace(old, new), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        read_register(place)
    problem = refused.value.problem
    assert (problem.code, problem.place.line, refused.value.exit_code) == ("number.register", 2, 3)


def test_processes_at_once_never_get_one_number_twice(place: Workspace) -> None:
    command = [sys.executable, "-c", CLERK, str(place.root)]
    clerks = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    given = [int(line) for clerk in clerks for line in clerk.communicate()[0].split()]
    assert [clerk.returncode for clerk in clerks] == [0] * 4
    assert sorted(given) == list(range(1, 25))
    assert [booking.number for booking in read_register(place)] == list(range(1, 25))
    assert [path.name for path in (place.root / "data").iterdir()] == ["so-van-ban.jsonl"]


def test_the_lock_of_a_killed_process_is_taken_over(place: Workspace) -> None:
    killed = CLERK[: CLERK.index("        highest")] + "        import os; os._exit(9)\n"
    assert subprocess.run([sys.executable, "-c", killed, str(place.root)], check=False).returncode == 9
    with sole_writer(place):
        add_to_register(place, [Booking(KH, 5, HELD, DAY)])


def test_a_register_in_other_hands_is_told_after_a_while(place: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(numbers, "_PATIENCE", 0.0)
    with sole_writer(place), pytest.raises(Refused) as refused, sole_writer(place):
        pass
    assert (refused.value.problem.code, refused.value.exit_code) == ("lock.held", 4)
    with sole_writer(place):
        add_to_register(place, [Booking(KH, 5, HELD, DAY)])


def test_a_fault_inside_gives_the_lock_back(place: Workspace) -> None:
    with pytest.raises(KeyboardInterrupt), sole_writer(place):
        raise KeyboardInterrupt
    with sole_writer(place):
        assert read_register(place) == []


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"")
    with pytest.raises(Refused) as refused, sole_writer(Workspace(tmp_path, None)):
        pass
    assert (refused.value.problem.code, refused.value.exit_code) == ("file.unwritable", 4)
