"""Any .docx → Reading: the Document it holds, with the looks its lines really have."""

from docgen.model.document import Document
from docgen.model.reading import Grid, Reading
from docgen.word.paper import Revisions, read_paper
from docgen.word.recognise import recognise


def read_docx(content: bytes, form: str = "", revisions: Revisions = "accepted") -> Reading:
    """Bytes of a .docx → Reading, tracked changes taken as accepted, as rejected, or refused. Raises Unreadable; never
    runs or fetches anything."""
    paper = read_paper(content, revisions)
    first = paper.sections[0]
    marks = first.headers.get("first", ()) if first.first_page_differs else ()
    lines, blocks = recognise([line for line in marks if line.text and "PAGE" not in line.fields], paper.flow)
    return Reading(
        document=Document(form, tuple(blocks), paper.title, paper.author),
        lines=lines,
        sections=paper.sections,
        tables=tuple(entry for entry in paper.flow if isinstance(entry, Grid)),
        notes=paper.notes,
        hazards=paper.hazards,
        revisions=paper.revisions,
    )
