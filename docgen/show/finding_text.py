"""Findings on the terminal: file by file, or rule by rule where many papers break them; the summary last."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from docgen.model.checked import Checked, CheckedFile, severities
from docgen.model.finding import Finding
from docgen.show.finding_words import by_group, cited, counted, place, several
from docgen.show.in_words import SEVERITIES

WORDS = {severity: word.lower() for severity, word in SEVERITIES.items()}
_FILES_ONE_BY_ONE = 20  # of more, nobody reads every file's own list
_NAMED = 5


def findings(checked: Checked) -> str:
    """Everything found, then how much it is."""
    told = checked.told
    parts = map(_file, told) if len(told) <= _FILES_ONE_BY_ONE else _by_rule(told)
    return "\n\n".join([*parts, summary(checked)])


def _file(file: CheckedFile) -> str:
    form = f" ({file.form})" if file.form else ""
    lines = [f"{file.file}{form}: {_severities(file.findings)}"]
    for heading, found in by_group(file.findings):
        lines.append(f"  {heading}")
        for finding in found:
            lines += [f"    {_where(finding)}{finding.message.vi}", f"      Cách sửa: {_remedy(finding)}"]
    return "\n".join(lines)


def _where(finding: Finding) -> str:
    """`Lỗi, trích yếu «về việc …»: `."""
    words = [place(finding.place), f"«{finding.place.snippet}»" if finding.place.snippet else ""]
    spot = " ".join(filter(None, words))
    return f"{SEVERITIES[finding.severity]}{f', {spot}' if spot else ''}: "


def _remedy(finding: Finding) -> str:
    return f"{finding.remedy.vi}{cited(finding)}"


def _by_rule(files: Iterable[CheckedFile]) -> Iterator[str]:
    """Every rule once, with the papers that break it, the most frequent first within a group."""
    broken: dict[str, list[Finding]] = {}
    papers: dict[str, dict[str, None]] = {}
    for file in files:
        for finding in file.findings:
            broken.setdefault(finding.code, []).append(finding)
            papers.setdefault(finding.code, {})[PurePath(file.file).name] = None
    for heading, found in by_group(same[0] for same in broken.values()):
        often = sorted((finding.code for finding in found), key=lambda code: -len(papers[code]))
        yield "\n".join([heading, *(_shared(broken[code], list(papers[code])) for code in often)])
    yield "Từng chỗ trong từng tệp: dùng --html TỆP hoặc --json."


def _shared(found: Sequence[Finding], papers: Sequence[str]) -> str:
    """What papers have in common in the words of the most frequent finding."""
    said = Counter(finding.message.vi for finding in found)
    finding = max(found, key=lambda one: said[one.message.vi])
    example = ", ví dụ" if len(said) > 1 else ""
    return (
        f"  {SEVERITIES[finding.severity]} ở {len(papers)} tệp{example}: {finding.message.vi}\n"
        f"    Cách sửa: {_remedy(finding)}\n"
        f"    Tệp: {several(papers, _NAMED)}"
    )


def _severities(found: Iterable[Finding]) -> str:
    return counted((count, WORDS[severity]) for severity, count in severities(found).items())


def summary(checked: Checked) -> str:
    """`28 tệp: 3 lỗi, 2 cảnh báo; 25 tệp không có lỗi, 1 tệp không đọc được; 4 lỗi đã biết, 2 được miễn.`"""
    counts = checked.counts
    found = counted((counts[severity], word) for severity, word in WORDS.items())
    files = counted([(counts["clean"], "tệp không có gì phải sửa"), (counts["refused"], "tệp không đọc được")])
    left_out = counted([(counts["known"], "lỗi đã biết"), (counts["waived"], "lỗi được miễn")])
    parts = "; ".join(filter(None, (found, files, left_out)))
    return f"{counts['files']} tệp: {parts}."
