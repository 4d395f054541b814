"""The head of a shipped template: letterhead in two columns, kind and subject, who is addressed, what is decided."""

from docgen.model.form import Form
from docgen.word.shipped_kinds import DECISION, LETTER, PaperKind, addresses
from docgen.word.shipped_pieces import cell, each, paragraph, row, table, when
from docgen.word.styles import (
    ADDRESS,
    ADDRESSEE,
    DECIDER,
    DRAFT,
    ISSUER_RULE,
    LEFT_COLUMN,
    LETTER_SUBJECT,
    MOTTO,
    RIGHT_COLUMN,
    STATE_LEFT_COLUMN,
    STATE_RIGHT_COLUMN,
    STYLES,
    SUBJECT_RULE,
    URGENCY,
)  # fmt: skip


def head(form: Form, kind: PaperKind) -> str:
    """Everything above the body."""
    named = "" if kind == LETTER else _named(form)
    address = _address() if addresses(form, kind) else ""
    return _letterhead(form, kind) + named + address + (_decided() if kind == DECISION else "")


def _letterhead(form: Form, kind: PaperKind) -> str:
    columns = (STATE_LEFT_COLUMN, STATE_RIGHT_COLUMN) if form.motto_text else (LEFT_COLUMN, RIGHT_COLUMN)
    left, right = columns
    below = _number(form, kind)
    date = paragraph(STYLES["place_date"], "{{ dia_danh_ngay }}")
    rows = row(cell(left, _issuer(form)) + cell(right, _title(form))) + row(cell(left, below) + cell(right, date))
    return table(columns, rows)


def _issuer(form: Form) -> str:
    names = each("cap_tren", STYLES["superior"]) + each("co_quan_ban_hanh", STYLES["issuer"])
    sign = form.issuer_rule.value
    return names + (paragraph(STYLES["star"], sign) if sign else paragraph(ISSUER_RULE))


def _title(form: Form) -> str:
    title = paragraph(STYLES["title"], "{{ tieu_de }}")
    return title + (paragraph(MOTTO, "{{ tieu_ngu }}") if form.motto_text else "")


def _number(form: Form, kind: PaperKind) -> str:
    subject = each("trich_yeu", LETTER_SUBJECT) if kind == LETTER else ""
    marks = when("do_mat", URGENCY) + when("do_khan", URGENCY) + (when("du_thao", DRAFT) if form.looks.draft else "")
    return paragraph(STYLES["number"], "{{ so_ky_hieu }}") + subject + marks


def _named(form: Form) -> str:
    rule = paragraph(STYLES["rule"], "{{ gach_ngang }}") if form.subject_rule.value else paragraph(SUBJECT_RULE)
    return paragraph(STYLES["kind"], "{{ ten_loai }}") + each("trich_yeu", STYLES["subject"]) + rule


def _address() -> str:
    return paragraph(ADDRESS, "{{ kinh_gui }}") + each("noi_kinh_gui", ADDRESSEE)


def _decided() -> str:
    return each("nguoi_quyet_dinh", DECIDER) + each("can_cu", STYLES["basis"]) + paragraph(DECIDER, "QUYẾT ĐỊNH:")
