"""Lines drawn under words, as Word stores them: a DrawingML shape, a VML line, a paragraph border."""

from typing import Any, Literal

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

RuleKind = Literal["shape", "vml", "border"]
_EMU = 12700  # one point
_AFTER_BORDER = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr")  # order of CT_PPr


def draw_rule(paragraph: Paragraph, points: float, kind: RuleKind, room: float) -> None:
    """A horizontal line in the middle of the `room` that the words are centred in, from the left edge, in points."""
    if kind == "border":
        _border(paragraph, points, room)
    else:
        paragraph.add_run()._r.append(parse_xml(_shape(points) if kind == "shape" else _vml(points, room)))


def remove_rules(drawn_at: Any) -> None:
    """Take away every line drawn at a paragraph (or by a style), of whatever kind."""
    for tag in ("w:drawing", "w:pict", "w:pBdr"):
        for element in list(drawn_at.iter(qn(tag))):
            element.getparent().remove(element)


def _border(paragraph: Paragraph, points: float, room: float) -> None:
    properties = paragraph._p.get_or_add_pPr()
    border = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
        bottom.set(qn(f"w:{name}"), value)
    border.append(bottom)
    properties.insert_element_before(border, *_AFTER_BORDER)
    side = max(0, round((room - points) * 10))
    indents = properties.get_or_add_ind()
    indents.set(qn("w:left"), str(side))
    indents.set(qn("w:right"), str(side))


def _vml(points: float, room: float) -> str:
    left = max(0.0, (room - points) / 2)
    return (
        '<w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:v="urn:schemas-microsoft-com:vml"><v:line style="position:absolute;z-index:1" '
        f'from="{left:g}pt,19pt" to="{left + points:g}pt,19pt" strokeweight=".75pt"/></w:pict>'
    )


def _shape(points: float) -> str:
    return (
        '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{19 * _EMU}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{round(points * _EMU)}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        '<wp:docPr id="2" name="Straight Connector 1"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{round(points * _EMU)}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/>'
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
