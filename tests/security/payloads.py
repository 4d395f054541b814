"""The lines of tests/data/payloads.txt: tags that are code, harmless ones beside them, and wires for code to trip."""

import os
import socket
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_LINES = Path("tests/data/payloads.txt").read_text(encoding="utf-8").splitlines()
_IDEA, _NEAR_MISS, _FILLED = "## ", "= ", " → "
_ARMED = ("FILE", "CANARY", "SECRET", "PORT")

IDEAS = [line.removeprefix(_IDEA) for line in _LINES if line.startswith(_IDEA)]
PAYLOADS = [line for line in _LINES if line.startswith("{")]
ARMED = [payload for payload in PAYLOADS if any(word in payload for word in _ARMED)]
NEAR_MISSES: list[tuple[str, str]] = [
    (line.removeprefix(_NEAR_MISS).rpartition(_FILLED)[0], line.rpartition(_FILLED)[2])
    for line in _LINES
    if line.startswith(_NEAR_MISS)
]


@dataclass
class Wires:
    """A file that must not appear, two environment variables, and a port nobody may call."""

    file: Path
    listener: socket.socket
    canary: str = "DOCGEN_TEST_CANARY"
    secret: str = "DOCGEN_TEST_SECRET"
    told: str = "khong-ai-duoc-biet"

    def arm(self, payload: str) -> str:
        """A payload aimed at these wires."""
        port = str(self.listener.getsockname()[1])
        for word, aim in zip(_ARMED, (str(self.file), self.canary, self.secret, port), strict=True):
            payload = payload.replace(word, aim)
        return payload

    def tripped(self, said: str) -> set[str]:
        """The wires tripped since they were last looked at; `said` is all that came out."""
        found = {"SECRET"} if self.told in said else set[str]()
        found |= {"CANARY"} if os.environ.pop(self.canary, None) else set()
        with suppress(BlockingIOError):
            self.listener.accept()[0].close()
            found.add("PORT")
        if self.file.exists():
            (self.file.rmdir if self.file.is_dir() else self.file.unlink)()
            found.add("FILE")
        return found


def wires(folder: Path) -> Iterator[Wires]:
    """Wires in a folder, taken down afterwards."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        laid = Wires(folder / "dau-vet", listener)
        os.environ[laid.secret] = laid.told
        yield laid
        del os.environ[laid.secret]
