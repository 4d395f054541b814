"""A workspace is a folder with `docgen.toml`; commands find it from the current folder upward."""

import errno
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen.problems import Place, Problem
from docgen.vietnamese import nearest

USAGE = 2  # exit code: the command is written wrongly
SETTINGS = "docgen.toml"
KINDS = "data/loai-don-vi.yaml"
REGISTRIES = ("data/don-vi.csv", "data/don-vi.jsonl", "data/don-vi.xlsx", "data/don-vi.yaml")
PLANS = "data/ke-hoach"
FORMS = "data/the-thuc"
TEMPLATES = "templates"
PLAN_KIND = "ke-hoach"
_PLAN_KEY = "ke_hoach"
_WHERE = re.compile(r"at line (\d+), column (\d+)")
_REASONS = {
    errno.ENOSPC: "ổ đĩa đầy",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOTDIR: "một phần của đường dẫn là tệp, không phải thư mục",
    errno.EEXIST: "đã có tệp trùng tên với thư mục",
    errno.EISDIR: "đã có thư mục trùng tên với tệp",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.EINVAL: "tên không hợp lệ",
}


class Refused(Exception):
    """The disk or the user's files do not allow the story to go on; `exit_code` as in the contract."""

    def __init__(self, problem: Problem, exit_code: int = 3) -> None:
        super().__init__(problem.message)
        self.problem, self.exit_code = problem, exit_code


@dataclass(frozen=True)
class Workspace:
    """A folder and the plan its settings name."""

    root: Path
    plan: str | None
    plan_place: Place | None = None

    def shown(self, path: Path) -> str:
        """A path as messages write it: relative to the workspace, with forward slashes."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()

    def read(self, relative: str) -> bytes:
        """Content of a data file. Raises Refused with one sentence."""
        return read_file(self.root / relative, relative)

    def plans(self) -> list[str]:
        """Every plan by its id."""
        return sorted(path.stem for path in (self.root / PLANS).glob("*.yaml"))

    def plan_file(self, plan: str | None) -> str:
        """The plan named, else the one of the settings, else the only one there is."""
        known = self.plans()
        name = plan or self.plan or (known[0] if len(known) == 1 else None)
        if name is None:
            problem = Problem(
                Place(SETTINGS),
                "plan.unnamed",
                "Không biết dựng kế hoạch nào.",
                'Ghi «ke_hoach = "…"» hoặc dùng --plan.',
            )
            raise Refused(problem)
        if name not in known:
            message = f"Không có kế hoạch «{name}»."
            remedy = f"Dùng một trong: {', '.join(known) or '(chưa có)'}."
            place = Place("--plan") if plan else self.plan_place or Place(SETTINGS)
            raise Refused(Problem(place, "plan.unknown", message, remedy))
        return f"{PLANS}/{name}.yaml"

    def form_files(self) -> dict[str, bytes]:
        """Every form of the workspace by its file."""
        files = sorted((self.root / FORMS).glob("*.yaml"))
        return {f"{FORMS}/{path.name}": self.read(f"{FORMS}/{path.name}") for path in files}

    def registry_files(self) -> list[str]:
        """The registries there are; the first one is read: rows of a large registry take the place of YAML."""
        return [name for name in REGISTRIES if (self.root / name).exists()] or [REGISTRIES[-1]]

    def template_file(self, form: str, kind: str = PLAN_KIND) -> str:
        """The template of a form for a kind of paper."""
        return f"{TEMPLATES}/{form}/{kind}.docx"

    def template_files(self) -> list[str]:
        """Every template there is; what Word keeps beside an open file is none."""
        found = sorted((self.root / TEMPLATES).rglob("*.docx"))
        return [self.shown(path) for path in found if not path.name.startswith("~$")]


def find_workspace(start: Path) -> Workspace:
    """The nearest folder with settings, from `start` upward. Raises Refused."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / SETTINGS).exists():
            content = read_file(folder / SETTINGS, SETTINGS)
            return Workspace(folder, *_plan_of(content))
    problem = Problem(
        Place(str(start)),
        "workspace.none",
        f"Không thấy {SETTINGS} ở đây hay thư mục trên.",
        "Chạy «docgen init THƯ_MỤC».",
    )
    raise Refused(problem)


def _plan_of(content: bytes) -> tuple[str | None, Place]:
    """The plan the settings name, and where they do. Raises Refused."""
    settings = _settings_of(content)
    for key in settings:
        if key != _PLAN_KEY:
            guess = f"Có phải ý là «{_PLAN_KEY}»?" if nearest(key, [_PLAN_KEY]) else f"Chỉ có khóa «{_PLAN_KEY}»."
            raise Refused(Problem(_place_in(content, key, 1), "settings.unknown_key", f"Không có khóa «{key}».", guess))
    plan, place = settings.get(_PLAN_KEY), _place_in(content, _PLAN_KEY, 2)
    if plan is not None and not isinstance(plan, str):
        message = f"«{_PLAN_KEY}» phải là mã một kế hoạch."
        raise Refused(Problem(place, "settings.value", message, f'Ghi trong nháy: {_PLAN_KEY} = "kl50".'))
    return plan, place


def _settings_of(content: bytes) -> dict[str, Any]:
    remedy = f'Chỉ cần một dòng: {_PLAN_KEY} = "kl50".'
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        message = "Tệp không phải là văn bản UTF-8."
        raise Refused(Problem(Place(SETTINGS, 1, 1), "settings.encoding", message, remedy)) from None
    except tomllib.TOMLDecodeError as error:
        found = _WHERE.search(str(error))
        line, column = (int(found[1]), int(found[2])) if found else (1, 1)
        problem = Problem(Place(SETTINGS, line, column), "settings.syntax", "Tệp cài đặt viết sai ở đây.", remedy)
        raise Refused(problem) from None


def _place_in(content: bytes, key: str, group: int) -> Place:
    """Line and column of a key (group 1) or its value (group 2) in the settings."""
    text = content.decode("utf-8-sig")
    found = re.search(rf"^[ \t]*([\"']?{re.escape(key)}[\"']?)[ \t]*=[ \t]*(.?)", text, re.MULTILINE)
    if not found:
        return Place(SETTINGS, 1, 1)
    start = found.start(group)
    return Place(SETTINGS, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))


def reason_of(error: OSError) -> str:
    """Why the disk refused, in Vietnamese."""
    return _REASONS.get(error.errno or 0, f"lỗi {error.errno} của hệ thống")


def read_file(path: Path, shown: str) -> bytes:
    """Bytes of a file; a missing, unreadable or wrong one raises Refused with one sentence."""
    place = Place(shown)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        problem = Problem(
            place, "file.missing", "Không có tệp này.", "Kiểm tra tên tệp, hoặc chép lại từ «docgen init»."
        )
    except IsADirectoryError:
        problem = Problem(
            place, "file.directory", "Đây là thư mục, không phải tệp.", "Đổi tên thư mục và đặt tệp vào chỗ này."
        )
    except PermissionError:
        if path.is_dir():  # what Windows says of a folder
            problem = Problem(place, "file.directory", "Đây là thư mục, không phải tệp.", "Đặt tệp vào chỗ này.")
        else:
            problem = Problem(
                place, "file.unreadable", "Không được phép đọc tệp.", "Đóng tệp trong Word hoặc sửa quyền đọc."
            )
    except OSError as error:
        problem = Problem(
            place, "file.unreadable", f"Không đọc được tệp ({reason_of(error)}).", "Kiểm tra ổ đĩa rồi chạy lại."
        )
    raise Refused(problem)
