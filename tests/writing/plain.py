"""Text as Excel copies it, and comma-separated values."""

from __future__ import annotations

import csv
import io

from tests.writing.boxes import Drawing, grid_of


def as_text(*drawings: Drawing) -> bytes:
    """A tab after each cell; a cell with line breaks stands in quotes."""
    forms = ("\n".join("\t".join(map(_copied, row)) for row in grid_of(d)) for d in drawings)
    return "\n\n".join(forms).encode()


def _copied(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if "\n" in text else text


def as_csv(*drawings: Drawing) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream)
    for index, drawing in enumerate(drawings):
        writer.writerows([[], *grid_of(drawing)] if index else grid_of(drawing))
    return stream.getvalue().encode("gb18030")
