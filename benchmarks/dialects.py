"""The same template in the tag language of every engine that fills one: texts only, the looks are `template.py`'s."""

from dataclasses import dataclass
from typing import Literal

from benchmarks.papers import COLUMNS, ITEMS, RECIPIENTS, SECTIONS

Look = Literal["heading", "item", "recipient", "tag"]
Line = tuple[Look, str]


@dataclass(frozen=True)
class Dialect:
    """`field` spells one value of the paper; the rest are paragraphs and table rows with their loops."""

    field: str
    body: list[Line]
    recipients: list[Line]
    rows: list[list[str]]


def _jinja() -> Dialect:
    body: list[Line] = [
        ("tag", "{%p for phan in phan %}"),
        ("heading", "{{ phan.so }}- {{ phan.tieu_de }}"),
        ("tag", "{%p for muc in phan.muc %}"),
        ("item", "{{ muc.so }}. {{ muc.noi_dung }}"),
        ("tag", "{%p endfor %}"),
        ("tag", "{%p endfor %}"),
    ]
    recipients: list[Line] = [
        ("tag", "{%p for noi in noi_nhan %}"),
        ("recipient", "- {{ noi.ten }};"),
        ("tag", "{%p endfor %}"),
    ]
    cells = ["{{ viec." + column + " }}" for column in COLUMNS]
    return Dialect("{{ %s }}", body, recipients, [["{%tr for viec in dong %}"], cells, ["{%tr endfor %}"]])


def _mustache() -> Dialect:
    body: list[Line] = [
        ("tag", "{#phan}"),
        ("heading", "{so}- {tieu_de}"),
        ("tag", "{#muc}"),
        ("item", "{so}. {noi_dung}"),
        ("tag", "{/muc}"),
        ("tag", "{/phan}"),
    ]
    recipients: list[Line] = [("tag", "{#noi_nhan}"), ("recipient", "- {ten};"), ("tag", "{/noi_nhan}")]
    cells = ["{" + column + "}" for column in COLUMNS]
    return Dialect("{%s}", body, recipients, [["{#dong}" + cells[0], *cells[1:-1], cells[-1] + "{/dong}"]])


def _carbone() -> Dialect:
    """A loop is the first turn and the start of the next one; carbone drops the second."""
    body: list[Line] = [
        ("heading", "{d.phan[i].so}- {d.phan[i].tieu_de}"),
        ("item", "{d.phan[i].muc[i].so}. {d.phan[i].muc[i].noi_dung}"),
        ("item", "{d.phan[i].muc[i+1].so}"),
        ("heading", "{d.phan[i+1].so}"),
    ]
    recipients: list[Line] = [("recipient", "- {d.noi_nhan[i].ten};"), ("recipient", "{d.noi_nhan[i+1].ten}")]
    rows = [["{d.dong[" + turn + "]." + column + "}" for column in COLUMNS] for turn in ("i", "i+1")]
    return Dialect("{d.%s}", body, recipients, rows)


def _merge_fields() -> Dialect:
    """Mail merge has no loop over paragraphs: every paragraph has fields of its own; the table is its one row loop."""
    body: list[Line] = []
    for section in range(SECTIONS):
        body.append(("heading", f"«phan_{section}_so»- «phan_{section}_tieu_de»"))
        items = (f"phan_{section}_muc_{item}" for item in range(ITEMS))
        body += [("item", f"«{item}_so». «{item}_noi_dung»") for item in items]
    recipients: list[Line] = [("recipient", f"- «noi_nhan_{number}_ten»;") for number in range(RECIPIENTS)]
    return Dialect("«%s»", body, recipients, [[f"«{column}»" for column in COLUMNS]])


DIALECTS = {"jinja": _jinja(), "mustache": _mustache(), "carbone": _carbone(), "merge-fields": _merge_fields()}
