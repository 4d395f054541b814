"""`make docs`: the command reference from click's declarations, the data dictionary from the models, the rules.

What a declaration cannot say stands in `docs.notes`. A note on a key that is gone or a word without an explanation
stops the run, a record without a section fails the tests: nothing here goes stale.
"""

import datetime
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, Union

import click
from pydantic.fields import FieldInfo

from docgen.cli.main import cli
from docgen.load.vocabulary import CITATION_PARTS, Vocabulary, vocabulary
from docgen.model import form, form_parts, form_values, plan, unit, waiver
from docgen.model.entry import Entry
from docgen.model.form_values import Rule
from docgen.model.plan import Duty, Plan
from docgen.model.unit import Kind
from docgen.word.context import KEYS, KIND_OF_ROLE, LAST_KIND, ROW_KEYS
from docs.markdown import table
from docs.notes import (
    CACHE_SAID,
    CHOICES,
    CITATION,
    CLICK_WORDS,
    COMMANDS_INTRO,
    DATA_INTRO,
    EXITS,
    FILES,
    LANGUAGE_INTRO,
    NOTES,
    RECORDS,
    SPACES,
    SUPERIOR_PLANS_SAID,
    TEMPLATES_INTRO,
    WORDS,
    WORDS_INTRO,
)
from docs.rules import rules_page
from docs.tables import number_register, registry_table

DOCS = Path(__file__).parent
MADE = "<!-- Tệp do «make docs» viết ra; đừng sửa tay. -->"


def pages() -> dict[str, str]:
    """Every generated page by its file name."""
    return {"lenh.md": commands_page(), "du-lieu.md": data_page(), "rules.md": rules_page(MADE)}


# docs/lenh.md


def commands_page() -> str:
    """Every command, argument, option and exit code."""
    parts = [MADE, "# Lệnh của docgen", COMMANDS_INTRO, *_command_parts(cli, None)]
    exits = table(("Mã thoát", "Khi nào"), ((str(code), words) for code, words in EXITS.items()))
    return "\n\n".join([*parts, "## Mã thoát", exits, "## Thư mục đệm", CACHE_SAID]) + "\n"


def _command_parts(command: click.Command, parent: click.Context | None) -> Iterator[str]:
    context = click.Context(command, parent, "docgen" if parent is None else command.name, **command.context_settings)
    name = context.command_path
    yield f"## {name}"
    yield (command.help or "").strip()
    yield f"```\n{name} {_in_vietnamese(' '.join(command.collect_usage_pieces(context)))}\n```"
    parameters = command.get_params(context)
    arguments = [_argument_row(argument) for argument in parameters if isinstance(argument, click.Argument)]
    if arguments:
        yield table(("Đối số", "Bắt buộc", "Số lượng"), arguments)
    yield table(("Tùy chọn", "Ý nghĩa"), [_option_row(o, context) for o in parameters if isinstance(o, click.Option)])
    if isinstance(command, click.Group):
        found = (command.resolve_command(context, [name])[1] for name in command.list_commands(context))
        below = [sub for sub in found if sub]
        yield table(("Lệnh", "Việc"), ((f"`{name} {sub.name}`", (sub.help or "").strip()) for sub in below))
        for sub in below:
            yield from _command_parts(sub, context)


def _in_vietnamese(text: str) -> str:
    for english, words in CLICK_WORDS.items():
        text = text.replace(english, words)
    return text


def _argument_row(argument: click.Argument) -> tuple[str, str, str]:
    label = (argument.metavar or argument.name or "").strip("[].")
    return f"`{label}`", "có" if argument.required else "không", "một" if argument.nargs == 1 else "bao nhiêu cũng được"


def _option_row(option: click.Option, context: click.Context) -> tuple[str, str]:
    value = "" if option.is_flag else f" {option.make_metavar(context)}"
    return f"`{', '.join(option.opts)}{_in_vietnamese(value)}`", _in_vietnamese(option.help or "")


# docs/du-lieu.md: records


def data_page() -> str:
    """Every record with its keys, tables, the language of sentences, the keys of templates."""
    parts = [MADE, "# Từ điển dữ liệu", DATA_INTRO]
    for file, words, records in FILES:
        parts += [f"## {file}", words]
        for record in records:
            title, sentence = RECORDS[record]
            parts += [f"### {title}", sentence, table(_HEADER, _rows(record))]
    return "\n\n".join([*parts, *registry_table(), *number_register(), *_language(), *_template_keys()]) + "\n"


_HEADER = ("Khóa", "Tên", "Bắt buộc", "Kiểu", "Ghi chú")


def _rows(record: type[Entry]) -> Iterator[tuple[str, ...]]:
    notes = dict(NOTES.get(record, {}))
    for field in record.model_fields.values():
        key = str(field.alias)
        note = " ".join(filter(None, (field.description, notes.pop(key, ""), _limits(field))))
        yield f"`{key}`", field.title or "", "có" if field.is_required() else "", _type_of(field.annotation), note
    if notes:
        raise LookupError(f"{record.__name__} has no key {', '.join(notes)}")


