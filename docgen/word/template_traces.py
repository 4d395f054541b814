"""Which paragraph of a template a paragraph of its paper came from: numbers laid into the template before it is filled.

A paragraph may carry the id of the session that wrote it (17.3.1.22, `w:rsidR`); nothing reads it, and it goes through
every loop.
"""

from docgen.word.looks import W
from docgen.word.package import main_part, parse_part, read_package, write_package, written

_TRACE = W + "rsidR"


def traced(content: bytes) -> bytes:
    """A template whose body paragraphs carry their numbers, from 1."""
    parts = read_package(content)
    main = main_part(parts)
    root = parse_part(parts[main], main)
    for number, paragraph in enumerate(root.iter(W + "p"), 1):
        paragraph.set(_TRACE, f"{number:08X}")
    return write_package({**parts, main: written(root)})


def origins(paper: bytes) -> list[int]:
    """For every paragraph of the body of a paper made of a traced template, the number of the template's."""
    parts = read_package(paper)
    main = main_part(parts)
    return [int(one.get(_TRACE, "0"), 16) for one in parse_part(parts[main], main).iter(W + "p")]
