"""`docgen plan …`: which plans there are, and another one begun."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli.terminal import give, tell

if TYPE_CHECKING:
    from docgen.stories.plans import NewPlan, PlanState

HEADER = ("Mã", "Cơ quan ban hành", "Cấp dưới ban hành trước", "Số mục", "Tình trạng")
_WIDTH = 110

json_option = click.option("--json", "as_one_json", is_flag=True, help="In kết quả dạng JSON ra stdout.")


@click.group()
def plan() -> None:
    """Các kế hoạch: xem, bắt đầu một kế hoạch mới."""


@plan.command()
@click.argument("name", metavar="MÃ")
@click.option("--from", "source", metavar="KẾ_HOẠCH", help="Chép từ kế hoạch này; số, ngày, chỉ tiêu để trống.")
@click.option("--dry-run", is_flag=True, help="Chỉ cho biết sẽ làm gì, không ghi tệp.")
@json_option
@click.pass_obj
def new(folder: Path, name: str, source: str | None, dry_run: bool, as_one_json: bool) -> None:
    """Bắt đầu kế hoạch MÃ: một tệp để điền, trống hoặc chép từ kế hoạch khác; không ghi đè tệp nào."""
    from docgen.problems import errors
    from docgen.show import as_json
    from docgen.stories.plans import new_plan
    from docgen.workspace.folder import find_workspace

    made = new_plan(find_workspace(folder), name, source, dry_run)
    tell(made.problems)
    if as_one_json:
        problems = as_json.problems(made.problems)
        file = made.file if not made.problems else None
        give({"schema": "docgen/plan-new/1", "file": file, "blanked": list(made.blanked), "problems": problems})
    elif not made.problems:
        click.echo(_begun(made, name, source, dry_run))
    click.get_current_context().exit(3 if errors(made.problems) else 0)


def _begun(made: "NewPlan", name: str, source: str | None, dry_run: bool) -> str:
    verb = "Sẽ tạo" if dry_run else "Đã tạo"
    if source:
        blank = f"{len(made.blanked)} chỗ để trống: số, ngày, người ký, thời hạn, chỉ tiêu của kế hoạch cũ"
        first = f"{verb} {made.file} từ kế hoạch {source}; {blank}. Lời văn chép nguyên, cần đọc và sửa lại."
    else:
        first = f"{verb} {made.file}, một kế hoạch chưa điền, mỗi chỗ trống có lời dẫn."
    return f"{first}\nĐiền dần, rồi chạy «docgen build --plan {name} --dry-run» để biết còn thiếu gì, ở dòng nào."


@plan.command(name="list")
@json_option
@click.pass_obj
def list_plans(folder: Path, as_one_json: bool) -> None:
    """Các kế hoạch trong data/ke-hoach: hạn ban hành, số mục, còn chỗ nào phải sửa."""
    from docgen.show.tables import table
    from docgen.stories.plans import plan_states
    from docgen.workspace.folder import find_workspace

    states = plan_states(find_workspace(folder))
    if as_one_json:
        give({"schema": "docgen/plans/1", "plans": list(map(_shape, states))})
    elif states:
        click.echo(table(HEADER, map(_row, states), _WIDTH))
    else:
        click.echo("Chưa có kế hoạch nào; bắt đầu bằng «docgen plan new MÃ».")


def _shape(state: "PlanState") -> dict[str, object]:
    from docgen.show import as_json

    known = state.plan
    return {
        "id": state.id, "file": state.file, "default": state.chosen,
        "issuer": known.issuer if known else None, "due": _due(state) or None,
        "items": len(known.items) if known else None, "problems": as_json.problems(state.problems),
    }  # fmt: skip


def _row(state: "PlanState") -> tuple[str, ...]:
    name = f"{state.id} (mặc định)" if state.chosen else state.id
    standing = f"còn {len(state.problems)} điều phải sửa" if state.problems else "dựng được"
    known = state.plan
    return name, known.issuer if known else "", _due(state), str(len(known.items)) if known else "", standing


def _due(state: "PlanState") -> str:
    from docgen.vietnamese import short_date

    deadline = state.plan.deadlines.get(state.plan.issue_deadline) if state.plan else None
    return short_date(deadline.before) if deadline and deadline.before else ""
