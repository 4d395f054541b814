"""What docgen wrote: path and hash by unit. A file that does not match was edited by a person."""

import hashlib
import json
from pathlib import Path
from typing import Any

SCHEMA = "docgen/manifest/1"
NAME = "manifest.json"


def sha256(content: bytes) -> str:
    """Hexadecimal digest."""
    return hashlib.sha256(content).hexdigest()


def read_manifest(folder: Path) -> dict[str, dict[str, Any]]:
    """Entries by unit; a missing or damaged manifest has none, so that every file counts as edited."""
    try:
        content = json.loads((folder / NAME).read_bytes())
        units = content["units"] if content["schema"] == SCHEMA else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return units if isinstance(units, dict) and all(isinstance(entry, dict) for entry in units.values()) else {}


def manifest_bytes(plan: str, units: dict[str, dict[str, Any]]) -> bytes:
    """The manifest as it is written: sorted, one line a value."""
    content = {"schema": SCHEMA, "plan": plan, "units": dict(sorted(units.items()))}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
