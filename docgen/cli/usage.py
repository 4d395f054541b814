"""A command written wrongly, told like every other fault: what, and how to mend it, in Vietnamese."""

import click
from click.exceptions import MissingParameter, NoArgsIsHelpError, NoSuchCommand, NoSuchOption

from docgen.problems import Place, Problem


def usage_problem(wrong: click.ClickException) -> Problem:
    """What click refused, as a Problem at the word that is wrong."""
    command = wrong.ctx.command_path if isinstance(wrong, click.UsageError) and wrong.ctx else "docgen"
    place, message, guesses = _explained(wrong)
    if isinstance(wrong, click.BadParameter) and place == "--date":
        return Problem(Place(place), "usage", message, "Ghi ngày/tháng/năm, năm đủ bốn chữ số, ví dụ 14/7/2023.")
    remedy = f"Có phải ý là «{guesses[0]}»?" if guesses else f"Xem cách viết bằng «{command} --help»."
    return Problem(Place(place or command), "usage", message, remedy)


def _explained(wrong: click.ClickException) -> tuple[str, str, list[str]]:
    """Place, message, words that were probably meant."""
    if isinstance(wrong, NoSuchOption):
        return wrong.option_name, f"Không có tùy chọn «{wrong.option_name}».", wrong.possibilities or []
    if isinstance(wrong, NoSuchCommand):
        return wrong.command_name, f"Không có lệnh «{wrong.command_name}».", wrong.possibilities or []
    if isinstance(wrong, NoArgsIsHelpError):
        return "", "Thiếu tên lệnh con.", []
    if isinstance(wrong, MissingParameter):
        name = wrong.param.make_metavar(wrong.ctx).removesuffix("...") if wrong.param and wrong.ctx else ""
        return name, f"Thiếu {name}.", []
    if isinstance(wrong, click.BadParameter):
        name = wrong.param.opts[0] if wrong.param else ""
        whole = wrong.param is not None and isinstance(wrong.param.type, click.IntRange)
        return name, "Phải là một số nguyên từ 1." if whole else wrong.message, []
    return "", f"Lệnh viết sai: {wrong.format_message()}", []
