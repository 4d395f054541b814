"""The detector of foreign wording: silent on our papers, awake to what is planted."""

from dataclasses import replace

import pytest

from docgen.check.leftovers import Detector
from docgen.check.names import Names
from docgen.compose.paper import compose
from docgen.model.decided import named_units
from docgen.model.document import Block, Document, Run
from docgen.model.unit import Unit
from docgen.stories.opening import Opened


def paper(shipped: Opened, unit: str) -> Document:
    book = shipped.workbook
    assert book.plan is not None
    return compose(book.plan, book.register, book.register.units[unit], book.forms["hd36"], None)


def found_in(shipped: Opened, unit: str, document: Document) -> list[str]:
    book = shipped.workbook
    assert book.plan is not None
    one = book.register.units[unit]
    named = named_units(book.plan, one)
    return [left.phrase for left in detector(shipped).find(document, one, book.register, named)]


def detector(shipped: Opened) -> Detector:
    register = shipped.workbook.register
    return Detector(Names(register.units.values(), register.kinds))


def test_no_paper_of_ours_holds_a_leftover(shipped: Opened) -> None:
    for unit in shipped.workbook.register.units:
        assert found_in(shipped, unit, paper(shipped, unit)) == [], unit


PLANTED = [
    ("than-uyen", "phù hợp với tình hình thực tiễn của tỉnh", "của tỉnh"),
    ("than-uyen", "trong toàn Đảng bộ tỉnh", "toàn Đảng bộ tỉnh"),
    ("than-uyen", "Lưu VPTU", "VPTU"),
    ("than-uyen", "theo Nghị quyết của Đảng bộ huyện Tân Uyên", "Tân Uyên"),
    ("than-uyen", "Ban Tổ chức Thành ủy chủ trì", "Thành ủy"),
    ("muong-te", "Huyện ủy Sìn Hồ lãnh đạo", "Huyện ủy Sìn Hồ"),
    ("thanh-uy-lai-chau", "Ban Thường vụ Huyện ủy ban hành", "Huyện ủy"),
    ("dang-uy-khoi", "các đảng bộ trực thuộc Huyện ủy", "Huyện ủy"),
    ("dang-uy-quan-su", "toàn tỉnh tinh giản", "toàn tỉnh"),
    ("bcsd-ubnd", "duy trì bền vững chi bộ thôn, bản", "chi bộ"),
    ("bcsd-ubnd", "nghị quyết đại hội đảng bộ các cấp", "đảng bộ"),
    ("dang-doan-hdnd", "Các chi bộ trực thuộc", "chi bộ"),
    ("dang-doan-mttq", "Đảng đoàn Hội Nông dân tỉnh chủ trì", "Đảng đoàn Hội Nông dân tỉnh"),
    ("ban-tuyen-giao", "Ban Dân vận Tỉnh ủy chủ trì", "Ban Dân vận Tỉnh ủy"),
    ("van-phong", "tình hình thực tế của tỉnh", "của tỉnh"),
    ("uy-ban-kiem-tra", "ở huyện Phong Thổ", "Phong Thổ"),
]


@pytest.mark.parametrize(("unit", "words", "phrase"), PLANTED)
def test_a_planted_leftover_is_found(shipped: Opened, unit: str, words: str, phrase: str) -> None:
    document = paper(shipped, unit)
    blocks = list(document.blocks)
    place = next(index for index, block in enumerate(blocks) if block.role == "item")
    blocks[place] = replace(blocks[place], runs=(Run(f"Thực hiện nhiệm vụ {words}."),))
    assert found_in(shipped, unit, replace(document, blocks=tuple(blocks))) == [phrase]


