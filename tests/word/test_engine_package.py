"""A template is compiled once and kept; its untouched parts lie in every paper as they lay in the file."""

import io
import pickle
import subprocess
import sys
import zipfile

import pytest

from docgen.word.archive import assemble, deflated
from docgen.word.context import SAMPLE
from docgen.word.package import packed_parts, read_package, write_package
from docgen.word.refusals import Unreadable
from docgen.word.template import compile_template
from tests.conftest import ROOT
from tests.word.small import VALUES, package, paragraph


def test_a_pickled_template_fills_without_docxtpl_and_lxml() -> None:
    template = compile_template((ROOT / "templates/hd36/ke-hoach.docx").read_bytes(), "mau.docx", SAMPLE)
    program = (
        "import pickle, sys; template, values = pickle.load(sys.stdin.buffer); paper = template.fill(values, {});"
        "assert not {'docxtpl', 'docx', 'lxml', 'babel'} & set(sys.modules); sys.stdout.buffer.write(paper)"
    )
    sent = pickle.dumps((template, SAMPLE))
    done = subprocess.run([sys.executable, "-c", program], input=sent, capture_output=True, check=True, cwd=ROOT)
    assert done.stdout == template.fill(SAMPLE, {})


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_parts_without_tags_are_copied_as_they_lie(method: int) -> None:
    image, out = bytes(range(256)) * 40, io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in read_package(package(paragraph("{{ a }}"))).items():
            archive.writestr(name, data)
        archive.writestr("word/media/ảnh.png", image)
    with zipfile.ZipFile(io.BytesIO(compile_template(out.getvalue(), "mau.docx", VALUES).fill(VALUES, {}))) as archive:
        entry = archive.getinfo("word/media/ảnh.png")
        assert archive.read(entry) == image
        assert entry.compress_type == method


def test_the_same_parts_give_the_same_bytes_in_a_sound_archive() -> None:
    parts = {"word/b.xml": b"<b/>", "[Content_Types].xml": b"<T/>", "word/a é.xml": b"<a/>" * 999, "empty": b""}
    written = write_package(parts)
    assert written == write_package(dict(reversed(parts.items())))
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["[Content_Types].xml", "empty", "word/a é.xml", "word/b.xml"]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {name: archive.read(name) for name in archive.namelist()} == parts
    assert assemble({name: deflated(data) for name, data in parts.items()}) == written


def test_packed_parts_are_the_parts() -> None:
    content = (ROOT / "templates/hd36/ke-hoach.docx").read_bytes()
    assert assemble(packed_parts(content)) == content
    with pytest.raises(Unreadable):
        read_package(content[:-40])
