"""Normalised documents for tests: a clean sheet, and the same with cells put in."""

from __future__ import annotations

from json import dumps
from pathlib import Path
from typing import Any

from sheetlint.recognise.normalised_document import SCHEMA_NAME, dump_sheet
from sheetlint.testing import build_sheet


def document(*cells: dict[str, Any]) -> str:
    """A document in JSON with one sheet for each mapping of cells."""
    sheets = [
        dump_sheet(build_sheet({"set": changes}), "national-2020") for changes in cells or ({},)
    ]
    files = [{"path": "x", "format": "json", "sheets": sheets}]
    return dumps({"schema": SCHEMA_NAME, "files": files}, ensure_ascii=False, indent=1)


def written(path: Path, *cells: dict[str, Any]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(document(*cells), encoding="utf-8")
    return path


WRONG_RATE = {"funds.total.rate": "97.88%"}
