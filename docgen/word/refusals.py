"""Why a file is not read: every code with its two sentences."""

from collections.abc import Mapping

_SAVE_AGAIN = "Mở tệp trong Word rồi lưu lại thành .docx."
_FETCH_AGAIN = "Chép hoặc tải lại tệp từ nơi gửi rồi thử lại."
_ONLY_FROM_WORD = "Chỉ dùng tệp do Word lưu; nếu nhận từ nơi khác thì hỏi lại người gửi."
_LESS_CONTENT = "Bớt hình ảnh, đối tượng nhúng hoặc chia văn bản thành nhiều tệp rồi lưu lại."

# What is wrong, and how to mend it; names in braces are the particulars of `Unreadable`.
SENTENCES: Mapping[str, tuple[str, str]] = {
    "docx.empty": ("Tệp rỗng, không có nội dung nào.", _FETCH_AGAIN),
    "docx.truncated": ("Tệp bị cụt, thiếu phần cuối.", _FETCH_AGAIN),
    "docx.broken": ("Tệp không phải .docx hoặc đã hỏng.", _SAVE_AGAIN),
    "docx.encrypted": ("Tệp được đặt mật khẩu nên không đọc được.", "Mở trong Word, bỏ mật khẩu rồi lưu lại."),
    "docx.legacy": (
        "Tệp lưu theo dạng .doc của Word 97–2003.",
        "Mở trong Word, chọn Save As, kiểu Word Document (.docx).",
    ),
    "docx.not_word": (
        "Đây là {kind}, không phải văn bản Word (.docx).",
        "Chọn đúng tệp văn bản, hoặc mở bằng Word rồi lưu thành .docx.",
    ),
    "docx.macro": ("Tệp có macro (.docm, .dotm).", "Trong Word chọn Save As, kiểu Word Document (.docx) không macro."),
    "docx.strict": (
        "Tệp lưu theo dạng Strict Open XML.",
        "Trong Word chọn Save As, kiểu Word Document (.docx).",
    ),
    "docx.file_size": ("Tệp lớn hơn {limit} MB.", _LESS_CONTENT),
    "docx.size": ("Nội dung tệp khi giải nén lớn hơn {limit} MB.", _LESS_CONTENT),
    "docx.part_size": ("Phần {part} của tệp lớn quá mức.", _LESS_CONTENT),
    "docx.markup": ("Tệp có quá nhiều thẻ định dạng (hơn {limit}).", "Chia văn bản thành nhiều tệp rồi lưu lại."),
    "docx.entries": ("Tệp gồm hơn {limit} phần.", _LESS_CONTENT),
    "docx.bomb": ("Phần {part} nén chặt bất thường, có thể là tệp phá hoại.", _ONLY_FROM_WORD),
    "docx.false_size": ("Phần {part} dài hơn hoặc ngắn hơn cỡ ghi trong tệp.", _SAVE_AGAIN),
    "docx.overlap": ("Phần {part} nằm chồng lên phần khác của tệp.", _ONLY_FROM_WORD),
    "docx.duplicate": ("Tệp có hai phần trùng tên {part}.", "Mở trong Word rồi lưu lại thành tệp mới."),
    "docx.mismatch": ("Phần {part} được ghi khác nhau ở hai nơi trong tệp.", _SAVE_AGAIN),
    "docx.name": ("Phần {part} có tên dẫn ra ngoài tệp.", _ONLY_FROM_WORD),
    "docx.method": ("Phần {part} nén theo cách Word không dùng.", _SAVE_AGAIN),
    "docx.multi_disk": ("Tệp là một mảnh của tệp nén chia nhiều phần.", "Ghép đủ các mảnh rồi dùng tệp ghép được."),
    "docx.doctype": ("Phần {part} có khai báo DOCTYPE.", _ONLY_FROM_WORD),
    "docx.deep": ("Phần {part} có các thẻ lồng nhau quá sâu.", "Bỏ bớt bảng lồng trong bảng rồi lưu lại."),
    "docx.tracked": (
        "Văn bản còn thay đổi được theo dõi (Track Changes).",
        "Trong Word chấp nhận hoặc từ chối hết thay đổi rồi lưu lại.",
    ),
    "docx.xml": ("Phần {part} không phải XML đúng.", _SAVE_AGAIN),
}


class Unreadable(Exception):
    """A file that is no readable .docx; the code and the two sentences go to the user."""

    def __init__(self, code: str, **particulars: str) -> None:
        self.code = code
        self.message, self.remedy = (sentence.format(**particulars) for sentence in SENTENCES[code])
        super().__init__(self.message)
