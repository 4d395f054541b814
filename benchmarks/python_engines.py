"""Every Python engine as one call: template in, `fill(values) -> bytes` out. Each imports only its own library."""

import io
from collections.abc import Callable, Iterator
from typing import Any

from benchmarks.papers import COLUMNS, Paper

Fill = Callable[[Paper], bytes]


def docgen(template: bytes, sample: Paper) -> Fill:
    """Ours: compiled once."""
    from docgen.word.template import compile_template

    compiled = compile_template(template, "ke-hoach.docx", sample)
    return lambda values: compiled.fill(values, {})


def floor(template: bytes, sample: Paper) -> Fill:
    """The yardstick."""
    from benchmarks.floor import Floor

    return Floor(template).fill


def docxtpl(template: bytes, sample: Paper) -> Fill:
    """As its README shows: open, render, save. rust-docxtpl takes the same name and the same three lines."""
    from docxtpl import DocxTemplate

    def fill(values: Paper) -> bytes:
        document, out = DocxTemplate(io.BytesIO(template)), io.BytesIO()
        document.render(values)
        document.save(out)
        return out.getvalue()

    return fill


def docxtpl_cached(template: bytes, sample: Paper) -> Fill:
    """What a careful user adds: the patched XML and the compiled templates are kept between papers."""
    from docxtpl import DocxTemplate
    from jinja2 import Environment

    patched: dict[str, str] = {}
    compiled: dict[str, Any] = {}

    class Cached(DocxTemplate):  # type: ignore[misc]
        def patch_xml(self, src_xml: str) -> str:
            if src_xml not in patched:
                patched[src_xml] = super().patch_xml(src_xml)
            return patched[src_xml]

    class Remembering(Environment):
        def from_string(self, source: Any, *args: Any, **options: Any) -> Any:
            if source not in compiled:
                compiled[source] = super().from_string(source, *args, **options)
            return compiled[source]

    environment = Remembering()

    def fill(values: Paper) -> bytes:
        document, out = Cached(io.BytesIO(template)), io.BytesIO()
        document.render(values, environment)
        document.save(out)
        return out.getvalue()

    return fill


def mailmerge(template: bytes, sample: Paper) -> Fill:
    """docx-mailmerge2: fields and one row loop; each paragraph of the plan is fields of its own."""
    from mailmerge import MailMerge  # type: ignore[import-not-found]

    def fill(values: Paper) -> bytes:
        out = io.BytesIO()
        with MailMerge(io.BytesIO(template)) as document:
            document.merge_rows(COLUMNS[0], values["dong"])
            document.merge(**dict(_flat({key: part for key, part in values.items() if key != "dong"})))
            document.write(out)
        return out.getvalue()

    return fill


def _flat(part: Any, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(part, str):
        yield name, part
    else:
        for key, inner in part.items() if isinstance(part, dict) else enumerate(part):
            yield from _flat(inner, f"{name}_{key}" if name else str(key))


def python_docx(template: bytes, sample: Paper) -> Fill:
    """From scratch: no template, every paragraph and cell added by calls."""
    from docx import Document

    def fill(values: Paper) -> bytes:
        document, out = Document(), io.BytesIO()
        add = document.add_paragraph
        head = document.add_table(2, 2)
        texts = (values["cap_tren"], values["co_quan"], values["so_ky_hieu"], f"{values['dia_danh']}, {values['ngay']}")
        for cell, text in zip((cell for row in head.rows for cell in row.cells), texts, strict=True):
            cell.text = text
        for key in ("trich_yeu", "nam", "can_cu", "muc_dich"):
            add(values[key])
        for section in values["phan"]:
            add().add_run(f"{section['so']}- {section['tieu_de']}").bold = True
            for item in section["muc"]:
                add(f"{item['so']}. {item['noi_dung']}")
        for recipient in values["noi_nhan"]:
            add(f"- {recipient['ten']};")
        for key in ("quyen_han", "chuc_vu", "nguoi_ky", "phu_luc", "kem_theo"):
            add(values[key])
        table = document.add_table(0, len(COLUMNS))
        for line in values["dong"]:
            for cell, column in zip(table.add_row().cells, COLUMNS, strict=True):
                cell.text = line[column]
        document.save(out)
        return out.getvalue()

    return fill


FILLS: dict[str, Callable[[bytes, Paper], Fill]] = {
    "docgen": docgen,
    "floor": floor,
    "docxtpl": docxtpl,
    "docxtpl with a cache": docxtpl_cached,
    "rust-docxtpl": docxtpl,
    "docx-mailmerge2": mailmerge,
    "python-docx": python_docx,
}
