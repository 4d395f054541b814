"""The register of numbers, `data/so-van-ban.jsonl`: lines are added, never changed, by one writer at a time.

One line is one JSON object: `don_vi`, `loai`, `nhiem_ky`, `so`, `trang_thai` (`giu` held, `huy` given back), `ngay`,
`ke_hoach` (empty for a paper of no plan).
"""

import datetime
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from docgen.model.numbering import HELD, RELEASED, Booking, Series, parse_kind, parse_term
from docgen.problems import Place, Problem
from docgen.vietnamese import parse_date, short_date
from docgen.workspace.folder import Refused, Workspace, read_file
from docgen.workspace.lock import FolderLock
from docgen.workspace.outcomes import unwritable
from docgen.workspace.writing import CANNOT, write_whole

REGISTER = "data/so-van-ban.jsonl"
_LOCK = "data/.so-van-ban.khoa"
_PATIENCE = 10.0  # seconds


def today() -> datetime.date:
    """The day a number is booked on."""
    return datetime.date.today()


def read_register(workspace: Workspace) -> list[Booking]:
    """Every line in order; no file, no lines. Raises Refused at a line that cannot be read: numbers hide in it."""
    path = workspace.root / REGISTER
    lines = read_file(path, REGISTER).splitlines() if path.exists() else []
    return [_booking(line, number) for number, line in enumerate(lines, 1) if line.strip()]


def add_to_register(workspace: Workspace, bookings: Iterable[Booking]) -> None:
    """Write lines below those that stand there, which stay as they are; only inside `sole_writer`. Raises Refused."""
    path = workspace.root / REGISTER
    there = read_file(path, REGISTER) if path.exists() else b""
    if there and not there.endswith(b"\n"):
        there += b"\n"
    write_whole(path, there + "".join(map(_line, bookings)).encode("utf-8"), REGISTER)


@contextmanager
def sole_writer(workspace: Workspace) -> Iterator[None]:
    """Nobody else reads and adds meanwhile, so that no two clerks get one number. Raises Refused (exit code 4)."""
    lock = FolderLock(workspace.root / _LOCK, _LOCK, _PATIENCE)
    try:
        lock.acquire()
    except OSError as fault:
        raise Refused(unwritable(REGISTER, fault), CANNOT) from None
    try:
        yield
    finally:
        lock.release()


def _line(booking: Booking) -> str:
    return json.dumps(_fields(booking), ensure_ascii=False) + "\n"


def _fields(booking: Booking) -> dict[str, object]:
    return {
        "don_vi": booking.series.unit,
        "loai": booking.series.kind,
        "nhiem_ky": str(booking.series.term),
        "so": booking.number,
        "trang_thai": booking.state,
        "ngay": short_date(booking.day),
        "ke_hoach": booking.plan,
    }


def _booking(text: bytes, line: int) -> Booking:
    try:
        fields = json.loads(text)
        series = Series(fields["don_vi"], parse_kind(fields["loai"]), parse_term(fields["nhiem_ky"]))
        day = parse_date(fields["ngay"])
        booking = Booking(series, fields["so"], fields["trang_thai"], day, fields["ke_hoach"], line)
        if _sound(booking) and _fields(booking) == fields:
            return booking
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pass
    message = "Dòng này của sổ số văn bản không đọc được."
    remedy = "Sửa lại theo mẫu các dòng khác, hoặc chép tệp từ bản sao lưu; đừng xóa dòng đã ghi."
    raise Refused(Problem(Place(REGISTER, line, 1), "number.register", message, remedy))


def _sound(booking: Booking) -> bool:
    words = all(isinstance(word, str) for word in (booking.series.unit, booking.plan))
    return words and type(booking.number) is int and booking.number > 0 and booking.state in (HELD, RELEASED)
