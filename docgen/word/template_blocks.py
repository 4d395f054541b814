"""Blocks of a template: each opened and closed once, and prefixes ({%p, {%tr, {%tc, {%r) where docxtpl can obey them.

docxtpl puts a prefixed tag in the place of its whole paragraph, row or cell; what stands beside it there is lost.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from docgen.vietnamese import nearest
from docgen.word.template_tags import BLOCKS, CELL_TAGS, STATEMENTS, Fault, Tag
from docgen.word.template_text import Cell, Paragraph

_UNIT = {"p": "đoạn", "tr": "hàng", "tc": "ô", "r": "chữ"}
_SHOWN = 40
_OWN_PARAGRAPH = "Để chỗ điền này một mình trong một {unit}; chuyển phần kia sang {unit} khác."
_MIDDLE = {"elif": ("if",), "else": ("if", "for")}


class Pair(NamedTuple):
    """Tags that open and close one block."""

    opening: Tag
    closing: Tag


def keyword_meant(tag: Tag) -> str:
    """The first word of a statement; of a misspelt one the word it is nearest to."""
    word = tag.keyword
    if word in (*STATEMENTS, *BLOCKS, *CELL_TAGS) or word.startswith("end"):
        return word if not word.startswith("end") or word[3:] in BLOCKS else nearest(word, STATEMENTS) or word
    return nearest(word, STATEMENTS) or word


def block_faults(tags: Sequence[Tag], paragraphs: Sequence[Paragraph]) -> Iterator[Fault]:
    """Everything wrong with blocks and prefixes, tag by tag."""
    pairs, unpaired = _paired(tags)
    yield from unpaired
    wrong = [fault for pair in pairs for fault in _pair_faults(pair)]
    yield from wrong
    told = {(fault.paragraph.number, fault.start) for fault in wrong}
    spoilt = {tag for pair in pairs if (pair.closing.paragraph.number, pair.closing.start) in told for tag in pair}
    for tag in tags:
        if not tag.broken:
            yield from _own_faults(tag, paragraphs, tag in spoilt)


def _paired(tags: Sequence[Tag]) -> tuple[list[Pair], list[Fault]]:
    pairs, faults, open_ = list[Pair](), list[Fault](), list[tuple[str, Tag]]()
    for tag in tags:
        word = keyword_meant(tag)
        if word in BLOCKS and not (word == "set" and "=" in tag.body):
            open_.append((word, tag))
        elif word in _MIDDLE and (not open_ or open_[-1][0] not in _MIDDLE[word]):
            faults.append(_stray(tag))
        elif word.startswith("end"):
            while any(opened == word[3:] for opened, _ in open_) and open_[-1][0] != word[3:]:
                faults.append(_unclosed(*open_.pop()))
            if open_ and open_[-1][0] == word[3:]:
                pairs.append(Pair(open_.pop()[1], tag))
            else:
                faults.append(_stray(tag))
    return pairs, [*faults, *(_unclosed(*one) for one in open_ if one[1].keyword in BLOCKS)]


def _unclosed(word: str, tag: Tag) -> Fault:
    message = f"Khối «{tag.raw}» mở mà không đóng."
    prefix = tag.prefix
    return tag.fault("template.unclosed", message, f"Thêm «{{%{prefix} end{word} %}}» sau phần thuộc khối này.")


def _stray(tag: Tag) -> Fault:
    opening = "for" if "for" in tag.keyword else "if"
    message = f"«{tag.raw}» không có khối nào đang mở."
    return tag.fault("template.stray_end", message, f"Thêm «{{%{tag.prefix} {opening} … %}}» ở trên, hoặc xóa chỗ này.")


def _pair_faults(pair: Pair) -> Iterator[Fault]:
    opening, closing = pair
    if opening.broken or closing.broken or opening.spaced or closing.spaced:
        return
    both = f"«{opening.raw}» và «{closing.raw}»"
    inner, outer = (tag.paragraph.cells[-1] if tag.paragraph.cells else None for tag in pair)
    if opening.prefix != closing.prefix:
        message = f"{both} mở và đóng một khối mà khác tiền tố."
        meant = f"{{%{opening.prefix} {closing.keyword} %}}"
        yield closing.fault("template.prefix_pair", message, f"Viết chỗ đóng là «{meant}».")
    elif opening.prefix == "p" and opening.paragraph is closing.paragraph:
        message = f"{both} nằm chung một đoạn."
        yield closing.fault("template.one_paragraph", message, "Để mỗi chỗ một đoạn, hoặc bỏ chữ p nếu muốn cùng dòng.")
    elif inner and outer:
        yield from _cell_faults(pair, both, inner, outer)


def _cell_faults(pair: Pair, both: str, first: Cell, last: Cell) -> Iterator[Fault]:
    prefix, closing = pair.opening.prefix, pair.closing
    if prefix == "tr" and first.table != last.table:
        message = f"{both} nằm ở hai bảng."
        yield closing.fault("template.two_tables", message, "Để chỗ mở và chỗ đóng trong cùng một bảng.")
    elif prefix == "tr" and first.row == last.row:
        message = f"{both} nằm chung một hàng."
        yield closing.fault("template.one_row", message, "Để mỗi chỗ một hàng riêng, hàng được lặp ở giữa.")
    elif prefix == "tc" and first.row != last.row:
        message = f"{both} nằm ở hai hàng."
        yield closing.fault("template.two_rows", message, "Để chỗ mở và chỗ đóng trong cùng một hàng.")


def _own_faults(tag: Tag, paragraphs: Sequence[Paragraph], spoilt: bool) -> Iterator[Fault]:
    if tag.spaced:
        meant = f"{{%{tag.prefix} {tag.body} %}}"
        yield tag.fault(
            "template.prefix_blank", f"«{tag.raw}» đặt sai dấu cách quanh «{tag.prefix}».", f"Viết «{meant}»."
        )
    elif tag.prefix in ("tr", "tc") and not tag.paragraph.cells:
        message = f"«{tag.raw}» phải nằm trong bảng."
        yield tag.fault("template.outside_table", message, "Chuyển vào ô của bảng, hoặc dùng {%p … %} cho đoạn thường.")
    elif tag.keyword in CELL_TAGS and not tag.paragraph.cells:
        message = f"«{tag.raw}» chỉ dùng được trong ô của bảng."
        yield tag.fault("template.outside_table", message, "Chuyển vào ô của bảng, hoặc xóa chỗ này.")
    elif tag.prefix and ("%" in tag.body or "}" in tag.body):
        message = f"«{tag.raw}» có dấu % hoặc }} bên trong, docgen không đọc được."
        yield tag.fault("template.prefix_sign", message, "Bỏ dấu ấy khỏi chỗ điền có p, tr, tc, r.")
    elif tag.prefix in ("p", "tr", "tc") and not spoilt:
        yield from _shared(tag, paragraphs)


def _shared(tag: Tag, paragraphs: Sequence[Paragraph]) -> Iterator[Fault]:
    lost = _lost(tag, paragraphs)
    if lost:
        unit = _UNIT[tag.prefix]
        message = f"«{lost[:_SHOWN]}» chung {unit} với «{tag.raw}» nên sẽ mất khi dựng."
        yield tag.fault("template.shared_line", message, _OWN_PARAGRAPH.format(unit=unit))


def _lost(tag: Tag, paragraphs: Sequence[Paragraph]) -> str:
    """Words or things docxtpl takes away with the paragraph, row or cell of a tag."""
    own = tag.paragraph
    rest = (own.text[: tag.start] + own.text[tag.start + len(tag.raw) :]).strip()
    if rest or own.beside or tag.prefix == "p":
        return rest or own.beside
    depth = len(own.cells) - 1
    mine = own.cells[depth]
    for other in paragraphs:
        cell = other.cells[depth] if len(other.cells) > depth else None
        same = cell and cell.row == mine.row and (tag.prefix == "tr" or cell.column == mine.column)
        if same and other is not own and (other.text.strip() or other.beside):
            return other.text.strip() or other.beside
    return ""
