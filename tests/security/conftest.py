"""A workspace whose template is somebody else's, and wires that code in it would trip."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.stories.build import build
from docgen.stories.opening import Opened
from docgen.stories.run import Built, Wanted
from tests.conftest import workbook_of
from tests.security.payloads import Wires, wires

TEMPLATE = "templates/hd36/ke-hoach.docx"


class Office:
    """A workspace, read once, that tries one template after the other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.opened: Opened = workbook_of(folder)

    def build_with(self, template: bytes) -> Built:
        """What `docgen build than-uyen` makes of a template."""
        (self.folder / TEMPLATE).write_bytes(template)
        return build(self.opened, Wanted(units=["than-uyen"], jobs=1), lambda coverage: {})


@pytest.fixture
def office(workspace: Path) -> Office:
    return Office(workspace)


@pytest.fixture
def laid(tmp_path: Path) -> Iterator[Wires]:
    yield from wires(tmp_path)
