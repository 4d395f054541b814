"""Lines and text boxes as offices draw them: shapes, connectors, groups, VML of old versions."""

_EMU = 12700
_SPACES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def rule(kind: str, points: float, room: float, at: float | None = None) -> str:
    """A run that holds a horizontal line of so many points, centred in `room` points or `at` points from the left."""
    left = (room - points) / 2 if at is None else at
    if kind == "cell":
        return ""
    if kind == "vml":
        ends = f'from="{left:.1f}pt,2.5pt" to="{left + points:.1f}pt,2.5pt"'
        line = f'<v:line id="_x0000_s1026" style="position:absolute;z-index:2" {ends}/>'
        return f"<w:r {_SPACES}><w:pict>{line}</w:pict></w:r>"
    if kind == "vml_shape":
        style = f"position:absolute;margin-left:{left:.1f}pt;margin-top:2pt;width:{points:.1f}pt;height:0;z-index:3"
        line = f'<v:shape type="#_x0000_t32" style="{style}" o:connectortype="straight"/>'
        return f"<w:r {_SPACES}><w:pict>{line}</w:pict></w:r>"
    preset = "straightConnector1" if kind == "connector" else "line"
    size = f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{points * _EMU:.0f}" cy="0"/></a:xfrm>'
    shape = (
        f'<wps:wsp><wps:cNvCnPr/><wps:spPr>{size}<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom><a:ln w="9525"/>'
        "</wps:spPr><wps:bodyPr/></wps:wsp>"
    )
    held = shape if kind != "group" else f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr/>{shape}</wpg:wgp>"
    return _alternate(held, "wordprocessingGroup" if kind == "group" else "wordprocessingShape", points, 0, left)


def box(words: str) -> str:
    """A run that holds a text box with a frame."""
    run = f'<w:r><w:rPr><w:b/><w:sz w:val="28"/></w:rPr><w:t>{words}</w:t></w:r>'
    font = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    text = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{run.replace("<w:b/>", f"{font}<w:b/>")}</w:p>'
    shape = (
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="1100000" cy="290000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="9525"/></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
    )
    return _alternate(shape, "wordprocessingShape", 87, 23, 10)


def _alternate(shape: str, uri: str, width: float, height: float, left: float) -> str:
    anchor = (
        '<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{left * _EMU:.0f}</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>24130</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width * _EMU:.0f}" cy="{height * _EMU:.0f}"/><wp:wrapNone/><wp:docPr id="2" name="Line 2"/>'
        f'<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/{uri}">{shape}</a:graphicData>'
        "</a:graphic></wp:anchor>"
    )
    old = f'<w:pict><v:line from="0,0" to="{width:.1f}pt,0"/></w:pict>'
    needed = "wpg" if "wpg:" in shape else "wps"
    return (
        f'<w:r {_SPACES}><mc:AlternateContent><mc:Choice Requires="{needed}"><w:drawing>{anchor}'
        f"</w:drawing></mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )
