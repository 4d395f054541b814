"""A paper made among many others is the paper made alone, whatever was made before it."""

import datetime
from random import Random

import pytest

from docgen.compose.paper import Composer, compose
from docgen.model.decided import named_units
from docgen.model.form import Form
from docgen.model.plan import Plan, UnitPart
from docgen.model.unit import Unit
from docgen.stories.opening import Opened
from docgen.word.context import context_of

DAY = datetime.date(2023, 7, 14)
OWN: dict[str, object] = {
    "so": 7,
    "thoi_han": {"cap-xa": "1/7/2023"},
    "quyet_dinh": {"II.3.3": {"quyet_dinh": "bo", "ly_do": "không có"}},
    "bo_sung": [{"ma": "rieng", "sau": "II.3", "noi_dung": "{ban_hanh} làm thêm việc này.", "chu_tri": ["ban_hanh"]}],
}


def papers(shipped: Opened) -> list[tuple[Unit, Form]]:
    book = shipped.workbook
    return [(unit, form) for unit in book.register.units.values() for form in book.forms.values()]


def plan_with_own_part(shipped: Opened) -> Plan:
    """Tân Uyên speaks for itself; the other districts share what their kind says."""
    plan = shipped.workbook.plan
    assert plan is not None
    return plan.model_copy(update={"parts": {**plan.parts, "tan-uyen": UnitPart.model_validate(OWN)}})


@pytest.mark.parametrize("order", [1, 2, 3])
def test_any_order_gives_the_same_papers(shipped: Opened, order: int) -> None:
    plan, register = plan_with_own_part(shipped), shipped.workbook.register
    composer, wanted = Composer(plan), papers(shipped)
    Random(order).shuffle(wanted)
    for unit, form in wanted:
        among_others, alone = composer.paper(register, unit, form, DAY), compose(plan, register, unit, form, DAY)
        assert among_others == alone, unit.id
        assert [(b.item, b.decision) for b in among_others.blocks] == [(b.item, b.decision) for b in alone.blocks]
        assert context_of(among_others, form) == context_of(alone, form)
        assert composer.named(register, unit) == named_units(plan, unit)


def test_what_one_district_says_of_its_own_stays_its_own(shipped: Opened) -> None:
    plan, book = plan_with_own_part(shipped), shipped.workbook
    composer, form = Composer(plan), book.forms["hd36"]
    words = {}
    for unit in ("tan-uyen", "phong-tho"):
        document = composer.paper(book.register, book.register.units[unit], form, None)
        words[unit] = "\n".join(block.text for block in document.blocks)
    assert "Ban Thường vụ Huyện ủy làm thêm việc này." in words["tan-uyen"]
    assert "làm thêm việc này" not in words["phong-tho"]
    assert "Số 07-KH/HU" in words["tan-uyen"] and "Số 07-KH/HU" not in words["phong-tho"]
    assert "trước ngày 01/7/2023" in words["tan-uyen"] and "trước ngày 01/7/2023" not in words["phong-tho"]
