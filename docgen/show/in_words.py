"""What a person reads on the terminal: one sentence a problem, one summary a run."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from docgen.problems import Problem

SEVERITIES = {"error": "Lỗi", "warning": "Cảnh báo", "hint": "Lưu ý"}
ROLES = {
    "title": "Tiêu đề", "superior": "Cấp trên", "issuer": "Cơ quan ban hành", "star": "Dấu sao",
    "number": "Số, ký hiệu",
    "place_date": "Địa danh, ngày", "kind": "Tên loại", "subject": "Trích yếu", "rule": "Gạch dưới trích yếu",
    "basis": "Căn cứ", "opening": "Mở đầu", "heading": "Đề mục", "item": "Mục", "dash": "Gạch đầu dòng",
    "paragraph": "Đoạn", "appendix_title": "Tiêu đề phụ lục", "appendix_note": "Dòng kèm theo", "table": "Bảng",
    "recipients_label": "Nhãn nơi nhận", "recipient": "Nơi nhận", "authority": "Quyền hạn", "position": "Chức vụ",
    "signer": "Người ký", "mark": "Dấu chỉ mức độ", "other": "Khác",
}  # fmt: skip
STATES = {
    "created": "tạo mới",
    "same": "không đổi",
    "changed": "cập nhật",
    "protected": "giữ nguyên",
    "failed": "lỗi",
}


def problem(found: Problem) -> str:
    """`data/don-vi.yaml:12:3: Lỗi: … Cách sửa: …`."""
    return f"{found.place}: {SEVERITIES[found.severity]}: {found.message} Cách sửa: {found.remedy}"


def problems(found: Iterable[Problem]) -> str:
    """One line each."""
    return "\n".join(map(problem, found))


def outcomes(found: Iterable[tuple[Any, str]]) -> str:
    """`tạo mới    build/kl50/than-uyen.docx`, a line a unit."""
    width = max(map(len, STATES.values()))
    return "\n".join(f"{STATES[state]:<{width}}  {file}" for state, file in found)


def nothing_built(units: int) -> str:
    """`3 đơn vị: 3 lỗi; không dựng được văn bản nào.`"""
    return f"{units} đơn vị: {units} lỗi; không dựng được văn bản nào."


def build_summary(counts: Mapping[Any, int], no_signer: int, unconfirmed: int, missing_above: Sequence[str]) -> str:
    """`28 đơn vị: 28 tạo mới, 0 lỗi; 27 thiếu người ký, 12 chưa xác nhận; kế hoạch của cấp trên thiếu số, ngày.`"""
    total = sum(counts.values())
    states = [f"{counts[state]} {word}" for state, word in STATES.items() if counts[state] or state == "failed"]
    text = f"{total} đơn vị: {', '.join(states)}; {no_signer} thiếu người ký, {unconfirmed} chưa xác nhận"
    if missing_above:
        text += f"; kế hoạch của cấp trên còn thiếu {', '.join(missing_above)}"
    return text + "."


def undo_summary(counts: Mapping[Any, int]) -> str:
    """`Đã trả lại lần dựng gần nhất: 3 tệp về bản trước, 25 tệp mới được bỏ, 1 giữ nguyên.`"""
    return (
        f"Đã trả lại lần dựng gần nhất: {counts['restored']} tệp về bản trước, "
        f"{counts['removed']} tệp mới được bỏ, {counts['kept']} giữ nguyên (kể cả bảng phủ và manifest.json)."
    )
