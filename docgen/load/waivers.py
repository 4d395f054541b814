"""`data/mien-kiem-tra.yaml` → waivers, each with its place."""

from collections.abc import Collection

from docgen.load.nodes import read_yaml
from docgen.load.records import read_record
from docgen.load.source import Source
from docgen.model.waiver import Waiver
from docgen.problems import Place, Problem
from docgen.vietnamese import did_you_mean

Waivers = list[tuple[Waiver, Place]]


def load_waivers(content: bytes, file: str, rules: Collection[str]) -> tuple[Waivers, list[Problem]]:
    """A list of waivers; `rules` are the codes and ids there are. A file without entries waives nothing."""
    source = read_yaml(content, file)
    if any(problem.code == "yaml.empty" for problem in source.problems):
        return [], []
    waivers = []
    for index, entry in enumerate(_entries(source)):
        waiver = read_record(Waiver, entry, source, (index,))
        if waiver and waiver.rule not in rules:
            message = f"Không có quy tắc «{waiver.rule}»."
            source.fault("waiver.unknown_rule", (index, "ma"), message, did_you_mean(waiver.rule, rules))
        elif waiver:
            waivers.append((waiver, source.key_place(index, "ma")))
    return waivers, source.problems


def _entries(source: Source) -> list[object]:
    if isinstance(source.data, list):
        return source.data
    if not source.notes:
        remedy = "Mỗi mục miễn bắt đầu bằng «- ma: …»."
        source.fault("data.shape", (), "Tệp này phải là một danh sách.", remedy)
    return []
