"""Papers that come back with tracked changes: what they are, and the paper with or without them."""

from pathlib import Path

from docgen.model.revision import Revision
from docgen.stories.file_limits import within_limits
from docgen.stories.limits import SECONDS
from docgen.word.revision_listing import revisions_in
from docgen.word.settling import settled
from docgen.workspace.folder import read_file
from docgen.workspace.results import spare
from docgen.workspace.writing import write_whole


def list_revisions(file: Path) -> list[Revision]:
    """Every tracked change of a paper. Raises Refused."""
    return within_limits(str(file), SECONDS, lambda: revisions_in(read_file(file, str(file))))


def settle(file: Path, out: Path, accepted: bool) -> int:
    """The paper with all changes, or without them, into another file; how many there were. Raises Refused."""
    spare(out, [file])
    content = read_file(file, str(file))
    revisions, paper = within_limits(str(file), SECONDS, lambda: (revisions_in(content), settled(content, accepted)))
    write_whole(out, paper.content, str(out))
    return len(revisions)
