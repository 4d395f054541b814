"""Files that are missing, spoilt or somebody else's: one sentence, exit code 3, nothing written."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Docgen

UNITS, KINDS = "data/don-vi.yaml", "data/loai-don-vi.yaml"
PLAN, FORM = "data/ke-hoach/kl50.yaml", "data/the-thuc/hd36.yaml"
TEMPLATE, SETTINGS = "templates/hd36/ke-hoach.docx", "docgen.toml"


def no_file(path: Path) -> None:
    path.unlink()


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def holding(content: bytes) -> Callable[[Path], None]:
    return lambda path: void(path.write_bytes(content))


def void(_: int) -> None:
    """Writing says how many bytes; nobody asks."""


def in_utf16(path: Path) -> None:
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))


SPOILT: dict[str, tuple[Callable[[Path], None], str]] = {
    "missing": (no_file, ""),
    "a folder": (a_folder, "Đây là thư mục"),
    "empty": (holding(b""), "trống"),
    "only a comment": (holding(b"# x\n"), "trống"),
    "null": (holding(b"~\n"), "trống"),
    "UTF-16": (in_utf16, "UTF-16"),
    "another code page": (holding(b"ma: Hu\xffy\n"), "UTF-8"),
    "binary": (holding(b"\x00\x01PK\x03\x04\xff"), "UTF-8"),
    "a list": (holding(b"- a\n"), ""),
    "one word": (holding(b"abc\n"), ""),
    "deep": (holding(b"a: " + b"[" * 500 + b"]" * 500), "lồng quá sâu"),
    "six megabytes": (holding(b"#" * 6_000_000), "5 MB"),
}


@pytest.mark.parametrize("file", [UNITS, KINDS, PLAN, FORM])
@pytest.mark.parametrize("spoilt", SPOILT)
def test_a_spoilt_file(docgen: Docgen, workspace: Path, file: str, spoilt: str) -> None:
    spoil, says = SPOILT[spoilt]
    spoil(workspace / file)
    code, out, err = docgen("build", "than-uyen")
    missing_plan, missing_form = (file, spoilt) == (PLAN, "missing"), (file, spoilt) == (FORM, "missing")
    where = SETTINGS if missing_plan else "data/the-thuc" if missing_form else file
    assert code == 3 and "Kết quả" not in out and len(err.splitlines()) == 1
    assert err.startswith(f"{where}:") and says in err and "Cách sửa: " in err
    assert not (workspace / "build").exists()


@pytest.mark.parametrize("file", [UNITS, TEMPLATE, SETTINGS])
def test_a_file_nobody_may_read(docgen: Docgen, workspace: Path, file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Path.read_bytes

    def guarded(path: Path) -> bytes:
        if path == (workspace / file).resolve():
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", guarded)
    code, _, err = docgen("build", "than-uyen")
    assert code == 3 and len(err.splitlines()) == 1
    assert err.startswith(f"{file}: Lỗi: Không được phép đọc tệp.")


def test_marks_of_order_and_windows_lines_are_accepted(docgen: Docgen, workspace: Path) -> None:
    for name in (UNITS, KINDS, PLAN, FORM, SETTINGS):
        content = (workspace / name).read_bytes().replace(b"\n", b"\r\n")
        (workspace / name).write_bytes(b"\xef\xbb\xbf" + content)
    code, _, err = docgen("build", "than-uyen")
    assert (code, err) == (0, "")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("ke_hoach = kl50\n", "docgen.toml:1:12: Lỗi: Tệp cài đặt viết sai ở đây."),
        ('# x\nke_hoach = "kl5"\n', "docgen.toml:2:12: Lỗi: Không có kế hoạch «kl5». Cách sửa: Dùng một trong: kl50."),
        ('ke_hoac = "kl50"\n', "docgen.toml:1:1: Lỗi: Không có khóa «ke_hoac». Cách sửa: Có phải ý là «ke_hoach»?"),
        ("ke_hoach = 50\n", "docgen.toml:1:12: Lỗi: «ke_hoach» phải là mã một kế hoạch."),
    ],
)
def test_settings_with_a_fault(docgen: Docgen, workspace: Path, content: str, says: str) -> None:
    (workspace / SETTINGS).write_text(content, encoding="utf-8")
    code, _, err = docgen("build", "than-uyen")
    assert code == 3 and says in err and len(err.splitlines()) == 1


def test_blank_settings_take_the_only_plan(docgen: Docgen, workspace: Path) -> None:
    (workspace / SETTINGS).write_text("", encoding="utf-8")
    assert docgen("build", "than-uyen", "--dry-run")[0] == 0


def test_no_workspace_at_all(docgen: Docgen, workspace: Path) -> None:
    (workspace / SETTINGS).unlink()
    code, _, err = docgen("build")
    assert code == 3 and "Không thấy docgen.toml" in err and "docgen init" in err
