"""Word templates with a fault in a tag: told with part and paragraph, nothing written."""

import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Docgen

TEMPLATE = "templates/hd36/ke-hoach.docx"


def retag(workspace: Path, old: str, new: str, part: str = "word/document.xml") -> None:
    """Change the text of a part of the Word template."""
    path = workspace / TEMPLATE
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new, 1)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


@pytest.mark.parametrize(
    ("part", "old", "new", "says"),
    [
        ("word/document.xml", "{{ tieu_de }}", "{{ tieu_d }}", ("«tieu_d»", "«tieu_de»?")),
        ("word/document.xml", "{{ tieu_de }}", "{{ tieu</w:t></w:r><w:r><w:t>_d }}", ("«tieu_d»", "«tieu_de»?")),
        ("word/document.xml", "{{ khoi.so }}", "{{ khoi.sox }}", ("«sox»",)),
        ("word/document.xml", "{%p endfor %}", "", ("không đóng",)),
        ("word/document.xml", "{{ tieu_de }}", "{{ tieu_de", ("không đóng", "đoạn 8 ")),
        ("word/document.xml", "{{ tieu_de }}", "{{ ''.__class__ }}", ("«__class__»", "không được phép")),
        ("word/document.xml", "{{ tieu_de }}", "{% include 'x' %}", ("không được phép", "đoạn 8 ")),
        ("word/document.xml", "{{ tieu_de }}", "{{ tieu_de|xml }}", ("«xml»", "không được phép", "đoạn 8 ")),
        ("word/document.xml", "{{ tieu_de }}", "{{ range(3) }}", ("«Call»", "không được phép", "đoạn 8 ")),
        ("word/document.xml", "{{ tieu_de }}", "{% for a in 5 %}{% endfor %}", ("giá trị không hợp", "đoạn 8 ")),
        ("word/document.xml", "{{ tieu_de }}", "{{ (1)|length }}", ("giá trị không hợp", "đoạn 8 ")),
        ("word/document.xml", "{{ viec.chu_tri }}", "{{ viec.chu_tr }}", ("«chu_tr»", "«chu_tri»?")),
        ("word/header1.xml", "</w:p>", "<w:r><w:t>{{ tieu_d }}</w:t></w:r></w:p>", ("«tieu_d»", "word/header1.xml")),
    ],
)
def test_a_template_with_a_fault(
    docgen: Docgen, workspace: Path, part: str, old: str, new: str, says: tuple[str, ...]
) -> None:
    retag(workspace, old, new, part)
    code, out, err = docgen("build", "than-uyen", "sin-ho")
    assert code == 3 and not out and len(err.splitlines()) == 1
    assert err.startswith(f"{TEMPLATE} › {part} › đoạn ") and all(words in err for words in says)
    assert not (workspace / "build").exists()


@pytest.mark.parametrize(
    "new", ["{{ tieu</w:t></w:r><w:r><w:t>_de }}", "{{ tieu_de|upper }}", "{# ghi chú #}{{tieu_de}}"]
)
def test_a_template_with_sound_tags(docgen: Docgen, workspace: Path, new: str) -> None:
    retag(workspace, "{{ tieu_de }}", new)
    assert docgen("build", "than-uyen")[0] == 0
