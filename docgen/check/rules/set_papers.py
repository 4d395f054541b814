"""Sets, second half: which papers there are, and how they are numbered."""

import datetime
from collections import defaultdict
from collections.abc import Hashable, Iterable

from docgen.check.rule import Fault
from docgen.check.set_facts import SetFacts, said
from docgen.check.set_rule import PaperSet, Told, set_rule
from docgen.model.register import default_day

_NAMED = 10  # missing units that are named
_CONGRESS = 5  # years from one congress to the next: 2015, 2020, 2025 …
_FEWEST = 2  # drafts of a plan that make a set of its papers


@set_rule(
    "set.twice",
    "X6",
    "warning",
    ("Văn bản này đã có ở tệp «{found}»: cùng đơn vị, cùng trích yếu.", "The same paper lies in «{found}»."),
    ("Giữ một bản, chuyển bản kia ra khỏi thư mục.", "Keep one and move the other out of the folder."),
)
def twice(asked: PaperSet) -> Told:
    """A unit has one paper in the set.

    Why: of two versions nobody knows which one counts.
    Wrong: `than-uyen.docx` and `than-uyen (1).docx`. Right: one of them.
    """
    for file, facts in asked.papers:
        if file in asked.copies:
            yield file, Fault(facts.issuer.at, asked.copies[file])


@set_rule(
    "set.missing",
    "X6",
    "warning",
    ("Còn {count} đơn vị chưa có văn bản trong bộ: {found}.", "{count} units have no paper in the set: {found}."),
    ("Dựng hoặc thu văn bản của các đơn vị này.", "Build or collect the papers of these units."),
)
def missing(asked: PaperSet) -> Told:
    """Every unit that must carry out the plan has a paper in the set.

    Why: all committees below the issuer must issue theirs.
    Wrong: 26 papers of 27 units. Right: 27.
    """
    have = {facts.unit for _, facts in asked.papers if facts.unit}
    if len(have) < _FEWEST or asked.plan is None or asked.register is None:
        return
    day = default_day(asked.plan)
    units = [unit for unit in asked.register.units.values() if unit.id != asked.plan.issuer and unit.exists_on(day)]
    absent = [unit.name for unit in units if unit.id not in have]
    if absent:
        more = f" và {len(absent) - _NAMED} đơn vị khác" if len(absent) > _NAMED else ""
        yield "", Fault(None, "; ".join(absent[:_NAMED]) + more, words={"count": str(len(absent))})


@set_rule(
    "set.number_twice",
    "N6 13",
    "warning",
    (
        "Số {found} đã dùng cho văn bản ở tệp «{other}» của cùng đơn vị, cùng loại.",
        "{found} is the number of «{other}» too, of the same unit and kind.",
    ),
    ("Lấy số khác ở văn thư.", "Have another number given."),
)
def number_twice(asked: PaperSet) -> Told:
    """A number is given once for each kind of paper of a unit in one term (in one year for papers of the state).

    Why: HD 36, HD 05 1.3: counted for each tên loại within one nhiệm kỳ; NĐ 30: within a year.
    Wrong: two papers 05-KH/HU of one unit. Right: 05 and 06.
    """
    first: dict[Hashable, str] = {}
    for file, facts in asked.papers:
        period = _period(facts)
        if facts.number and period and facts.issuer.text and file not in asked.copies:
            other = first.setdefault((said(facts.issuer), facts.series, period, facts.number), file)
            if other != file:
                yield file, Fault(facts.number_at, f"{facts.number:02d}-{facts.series}", words={"other": other})


@set_rule(
    "set.number_restart",
    "N6 13",
    "warning",
    (
        "Số {found} nhỏ hơn số {other} của năm trước, trong khi số đếm liên tục cả nhiệm kỳ.",
        "{found} is below {other} of the year before; numbers run through the whole term.",
    ),
    ("Lấy số tiếp theo của nhiệm kỳ, không đếm lại từ đầu năm.", "Go on counting; do not begin again in January."),
)
def number_restart(asked: PaperSet) -> Told:
    """Numbers of a kind run through the term and do not begin again in January.

    Why: HD 36, HD 05 1.3: per tên loại, per nhiệm kỳ.
    Wrong: 01-KH/HU in January 2023 after 38-KH/HU in December 2022. Right: 39-KH/HU.
    """
    series: dict[Hashable, list[tuple[datetime.date, int, str, SetFacts]]] = defaultdict(list)
    for file, facts in asked.papers:
        if facts.per_term and facts.number and facts.day and facts.issuer.text and _period(facts):
            series[said(facts.issuer), facts.series, _period(facts)].append((facts.day, facts.number, file, facts))
    for papers in series.values():
        papers.sort(key=lambda one: one[:3])
        yield from _restarted(papers)


def _restarted(papers: Iterable[tuple[datetime.date, int, str, SetFacts]]) -> Told:
    """The first paper of a year whose number lies below the highest of the years before."""
    year = highest = before = 0
    for day, number, file, facts in papers:
        if day.year > year:
            year, before = day.year, highest
            if number < before:
                name = f"{number:02d}-{facts.series}"
                yield file, Fault(facts.number_at, name, words={"other": f"{before:02d}-{facts.series}"})
        highest = max(highest, number)


def _period(facts: SetFacts) -> Hashable:
    """The term, or the year, a paper is surely of; nothing for the year of a congress, which belongs to two terms."""
    if facts.day is None:
        return None
    if not facts.per_term:
        return facts.day.year
    return facts.day.year // _CONGRESS if facts.day.year % _CONGRESS else None


RULES = (twice, missing, number_twice, number_restart)
