"""What the summary says of a paper that was not simply written."""

from docgen.problems import Place, Problem
from docgen.workspace.changes import Meddled
from docgen.workspace.folder import reason_of

LOOK = "Đóng tệp trong Word, xem dung lượng và quyền ghi."


def unwritable(shown: str, fault: OSError) -> Problem:
    """The disk refused; the old file stands."""
    return Problem(Place(shown), "file.unwritable", f"Không ghi được tệp ({reason_of(fault)}).", LOOK)


def unreadable(shown: str, fault: OSError) -> Problem:
    """What stands there cannot be compared, so it stays."""
    message = f"Không đọc được tệp đang có ({reason_of(fault)})."
    return Problem(Place(shown), "file.unreadable", message, "Đóng tệp trong Word hoặc sửa quyền đọc.")


def in_the_way(shown: str) -> Problem:
    """A folder, or a stranger thing, has the name of a paper."""
    message = "Đây là thư mục, không phải tệp."
    return Problem(Place(shown), "file.directory", message, "Đổi tên thư mục và để trống chỗ này.")


def meddled(shown: str) -> Problem:
    """A person saved the file in the moment docgen was about to replace it."""
    message = "Tệp vừa được sửa trong lúc docgen chạy, giữ nguyên tệp."
    return Problem(Place(shown), "file.meddled", message, "Lưu và đóng tệp rồi chạy lại.")


def of_fault(shown: str, fault: OSError) -> Problem:
    """Why a file could not be changed."""
    return meddled(shown) if isinstance(fault, Meddled) else unwritable(shown, fault)


def edited_since(shown: str) -> Problem:
    """`docgen undo` puts back only what a run wrote."""
    return _warning(shown, "Tệp đã sửa sau lần chạy ấy, giữ nguyên.", "Muốn lấy bản cũ thì đổi tên tệp rồi chạy lại.")


def nothing_kept(shown: str) -> Problem:
    """The content before the run is gone or was written into."""
    return _warning(shown, "Không còn bản trước lần chạy ấy, giữ nguyên tệp.", "Dựng lại bằng «docgen build».")


def issued(shown: str) -> Problem:
    """Marked as issued in the plan."""
    message = "Văn bản đã ban hành, giữ nguyên tệp."
    return _warning(shown, message, "Muốn dựng lại thì đổi trang_thai thành du_thao.")


def edited(shown: str, beside: str) -> Problem:
    """A person edited the paper; the new one lies beside it."""
    message = f"Tệp không còn như docgen đã ghi (đã sửa tay), giữ nguyên; bản mới là «{beside}»."
    remedy = f"So hai bản bằng «docgen diff {shown} {beside}», hoặc lấy bản mới bằng --force (bản cũ được cất lại)."
    return _warning(shown, message, remedy)


def link(shown: str, beside: str) -> Problem:
    """A link stands where the paper belongs; docgen does not write through it."""
    message = f"Chỗ này là liên kết tới tệp khác, giữ nguyên; bản mới là «{beside}»."
    return _warning(shown, message, "Bỏ liên kết rồi chạy lại.")


def busy(shown: str, beside: str) -> Problem:
    """Another program holds the file on Windows."""
    message = f"Tệp đang mở trong Word (hoặc chương trình khác đang giữ), giữ nguyên; bản mới là «{beside}»."
    return _warning(shown, message, "Đóng tệp rồi chạy lại.")


def backed_up(shown: str, copy: str) -> Problem:
    """`--force` moved what a person wrote out of the way."""
    message = f"Tệp đã sửa tay được cất ở «{copy}», bản mới vào chỗ của nó."
    return Problem(Place(shown), "file.backed_up", message, "Lấy lại bằng «docgen undo» hoặc chép từ đó.", "hint")


def not_our_page(shown: str) -> Problem:
    """A scan with signature and seal, say: never written over."""
    return _warning(shown, "Tệp PDF này không do docgen ghi, giữ nguyên.", "Đổi tên tệp PDF rồi chạy lại với --pdf.")


def _warning(shown: str, message: str, remedy: str) -> Problem:
    return Problem(Place(shown), "file.protected", message, remedy, "warning")
