"""A registry of many units as rows of text: .csv or .jsonl. A row is read when it is asked for, and not kept.

Columns are the keys of a unit; `chi_tieu.<mã>` and `du_lieu.<khóa>` stand for the keys inside. `Place.column` is the
number of the cell, as a spreadsheet counts it.
"""

import csv
import io
import json
from array import array
from collections.abc import Iterator, Sequence
from typing import Any, overload

from docgen.load.characters import clean, decoded
from docgen.load.source import Path, Source
from docgen.model.unit import Unit
from docgen.problems import Place
from docgen.vietnamese import did_you_mean

MAX_BYTES = 200_000_000
_SEPARATORS = (",", ";", "\t")
_KEYS = {str(info.alias): info for info in Unit.model_fields.values()}
_TEXTS = ("noi_nhan",)
_LISTS = (*_TEXTS, "chua_xac_nhan")
_MAPPINGS = ("chi_tieu", "du_lieu")
_BETWEEN = "|"
_MAX_DEPTH = 5
_MOST_COLUMNS = 500


class Table(Sequence[Source]):
    """The rows of a registry, each as a source of its own."""

    def __init__(self, file: str, text: str) -> None:
        self.file, self._text = file, text
        self.source = Source(file)
        self._starts, self._lines = array("Q"), array("L")

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Source: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Source]: ...
    def __getitem__(self, index: int | slice) -> Source | Sequence[Source]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        end = self._starts[index + 1] if index + 1 < len(self) else len(self._text)
        return self._row(self._text[self._starts[index] : end], self._lines[index])

    def _add(self, start: int, line: int) -> None:
        """Note where the next row begins: its first letter and its line."""
        self._starts.append(start)
        self._lines.append(line)

    def _row(self, text: str, line: int) -> Source:
        raise NotImplementedError


class CsvTable(Table):
    """`.csv`, cells separated by comma, semicolon or tab, the first row naming the columns."""

    def __init__(self, file: str, text: str) -> None:
        super().__init__(file, text)
        if not text:
            return
        self._separator = max(_SEPARATORS, key=text.partition("\n")[0].count)
        records = _records(text, self._separator, self.source)
        self._header = [name.strip() for name in next(records, (0, 0, [""]))[2]]
        _check_header(self._header, self.source)
        for start, line, cells in records if not self.source.notes else ():
            if any(map(str.strip, cells)):
                self._add(start, line)

    def _row(self, text: str, line: int) -> Source:
        cells = next(csv.reader(io.StringIO(text, newline=""), delimiter=self._separator))
        source = Source(self.file, {}, {(): Place(self.file, line, 1)})
        if len(cells) > len(self._header):
            place = Place(self.file, line, len(self._header) + 1)
            source.fault("csv.cells", (), "Hàng này có nhiều ô hơn hàng tiêu đề.", _QUOTES, place)
        for number, (name, cell) in enumerate(zip(self._header, cells, strict=False), 1):
            _put(source, name, cell.strip(" "), Place(self.file, line, number))
        return source


class JsonlTable(Table):
    """`.jsonl`: a unit a line, an object with the keys of a unit."""

    def __init__(self, file: str, text: str) -> None:
        super().__init__(file, text)
        start = 0
        for number, line in enumerate(io.StringIO(text, newline="\n"), 1):
            if line.strip():
                self._add(start, number)
            start += len(line)

    def _row(self, text: str, line: int) -> Source:
        return _json_row(text, line, self.file)


def read_table(content: bytes, file: str) -> Table:
    """The rows of a registry by the ending of its name."""
    source = Source(file)
    text = decoded(content, source, MAX_BYTES) or ""
    table = (CsvTable if file.endswith(".csv") else JsonlTable)(file, text if text.strip() else "")
    table.source.notes = source.notes or table.source.notes
    if not len(table) and not table.source.notes:
        table.source.fault("yaml.empty", (), "Tệp không có đơn vị nào.", "Ghi mỗi đơn vị một dòng.")
    return table


