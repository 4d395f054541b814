"""`docgen number …`: numbers of papers held, listed, given back. What works is imported when a command runs."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.problems import Problem

if TYPE_CHECKING:
    from docgen.stories.desk import Desk
    from docgen.stories.numbers import Numbered, Told

STATES = {"reserved": "đang giữ", "used": "đã ghi vào kế hoạch", "released": "đã trả"}
HEADER = ("Mã đơn vị", "Số và ký hiệu", "Nhiệm kỳ", "Tình trạng", "Ngày", "Kế hoạch")


class Counting(click.ParamType[int]):
    """A number from 1 on, as papers write it: 5 or 05."""

    name = "số"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Text → number; anything else is wrong usage."""
        text = str(value)
        if not (text.isascii() and text.isdigit() and len(text) < 7 and int(text)):
            self.fail(f"«{text}» không phải là một số từ 1 trở lên.", param, ctx)
        return int(text)


plan_option = click.option("--plan", metavar="MÃ", help="Kế hoạch cần số (mặc định: theo docgen.toml).")
json_option = click.option("--json", "as_one_json", is_flag=True, help="In kết quả dạng JSON ra stdout.")
dry_option = click.option("--dry-run", is_flag=True, help="Chỉ cho biết, không ghi sổ.")


@click.group()
def number() -> None:
    """Sổ số văn bản: giữ, xem, trả số theo tên loại và nhiệm kỳ; không số nào cấp hai lần."""


@number.command()
@click.argument("unit", metavar="ĐƠN_VỊ")
@plan_option
@click.option("--term", metavar="NĂM-NĂM", help="Nhiệm kỳ của cấp ủy, ví dụ 2020-2025.")
@click.option("--kind", metavar="KÝ_HIỆU", help="Giữ số cho văn bản ngoài kế hoạch, theo ký hiệu tên loại: KH, QĐ …")
@click.option("--number", "wanted", type=Counting(), help="Giữ đúng số này, kể cả số đã trả (mặc định: số kế tiếp).")
@click.option("--count", type=Counting(), default=1, help="Giữ liền nhiều số, chỉ cùng --kind.")
@dry_option
@json_option
@click.pass_obj
def reserve(
    folder: Path, /, unit: str, plan: str | None, kind: str | None, wanted: int | None, count: int, as_one_json: bool,
    **asked: Any,
) -> None:  # fmt: skip
    """Giữ số cho văn bản của ĐƠN_VỊ. Số không tự vào văn bản: ghi «so» trong kế hoạch."""
    from docgen.stories.numbers import Asked, reserve

    if kind and plan:
        raise click.UsageError("--kind là cho văn bản ngoài kế hoạch, không đi cùng --plan.")
    if count > 1 and (wanted or not kind):
        raise click.UsageError("--count chỉ đi cùng --kind, không đi cùng --number.")
    desk = _desk(folder, plan, as_one_json)
    told = reserve(desk, Asked(unit, kind=kind, number=wanted, count=count, **asked))
    _finish(told, _reserved(desk, told.numbers, asked["dry_run"]), as_one_json)


@number.command()
@click.argument("unit", metavar="ĐƠN_VỊ")
@click.argument("numbers", metavar="SỐ...", type=Counting(), nargs=-1, required=True)
@click.option("--kind", metavar="KÝ_HIỆU", help="Ký hiệu tên loại, khi đơn vị giữ số này trong nhiều dãy số.")
@click.option("--term", metavar="NĂM-NĂM", help="Nhiệm kỳ, khi đơn vị giữ số này trong nhiều dãy số.")
@dry_option
@json_option
@click.pass_obj
def release(folder: Path, /, as_one_json: bool, **returned: Any) -> None:
    """Trả các SỐ đang giữ mà chưa dùng. Số đã trả chỉ cấp lại khi gọi đích danh bằng --number."""
    from docgen.stories.numbers import Returned, release

    told = release(_desk(folder, None, as_one_json), Returned(**returned))
    verb = "Sẽ trả" if returned["dry_run"] else "Đã trả"
    _finish(told, f"{verb} số {', '.join(one.text for one in told.numbers)}.", as_one_json)


@number.command(name="list")
@click.argument("unit", metavar="[ĐƠN_VỊ]", required=False)
@json_option
@click.pass_obj
def list_numbers(folder: Path, unit: str | None, as_one_json: bool) -> None:
    """Các số đã giữ, đã trả trong sổ và các số kế hoạch đã ghi."""
    from docgen.show.tables import table
    from docgen.stories.numbers import listing

    told = listing(_desk(folder, None, as_one_json), unit)
    rows = [(one.unit, one.text, one.term, STATES[one.state], one.day, one.plan) for one in told.numbers]
    _finish(told, table(HEADER, rows, 120) if rows else "Sổ chưa có số nào.", as_one_json)


def _desk(folder: Path, plan: str | None, as_one_json: bool) -> "Desk":
    """The number desk; data at fault end the command."""
    from docgen.cli.terminal import tell
    from docgen.stories.desk import open_desk
    from docgen.workspace.folder import find_workspace

    desk, problems = open_desk(find_workspace(folder), plan)
    if desk is not None:
        return desk
    tell(problems)
    if as_one_json:
        _give([], problems)
    raise click.exceptions.Exit(3)


def _finish(told: "Told", text: str, as_one_json: bool) -> None:
    from docgen.cli.terminal import tell

    tell(told.problems)
    if as_one_json:
        _give(told.numbers, told.problems)
    else:
        click.echo(text)
    seen = any(problem.severity != "hint" for problem in told.problems)
    click.get_current_context().exit(1 if seen else 0)


def _give(numbers: "list[Numbered]", problems: list[Problem]) -> None:
    from dataclasses import asdict

    from docgen.cli.terminal import give
    from docgen.show import as_json

    shapes = [asdict(one) for one in numbers]
    give({"schema": "docgen/number/1", "numbers": shapes, "problems": as_json.problems(problems)})


def _reserved(desk: "Desk", numbers: "list[Numbered]", dry_run: bool) -> str:
    from docgen.workspace.folder import PLANS

    first, last = numbers[0], numbers[-1]
    which = first.text if first == last else f"{first.text} đến {last.text}"
    name = desk.unit(first.unit).name
    text = f"{'Sẽ giữ' if dry_run else 'Đã giữ'} số {which}, nhiệm kỳ {first.term}, cho {name}."
    if not first.plan:
        return text
    where = f"trong {PLANS}/{first.plan}.yaml, dưới «don_vi:», «{first.unit}:»"
    return f"{text}\nĐể số vào văn bản, {where}, ghi «so: {first.number}»."
