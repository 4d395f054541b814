"""A file opened in the program its kind belongs to, as a double click does."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

_OPENERS = ("open",) if sys.platform == "darwin" else ("xdg-open", "gio")


def open_file(path: Path) -> bool:
    """Hand a file to the desktop and go on; False where there is nobody to open it."""
    if sys.platform == "win32":
        try:
            os.startfile(path)
        except OSError:  # no program for .docx
            return False
        return True
    opener = next(filter(None, map(shutil.which, _OPENERS)), None)
    if opener is None:
        return False
    verb = ["open"] if Path(opener).name == "gio" else []
    quiet = subprocess.DEVNULL
    subprocess.Popen([opener, *verb, str(path)], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    return True
