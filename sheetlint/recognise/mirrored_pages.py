"""Copies of web pages in traditional characters with pronunciations: turned back to plain text.

``項(xiàng)目績(jī)效`` becomes ``项目绩效``.  Tried only where the text as it is holds no sheet.
"""

from __future__ import annotations

import os
import re

from sheetlint.messages.text import Text
from sheetlint.sheet.tables import Document, Row

REPAIRED = Text(
    "文字是繁体转码、夹有拼音的网页抄本，已还原为简体读取",
    "the text is a web mirror in traditional characters with readings; read as simplified",
)


def restore_mirrored_text(document: Document) -> Document | None:
    """The document in simplified characters without pronunciations; None where nothing changes."""
    import tomllib

    with open(os.path.join(os.path.dirname(__file__), "mirror.toml"), "rb") as file:
        data = tomllib.load(file)
    simplified = str.maketrans(data["traditional"], data["simplified"])
    pronunciation = re.compile(data["reading"])

    def restore(row: Row) -> Row:
        cells = (
            c._replace(text=pronunciation.sub("", c.text).translate(simplified)) for c in row.cells
        )
        return row._replace(cells=tuple(cells))

    tables = tuple(t._replace(rows=tuple(map(restore, t.rows))) for t in document.tables)
    return None if tables == document.tables else document._replace(tables=tables)
