"""How much is planted: every rule found at least once and silent at least once, in every form, mostly silence."""

import importlib
from collections import Counter
from pathlib import Path

from docgen.check.catalogue import RULES
from tests.check.planting import Case, Silent
from tests.check.planting.clean import form_of


def _planted() -> list[Case | Silent]:
    """Every list of cases of the modules that plant faults, a case once."""
    modules = [
        importlib.import_module(f"tests.check.{file.stem}") for file in Path(__file__).parent.glob("test_*_rules.py")
    ]
    lists = [value for module in modules for value in vars(module).values() if isinstance(value, list)]
    cases = {id(one): one for cases in lists for one in cases if hasattr(one, "near") or hasattr(one, "finds")}
    return list(cases.values())


ALL = _planted()
FAULTS = [case for case in ALL if hasattr(case, "finds")]
SILENT = [case for case in ALL if hasattr(case, "near")]


def test_there_are_enough_and_enough_are_silent() -> None:
    assert len(FAULTS) >= 150
    assert len(SILENT) / len(ALL) >= 0.4


def test_every_rule_is_found_and_is_silent() -> None:
    found = {code for case in FAULTS for code, _ in case.finds}
    near = {case.near for case in SILENT}
    assert [rule.code for rule in RULES if rule.code not in found] == []
    assert [rule.code for rule in RULES if rule.code not in near] == []


def test_every_form_has_faults_of_every_kind_of_letterhead() -> None:
    planted = Counter(form_of(case.paper) for case in FAULTS)
    assert planted.keys() == {"hd36", "hd05", "nd30"}
    assert min(planted.values()) >= 20
    assert {case.paper.partition("/")[2] for case in FAULTS} >= {"table", "tabs", "flat"}


def test_every_id_of_the_sources_is_served_or_named() -> None:
    """Ids of lint-rules.md and numbers of the-thuc.md section 8 that no rule of a single paper serves."""
    ids = [*(f"P{n}" for n in range(1, 8)), *(f"F{n}" for n in range(1, 9)), *(f"H{n}" for n in range(1, 8))]
    ids += [*(f"N{n}" for n in range(1, 8)), *(f"D{n}" for n in range(1, 4)), *(f"T{n}" for n in range(1, 4))]
    ids += [*(f"C{n}" for n in range(1, 6)), *(f"B{n}" for n in range(1, 13)), *(f"S{n}" for n in range(1, 7))]
    ids += [*(f"R{n}" for n in range(1, 8)), *(f"A{n}" for n in range(1, 6)), *(f"X{n}" for n in range(1, 5))]
    ids += [str(n) for n in range(1, 76)]
    served = {served for rule in RULES for served in rule.serves}
    of_sets = ["N6"]  # numbers of several papers: tests/check/test_set_rules.py
    not_to_lint = ["B8", "C5"]  # lint-rules.md: do not lint; no data says which document another has replaced
    assert sorted(set(ids) - served) == sorted(of_sets + not_to_lint)
