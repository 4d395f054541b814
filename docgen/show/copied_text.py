"""Copies on the terminal: where they are, what was mended, what is left for a person."""

from collections.abc import Collection, Iterable

from docgen.model.copied import Copied


def copied(copies: Collection[Copied]) -> str:
    """One line for either kind of copies; nothing when there are none."""
    annotated = _folders(copy.annotated for copy in copies)
    fixed = _folders(copy.fixed for copy in copies)
    lines = []
    if annotated:
        lines.append(f"Bản sao có ghi chú: {annotated}.")
    if fixed:
        mended, left = sum(copy.mended for copy in copies), sum(copy.left for copy in copies)
        rest = f"; còn {left} lỗi phải tự sửa" if left else ""
        lines.append(f"Bản sao đã sửa {mended} lỗi thể thức, có theo dõi thay đổi để xem lại: {fixed}{rest}.")
    return "\n".join(lines)


def _folders(paths: Iterable[str]) -> str:
    """`sua/than-uyen.docx`, or `28 tệp trong sua`."""
    given = [path for path in paths if path]
    return given[0] if len(given) == 1 else f"{len(given)} tệp trong {given[0].rpartition('/')[0]}" if given else ""
