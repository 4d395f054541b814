"""How a document is cited: type and number always, then date, issuer and subject when asked (the-thuc.md §1.6)."""

from dataclasses import dataclass

from docgen.model.plan import CitedDocument
from docgen.vietnamese import short_date

UNKNOWN = "…"


@dataclass(frozen=True)
class Citable:
    """What a citation is made of; a superior's plan may lack its number and date."""

    name: str
    date: str = ""
    issuer: str = ""
    subject: str = ""

    def cite(self, parts: tuple[str, ...]) -> str:
        """`Kết luận số 50-KL/TW, ngày 28/02/2023 của Bộ Chính trị về …`."""
        text = self.name
        if "ngay" in parts and self.date:
            text += f", ngày {self.date}"
        if "co_quan" in parts and self.issuer:
            text += f" của {self.issuer}"
        if "trich_yeu" in parts and self.subject:
            text += f" {self.subject}"
        return text


def registered(document: CitedDocument, subject: str) -> Citable:
    """A document of the plan's registry, its subject already in words."""
    date = short_date(document.date) if document.date else ""
    return Citable(f"{document.type} số {document.number}", date, document.issuer, subject)
