"""The register of numbers, `data/so-van-ban.jsonl`: lines are added, never changed, by one writer at a time.

One line is one JSON object: `don_vi`, `loai`, `nhiem_ky`, `so`, `trang_thai` (`giu` held, `huy` given back), `ngay`,
`ke_hoach` (empty for a paper of no plan).
"""

import datetime
import json
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from docgen.model.numbering import HELD, RELEASED, Booking, Series, parse_kind, parse_term
from docgen.problems import Place, Problem
from docgen.vietnamese import parse_date, short_date
from docgen.workspace.folder import Refused, Workspace, read_file, reason_of
from docgen.workspace.writing import CANNOT, write_whole

REGISTER = "data/so-van-ban.jsonl"
_LOCK = "data/.so-van-ban.khoa"
_PATIENCE, _PAUSE = 10.0, 0.02  # seconds
# Windows answers so while another writer's lock is on its way out.
_BUSY = (FileExistsError, PermissionError) if os.name == "nt" else (FileExistsError,)


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
    """Nobody else reads and adds meanwhile, so that no two clerks get one number. Raises Refused."""
    lock = workspace.root / _LOCK
    try:
        _take(lock)
    except OSError as error:
        raise Refused(_no_lock(error), CANNOT) from None
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def _take(lock: Path) -> None:
    """Create the lock; while it is another's, wait. Raises OSError."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            return
        except _BUSY:
            if time.monotonic() > until:
                raise
            time.sleep(_PAUSE)


def _no_lock(error: OSError) -> Problem:
    if isinstance(error, _BUSY):
        message = "Người khác đang ghi sổ số văn bản."
        remedy = f"Chạy lại sau ít phút; nếu chắc không ai đang dùng docgen thì xóa tệp {_LOCK}."
        return Problem(Place(REGISTER), "number.locked", message, remedy)
    message = f"Không ghi được sổ số văn bản ({reason_of(error)})."
    return Problem(Place(REGISTER), "file.unwritable", message, "Xem dung lượng và quyền ghi của thư mục data.")


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
