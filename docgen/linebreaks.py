"""Where a centred heading is broken: few lines, even lengths, and never inside a name or a number."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from docgen.typeface import Style, text_width

# Names and numbers, never broken, in either case.
_NAMES = (
    r"(?:Hội đồng|Ủy ban|Tòa án) nhân dân|Ủy ban Mặt trận Tổ quốc"
    r"|Bộ Chính trị|Ban Chấp hành(?: Trung ương(?: Đảng)?| Đảng bộ)?"
    r"|Trung ương(?: Đảng)?|khóa [IVX]+|Ban Thường vụ|Mặt trận Tổ quốc|Việt Nam|Nhân dân"
    r"|Ban cán sự đảng|Đảng đoàn|Đảng ủy|Ủy ban|Hội đồng|Tòa án|Viện kiểm sát|Liên đoàn Lao động|Liên hiệp Phụ nữ"
    r"|Nông dân|Cựu chiến binh|Biên phòng|Quân sự|Công an"
    r"|(?:Nghị quyết|Kết luận|Kế hoạch|Chỉ thị|Quy định|Quyết định|Chương trình) số \S+|ngày \d+/\d+/\d+|số \S+"
    r"|năm \d+|quý [IVX]+"
)
# Words that read better together on one line.
_PHRASES = (
    r"cơ quan|doanh nghiệp|bộ máy|hệ thống chính trị|hiệu lực|hiệu quả|tổ chức|tinh gọn|tiếp tục|thực hiện"
    r'|"[^\s"]+(?: [^\s"]+){3}'
)
_TOGETHER = re.compile(f"{_NAMES}|{_PHRASES}", re.IGNORECASE)
_NAMED = re.compile(rf"(?<!\w)(?:{_NAMES})(?!\w)", re.IGNORECASE)
# A new line likes to begin with these.
_OPENERS = ("về", "của", "và", "thực", "theo", "trong", "đến", "ủy", "tỉnh", "hội", "tòa", "viện", "vì", '"')
_GLUE = "\u00a0"
_NO_OPENER = 1500.0  # square points: a worse break may cost some 40 pt of evenness


def break_evenly(text: str, size: float, style: Style, width: float) -> list[str]:
    """Lines of at most `width` points, as few as possible, then as even as possible."""
    return list(_broken(text, size, style, width))


def cut_name(line: str, following: str) -> str | None:
    """The name or number that a break between two lines cuts, or None."""
    at = len(line)
    return next(
        (found.group() for found in _NAMED.finditer(f"{line} {following}") if found.start() < at < found.end()), None
    )


@lru_cache(1024)  # heads: all papers share the subject, those of one kind the superior and the signing
def _broken(text: str, size: float, style: Style, width: float) -> tuple[str, ...]:
    words = _TOGETHER.sub(lambda found: found.group().replace(" ", _GLUE), text).split(" ")
    widths = [text_width(word, size, style) for word in words]
    space = text_width(" ", size, style)
    fewest = _fewest_lines(widths, space, width)
    ends = _even_ends(tuple(words), tuple(widths), space, width, fewest)
    starts = [0, *ends[:-1]]
    return tuple(" ".join(words[a:b]).replace(_GLUE, " ") for a, b in zip(starts, ends, strict=True))


def _fewest_lines(widths: Sequence[float], space: float, width: float) -> int:
    lines, used = 1, -space
    for word in widths:
        if used + space + word > width and used > 0:
            lines, used = lines + 1, -space
        used += space + word
    return lines


def _even_ends(
    words: tuple[str, ...], widths: tuple[float, ...], space: float, width: float, lines: int
) -> tuple[int, ...]:
    ideal = (sum(widths) + space * (len(words) - lines)) / lines

    def cost(start: int, end: int) -> float:
        length = sum(widths[start:end]) + space * (end - start - 1)
        too_long = 1e9 if length > width and end - start > 1 else 0.0
        opener = 0.0 if end == len(words) or words[end].lower().startswith(_OPENERS) else _NO_OPENER
        return (length - ideal) ** 2 + opener + too_long

    @cache
    def best(start: int, left: int) -> tuple[float, tuple[int, ...]]:
        if left == 1:
            return cost(start, len(words)), (len(words),)
        candidates = (
            (cost(start, end) + best(end, left - 1)[0], (end, *best(end, left - 1)[1]))
            for end in range(start + 1, len(words) - left + 2)
        )
        return min(candidates)

    return best(0, lines)[1]
