"""Printed pages are compared with files; ``UPDATE_SNAPSHOTS=1`` writes them anew, to be reviewed."""

from __future__ import annotations

import os
from pathlib import Path

_FOLDER = Path(__file__).parent / "snapshots"


def same(name: str, text: str) -> None:
    path = _FOLDER / name
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
