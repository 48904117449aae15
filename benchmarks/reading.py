"""Our readers against scripts that walk the cells: ``python benchmarks/reading.py``.

The scripts do what a reviewer's own script does: open the file with openpyxl or python-docx and
look at every cell.  Both sides read the same bytes in the same process, in turn.
"""

from __future__ import annotations

import io
import os
from pathlib import Path

import docx
import openpyxl
from timing import medians, table

from sheetlint.readers import read

SHEETS = Path(__file__).resolve().parent.parent / "examples" / "sheets"
ROUNDS = int(os.environ.get("ROUNDS", "41"))


def walk_workbook(data: bytes) -> list[object]:
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    return [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]


def walk_document(data: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(data))
    return [cell.text for table in document.tables for row in table.rows for cell in row.cells]


def main() -> None:
    for name, script, walk in (
        ("6 防汛（两张表）.xlsx", "openpyxl script", walk_workbook),
        ("3 日间照料中心.docx", "python-docx script", walk_document),
    ):
        data = (SHEETS / name).read_bytes()
        ours = f"sheetlint, {name.rpartition('.')[2]}"
        results = medians(
            {ours: lambda d=data, n=name: read(d, n), script: lambda d=data, w=walk: w(d)}, ROUNDS
        )
        print(table(results, ours))


if __name__ == "__main__":
    main()
