"""A short notation for tracked changes, so that a case is read at a glance."""

import re
from collections.abc import Callable

from lxml import etree

from docgen.word.revisions import accept, has_revisions, reject

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
Settle = Callable[[etree._Element], None]
Case = tuple[str, str, str]  # a redline, what is left of it when it is accepted, and when it is rejected


def story(body: str, top: str = "body") -> etree._Element:
    """XML with WordprocessingML as the default namespace; `[a]` is a run saying a, `[-a]` a deleted one."""
    return etree.fromstring(f'<{top} xmlns="{W}" xmlns:w="{W}" xmlns:m="{M}">{written_out(body)}</{top}>')


def written_out(body: str) -> str:
    """The notation of runs as elements."""
    body = re.sub(r"\[-(.+?)\]", r"<r><delText>\1</delText></r>", body)
    return re.sub(r"\[(.+?)\]", r"<r><t>\1</t></r>", body)


def shown(root: etree._Element) -> str:
    """The inside of a story in the notation of `story`."""
    text = re.sub(r' xmlns(:\w+)?="[^"]+"', "", etree.tostring(root, encoding="unicode"))
    text = re.sub(r"<r><t>([^<]+)</t></r>", r"[\1]", text)
    return re.sub(r"<w:(\w+)", r"<\1", text).removeprefix("<body>").removesuffix("</body>").removesuffix("<body/>")


def settled(body: str, settle: Settle) -> str:
    root = story(body)
    settle(root)
    assert not has_revisions(root)
    return shown(root)


def mark(*names: str, rest: str = "") -> str:
    """Properties of a paragraph whose mark was inserted, deleted, moved."""
    return f"<pPr>{rest}<rPr>{''.join(f'<{name}/>' for name in names)}</rPr></pPr>"


def row(*cells: str, mark: str = "") -> str:
    properties = f"<trPr><{mark}/></trPr>" if mark else ""
    return f"<tr>{properties}{''.join(f'<tc>{cell}</tc>' for cell in cells)}</tr>"


def both(redline: str) -> tuple[str, str]:
    """What is left of a redline when it is accepted, and when it is rejected."""
    return settled(redline, accept), settled(redline, reject)


INSERTED, DELETED, MOVED = mark("ins"), mark("del"), mark("moveFrom")
TABLE = f"<tbl>{row('<p>[t]</p>')}</tbl>"
