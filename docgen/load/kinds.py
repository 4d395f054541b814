"""Kinds of unit. A bad kind stops the run: every paper of that kind would be wrong."""

import re
from collections.abc import Iterator, Mapping

from docgen.load.nodes import read_yaml
from docgen.load.records import read_record
from docgen.load.registry import list_under
from docgen.load.source import Path, Source
from docgen.model.register import MARKS
from docgen.model.unit import Kind
from docgen.vietnamese import did_you_mean

KINDS = "loai"
_KNOWN: Mapping[str | int, tuple[str, ...]] = {"noi_nhan": (*MARKS, "{bao_cao}"), "dang_bo": ("{rieng}",)}
_BRACED = re.compile(r"\{[^{}]*\}|[{}]")


def load_kinds(content: bytes, file: str) -> tuple[dict[str, Kind], Source]:
    """`data/loai-don-vi.yaml` → kinds by id."""
    source = read_yaml(content, file)
    kinds: dict[str, Kind] = {}
    for index, entry in enumerate(list_under(source, KINDS)):
        kind = read_record(Kind, entry, source, (KINDS, index))
        if kind and kind.id in kinds:
            message = f"Loại đơn vị «{kind.id}» ghi hai lần."
            source.fault("kind.duplicate", (KINDS, index, "ma"), message, "Xóa hoặc đổi mã một loại.")
        elif kind:
            kinds[kind.id] = kind
            _check_kind(kind, source, (KINDS, index))
    if not source.notes:
        _check_superiors(kinds, source)
    return kinds, source


def _check_kind(kind: Kind, source: Source, path: Path) -> None:
    for keys, pattern in _patterns(kind):
        known = _KNOWN.get(keys[0], MARKS)
        wrong = next((mark for mark in _BRACED.findall(pattern) if mark not in known), None)
        if wrong:
            message = f"Loại «{kind.id}»: không có chỗ thay được «{wrong}»."
            source.fault("text.reference", (*path, *keys), message, did_you_mean(wrong, known))
    for index, phrase in enumerate(kind.foreign):
        try:
            re.compile(phrase)
        except re.error:
            message = f"Loại «{kind.id}»: cụm từ lạ lạc «{phrase}» viết sai biểu thức chính quy."
            source.fault(
                "kind.pattern", (*path, "la_lac", index), message, "Đóng đủ dấu ngoặc, hoặc chỉ ghi chữ thường."
            )


def _patterns(kind: Kind) -> Iterator[tuple[Path, str]]:
    """Every wording of a kind that is filled with the unit's values."""
    if kind.party_organisation:
        yield ("dang_bo",), kind.party_organisation
    yield from ((("loi", name), text) for name, text in kind.words.items())
    yield from ((("co_quan", name), text) for name, text in kind.bodies.items())
    yield from ((("noi_nhan", index), text) for index, text in enumerate(kind.recipients))
    yield from ((("quyen_ky", index, "co_quan_quyet_dinh"), way.decided_by) for index, way in enumerate(kind.signings))
    yield ("luu",), kind.archive


def _check_superiors(kinds: Mapping[str, Kind], source: Source) -> None:
    for index, kind in enumerate(kinds.values()):
        for position, above in enumerate(kind.superior_kinds):
            if above not in kinds:
                message = f"Không có loại đơn vị «{above}»."
                path = (KINDS, index, "loai_cap_tren", position)
                source.fault("text.reference", path, message, did_you_mean(above, kinds))
