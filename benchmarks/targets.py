"""What was asked of docgen's speed, each as a figure taken from the rows and a limit."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import ge, le

from benchmarks import build_all, checking, comparing, fill, growth, start
from benchmarks.results import Row

Found = dict[tuple[str, str], Row]


@dataclass(frozen=True)
class Target:
    """`figure` finds what was measured; `holds(figure, limit)` says whether that is enough."""

    says: str
    figure: Callable[[Found], float]
    holds: Callable[[float, float], bool]
    limit: float
    unit: str = "×"

    @property
    def wanted(self) -> str:
        """The limit in words."""
        return f"{'≥' if self.holds is ge else '≤'} {self.limit:g} {self.unit}"

    def verdict(self, rows: list[Row]) -> tuple[str, str]:
        """The figure and whether the target is met; a case that was not run has neither."""
        try:
            figure = self.figure({(row.case, row.engine): row for row in rows})
        except (KeyError, ValueError):
            return "not measured", ""
        return f"{figure:.2f} {self.unit}", "met" if self.holds(figure, self.limit) else "**missed**"


def _ratio(case: str, engine: str, base: str) -> Callable[[Found], float]:
    return lambda found: found[case, engine].ratio_to[base]


def _time(case: str, engine: str, base: str) -> Callable[[Found], float]:
    return lambda found: 1 / found[case, engine].ratio_to[base]


def _fastest_other(found: Found) -> float:
    ratios = found[fill.CASE, "docgen"].ratio_to
    return min(ratio for engine, ratio in ratios.items() if engine != "floor")


def _fact(name: str) -> Callable[[Found], float]:
    return lambda found: found[growth.CASE, "docgen"].facts[name]


def _flatness(found: Found) -> float:
    facts = found[growth.CASE, "docgen"].facts
    return facts["MB, second half"] / facts["MB, first half"]


def _seconds_above(engine: str, base: str) -> Callable[[Found], float]:
    return lambda found: (_median(found[start.CASE, engine]) - _median(found[start.CASE, base])) / 1000


def _seconds(engine: str) -> Callable[[Found], float]:
    return lambda found: _median(found[comparing.CASE, engine]) / 1000


def _peak(found: Found) -> float:
    return found[comparing.CASE, comparing.LARGE].facts[comparing.MEMORY]


def _median(row: Row) -> float:
    if row.median_ms is None:
        raise KeyError(row.engine)
    return row.median_ms


TARGETS = (
    Target("fill: docgen against docxtpl as its README shows", _ratio(fill.CASE, "docgen", "docxtpl"), ge, 40),
    Target("fill: docgen against the fastest other engine", _fastest_other, ge, 10),
    Target("fill: docgen's time against the floor's", _time(fill.CASE, "docgen", "floor"), le, 1.5),
    Target("build-705: first run against the loop", _ratio(build_all.CASE, "docgen", "docxtpl"), ge, 15),
    Target("build-705: data cache warm against the loop", _ratio(build_all.CASE, build_all.WARM, "docxtpl"), ge, 15),
    Target("growth: throughput against 705 units", _ratio(growth.CASE, "docgen", growth.FEW), ge, 0.8),
    Target("growth: peak memory of all processes", _fact("MB at most"), le, 400, "MB"),
    Target("growth: peak of the second half against the first", _flatness, le, 1.1),
    Target("start: time of `docgen --help` to `import click`", _time(start.CASE, start.HELP, start.CLICK), le, 1.5),
    Target("start: `build than-uyen` above `import docxtpl`", _seconds_above(start.ONE, start.DOCXTPL), le, 0.3, "s"),
    Target("check: a paper against python-docx walking runs", _ratio(checking.CASE, "docgen", checking.WALK), ge, 1),
    Target("compare: redline, proof; time to WmlComparer's", _time(comparing.CASE, "docgen", "WmlComparer"), le, 0.1),
    Target("compare: redline, proof; time to Docxodus's", _time(comparing.CASE, "docgen", "Docxodus"), le, 0.35),
    Target("compare: two unrelated papers of 1 000 paragraphs", _seconds(comparing.UNRELATED), le, 5, "s"),
    Target("compare: 500 identical bullets", _seconds(comparing.BULLETS), le, 5, "s"),
    Target("compare: 5 000 paragraphs against 1 000", _time(comparing.CASE, comparing.LARGE, comparing.SMALL), le, 7),
    Target("compare: memory of 5 000 paragraphs", _peak, le, 300, "MB"),
)  # fmt: skip
