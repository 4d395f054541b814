"""Redlines read by other people's programs: accepted they are the new draft, rejected the old one."""

from itertools import pairwise
from pathlib import Path

import pytest

from docgen.word.redlining import redline
from tests.word.readers import Asked, libreoffice, pandoc
from tests.word.test_redline_corpus import pairs

# Papers of one unit against another's: letterheads, tasks and appendices differ.
PAPERS = {f"{old}-{new}": (old, new) for old, new in pairwise(("tinh-uy", "than-uyen", "sin-ho", "bcsd-toa-an"))}
Redlines = dict[str, tuple[bytes, bytes, bytes]]


@pytest.fixture(scope="module")
def redlines(built: Path) -> Redlines:
    """Old draft, new draft and the redline: built papers and the pairs of the corpus."""
    drafts = {name: [(built / f"{unit}.docx").read_bytes() for unit in units] for name, units in PAPERS.items()}
    drafts |= {row["id"]: [old, new] for row, old, new in pairs()}
    return {name: (old, new, redline(old, new, strict=True).content) for name, (old, new) in drafts.items()}


def test_pandoc_reads_both_drafts(redlines: Redlines) -> None:
    told_apart = set()
    for name, (old, new, made) in redlines.items():
        accepted, rejected = (pandoc(Asked(made, way)) for way in (True, False))
        assert (accepted, rejected) == (pandoc(Asked(new, True)), pandoc(Asked(old, False))), name
        told_apart |= {name} if accepted != rejected else set()
    assert told_apart >= set(PAPERS)


def test_libreoffice_reads_both_drafts(redlines: Redlines, tmp_path: Path) -> None:
    asked = {
        f"{name}-{kind}-{accepted}": Asked(content, accepted)
        for name, (old, new, made) in redlines.items()
        for accepted, draft in ((True, new), (False, old))
        for kind, content in (("draft", draft), ("redline", made))
    }
    read = libreoffice(asked, tmp_path)
    for name in redlines:
        for accepted in (True, False):
            assert read[f"{name}-redline-{accepted}"] == read[f"{name}-draft-{accepted}"], (name, accepted)
    assert all(read[f"{name}-redline-True"] != read[f"{name}-redline-False"] for name in PAPERS)
