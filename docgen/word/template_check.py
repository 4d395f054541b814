"""Everything wrong with a template at once, each fault at its paragraph; then, if nothing is, the template compiled."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from docgen.problems import Place, Problem, errors
from docgen.word.package import main_part, parse_part
from docgen.word.template import Template, TemplateRefused, compile_template
from docgen.word.template_blocks import block_faults, blocks_of
from docgen.word.template_compiling import FILLED_PARTS, misplaced_tags, parts_of_template
from docgen.word.template_habits import Repair, repair
from docgen.word.template_names import name_faults
from docgen.word.template_tags import Fault, Tag, scan
from docgen.word.template_text import Paragraph, paragraphs_of, style_names

_STYLES = "word/styles.xml"
_ANY_TAG = re.compile(r"\{[{%#]")
_SNIPPET = 60
# What a paper cannot be without: a template that leaves one out is probably not finished.
_NEEDED = ("tieu_de", "co_quan_ban_hanh", "so_ky_hieu", "dia_danh_ngay", "noi_dung", "quyen_han", "noi_nhan")


def compile_checked(content: bytes, file: str, sample: Mapping[str, Any]) -> Template:
    """Bytes of a template → Template. Raises TemplateRefused with every fault there is, each at its own paragraph."""
    found = errors(tag_problems(content, file, sample))
    if found:
        raise TemplateRefused(found)
    return compile_template(content, file, sample)


def template_problems(content: bytes, file: str, labels: Mapping[str, str], sample: Mapping[str, Any]) -> list[Problem]:
    """All there is to say of a template: faults, what was repaired, components it has no tag for (by their labels)."""
    try:
        found = tag_problems(content, file, sample)
        if errors(found):
            return found
        template = compile_template(content, file, sample)
    except TemplateRefused as refused:
        return refused.problems
    lost = template.verify(template.fill(sample, {}), sample)
    return sorted([*found, *lost, *_left_out(content, file, labels)])


def tag_problems(content: bytes, file: str, sample: Mapping[str, Any]) -> list[Problem]:
    """What reading the tags shows, part by part, in the order of places. Raises TemplateRefused for no Word file."""
    parts = parts_of_template(content, file)
    main = main_part(parts)
    styles = style_names(parse_part(parts[_STYLES], _STYLES)) if _STYLES in parts else {}
    found = misplaced_tags(parts, main, file)
    for name in _filled(parts, main):
        root = parse_part(parts[name], name)
        done = repair(root, sample)
        paragraphs = paragraphs_of(root, styles)
        faults = [*_part_faults(paragraphs, sample), *(_told(one, paragraphs) for one in done)]
        found += [_problem(fault, file, name) for fault in faults]
    return sorted(dict.fromkeys(found))


def _filled(parts: Mapping[str, bytes], main: str) -> Iterator[str]:
    return (name for name in parts if name == main or FILLED_PARTS.fullmatch(name))


def _part_faults(paragraphs: list[Paragraph], sample: Mapping[str, Any]) -> list[Fault]:
    tags, faults = scan(paragraphs, sample)
    faults = [*faults, *(fault for paragraph in paragraphs for fault in _unfit(paragraph))]
    tracked = {fault.paragraph.number for fault in faults if fault.code == "template.tracked"}
    blocks = blocks_of(tags)
    read = [*block_faults(tags, blocks, paragraphs), *_first_of_each(name_faults(tags, blocks, sample), tags)]
    return [*faults, *(fault for fault in read if fault.paragraph.number not in tracked)]


def _first_of_each(faults: Iterable[Fault], tags: list[Tag]) -> Iterator[Fault]:
    """Nothing of what a tag says when where it stands is wrong already."""
    spaced = {(tag.paragraph.number, tag.start) for tag in tags if tag.spaced}
    return (fault for fault in faults if (fault.paragraph.number, fault.start) not in spaced)


def _unfit(paragraph: Paragraph) -> Iterator[Fault]:
    """Tags where none can be filled in safely, and changes nobody has accepted."""
    if paragraph.tracked:
        message = "Mẫu còn thay đổi đang theo dõi (Track Changes) ở đoạn này."
        remedy = "Chấp nhận hoặc từ chối thay đổi trong Word rồi lưu lại."
        yield Fault(paragraph, 0, "template.tracked", message, remedy)
    if _ANY_TAG.search(paragraph.fields):
        message = "Chỗ điền nằm trong mã trường của Word."
        yield Fault(paragraph, 0, "template.field", message, "Chuyển chỗ điền ra chữ thường, ngoài mã trường.")
    if _ANY_TAG.search(paragraph.hidden):
        message = "Chỗ điền nằm trong chữ ẩn, dựng xong sẽ không thấy."
        yield Fault(paragraph, 0, "template.hidden", message, "Bỏ định dạng «Hidden» của chữ này.", "warning")


def _told(done: Repair, paragraphs: list[Paragraph]) -> Fault:
    message = f"Chỗ điền «{done.before}» có {', '.join(done.habits)}; docgen đọc là «{done.after}»."
    remedy = "Không phải sửa; muốn mẫu gọn thì gõ lại chỗ này."
    return Fault(paragraphs[done.paragraph - 1], done.start, "template.repaired", message, remedy, "hint")


def _problem(fault: Fault, file: str, part: str) -> Problem:
    paragraph = fault.paragraph
    begin = max(0, min(fault.start, len(paragraph.text) - _SNIPPET))
    snippet = paragraph.text[begin : begin + _SNIPPET].strip()
    place = Place(file, part=part, paragraph=paragraph.number, snippet=snippet, heading=paragraph.heading)
    return Problem(place, fault.code, fault.message, fault.remedy, fault.severity)


def _left_out(content: bytes, file: str, labels: Mapping[str, str]) -> Iterator[Problem]:
    parts = parts_of_template(content, file)
    texts = (paragraph.text for name in _filled(parts, main_part(parts)) for paragraph in _read(parts[name], name))
    words = {word for text in texts for tag in re.findall(r"\{[{%].*?[}%]\}", text) for word in re.findall(r"\w+", tag)}
    for key in _NEEDED:
        if key not in {word.lower() for word in words}:
            message = f"Mẫu không có chỗ điền «{labels[key]}»."
            yield Problem(Place(file), "template.left_out", message, f"Thêm khóa «{key}» nếu cần.", "hint")


def _read(data: bytes, name: str) -> list[Paragraph]:
    return paragraphs_of(parse_part(data, name), {})
