"""The last of the recipients: where the paper is filed."""

import re
from collections.abc import Iterator

from docgen.check.draft import Draft
from docgen.check.receivers import items
from docgen.check.rule import Fault, rule
from docgen.model.form_values import Text

_PLACE = re.compile(r"\{\w+\}")
_STATE_ARCHIVE = re.compile(r"\bVT\b")


@rule(
    "recipients.archive_missing",
    "R4 56",
    "error",
    ("Nơi nhận không có dòng lưu («{expected}»).", "The recipients have no archive line («{expected}»)."),
    ("Thêm dòng cuối «- {expected}».", "Add «- {expected}» as the last line."),
)
def archive_missing(draft: Draft) -> Iterator[Fault]:
    """The list says where the paper is filed.

    Why: HD 36, HD 05 1.9: `Lưu Văn phòng …`; NĐ 30: `Lưu: VT, …`.
    Wrong: a list without it. Right: `- Lưu Văn phòng Tỉnh ủy.` at the end.
    """
    listed = items(draft)
    if listed and not any(item.archive for item in listed):
        form = draft.form.recipients.archive
        yield Fault(listed[-1].last, "", _PLACE.sub("…", form.value), form.clause)


@rule(
    "recipients.archive_place",
    "R4 56",
    "error",
    ("Dòng lưu phải đứng cuối nơi nhận.", "The archive line stands last."),
    ("Chuyển dòng này xuống cuối danh sách.", "Move the line to the end of the list."),
)
def archive_place(draft: Draft) -> Iterator[Fault]:
    """The archive line is the last one.

    Why: HD 36, HD 05 1.9, NĐ 30.
    Wrong: `- Lưu Văn phòng Huyện ủy.` above another recipient. Right: below all of them.
    """
    listed = items(draft)
    if listed and not listed[-1].archive:
        for item in listed:
            if item.archive:
                yield Fault(item.first, "", "", draft.form.recipients.archive.clause)


@rule(
    "recipients.archive",
    "R4 56",
    "error",
    ("Dòng lưu ghi «{found}», thể thức này ghi «{expected}».", "The archive line says «{found}», not «{expected}»."),
    ("Sửa thành «- {expected}».", "Write «- {expected}»."),
)
def archive(draft: Draft) -> Iterator[Fault]:
    """The archive line is written as the form has it.

    Why: HD 36, HD 05 1.9: `Lưu Văn phòng …`, `Lưu VPTU`; NĐ 30: `Lưu: VT, …`.
    Wrong: `- Lưu: VT.` in a Party paper. Right: `- Lưu Văn phòng Huyện ủy.`
    """
    form = draft.form.recipients.archive
    for item in items(draft):
        strange = draft.is_party and _STATE_ARCHIVE.search(item.archive)
        if item.archive and (strange or not _written(item.archive, form)):
            yield Fault(item.first, item.archive, _PLACE.sub("…", form.value), form.clause)


def _written(text: str, form: Text) -> bool:
    """Whether an archive line begins as the form has it; what follows is the office's own, without a colon."""
    words = " ".join(text.split())
    start = form.value.partition("{")[0].rstrip(" ,")
    own = words[len(start) :]
    return words.startswith(start) and (form.allows(words) or bool(own)) and not own[:1].isalnum() and ":" not in own


RULES = (archive_missing, archive_place, archive)
