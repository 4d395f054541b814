"""What the benchmark stands on: differing data, a check no idle engine passes, units of any number, honest verdicts."""

import dataclasses
from itertools import islice

import pytest

from benchmarks import drafts
from benchmarks.dialects import DIALECTS
from benchmarks.fill import check, document_xml
from benchmarks.papers import FIELDS, paper, values_in
from benchmarks.peers import Unusable
from benchmarks.python_engines import FILLS
from benchmarks.redliner import REDLINES
from benchmarks.results import Row, renew
from benchmarks.targets import TARGETS
from benchmarks.template import word_template
from benchmarks.units import registry, write_csv
from docgen.load.registry import load_registry
from docgen.word.package import read_package
from docgen.word.read import read_docx
from docgen.word.revision_listing import revisions_in

ITSELF = 7  # the paper every engine is shown to fill


def test_two_hundred_papers_differ_and_come_again_the_same() -> None:
    assert len({tuple(values_in(paper(number))) for number in range(200)}) == 200
    assert paper(3) == paper(3)
    assert len(FIELDS) == 14


def test_tags_are_split_as_word_splits_them() -> None:
    xml = document_xml(word_template(DIALECTS["jinja"]))
    assert "{{ co_quan }}" not in xml
    assert "{{ </w:t>" in xml and ">co_quan</w:t>" in xml


@pytest.mark.parametrize("engine", ["docgen", "docxtpl", "docxtpl with a cache", "python-docx"])
def test_an_engine_that_fills_every_value_passes(engine: str) -> None:
    check(FILLS[engine](word_template(DIALECTS["jinja"]), paper(0))(paper(ITSELF)))


def test_an_engine_that_gives_the_template_back_or_drops_one_row_is_named() -> None:
    template = word_template(DIALECTS["jinja"])
    with pytest.raises(Unusable, match="values are not in the paper"):
        check(template)
    short = {**paper(ITSELF), "dong": paper(ITSELF)["dong"][:-1]}
    with pytest.raises(Unusable, match="6 values are not in the paper"):
        check(FILLS["docxtpl"](template, paper(0))(short))


def test_the_registry_has_the_size_asked_and_every_superior_before_those_below() -> None:
    seen: set[str | None] = {None}
    for unit in registry(2_000):
        assert unit.get("cap_tren") in seen
        seen.add(unit["ma"])
    assert len(seen) == 2_001
    commune = next(islice(registry(706), 705, None))
    assert (commune["loai"], commune["cap_tren"]) == ("dang-uy-xa", "mau-001")
    assert commune["chua_xac_nhan"] == "đơn vị giả lập"


def test_the_registry_reads_without_a_fault(tmp_path) -> None:
    file = tmp_path / "don-vi.csv"
    write_csv(file, registry(710))
    read = load_registry(file.read_bytes(), "data/don-vi.csv")
    assert len(read.units) == 710
    assert not read.faults.by_unit and not read.nameless
    assert read.units["than-uyen"].facts["nghi_quyet_dai_hoi"].startswith("Nghị quyết Đại hội")
    assert read.units["thanh-uy-lai-chau"].unconfirmed == ("ky_hieu",)
    assert read.units["bcsd-toa-an"].unconfirmed == ("đơn vị",)


def test_drafts_to_compare_come_again_the_same_with_edits_and_moves() -> None:
    old, new = drafts.edited(200)
    assert [*map(read_package, drafts.edited(200))] == [*map(read_package, (old, new))]
    kinds = [one.kind for one in revisions_in(REDLINES["docgen"]("")(old, new))]
    assert kinds.count("moved_from") == kinds.count("moved_to") == 2
    assert kinds.count("insert") == 10  # one paragraph in twenty


def test_items_alike_lose_one_and_unrelated_drafts_have_no_line_in_common() -> None:
    one_gone = revisions_in(REDLINES["docgen"]("")(*drafts.bullets(20)))
    assert {one.kind for one in one_gone} == {"delete"}
    old, new = ({line.text for line in read_docx(side).lines} for side in drafts.unrelated(30))
    assert len(old) == len(new) == 30 and not old & new


def test_a_run_of_one_case_leaves_the_figures_of_the_others(tmp_path) -> None:
    file = tmp_path / "bench.json"
    start = Row("start", "docgen --help", 60.0, {"import click": 0.8}, [58.0, 66.0])
    renew(file, [Row("fill", "docgen", 9.0), start])
    fill = Row("fill", "docgen", 0.5)
    assert renew(file, [fill]) == [start, fill]


def test_a_target_is_met_missed_or_not_measured() -> None:
    target = TARGETS[0]
    row = Row("fill", "docgen", 0.5, {"docxtpl": 40.0})
    assert target.verdict([row]) == ("40.00 ×", "met")
    assert target.verdict([dataclasses.replace(row, ratio_to={"docxtpl": 39.9})]) == ("39.90 ×", "**missed**")
    assert target.verdict([Row("fill", "docgen", None)]) == ("not measured", "")
