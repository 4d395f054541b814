"""The `docgen` command: its verbs, and what every verb does about faults, interruption and our own bugs."""

import sys
from importlib import import_module
from pathlib import Path

import click

from docgen.cli.terminal import use_utf8

INTERNAL, INTERRUPTED = 70, 130
# Every verb with its sentence in `--help`; the module of that name is imported when the verb is called.
COMMANDS = {
    "build": "Dựng kế hoạch cho các ĐƠN_VỊ (mặc định: mọi đơn vị).",
    "check": "Kiểm tra văn bản Word: thể thức, lời văn, nhiệm vụ được giao.",
    "diff": "So hai dự thảo, hoặc hai thư mục dự thảo: đổi gì, ở đâu, quan trọng đến đâu.",
    "excel": "Dữ liệu trong sổ Excel: xuất ra để sửa, nhập lại vào YAML.",
    "init": "Tạo thư mục làm việc mới: dữ liệu mẫu, mẫu Word, cài đặt.",
    "number": "Sổ số văn bản: giữ, xem, trả số theo tên loại và nhiệm kỳ; không số nào cấp hai lần.",
    "outline": "Đọc một văn bản Word: thành phần thể thức, cây nội dung, cách trình bày thực tế.",
    "plan": "Các kế hoạch: xem, bắt đầu một kế hoạch mới.",
    "revisions": "Thay đổi được theo dõi (Track Changes): xem, chấp nhận hết, từ chối hết.",
    "template": "Mẫu Word: xem danh sách, khóa dùng được, kiểm tra, lập mẫu mới, xem thử.",
    "undo": "Trả các tệp về như trước lần dựng gần nhất; tệp đã sửa sau đó được giữ nguyên.",
    "units": "Các đơn vị, tình trạng và phần còn thiếu.",
    "watch": "Dựng lại văn bản của ĐƠN_VỊ (mặc định: đơn vị vừa sửa) mỗi khi lưu dữ liệu hay mẫu Word.",
}


class Verbs(click.Group):
    """Shows its commands by name and sentence; the one that is called is imported."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command itself instead of its sentence."""
        name, shown, rest = super().resolve_command(ctx, args)
        return name, getattr(import_module(f"docgen.cli.{name}"), str(name)) if shown else None, rest


@click.group(
    cls=Verbs,
    commands=[click.Command(name, help=sentence) for name, sentence in COMMANDS.items()],
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
@click.option(
    "-C",
    "folder",
    type=click.Path(path_type=Path),
    default=Path(),
    help="Thư mục làm việc (mặc định: thư mục hiện tại).",
)
@click.version_option(package_name="docgen", message="docgen %(version)s")
@click.pass_context
def cli(context: click.Context, folder: Path) -> None:
    """Dữ liệu kế hoạch + mẫu Word → kế hoạch đúng thể thức cho từng cấp ủy, tổ chức đảng."""
    context.obj = folder


def main() -> None:
    """Entry point: exit codes as in the contract, never a traceback."""
    use_utf8()
    try:
        code = cli.main(standalone_mode=False)
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("Đã dừng theo yêu cầu; các tệp đã ghi vẫn nguyên vẹn. Chạy lại lệnh để làm tiếp.", err=True)
        code = INTERRUPTED
    except Exception as fault:
        code = _told(fault)
    sys.exit(code if isinstance(code, int) else 0)


def _told(fault: Exception) -> int:
    """What stopped a command before it had anything to show; anything else is our own bug."""
    from docgen.cli.faults import stopped_by

    code = stopped_by(fault)
    if code is None:
        click.echo(f"Lỗi trong docgen ({type(fault).__name__}: {fault}). Gửi dòng này cho người làm docgen.", err=True)
        return INTERNAL
    return code
