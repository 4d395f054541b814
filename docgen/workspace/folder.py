"""A workspace is a folder with `docgen.toml`; commands find it from the current folder upward."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from docgen.problems import Place, Problem

SETTINGS = "docgen.toml"
KINDS = "data/loai-don-vi.yaml"
REGISTRY = "data/don-vi.yaml"
PLANS = "data/ke-hoach"
FORMS = "data/the-thuc"
TEMPLATES = "templates"
PAPER = "ke-hoach.docx"


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

    def shown(self, path: Path) -> str:
        """A path as messages write it: relative to the workspace, with forward slashes."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()

    def read(self, relative: str) -> bytes:
        """Content of a data file. Raises Refused with one sentence."""
        return read_file(self.root / relative, relative)

    def plan_file(self, plan: str | None) -> str:
        """The plan named, else the one of the settings, else the only one there is."""
        known = sorted(path.stem for path in (self.root / PLANS).glob("*.yaml"))
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
            raise Refused(Problem(Place(f"{PLANS}/{name}.yaml"), "plan.unknown", message, remedy))
        return f"{PLANS}/{name}.yaml"

    def form_files(self) -> dict[str, bytes]:
        """Every form of the workspace by its file."""
        files = sorted((self.root / FORMS).glob("*.yaml"))
        return {f"{FORMS}/{path.name}": self.read(f"{FORMS}/{path.name}") for path in files}

    def template_file(self, form: str) -> str:
        """The template of a form."""
        return f"{TEMPLATES}/{form}/{PAPER}"


def find_workspace(start: Path) -> Workspace:
    """The nearest folder with settings, from `start` upward. Raises Refused."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / SETTINGS).is_file():
            return Workspace(folder, _plan_of(folder))
    problem = Problem(
        Place(str(start)),
        "workspace.none",
        f"Không thấy {SETTINGS} ở đây hay thư mục trên.",
        "Chạy «docgen init THƯ_MỤC».",
    )
    raise Refused(problem)


def _plan_of(folder: Path) -> str | None:
    content = read_file(folder / SETTINGS, SETTINGS)
    try:
        settings = tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        problem = Problem(
            Place(SETTINGS), "settings.syntax", "Tệp cài đặt viết sai.", 'Chỉ cần một dòng: ke_hoach = "kl50".'
        )
        raise Refused(problem) from None
    plan = settings.get("ke_hoach")
    return plan if isinstance(plan, str) else None


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
            place, "file.unreadable", f"Không đọc được tệp ({error.strerror}).", "Kiểm tra ổ đĩa rồi chạy lại."
        )
    raise Refused(problem)
