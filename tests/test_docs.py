"""Pages that are made from the program, and the tree in the README, tell the truth."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from docgen.load.registry import load_registry
from docgen.wording import references
from docgen.workspace.folder import Workspace
from docgen.workspace.numbers import REGISTER, read_register
from docs.generate import known_words, pages
from docs.notes import SPACES
from docs.records import records_without_section
from docs.tables import NUMBERS, NUMBERS_LINES, REGISTRY_CSV, REGISTRY_JSONL
from tests.conftest import ROOT, need

_ENTRY = re.compile(r"(?P<indent> *)(?P<name>\S+)  +\S")


@pytest.mark.parametrize("name", ["lenh.md", "du-lieu.md", "rules.md"])
def test_a_generated_page_is_fresh(name: str) -> None:
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == pages()[name], "run `make docs`"


def test_the_dictionary_forgets_no_record() -> None:
    assert records_without_section() == []


def test_every_example_of_a_sentence_is_one() -> None:
    for space, (example, _) in SPACES.items():
        (reference,) = references(example)
        assert reference.space == space
        assert reference.space in known_words().names


@pytest.mark.parametrize(
    ("file", "example", "below"),
    [("don-vi.csv", REGISTRY_CSV, "than-uyen"), ("don-vi.jsonl", REGISTRY_JSONL, "tan-uyen")],
)
def test_every_example_of_a_registry_is_one(file: str, example: str, below: str) -> None:
    registry = load_registry(example.encode(), file)
    assert (registry.problems, registry.faults.by_unit) == ([], {})
    assert registry.superiors == {"tinh-uy": None, below: "tinh-uy"}


def test_the_example_of_the_register_of_numbers_is_one(tmp_path: Path) -> None:
    (tmp_path / REGISTER).parent.mkdir()
    (tmp_path / REGISTER).write_text(NUMBERS_LINES, encoding="utf-8")
    (booking,) = read_register(Workspace(tmp_path, "kl50"))
    assert (booking.series.unit, booking.number) == ("than-uyen", 5)
    assert list(json.loads(NUMBERS_LINES)) == list(NUMBERS)


def tree_of_readme() -> list[str]:
    """Paths named in the tree, a folder's contents below it."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (tree,) = re.findall(r"```\n(\.ci/.*?)```", readme, re.DOTALL)
    named, folder = [], ""
    for line in tree.splitlines():
        entry = _ENTRY.match(line)
        assert entry, line
        name = entry["name"]
        folder = name if not entry["indent"] else folder
        named.append(name if not entry["indent"] else folder + name)
    return named


def test_the_tree_names_nothing_that_is_not_there() -> None:
    assert [name for name in tree_of_readme() if not (ROOT / name).exists()] == []


def test_the_tree_names_every_top_level_entry_and_every_room() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    command = [need("git"), "-c", "safe.directory=*", "-C", str(ROOT), "ls-files", "-z"]
    tracked = subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8").split("\0")
    files = [Path(name) for name in tracked if name]
    top = {file.parts[0] + ("/" if len(file.parts) > 1 else "") for file in files}
    rooms = {
        "docgen/" + file.parts[1] + ("/" if len(file.parts) > 2 else "")
        for file in files
        if file.parts[0] == "docgen" and not file.parts[1].startswith("__")
    }
    assert sorted((top | rooms) - set(tree_of_readme())) == []


@pytest.mark.parametrize(
    "page", ["README.md", "docs/architecture.md", "docs/lenh.md", "docs/du-lieu.md", "docs/rules.md"]
)
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = [target.partition("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", text)]
    assert [name for name in targets if name and not ((ROOT / page).parent / name).exists()] == []
