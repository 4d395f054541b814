"""The report of a check as one page: filters without a script, light and dark, fit to print."""

from docgen.model.checked import Checked, CheckedFile, severities
from docgen.show.finding_text import summary
from docgen.show.finding_words import GROUPS, by_group, heading_of, place
from docgen.show.in_words import SEVERITIES
from docgen.show.page import page


def finding_page(checked: Checked) -> str:
    """The page."""
    told = checked.told
    present = {heading_of(finding.code) for file in told for finding in file.findings}
    headings = dict.fromkeys(heading for heading in (*GROUPS.values(), *sorted(present)) if heading in present)
    groups = {heading: f"g{number}" for number, heading in enumerate(headings)}
    return page("findings.html").render(
        summary=summary(checked),
        severities=SEVERITIES,
        groups=groups,
        filters=[*SEVERITIES, *groups.values()],
        files=[(f"t{number}", file, severities(file.findings), _by_group(file)) for number, file in enumerate(told)],
        refused=[(file.file, file.refused) for file in checked.files if file.refused],
        clean=[file.file for file in checked.files if file.clean],
        problems=checked.problems,
    )


def _by_group(file: CheckedFile) -> list[tuple[str, list[tuple[str, object]]]]:
    """Headings with the findings of each and where they stand."""
    return [
        (heading, [(place(finding.place), finding) for finding in found])
        for heading, found in by_group(file.findings)
    ]  # fmt: skip
