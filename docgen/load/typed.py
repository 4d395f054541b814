"""Figures and dates typed into a wording instead of being named are held against the superior's."""

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal

from docgen.load.source import Path, Source
from docgen.model.plan import Item, Plan, Target
from docgen.model.register import Register, binding_day, binding_target
from docgen.model.unit import Unit
from docgen.vietnamese import figure, parse_date, short_date
from docgen.wording import Words, parse, references

_PERCENT = re.compile(r"(?<![\d.,])(\d{1,9}(?:[.,]\d{1,6})?)\s*(?:%|phần trăm)", re.ASCII)
_DATE = re.compile(
    r"(?<![\d/])(\d{1,2})\s*(?:[/.-]|\s+tháng\s+)\s*(\d{1,2})\s*(?:[/.-]|\s+năm\s+)\s*(\d{4})(?![\d/])", re.ASCII
)
_SHORT_YEAR = re.compile(r"ngày\s+(\d{1,2}/\d{1,2}/\d{2})(?![\d/])", re.ASCII)
_WORD = re.compile(r"\w+")


def check_typed(
    plan: Plan, item: Item, text: str, source: Source, path: Path,
    register: Register | None = None, unit: Unit | None = None,
) -> None:  # fmt: skip
    """Percentages against the item's targets, dates against its deadlines, as the nearest superior states them."""
    superior = register.superior_of(unit) if register and unit else None
    named = references(item.text)
    targets = {}
    for name in (*item.targets, *(found.name for found in named if found.space == "chi_tieu")):
        limit = binding_target(plan, register, superior, name) if register and superior else plan.targets[name].value
        if plan.targets[name].unit.strip() == "%":
            targets[name] = plan.targets[name].model_copy(update={"value": limit})
    days = []
    for due in (item.deadline, *(found.name for found in named if found.space == "thoi_han")):
        day = plan.deadlines[due].before if due else None
        if due and day:
            days.append((binding_day(plan, register, superior, due) if register and superior else None) or day)
    words = _literal(text)
    _check_percents(item, words, targets, source, path)
    check_dates(f"Mục {item.id}", words, max(days, default=None), source, path)


def _literal(text: str) -> str:
    return " ".join(segment.text for segment in parse(text) if isinstance(segment, Words))


def _check_percents(item: Item, words: str, targets: dict[str, Target], source: Source, path: Path) -> None:
    for typed, beside in _percents(words) if targets else ():
        value = Decimal(typed.replace(",", "."))
        wrong = next((target for target in _meant(targets, beside) if not target.allows(value)), None)
        if wrong:
            against = {"it_nhat": "thấp hơn", "nhieu_nhat": "vượt", "dung": "khác"}[wrong.direction]
            message = f"Mục {item.id}: con số {typed}% {against} mức của cấp trên ({figure(wrong.value)}%)."
            remedy = f"Thay con số bằng chỗ thay được: {', '.join(f'{{chi_tieu.{name}}}' for name in targets)}."
            source.fault("target.floor", path, message, remedy)


def _percents(words: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Every percentage with the words after it and before it, up to the next figures."""
    found = list(_PERCENT.finditer(words))
    edges = [0, *(match.end() for match in found)], [*(match.start() for match in found), len(words)]
    for index, match in enumerate(found):
        yield match[1], (words[match.end() : edges[1][index + 1]], words[edges[0][index] : match.start()])


def _meant(targets: dict[str, Target], beside: tuple[str, str]) -> list[Target]:
    """The targets a figure may speak of: those whose own words stand beside it, after it rather than before it."""
    words = {name: set(_WORD.findall(target.name.lower())) for name, target in targets.items()}
    shared = set.intersection(*words.values()) if len(words) > 1 else set[str]()
    for side in beside:
        near = set(_WORD.findall(side.lower()))
        scores = {name: len((own - shared) & near) for name, own in words.items()}
        best = max(scores.values())
        if best:
            return [targets[name] for name, score in scores.items() if score == best]
    return list(targets.values())


def check_dates(what: str, words: str, limit: datetime.date | None, source: Source, path: Path) -> None:
    """Dates of a wording exist, have four-digit years, and are not after `limit`."""
    for typed in _SHORT_YEAR.findall(words):
        message = f"{what}: Ngày «{typed}» phải ghi năm đủ bốn chữ số."
        source.fault("date.wrong", path, message, "Ghi ngày/tháng/năm, ví dụ 15/7/2023.")
    for numbers in _DATE.findall(words):
        try:
            day = parse_date("/".join(numbers))
        except ValueError as wrong:
            source.fault("date.wrong", path, f"{what}: {wrong}", "Ghi một ngày có trong lịch.")
            continue
        if limit and day > limit:
            message = f"{what}: thời hạn {short_date(day)} muộn hơn thời hạn của cấp trên ({short_date(limit)})."
            source.fault("deadline.late", path, message, f"Ghi ngày không muộn hơn {short_date(limit)}.")


def check_added_dates(item: str, text: str, source: Source, path: Path) -> None:
    """Dates of a unit's own item exist."""
    check_dates(f"Mục {item}", _literal(text), None, source, path)
