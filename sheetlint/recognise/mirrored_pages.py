"""Mirrors of web pages: traditional characters with readings behind them, turned back.

``項(xiàng)目績(jī)效`` is ``项目绩效``.  Looked for only where no sheet was found as the text stands.
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
    """The document as it was before; None where nothing in it looks like a mirror."""
    import tomllib

    with open(os.path.join(os.path.dirname(__file__), "mirror.toml"), "rb") as file:
        data = tomllib.load(file)
    plain = str.maketrans(data["traditional"], data["simplified"])
    reading = re.compile(data["reading"])

    def back(row: Row) -> Row:
        cells = (c._replace(text=reading.sub("", c.text).translate(plain)) for c in row.cells)
        return row._replace(cells=tuple(cells))

    tables = tuple(t._replace(rows=tuple(map(back, t.rows))) for t in document.tables)
    return None if tables == document.tables else document._replace(tables=tables)
