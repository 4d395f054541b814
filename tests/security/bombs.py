"""Files made to loop, swell or stall: each a way to spoil a sound workspace. Texts are built when asked for."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

from docgen.word.package import read_package, write_package
from tests.conftest import edit
from tests.security.conftest import TEMPLATE
from tests.security.places import BODY
from tests.word.small import package, paragraph, row, table

UNITS, PLAN = "data/don-vi.yaml", "data/ke-hoach/kl50.yaml"
MILLION = 1_000_000
Bomb = Callable[[Path], object]


def template(make: Callable[[], bytes]) -> Bomb:
    """A workspace whose template is a bomb."""
    return lambda folder: (folder / TEMPLATE).write_bytes(make())


def said(make: Callable[[], str]) -> Bomb:
    """A template that says so much in one paragraph."""
    return template(lambda: package(paragraph(make())))


def holding(make: Callable[[], str]) -> Bomb:
    """A template with such a body."""
    return template(lambda: package(make()))


def blocks(depth: int, begin: str, inner: str, end: str) -> Bomb:
    """A template of statements inside one another."""
    return said(lambda: begin * depth + inner + end * depth)


def file(name: str, make: Callable[[], str]) -> Bomb:
    """A workspace with such a data file."""
    return lambda folder: (folder / name).write_text(make(), encoding="utf-8")


def unit(line: Callable[[], str]) -> Bomb:
    """A unit with such a line more."""
    name = "ten: Huyện ủy Tân Uyên\n"
    return lambda folder: edit(folder / UNITS, name, f"{name}  {line()}\n")


def jsonl(line: Callable[[], str]) -> Bomb:
    """A registry in JSON Lines with such a line."""
    return file("data/don-vi.jsonl", line)


def with_entity(xml: str) -> bytes:
    """A template whose body has a DTD."""
    parts = read_package(package(paragraph("một")))
    document = parts[BODY].decode()
    parts[BODY] = f"<!DOCTYPE a [{xml}]>{document.replace('một', '&z;')}".encode()
    return write_package(parts)


def zipped(**parts: int) -> bytes:
    """A package with blank parts of so many bytes."""
    out = io.BytesIO(package(""))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, size in parts.items():
            archive.writestr(f"word/media/{name}", bytes(size))
    return out.getvalue()


def lying() -> bytes:
    """A package whose directory says of 100 MB that they are 10 bytes."""
    content = bytearray(zipped(a=100 * MILLION))
    at = content.rindex(b"PK\1\2")
    content[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(content)


def overlapping() -> bytes:
    """A package whose directory names one entry of 1 MB a thousand times."""
    content = zipped(a=MILLION)
    end, last = content.rindex(b"PK\5\6"), content.rindex(b"PK\1\2")
    entries = content[content.index(b"PK\1\2") : end]
    more = b"".join(
        content[last:end].replace(b"media/a", f"media/{n:x}".encode()[:7].ljust(7, b"_")) for n in range(999)
    )
    tail = bytearray(content[end:])
    tail[8:12] = (entries.count(b"PK\1\2") + 999).to_bytes(2, "little") * 2
    tail[12:16] = (len(entries) + len(more)).to_bytes(4, "little")
    return content[:end] + more + bytes(tail)


LONG = "a" * 10_000
LAUGHS = '<!ENTITY a "ha">' + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(25))
LOOP, ENDS = "{% for x in '" + "a" * 1_000 + "' %}", "{% endfor %}"

BOMBS: dict[str, Bomb] = {
    "loops in loops": blocks(7, LOOP, "", ENDS),
    "loops over a long word": said(lambda: LOOP * 2 + LONG + ENDS * 2),
    "loops that say a value": said(lambda: LOOP * 2 + "{{ x }}" * 100 + ENDS * 2),
    "a join of letters": said(lambda: "{{ '" + LONG + "'|join('" + LONG + "') }}"),
    "a join of a join": said(lambda: "{{ '" + LONG + "'|join('aaaaaaaaaa')|join('" + LONG + "') }}"),
    "loops 100 deep": blocks(100, "{% for x in noi_nhan %}", "{{ x }}", ENDS),
    "branches 90 deep": blocks(90, "{% if tieu_de %}", "x", "{% endif %}"),
    "branches 5 000 deep": blocks(5_000, "{% if tieu_de %}", "x", "{% endif %}"),
    "5 000 branches in a row": said(lambda: "{% if tieu_de %}" + "{% elif tieu_de %}" * 5_000 + "{% endif %}"),
    "brackets": said(lambda: "{{ " + "(" * 50_000 + "tieu_de" + ")" * 50_000 + " }}"),
    "lists": said(lambda: "{{ " + "[" * 50_000 + "]" * 50_000 + " }}"),
    "not not": said(lambda: "{{ " + "not " * 50_000 + "tieu_de }}"),
    "or or": said(lambda: "{{ tieu_de" + " or tieu_de" * 50_000 + " }}"),
    "a chain of filters": said(lambda: "{{ tieu_de" + "|e" * 50_000 + " }}"),
    "a chain of names": said(lambda: "{{ tieu_de" + ".a" * 50_000 + " }}"),
    "a chain of comparisons": said(lambda: "{{ 1" + " == 1" * 50_000 + " }}"),
    "a long word": said(lambda: "{{ '" + "a" * 10 * MILLION + "' }}"),
    "a long name": said(lambda: "{{ " + "a" * MILLION + " }}"),
    "a long list": said(lambda: "{{ [" + "1," * 300_000 + "]|length }}"),
    "100 000 tags": said(lambda: "{{ tieu_de }}" * 100_000),
    "100 000 names": said(lambda: "".join(f"{{{{ a{n} }}}}" for n in range(20_000))),
    "open brackets": said(lambda: "{" * 5 * MILLION),
    "tags without an end": said(lambda: "{{ " * 100_000),
    "statements without an end": said(lambda: "{% " * 100_000),
    "comments without an end": said(lambda: "{# " * 100_000),
    "blanks in a cell": holding(lambda: table(row("{% colspan " + " " * 20_000 + "x"))),
    "cells without an end": holding(
        lambda: "<w:tbl>" + "<w:tc><w:p/></w:tc>" * 50_000 + "</w:tbl>" + paragraph("{% vm %}")
    ),
    "tables in tables": holding(lambda: "<w:tbl><w:tr><w:tc>" * 200 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 200),
    "elements in elements": holding(lambda: "<w:r>" * 100_000 + "</w:r>" * 100_000),
    "a long attribute": holding(lambda: f'<w:p w:a="{"a" * 50 * MILLION}"/>'),
    "a long text": holding(lambda: paragraph("a" * 100 * MILLION)),
    "laughs": template(lambda: with_entity(LAUGHS)),
    "a long entity many times": template(lambda: with_entity(f'<!ENTITY z "{LONG}">')),
    "an entity of a file": template(lambda: with_entity('<!ENTITY z SYSTEM "file:///dev/zero">')),
    "a part of 300 MB": template(lambda: zipped(a=300 * MILLION)),
    "parts of 300 MB": template(lambda: zipped(**{f"a{n}": 10 * MILLION for n in range(30)})),
    "6 000 parts": template(lambda: zipped(**{f"a{n}": 1 for n in range(6_000)})),
    "a size that lies": template(lying),
    "parts that lie over one another": template(overlapping),
    "a fact of 2 MB": unit(lambda: "du_lieu: {a: " + "a" * 2 * MILLION + "}"),
    "10 000 recipients": unit(lambda: "noi_nhan: [" + "Ban Tổ chức, " * 10_000 + "]"),
    "aliases": file(UNITS, lambda: "a: &a [x]\n" + "".join(f"b{n}: &b{n} [{'*a, ' * 100}]\n" for n in range(100))),
    "YAML in YAML": file(UNITS, lambda: "don_vi: " + "[" * 100_000),
    "YAML in lines": file(UNITS, lambda: "".join(" " * n + "- \n" for n in range(2_000))),
    "a YAML of questions": file(UNITS, lambda: "? " * 100_000),
    "a wording of brackets": lambda folder: edit(folder / PLAN, "{du_lieu.", "{" * MILLION + "{du_lieu."),
    "JSON in JSON": jsonl(lambda: '{"ma": ' + "[" * 100_000 + "]" * 100_000 + "}"),
    "10 000 units at fault": jsonl(lambda: "\n".join(json.dumps({"ma": f"a{n}"}) for n in range(10_000))),
}
