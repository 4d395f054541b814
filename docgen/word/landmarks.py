"""Words by which parts of a paper are known whatever they look like."""

import re
import unicodedata

PARTY_TITLE = "ĐẢNG CỘNG SẢN VIỆT NAM"
STATE_TITLES = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")
TITLES = (PARTY_TITLE, *STATE_TITLES)
MOTTO = re.compile(r"Độc lập\s*[-–—]\s*Tự do\s*[-–—]\s*Hạnh phúc", re.IGNORECASE)
NUMBER_LINE = re.compile(
    r"[Ss][ốỐ]\s*[:.]?(?=[^-/–]*[-/–])[\s\d…._]*[-–/\sA-ZĐƯƠa-zđ\d.]+"
    r"|\d{1,5}\s*[-–/]\s*[A-ZĐ][A-Za-zĐđ]{0,5}\s*[-–/]\s*[A-ZĐ][-–/\sA-ZĐƯƠa-zđ\d.]*",
    re.DOTALL,
)
DATE = re.compile(
    r".{0,60}?,?\s*[Nn]gày[\s\d…._]*[Tt]háng[\s\d…._]*,?\s*(?:[Nn]ăm)?[\s\d…._]*"
    r"|[^,\d]{2,40},?\s*(?:[Nn]gày\s*)?\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{4}\.?",
    re.DOTALL,
)
RULE = re.compile(r"[-–—_*=](?:\s*[-–—_*=]){2,}")
AUTHORITY = re.compile(r"(?:T/M|K/T|T/L|T/UQ|Q\.|(?:TM|KT|TL|TUQ)[. ])\s*\w[^.;:\d]*")
LABEL = re.compile(r"Nơi nhận\s*:?", re.IGNORECASE)
ARCHIVE = re.compile(r"(?:[-–—+]\s*)?Lưu\b")
TYPIST = re.compile(r"\(?\w[^\s;:,]{1,24}\)?")  # who drafted and how many copies, below the archive line: `NTH-05b`
DRAFTED = re.compile(r"\(?DỰ THẢO(?: LẦN)?\s*\d*\)?", re.IGNORECASE)
ADDRESS = re.compile(r"Kính (?:gửi|trình)\b", re.IGNORECASE)
APPENDIX = re.compile(r"(?:PHỤ LỤC|Phụ lục)\b(?:\s+(?:[IVXLC]+|\d+))?(?:\s|$)")
REFERENCE = re.compile(r"\(?\s*(?:Ban hành )?[Kk]èm theo ")
BASIS = re.compile(r"(?:[-–]\s*)?Căn cứ\s")
PROPOSAL = re.compile(r"(?:[-–]\s*)?(?:Xét|Theo) đề nghị\s")  # the last căn cứ of a decision
KINDS = (
    "NGHỊ QUYẾT", "CHỈ THỊ", "KẾT LUẬN", "QUYẾT ĐỊNH", "QUY ĐỊNH", "QUY CHẾ", "THÔNG TRI", "HƯỚNG DẪN", "THÔNG BÁO",
    "THÔNG CÁO", "BÁO CÁO", "KẾ HOẠCH", "QUY HOẠCH", "CHƯƠNG TRÌNH", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "ĐỀ ÁN", "PHƯƠNG ÁN",
    "DỰ ÁN", "TỜ TRÌNH", "BIÊN BẢN", "GIẤY MỜI", "GIẤY GIỚI THIỆU",
)  # fmt: skip
POSITIONS = re.compile(
    r"(?:PHÓ |QUYỀN |Q\. ?)?(?:BÍ THƯ|TRƯỞNG|CHÁNH|CHỦ NHIỆM|CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CỤC TRƯỞNG|VỤ TRƯỞNG"
    r"|CHỈ HUY|CHÍNH ỦY|CHÍNH UỶ|HIỆU TRƯỞNG|VIỆN TRƯỞNG|ỦY VIÊN|UỶ VIÊN|THƯ KÝ|BỘ TRƯỞNG"
    r"|THỨ TRƯỞNG|THỦ TRƯỞNG|KIÊM)\b.*"
)
CLOSING = (".", ":", ";", "!", "?", "…", "”", '"', ")", "/", "*")
ORGAN = re.compile(
    r"(?:(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) (?:ủy|uỷ)|Đảng bộ|Chi bộ|Đảng đoàn|Ban|Văn phòng|(?:Ủy|Uỷ) ban|UBND|Sở"
    r"|Phòng) [^.,:;\d]{2,60}",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"\s+")
_LONGEST_TITLE = 60


def _bare(text: str) -> str:
    """In capitals, without blanks and marks on letters."""
    letters = unicodedata.normalize("NFD", text.upper().replace("Đ", "D"))
    return "".join(sign for sign in letters if not (unicodedata.combining(sign) or sign.isspace()))


_BARE_TITLES = frozenset(map(_bare, TITLES))


def squeezed(text: str) -> str:
    """Words with single blanks between them."""
    return _BLANKS.sub(" ", text).strip()


def is_title(text: str) -> bool:
    """The title of the Party's papers, or the national one; a slip in its marks or blanks makes no other line of it."""
    return len(text) < _LONGEST_TITLE and _bare(text) in _BARE_TITLES


def is_organ(text: str) -> bool:
    """The name of an organ in small letters, where a letterhead has it in capitals."""
    return ORGAN.fullmatch(squeezed(text)) is not None


def signs(text: str) -> bool:
    """A line that says by whose authority a paper is signed: `T/M BAN THƯỜNG VỤ`."""
    return text == text.upper() and bool(AUTHORITY.fullmatch(squeezed(text)))


def is_kind(text: str) -> bool:
    """A tên loại on a line of its own."""
    return squeezed(text).upper() in KINDS and text == text.upper()
