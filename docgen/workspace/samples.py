"""The data, templates, settings and guide that come with docgen, for a fresh workspace."""

from pathlib import Path

from docgen.problems import Place, Problem
from docgen.workspace.folder import SETTINGS, Refused
from docgen.workspace.writing import write_whole

GUIDE = "HUONG-DAN.md"
_PACKAGE = Path(__file__).parents[1]
_SUFFIXES = (".yaml", ".json", ".docx", ".toml")


def samples_root() -> Path:
    """Inside the installed package, or the checkout it runs from."""
    installed = _PACKAGE / "samples"
    return installed if installed.is_dir() else _PACKAGE.parent


def sample_files() -> dict[str, Path]:
    """Every sample file by its path in a workspace."""
    root = samples_root()
    found = [
        path for folder in ("data", "templates") for path in (root / folder).rglob("*") if path.suffix in _SUFFIXES
    ]
    samples = {path.relative_to(root).as_posix(): path for path in sorted([root / SETTINGS, *found])}
    return {GUIDE: Path(__file__).with_name(GUIDE), **samples}


def copy_samples(folder: Path, dry_run: bool) -> list[str]:
    """A fresh workspace in a new or empty folder; returns the files. Raises Refused when something is there."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        problem = Problem(
            Place(str(folder)), "init.not_empty", "Thư mục đã có tệp.", "Chọn một thư mục mới hoặc còn trống."
        )
        raise Refused(problem)
    files = sample_files()
    for name, source in files.items() if not dry_run else ():
        write_whole(folder / name, source.read_bytes(), name)
    return list(files)
