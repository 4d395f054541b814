"""The file itself: what it carries that reaches outside or runs, and tracked changes left in it."""

from collections.abc import Iterator

from docgen.check.draft import Draft
from docgen.check.rule import Fault, rule
from docgen.model.hazard import HazardKind

_PRACTICE = "theo thực tế: tệp gửi đi chỉ chứa chính văn bản"
_OWN_TEMPLATE = ("normal.dotm", "normal.dot", "normal.dotx")  # Word names its own in every other file


@rule(
    "file.macro",
    "",
    "warning",
    ("Tệp có macro hoặc điều khiển ActiveX: {found}.", "The file holds macros or ActiveX controls: {found}."),
    ("Lưu lại kiểu «Word Document (*.docx)».", "Save it as «Word Document (*.docx)»."),
)
def macro(draft: Draft) -> Iterator[Fault]:
    """No programs in a paper.

    Why: whoever opens it may run them.
    Wrong: word/vbaProject.bin. Right: a plain .docx.
    """
    yield from _hazards(draft, "macro")


@rule(
    "file.ole",
    "",
    "hint",
    ("Tệp có nhúng tệp khác: {found}.", "Another file is embedded: {found}."),
    ("Nếu không cần, xóa đối tượng nhúng hoặc dán lại thành ảnh.", "Delete it, or paste it again as a picture."),
)
def ole(draft: Draft) -> Iterator[Fault]:
    """No files inside the file.

    Why: a whole workbook may travel with a small table.
    Wrong: an Excel sheet pasted as an object. Right: a table.
    """
    yield from _hazards(draft, "ole")


@rule(
    "file.dde",
    "",
    "warning",
    ("Tệp có trường DDE, có thể gọi chương trình khác: {found}.", "A DDE field may start a program: {found}."),
    ("Chọn trường đó, bấm Ctrl+Shift+F9 hoặc xóa đi.", "Select the field and press Ctrl+Shift+F9, or delete it."),
)
def dde(draft: Draft) -> Iterator[Fault]:
    """No field that talks to other programs.

    Why: known as a way to run programs.
    Wrong: `DDEAUTO c:\\\\…`. Right: the words themselves.
    """
    yield from _hazards(draft, "dde")


@rule(
    "file.include",
    "",
    "warning",
    ("Tệp lấy nội dung từ tệp khác: {found}.", "Words or pictures come from another file: {found}."),
    ("Chọn chỗ đó, bấm Ctrl+Shift+F9 để giữ nội dung, bỏ liên kết.", "Select it and press Ctrl+Shift+F9."),
)
def include(draft: Draft) -> Iterator[Fault]:
    """No field that fetches from another file.

    Why: what is signed must not change with another file.
    Wrong: `INCLUDETEXT`. Right: the words themselves.
    """
    yield from _hazards(draft, "include")


@rule(
    "file.alt_chunk",
    "",
    "warning",
    ("Tệp chứa một văn bản khác chưa trộn vào: {found}.", "Another text is attached, not merged: {found}."),
    ("Mở bằng Word rồi lưu lại để trộn hẳn vào văn bản.", "Open it in Word and save it to merge the text."),
)
def alt_chunk(draft: Draft) -> Iterator[Fault]:
    """No text that other programs show and others do not.

    Why: w:altChunk is merged by Word when it opens the file, by few others.
    Wrong: an HTML part. Right: paragraphs.
    """
    yield from _hazards(draft, "alt_chunk")


@rule(
    "file.template_link",
    "",
    "warning",
    ("Tệp gắn với một mẫu ở nơi khác: {found}.", "The file is tied to a template elsewhere: {found}."),
    (
        "Vào Developer › Document Template, xóa ô Document template rồi lưu lại.",
        "Empty Developer › Document Template and save.",
    ),
)
def template_link(draft: Draft) -> Iterator[Fault]:
    """No template fetched from elsewhere; Word's own Normal.dotm of somebody's computer is a hint.

    Why: Word asks for it at every opening; it may hold macros.
    Wrong: a template on a web address. Right: none.
    """
    for fault in _hazards(draft, "template_link"):
        own = fault.found.replace("\\", "/").lower().endswith(_OWN_TEMPLATE)
        yield Fault(None, fault.found, "", _PRACTICE, severity="hint" if own else None)


@rule(
    "file.external_link",
    "",
    "warning",
    ("Tệp liên kết tới nơi khác: {found}.", "The file links to another place: {found}."),
    (
        "Nhúng hẳn ảnh, tệp đó vào văn bản (File › Info › Edit Links › Break Link) hoặc bỏ liên kết.",
        "Break the link (File › Info › Edit Links) or remove it.",
    ),
)
def external_link(draft: Draft) -> Iterator[Fault]:
    """No pictures or files fetched from elsewhere; links to web pages and letter boxes are well.

    Why: what is signed must be in the file; whoever opens it is seen by the other side.
    Wrong: a picture on a web address. Right: the picture itself.
    """
    yield from _hazards(draft, "external_link")


@rule(
    "file.tracked_changes",
    "",
    "hint",
    (
        "Văn bản còn vết sửa (Track Changes); đã soát như khi chấp nhận hết.",
        "Tracked changes are left; checked as if all were accepted.",
    ),
    ("Vào Review › Accept All Changes and Stop Tracking.", "Choose Review › Accept All Changes and Stop Tracking."),
)
def tracked_changes(draft: Draft) -> Iterator[Fault]:
    """A paper for signature has no tracked changes.

    Why: practice; whoever gets the file reads what was struck.
    Wrong: sent with all changes. Right: accepted, tracking off.
    """
    if draft.reading.revisions:
        yield Fault(clause=_PRACTICE)


def _hazards(draft: Draft, kind: HazardKind) -> Iterator[Fault]:
    for hazard in draft.reading.hazards:
        if hazard.kind == kind:
            yield Fault(None, hazard.detail, "", _PRACTICE)


RULES = (macro, ole, dde, include, alt_chunk, template_link, external_link, tracked_changes)
