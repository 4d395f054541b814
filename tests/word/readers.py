"""Other people's readers of tracked changes: the lines LibreOffice and pandoc read, all accepted or rejected."""

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from tests.conftest import need

_SECONDS = 150
_UNSEEN = re.compile("[\u200b-\u200d\ufeff]")  # anchors LibreOffice writes as text
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
{}</script:module>"""
_SETTLE = """
Sub Settle(folder As String)
  Dim name As String
  name = Dir(folder & "/*.docx")
  Do While name <> ""
    Save(folder & "/" & name, ".uno:" & Split(name, ".")(1) & "AllTrackedChanges")
    name = Dir()
  Loop
End Sub

Sub Save(file As String, order As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim text(1) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  text(0).Name = "FilterName"
  text(0).Value = "Text (encoded)"
  text(1).Name = "FilterOptions"
  text(1).Value = "UTF8,LF,,,"
  paper = StarDesktop.loadComponentFromURL(ConvertToURL(file), "_blank", 0, hidden())
  frame = paper.CurrentController.Frame
  CreateUnoService("com.sun.star.frame.DispatchHelper").executeDispatch(frame, order, "", 0, Array())
  paper.storeToURL(ConvertToURL(file & ".txt"), text())
  paper.close(True)
End Sub
"""


class Asked(NamedTuple):
    """A paper, and whether its changes are accepted or rejected."""

    content: bytes
    accepted: bool

    @property
    def order(self) -> str:
        """As both programs name it."""
        return "Accept" if self.accepted else "Reject"


def libreoffice(papers: Mapping[str, Asked], folder: Path) -> dict[str, list[str]]:
    """Lines of every paper once LibreOffice itself has accepted or rejected its changes; one start for all."""
    given, profile = folder / "given", folder / "profile"
    given.mkdir()
    for name, paper in papers.items():
        (given / f"{name}.{paper.order}.docx").write_bytes(paper.content)
    _office(profile, "--terminate_after_init")
    (profile / "user/basic/Standard/Module1.xba").write_text(_MODULE.format(escape(_SETTLE)), "utf-8")
    _office(profile, f'macro:///Standard.Module1.Settle("{given}")')
    made = {name: given / f"{name}.{paper.order}.docx.txt" for name, paper in papers.items()}
    return {name: _lines(_UNSEEN.sub("", file.read_text("utf-8"))) for name, file in made.items()}


def _office(profile: Path, order: str) -> None:
    command = [need("soffice"), "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}", order]
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)


def pandoc(paper: Asked) -> list[str]:
    """Lines of the body and notes. Formulas are left out: pandoc sees none inside a tracked change."""
    command = [need("pandoc"), "--from=docx", f"--track-changes={paper.order.lower()}", "--to=json"]
    done = subprocess.run(command, input=paper.content, check=True, capture_output=True, timeout=_SECONDS)
    return _lines("".join(_told(json.loads(done.stdout)["blocks"])))


def _told(node: Any) -> Iterator[str]:
    """Words of a node of pandoc's tree; a block ends its line."""
    if isinstance(node, list):
        for inner in node:
            yield from _told(inner)
    elif isinstance(node, dict) and node.get("t") == "Str":
        yield node["c"]
    elif isinstance(node, dict) and node.get("t") in ("Space", "SoftBreak"):
        yield " "
    elif isinstance(node, dict) and node.get("t") != "Math":
        yield from _told(node.get("c", []))
        yield "\n" if node.get("t") in ("Para", "Plain", "Header", "LineBreak") else ""


def _lines(text: str) -> list[str]:
    """Lines that say something."""
    return [line for line in map(str.strip, text.splitlines()) if line]
