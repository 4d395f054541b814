"""`make docs`: the commands from click's declarations, the data dictionary from the models, the rules, the schemas.

What a declaration cannot say stands in `docs.notes`. A note on a key that is gone or a word without an explanation
stops the run, a record without a section fails the tests: nothing here goes stale.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from docgen.cli.main import cli
from docgen.load.vocabulary import CITATION_PARTS, Vocabulary, vocabulary
from docgen.model.plan import Plan
from docgen.model.unit import Kind
from docgen.word.context import KEYS, KIND_OF_ROLE, LAST_KIND, ROW_KEYS
from docs.codes import codes_page
from docs.markdown import table
from docs.notes import (
    CACHE_SAID,
    CITATION,
    CLICK_WORDS,
    COMMANDS_INTRO,
    DATA_INTRO,
    EXITS,
    FILES,
    LANGUAGE_INTRO,
    RECORDS,
    SPACES,
    SUPERIOR_PLANS_SAID,
    TEMPLATES_INTRO,
    WORDS,
    WORDS_INTRO,
)
from docs.records import HEADER, rows
from docs.rules import rules_page
from docs.schema import FOLDER, schemas
from docs.tables import number_register, registry_table

DOCS = Path(__file__).parent
MADE = "<!-- Tệp do «make docs» viết ra; đừng sửa tay. -->"


def pages() -> dict[str, str]:
    """Every generated page by its file name."""
    return {
        "lenh.md": commands_page(),
        "du-lieu.md": data_page(),
        "rules.md": rules_page(MADE),
        "vi/tra-loi.md": codes_page(MADE),
    }


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
            parts += [f"### {title}", sentence, table(HEADER, rows(record))]
    return "\n\n".join([*parts, *registry_table(), *number_register(), *_language(), *_template_keys()]) + "\n"


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
    """Write every page and every schema."""
    FOLDER.mkdir(exist_ok=True)
    files = {DOCS / name: text for name, text in pages().items()}
    for path, text in (files | {FOLDER / name: text for name, text in schemas().items()}).items():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
