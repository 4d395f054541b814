"""`data/the-thuc/*.yaml` → forms by id."""

import re
from collections.abc import Mapping

from docgen.load.nodes import read_yaml
from docgen.load.records import read_record
from docgen.model.form import Form
from docgen.problems import Problem

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def load_forms(files: Mapping[str, bytes]) -> tuple[dict[str, Form], list[Problem]]:
    """Every form of the workspace; a fault in one stops the run."""
    forms: dict[str, Form] = {}
    problems: list[Problem] = []
    for file, content in files.items():
        source = read_yaml(content, file)
        form = read_record(Form, source.data, source) if source.data is not None else None
        if form and not _ID.fullmatch(form.id):
            message = f"Mã thể thức «{form.id}» viết sai dạng."
            source.fault("form.id", ("ma",), message, "Viết thường không dấu, ví dụ «hd36».")
        elif form and form.id in forms:
            source.fault("form.duplicate", ("ma",), f"Thể thức «{form.id}» ghi hai lần.", "Đổi mã một trong hai tệp.")
        elif form:
            forms[form.id] = form
        problems.extend(source.problems)
    return forms, problems
