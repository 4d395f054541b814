"""Organs that a task names: who leads it, who supports it. Told by the words in front of and behind them."""

import re
from collections.abc import Iterator

_ORGANS = (
    "Ban(?! hành)", "[ỦU][ỷy] ban", "Uỷ ban", "Văn phòng", "Sở", "Phòng", "Huyện [ủu][ỷy]", "Thành [ủu][ỷy]",
    "Tỉnh [ủu][ỷy]", "[Đđ]ảng [ủu][ỷy]", "Thường trực", "Thường vụ", "Hội đồng", "Mặt trận", "Công an", "Bộ", "Hội",
    "Trung tâm", "[Cc]hi bộ", "[Đđ]ảng bộ", "Đảng đoàn", "Đoàn", "Liên đoàn", "Tòa án", "Toà án", "Viện", "Kho bạc",
    "Chi cục", "Thanh tra", "Trường", "Người đứng đầu", "[Đđ]ồng chí", "Bí thư", "Tổ công tác", "Chính quyền",
    "[Cc]ấp [ủu][ỷy]",
    "[Cc]ác (?:cơ quan|đơn vị|cấp [ủu][ỷy]|đảng [ủu][ỷy]|đảng bộ|chi bộ|sở|phòng|ban|ngành|xã|tổ chức|đồng chí|huyện"
    "|địa phương|đoàn thể|tổ|thành viên)",
)  # fmt: skip
_DUTIES = (
    "tổ chức (?:quán triệt|thực hiện|triển khai|học tập|kiểm tra|sắp xếp|tuyên truyền|rà soát|sơ kết|tổng kết)",
    "theo dõi", "kiểm tra", "giám sát", "tham mưu", "xây dựng", "rà soát", "hướng dẫn", "thực hiện", "triển khai",
    "đôn đốc", "tổng hợp", "báo cáo", "chịu trách nhiệm", "chủ trì", "phối hợp", "chủ động", "căn cứ", "theo chức năng",
    "theo nhiệm vụ", "có trách nhiệm", "lãnh đạo, chỉ đạo", "chỉ đạo", "ban hành", "tăng cường", "tiếp tục", "giúp",
    "quán triệt", "đánh giá", "thẩm định", "trình", "cân đối", "bố trí", "định kỳ", "thường xuyên", "tuyên truyền",
    "đẩy mạnh", "nghiên cứu", "đề xuất", "sắp xếp", "hoàn thiện", "hoàn thành", "bảo đảm", "kịp thời", "chuẩn bị",
    "được giao", "tiến hành", "trong việc", "để",
)  # fmt: skip
_HEADS = rf"(?:{'|'.join(_ORGANS)})\b"
_VERBS = rf"(?<!các )(?:{'|'.join(_DUTIES)})\b"
_START = re.compile(rf"\s*(?:Giao\s+)?({_HEADS})")
_LEADS = re.compile(r"\s+(?:là cơ quan )?chủ trì\b")
_CLAUSE = re.compile(r"[.;:()]\s*|\b(?:[Gg]iao|do)(?: cho)?\s+")
_WITH = re.compile(r"[Pp]hối hợp(?: chặt chẽ)?(?: với| cùng)\s+(?:với\s+)?")
_BESIDE = re.compile(rf"chủ trì\s?[,;]\s+({_HEADS}[^.;:()]{{0,200}}?)\s+phối hợp\b(?! chặt chẽ với| với| cùng)")
_STOP = re.compile(rf"\s+{_VERBS}|[.;:()]|,\s+{_VERBS}")
_LONGEST = 400


def leading(text: str) -> Iterator[tuple[int, int]]:
    """Where organs stand that lead: before «chủ trì», or as the subject a paragraph begins with."""
    ends = [found.start() for found in _LEADS.finditer(text)]
    for end in ends:
        start = max((found.end() for found in _CLAUSE.finditer(text, 0, end)), default=0)
        head = _START.match(text, start, end)
        if head:
            yield head.start(1), end
    subject = _START.match(text)
    verb = _STOP.search(text, subject.end()) if subject else None
    if subject and verb and verb.start() - subject.start(1) <= _LONGEST and verb.start() not in ends:
        yield subject.start(1), verb.start()


def supporting(text: str) -> Iterator[tuple[int, int]]:
    """Where organs stand that support: after «phối hợp với», up to what is to be done; or in «…, … phối hợp»."""
    for found in _BESIDE.finditer(text):
        yield found.span(1)
    for found in _WITH.finditer(text):
        stop = _STOP.search(text, found.end())
        end = stop.start() if stop else len(text)
        if found.end() < end <= found.end() + _LONGEST:
            yield found.end(), end
