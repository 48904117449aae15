"""The submissions that ``gate`` and ``verify`` are tried on, and what they write."""

from __future__ import annotations

from json import loads
from pathlib import Path
from typing import Any

from tests.run.documents import WRONG_RATE, written

GATE = (
    *("gate", "报送", "-o", "结果", "--cache", "缓存.sqlite", "--date", "2026-11-24"),
    *("--no-annotate", "--ignore", "BT"),
)
"""Without the checks across sheets: the submissions are much alike, and would be reported for it."""


def write_submissions(folder: Path, sound: int = 3) -> Path:
    """``sound`` good sheets, one with a wrong rate, a broken file and one that holds no sheet."""
    top = folder / "报送"
    for number in range(sound):
        written(top / f"单位{number % 2}" / f"{number}.json", {"project": f"项目{number}"})
    written(top / "错.json", WRONG_RATE)
    (top / "坏.xlsx").write_bytes(b"PK\x03\x04" + bytes(50))
    (top / "说明.txt").write_text("附件清单", encoding="utf-8")
    return top


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def lines(path: Path) -> list[dict[str, Any]]:
    return [loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
