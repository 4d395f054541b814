"""Work on a file somebody sent: what it may cost in time and memory, and every way it can fail told as one problem."""

from collections.abc import Callable
from typing import TypeVar

from docgen.problems import Place, Problem
from docgen.stories.limits import TooLong, deadline, memory
from docgen.word.refusals import Unreadable
from docgen.workspace.folder import Refused

T = TypeVar("T")
_SMALLER = "Bớt hình ảnh, bảng hoặc chia văn bản thành nhiều tệp."


def within_limits(file: str, seconds: float, work: Callable[[], T]) -> T:
    """What the work gives. Raises Refused for a file that is none, takes too long or too much memory."""
    try:
        with memory(), deadline(seconds):
            return work()
    except Unreadable as unreadable:
        raise _stopped(file, unreadable.code, unreadable.message, unreadable.remedy) from None
    except TooLong:
        raise _stopped(file, "docx.too_long", f"Làm quá {seconds:g} giây chưa xong, đã dừng.", _SMALLER) from None
    except MemoryError:
        raise _stopped(file, "docx.too_large", "Tệp quá lớn, đã dừng.", _SMALLER) from None


def _stopped(file: str, code: str, message: str, remedy: str) -> Refused:
    return Refused(Problem(Place(file), code, message, remedy))