def _limits(field: FieldInfo) -> str:
    """The default and the choices, with what each means."""
    choices = [f"`{choice}` {CHOICES[choice]}" for choice in _choices(field.annotation) if choice in CHOICES]
    positive = "Từ 1 trở lên." if any(getattr(limit, "gt", None) == 0 for limit in field.metadata) else ""
    meaning = "; ".join(choices) + "." if choices else ""
    given = isinstance(field.default, str | bool)
    default = str(field.default).lower() if isinstance(field.default, bool) else field.default
    return " ".join(filter(None, (meaning, positive, f"Bỏ trống: `{default}`." if given else "")))


def _choices(annotation: Any) -> tuple[str, ...]:
    if typing.get_origin(annotation) is Literal:
        return typing.get_args(annotation)
    return next((found for inner in typing.get_args(annotation) if (found := _choices(inner))), ())


_PLAIN = {str: "chữ", datetime.date: "ngày", Decimal: "số", int: "số nguyên", bool: "true/false"}


def _type_of(annotation: Any) -> str:
    """A type in a clerk's words."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _type_of(arguments[0])
    if origin in (Union, types.UnionType):
        return _type_of(next(argument for argument in arguments if argument is not type(None)))
    if origin is Literal:
        return "một trong " + ", ".join(f"`{choice}`" for choice in arguments)
    if origin is tuple:
        return f"danh sách {_type_of(arguments[0])}"
    if origin is dict:
        return f"bảng mã: {_type_of(arguments[1])}"
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return _record_type(annotation)
    return "chữ, số hoặc true/false" if annotation is object else _PLAIN[annotation]


def _record_type(record: type[Entry]) -> str:
    if issubclass(record, Rule):
        title = RECORDS.get(record, RECORDS[Rule])[0]
        return f"{_type_of(record.model_fields['value'].annotation)}, [kèm căn cứ](#{_anchor(title)})"
    title = RECORDS[record][0]
    return f"[{title}](#{_anchor(title)})"


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")


def records_without_section() -> list[str]:
    """Records of the model that the page forgets."""
    shown = {record for _, _, records in FILES for record in records}
    return [
        record.__name__
        for module in (unit, plan, form, form_parts, form_values, waiver)
        for record in vars(module).values()
        if isinstance(record, type) and issubclass(record, Entry) and record.__module__ == module.__name__
        if record not in shown and record is not Duty and Rule not in record.__bases__
    ]


# docs/du-lieu.md: sentences and templates


def known_words() -> Vocabulary:
    """What a sentence may name whatever the data says."""
    empty: dict[str, Any] = {name: {} for name in ("documents", "targets", "deadlines", "groups", "bodies", "words")}
    return vocabulary(Plan.model_construct(**empty), {}, Kind.model_construct(**empty))


def _language() -> list[str]:
    known = known_words().names
    spaces = _explained(SPACES, (space for space in known if space), lambda name: f"`{{{name}.mã}}`")
    words = _explained({key: (text,) for key, text in WORDS.items()}, known[""], lambda name: f"`{{{name}}}`")
    cited = _explained({key: (text,) for key, text in CITATION.items()}, CITATION_PARTS, lambda name: f"`{name}`")
    superior = " và ".join(f"`{{van_ban.{name}}}`" for name in known["van_ban"])
    return [
        "## Ngôn ngữ của câu",
        LANGUAGE_INTRO,
        table(("Chỗ thay được", "Ví dụ", "Thành lời"), [(name, f"`{row[0]}`", row[1]) for name, row in spaces]),
        "Phần của văn bản dẫn chiếu, ghi sau dấu hai chấm, cách nhau bằng dấu phẩy:",
        table(("Phần", "Thêm vào"), [(name, row[0]) for name, row in cited]),
        f"{superior} {SUPERIOR_PLANS_SAID}",
        WORDS_INTRO,
        table(("Chỗ thay được", "Thành lời"), [(name, row[0]) for name, row in words]),
    ]


def _explained(
    meanings: Mapping[str, tuple[str, ...]], names: Iterable[str], shown: Callable[[str], str]
) -> list[tuple[str, tuple[str, ...]]]:
    """Each name with its meaning, in the program's order; both sides must agree."""
    names = list(names)
    if set(names) != set(meanings):
        raise LookupError(f"explained and known differ: {', '.join(sorted(set(names) ^ set(meanings)))}")
    return [(shown(name), meanings[name]) for name in names]


def _template_keys() -> list[str]:
    kinds = ", ".join(f"`{kind}`" for kind in (*KIND_OF_ROLE.values(), LAST_KIND))
    return [
        "## Khóa của mẫu Word",
        TEMPLATES_INTRO,
        table(("Khóa", "Giá trị"), [(f"`{key}`", label) for key, label in KEYS.items()]),
        f"`kieu` của một đoạn trong `noi_dung`: {kinds}; `{LAST_KIND}` là đoạn cuối, đi liền với phần ký.",
        f"Một dòng của phụ lục có: {', '.join(f'`{key}`' for key in ROW_KEYS)}.",
    ]


def main() -> None:
    """Write every page."""
    for name, text in pages().items():
        (DOCS / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
