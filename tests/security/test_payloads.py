"""Opening a template is not running it: every payload × every place a tag can stand, all the way of `docgen build`."""

from contextlib import suppress

import pytest
from jinja2 import Environment
from lxml import etree

from docgen.word.context import SAMPLE
from docgen.word.package import read_package
from docgen.word.template import compile_template
from tests.security.conftest import Office
from tests.security.payloads import ARMED, IDEAS, NEAR_MISSES, PAYLOADS, Wires
from tests.security.places import PLACES


def test_there_are_enough_of_each() -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 150
    assert len(set(NEAR_MISSES)) >= len(IDEAS)
    assert len(PLACES) >= 8


@pytest.mark.parametrize("payload", ARMED)
def test_an_armed_payload_is_live_in_plain_jinja(payload: str, laid: Wires) -> None:
    """What the other tests rely on: each wire is tripped when nobody guards it."""
    said = ""
    with suppress(Exception):  # some stumble once the harm is done
        said = Environment().from_string(laid.arm(payload)).render(SAMPLE)
    assert laid.tripped(said)
    assert not laid.tripped("")


@pytest.mark.parametrize("place", PLACES)
def test_code_is_refused_wherever_it_stands(place: str, office: Office, laid: Wires) -> None:
    for payload in PAYLOADS:
        spot = PLACES[place](laid.arm(payload))
        built = office.build_with(spot.template)
        assert (built.exit_code, built.made) == (3, []), payload
        assert {problem.code for problem in built.problems} <= CODES, payload
        found = {(problem.place.part, problem.place.paragraph) for problem in built.problems}
        assert found in ({(spot.part, spot.paragraph)}, moved(payload, spot.part, spot.paragraph)), payload
        assert not laid.tripped(repr(built)), payload
    assert not (office.folder / "build").exists()


CODES = {
    "template.unsafe", "template.broken", "template.undefined", "template.outside_table", "template.open_tag",
    "template.stray_brace", "template.unclosed", "template.stray_end", "template.shared_line",
}  # fmt: skip


def moved(payload: str, part: str, paragraph: int) -> set[tuple[str, int]]:
    """`{%-` eats all blanks before it: for docxtpl it is part of the paragraph before."""
    return {(part, paragraph - 1)} if payload.startswith("{%-") else set()


@pytest.mark.parametrize("place", PLACES)
def test_near_misses_are_filled_wherever_they_stand(place: str) -> None:
    for tag, text in NEAR_MISSES:
        spot = PLACES[place](tag)
        paper = read_package(compile_template(spot.template, "mau.docx", SAMPLE).fill(SAMPLE, {}))
        part = etree.fromstring(paper[spot.part])
        assert text in "".join(part.itertext()) + "".join(map(str, part.xpath("//@*"))), tag
