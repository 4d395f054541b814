"""Nothing is said of a clean paper, whoever made it and whatever program saved it last."""

import os

import pytest

from tests.check.planting import BODY, PAPERS, Clerk, Silent, across, planted, verify

SOME = PAPERS if os.environ.get("DOCGEN_LONG") else PAPERS[::3]


def nothing(clerk: Clerk) -> Clerk:
    return clerk


def looks_in_styles(clerk: Clerk) -> Clerk:
    """What was set by hand set again by styles."""
    return clerk.font(BODY, "Times New Roman", "style").align(BODY, "both", "style")


@planted(across(PAPERS, Silent("as it is", "", nothing, near="")))
def test_as_made(case: Silent) -> None:
    verify(case)


@planted(across(SOME, Silent("saved by Word", "", lambda clerk: clerk.split_runs(BODY, 5).as_word_saves(), near="")))
def test_as_word_leaves_it(case: Silent) -> None:
    verify(case)


@planted(across(SOME, Silent("spacers", "", lambda clerk: looks_in_styles(clerk).spacers(), near="")))
def test_with_styles_and_spacers(case: Silent) -> None:
    verify(case)


@pytest.mark.parametrize("paper", ["hd36/tabs", "nd30-phu-luc/table"])
def test_as_libreoffice_saves(paper: str) -> None:
    verify(Silent("saved by LibreOffice", paper, Clerk.as_libreoffice_saves, near=""))
