"""Editors help with the data by schemas made from the models: fresh, asked for by every file, never too strict."""

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from docs.schema import FOLDER, schemas
from tests.conftest import ROOT

SHIPPED = sorted((ROOT / "data").rglob("*.yaml"))
UNIT = {"ma": "than-uyen", "ten": "Huyện ủy Than Uyên", "loai": "huyen-uy", "dia_danh": "Than Uyên"}
WAIVER = {"ma": "page.margins", "ly_do": "Giấy in sẵn", "ngay": "01/7/2023"}


def validator(name: str) -> Draft202012Validator:
    reads = YAML(typ="safe", pure=True)
    shape = reads.load(schemas()[name])
    Draft202012Validator.check_schema(shape)
    return Draft202012Validator(shape)


def content(text: str) -> Any:
    """As an editor reads it: YAML 1.2."""
    return YAML(typ="safe", pure=True).load(text)


def accepts(name: str, value: Any) -> bool:
    return validator(name).is_valid(value)


@pytest.mark.parametrize("name", schemas())
def test_a_schema_is_fresh(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == schemas()[name], "run `make docs`"


def test_there_is_no_schema_too_many() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(schemas())


@pytest.mark.parametrize("file", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_file_asks_for_its_schema_and_keeps_to_it(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    mark, _, asked = text.splitlines()[0].rpartition("=")
    assert mark == "# yaml-language-server: $schema"
    assert (file.parent / asked).resolve().parent == FOLDER
    assert [fault.message for fault in validator(Path(asked).name).iter_errors(content(text))] == []


@pytest.mark.parametrize(
    "said",
    [
        {"nguoi_ky": None},
        {"hieu_luc_den": "30/6/2025"},
        {"hieu_luc_den": "1/7/2025"},
        {"chua_xac_nhan": True},
        {"chua_xac_nhan": ["ky_hieu"]},
        {"chi_tieu": {"bien-che": 5, "chuyen-mon": "7,5%", "khac": None}},
        {"ky_hieu": 12},
    ],
)
def test_what_docgen_takes_is_not_marked(said: dict[str, Any]) -> None:
    assert accepts("don-vi.json", {"don_vi": [UNIT | said]})


@pytest.mark.parametrize(
    "said",
    [
        {"ten": None},
        {"dia_danhh": "Than Uyên"},
        {"ma": "Than Uyên"},
        {"hieu_luc_den": "2025-06-30"},
        {"hieu_luc_den": "30/6/25"},
        {"chi_tieu": {"bien-che": "năm"}},
        {"noi_nhan": "Tỉnh ủy"},
    ],
)
def test_a_slip_is_marked(said: dict[str, Any]) -> None:
    assert not accepts("don-vi.json", {"don_vi": [UNIT | said]})


def test_a_plan_s_own_words() -> None:
    part = {"so": 5, "ngay": "10/7/2023", "trang_thai": "da_ban_hanh", "do_mat": None}
    plan = validator("ke-hoach.json")
    shape = plan.evolve(schema={**plan.schema, "$ref": "#/$defs/UnitPart"})
    assert shape.is_valid(part)
    assert not shape.is_valid(part | {"trang_thai": "đã ban hành"})
    assert not shape.is_valid(part | {"so": "năm"})


def test_waivers() -> None:
    assert accepts("mien-kiem-tra.json", [WAIVER, WAIVER | {"het_han": "31/12/2023"}])
    assert accepts("mien-kiem-tra.json", None)
    assert not accepts("mien-kiem-tra.json", [WAIVER | {"ma": ""}])


@pytest.mark.parametrize(("said", "taken"), [(True, True), ("Có", True), ("KHÔNG", True), ("đúng", False)])
def test_yes_and_no_in_any_case(said: object, taken: bool) -> None:
    plan = validator("ke-hoach.json")
    item = plan.evolve(schema={**plan.schema, "$ref": "#/$defs/Item"})
    assert item.is_valid({"ma": "II.3", "noi_dung": "Việc", "bat_buoc": said}) is taken


def test_every_key_has_its_vietnamese_name() -> None:
    for name in schemas():
        for record in validator(name).schema["$defs"].values():
            assert record["title"] and record["description"], record
            assert [key for key, field in record["properties"].items() if not field.get("title")] == []