RIGHTLY_SAID = [
    ("tinh-uy", "phù hợp với tình hình thực tiễn của tỉnh, ở các huyện Than Uyên, Tân Uyên"),
    ("bcsd-ubnd", "hệ thống chính trị của tỉnh; Ban Chấp hành Đảng bộ tỉnh"),
    ("than-uyen", "theo hướng dẫn của Tỉnh ủy, Ủy ban nhân dân tỉnh"),
    ("than-uyen", "Huyện ủy Than Uyên lãnh đạo các đảng bộ, chi bộ"),
    ("thanh-uy-lai-chau", "ở thành phố Lai Châu, Đảng bộ tỉnh Lai Châu"),
    ("ban-to-chuc", "Ban Tổ chức Tỉnh ủy tham mưu cho Tỉnh ủy Lai Châu"),
]


@pytest.mark.parametrize(("unit", "words"), RIGHTLY_SAID)
def test_what_the_unit_may_say_stays_silent(shipped: Opened, unit: str, words: str) -> None:
    document = paper(shipped, unit)
    blocks = list(document.blocks)
    place = next(index for index, block in enumerate(blocks) if block.role == "item")
    blocks[place] = replace(blocks[place], runs=(Run(f"Thực hiện nhiệm vụ {words}."),))
    assert found_in(shipped, unit, replace(document, blocks=tuple(blocks))) == []


def test_cells_of_the_appendix_are_searched(shipped: Opened) -> None:
    document = paper(shipped, "than-uyen")
    blocks = list(document.blocks)
    place = next(index for index, block in enumerate(blocks) if block.role == "table")
    rows = (*blocks[place].rows, ("99", "Việc của tỉnh", "Ủy ban nhân dân huyện", "", "", ""))
    blocks[place] = replace(blocks[place], rows=rows)
    assert found_in(shipped, "than-uyen", replace(document, blocks=tuple(blocks))) == ["của tỉnh"]


def test_one_detector_for_all_papers_judges_each_for_itself(shipped: Opened) -> None:
    book, words = shipped.workbook, "Huyện ủy Tân Uyên và Huyện ủy Sìn Hồ phối hợp"
    one_for_all, found = detector(shipped), {}
    for unit in ("than-uyen", "tan-uyen", "sin-ho", "tinh-uy", "than-uyen"):
        document = replace(paper(shipped, unit), blocks=(Block("item", (Run(words),), "1"),))
        found[unit] = [left.phrase for left in one_for_all.find(document, book.register.units[unit], book.register)]
    assert found == {
        "than-uyen": ["Huyện ủy Tân Uyên", "Huyện ủy Sìn Hồ"],
        "tan-uyen": ["Huyện ủy Sìn Hồ"],
        "sin-ho": ["Huyện ủy Tân Uyên"],
        "tinh-uy": [],
    }


NAMES = [
    ("Sìn Hồ và Tam Đường", ["Sìn Hồ", "Tam Đường"]),
    ("Huyện ủy Tân Uyên", ["Tân Uyên", "Huyện ủy Tân Uyên"]),
    ("«Tân Uyên»", ["Tân Uyên"]),
    ("Tân Uyênh, bảnTân Uyên, tân uyên", []),
    ("Tân  Uyên, Tân", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_are_found_whole(shipped: Opened, text: str, names: list[str]) -> None:
    register = shipped.workbook.register
    found = [name for _, name in Names(register.units.values(), register.kinds).within(text)]
    assert sorted(found) == sorted(names)


def test_of_two_names_that_start_together_both_are_found(shipped: Opened) -> None:
    register = shipped.workbook.register
    district = register.units["tan-uyen"]
    units = [renamed(district, "Tân"), renamed(district, "Tân Uyên"), renamed(district, "Tân Uyên Thượng")]
    found = list(Names(units, register.kinds).within("ở Tân Uyên"))
    assert found == [(2, "Tân"), (2, "Tân Uyên")]


def renamed(unit: Unit, name: str) -> Unit:
    return unit.model_copy(update={"id": name, "name": f"Huyện ủy {name}", "place": name})


def test_no_unit_no_name(shipped: Opened) -> None:
    assert list(Names([], shipped.workbook.register.kinds).within("Huyện ủy Tân Uyên")) == []
