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


class Blocks(NamedTuple):
    """Blocks of a part: `pairs` that belong together, `middles` (else, elif) with the tag that opened their block."""

    pairs: list[Pair]
    middles: list[Pair]
    faults: list[Fault]


def block_faults(tags: Sequence[Tag], blocks: Blocks, paragraphs: Sequence[Paragraph]) -> Iterator[Fault]:
    """Everything wrong with blocks and prefixes, tag by tag."""
    yield from blocks.faults
    yield from (fault for pair in blocks.middles for fault in _prefix_faults(pair))
    wrong = [(pair, fault) for pair in blocks.pairs for fault in _pair_faults(pair)]
    yield from (fault for _, fault in wrong)
    spoilt = {tag for pair, _ in wrong for tag in pair}
    for tag in tags:
        if not tag.broken:
            yield from _own_faults(tag, paragraphs, tag in spoilt)


def blocks_of(tags: Sequence[Tag]) -> Blocks:
    """Which tags open and close one block: a tag belongs to the nearest of its prefix, else to the innermost."""
    found, open_ = Blocks([], [], []), list[_Open]()
    for tag in tags:
        word = keyword_meant(tag)
        if word in BLOCKS and not (word == "set" and "=" in tag.body):
            open_.append(_Open(word, tag))
        elif word in _MIDDLE or word.startswith("end"):
            _belongs(found, open_, tag, _MIDDLE.get(word, (word.removeprefix("end"),)))
    found.faults.extend(_unclosed(one) for one in open_ if one.missed)
    return found


class _Open(NamedTuple):
    word: str
    tag: Tag
    told: bool = False  # stands for a tag that is not there, or that has been told about

    @property
    def missed(self) -> bool:
        """Whether it is a fault that nothing closes it."""
        return not self.told and self.tag.keyword in BLOCKS


def _belongs(found: Blocks, open_: list[_Open], tag: Tag, words: tuple[str, ...]) -> None:
    ends = tag.keyword.startswith("end") or keyword_meant(tag).startswith("end")
    if open_ and open_[-1].word in words:
        words = (open_[-1].word,)
    alike = [at for at, one in enumerate(open_) if one.word in words and one.tag.prefix == tag.prefix]
    at = alike[-1] if alike else len(open_) - 1 if open_ and open_[-1].word in words else -1
    if at < 0:
        found.faults.extend(() if tag.broken else (_stray(tag),))
        open_.extend(() if ends else (_Open(words[0], tag, told=True),))
        return
    found.faults.extend(_unclosed(one) for one in open_[at + 1 :] if one.missed)
    del open_[at + 1 :]
    opening = open_.pop() if ends else open_[-1]
    if not opening.told:
        (found.pairs if ends else found.middles).append(Pair(opening.tag, tag))


def _unclosed(open_: _Open) -> Fault:
    word, tag, _ = open_
    message = f"Khối «{tag.raw}» mở mà không đóng."
    prefix = tag.prefix
    return tag.fault("template.unclosed", message, f"Thêm «{{%{prefix} end{word} %}}» sau phần thuộc khối này.")


def _stray(tag: Tag) -> Fault:
    opening = "for" if "for" in tag.keyword else "if"
    message = f"«{tag.raw}» không có khối nào đang mở."
    return tag.fault("template.stray_end", message, f"Thêm «{{%{tag.prefix} {opening} … %}}» ở trên, hoặc xóa chỗ này.")


def _prefix_faults(pair: Pair) -> Iterator[Fault]:
    opening, closing = pair
    quiet = opening.broken or closing.broken or opening.spaced or closing.spaced
    if not quiet and opening.prefix != closing.prefix:
        message = f"«{opening.raw}» và «{closing.raw}» thuộc một khối mà khác tiền tố."
        meant = f"{{%{opening.prefix} {closing.body} %}}"
        yield closing.fault("template.prefix_pair", message, f"Viết chỗ sau là «{meant}».")


def _pair_faults(pair: Pair) -> Iterator[Fault]:
    opening, closing = pair
    both = f"«{opening.raw}» và «{closing.raw}»"
    inner, outer = (tag.paragraph.cells[-1] if tag.paragraph.cells else None for tag in pair)
    if opening.prefix != closing.prefix or opening.spaced or closing.spaced:
        yield from _prefix_faults(pair)
    elif opening.broken or closing.broken:
        return
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
