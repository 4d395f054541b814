"""What an office would write itself: a loop over docxtpl as its README shows, each paper flushed to disk.

`python -m benchmarks.docxtpl_loop TEMPLATE VALUES FOLDER` prints milliseconds a paper. VALUES: a JSON list.
"""

import json
import os
import sys
import time
from pathlib import Path

from docxtpl import DocxTemplate


def main(template: str, values: str, folder: str) -> None:
    """Fill and flush every paper."""
    papers = json.loads(Path(values).read_text("utf-8"))
    start = time.perf_counter()
    for number, context in enumerate(papers):
        document = DocxTemplate(template)
        document.render(context)
        with (Path(folder) / f"{number}.docx").open("wb") as file:
            document.save(file)
            file.flush()
            os.fsync(file.fileno())
    print(1000 * (time.perf_counter() - start) / len(papers))


if __name__ == "__main__":
    main(*sys.argv[1:])