def _records(text: str, separator: str, source: Source) -> Iterator[tuple[int, int, list[str]]]:
    """First letter, line and cells of every record; a quoted cell may hold line ends."""
    lines = io.StringIO(text, newline="")
    ends = [0]

    def counted() -> Iterator[str]:
        for line in lines:
            ends.append(ends[-1] + len(line))
            yield line

    reader = csv.reader(counted(), delimiter=separator, strict=True)
    read = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            place = Place(source.file, read + 1, 1)
            source.fault("csv.syntax", (), "Dấu nháy trong hàng này không đóng hoặc đặt sai.", _QUOTES, place)
            return
        yield ends[0], read + 1, cells
        read += len(ends) - 1
        del ends[:-1]


_QUOTES = 'Ô có dấu ngăn cách (, hoặc ;) hay dấu nháy phải nằm trong cặp "…", dấu nháy bên trong viết "".'


def _check_header(header: list[str], source: Source) -> None:
    if len(header) > _MOST_COLUMNS:
        message = f"Hàng tiêu đề có {len(header)} cột."
        source.fault("csv.columns", (), message, f"Giữ nhiều nhất {_MOST_COLUMNS} cột, xóa các cột thừa.")
        return
    for number, name in enumerate(header, 1):
        key, _, inner = name.partition(".")
        place = Place(source.file, 1, number)
        if key not in _KEYS or (inner and key not in _MAPPINGS):
            source.fault("data.unknown_key", (name,), f"Không có cột «{name}».", did_you_mean(name, _KEYS), place)
        elif name in header[: number - 1]:
            source.fault("yaml.duplicate", (name,), f"Cột «{name}» ghi hai lần.", "Giữ lại một.", place)
    missing = [key for key, info in _KEYS.items() if info.is_required() and key not in header]
    if missing:
        message = f"Thiếu cột {', '.join(f'«{name}»' for name in missing)}."
        remedy = "Hàng đầu của tệp ghi mã các cột: ma, ten, loai, cap_tren, dia_danh …"
        source.fault("data.missing", (), message, remedy, Place(source.file, 1, 1))


def _put(source: Source, name: str, cell: str, place: Place) -> None:
    key, _, inner = name.partition(".")
    path: Path = (key, inner) if inner else (key,)
    source.places[path] = source.keys[path] = place
    if not cell:
        return
    if key in _LISTS:
        values = [clean(one.strip(" "), source, path) for one in cell.replace("\n", _BETWEEN).split(_BETWEEN)]
        source.data[key] = values if key in _TEXTS or len(values) > 1 else values[0]
    elif inner:
        source.data.setdefault(key, {})[inner] = clean(cell, source, path)
    else:
        source.data[key] = clean(cell, source, path)


def _json_row(text: str, line: int, file: str) -> Source:
    place = Place(file, line, 1)
    source = Source(file, None, {(): place})
    try:
        data = json.loads(text, object_pairs_hook=lambda pairs: _object(pairs, source), parse_int=str, parse_float=str)
        source.data = _plain(data, source, ())
    except json.JSONDecodeError as wrong:
        place = Place(file, line, wrong.colno)
        source.fault("jsonl.syntax", (), "Dòng này không phải là một đối tượng JSON đúng.", _ONE_OBJECT, place)
    except RecursionError:
        source.fault("yaml.depth", (), "Dữ liệu lồng quá sâu.", "Bớt số cấp lồng nhau.", place)
    return source


_ONE_OBJECT = 'Mỗi đơn vị một dòng: {"ma": "…", "ten": "…", …}.'


def _object(pairs: list[tuple[str, Any]], source: Source) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            source.fault("yaml.duplicate", (key,), f"Khóa «{key}» ghi hai lần.", "Giữ lại một.")
        found[key] = value
    return found


def _plain(value: Any, source: Source, path: Path) -> Any:
    """JSON values as the model reads them: text, lists and mappings of text."""
    if len(path) > _MAX_DEPTH:
        source.fault("yaml.depth", path, "Dữ liệu lồng quá sâu.", "Bớt số cấp lồng nhau.")
        return None
    if isinstance(value, dict):
        return {key: _plain(inner, source, (*path, key)) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner, source, (*path, index)) for index, inner in enumerate(value)]
    if value is None or isinstance(value, bool):
        return None if value is None else str(value).lower()
    return clean(value if isinstance(value, str) else str(value), source, path)
