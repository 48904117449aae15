"""The tables of a document, read as usual and by the XML parser alone."""

from __future__ import annotations

from collections.abc import Iterable
from types import ModuleType

import pytest

from sheetlint.readers import read
from sheetlint.sheet.tables import Table, Unreadable

TablesOrReason = tuple[Table, ...] | str
"""The tables, or why there are none."""


def read_tables(data: bytes, name: str) -> TablesOrReason:
    try:
        return read(data, name).tables
    except Unreadable as refused:
        return refused.reason.zh


def read_by_parser(
    data: bytes, name: str, monkeypatch: pytest.MonkeyPatch, removal: str, *modules: ModuleType
) -> TablesOrReason:
    """The same with the function ``removal`` of the modules replaced by one that removes nothing."""

    def everything(chunks: Iterable[bytes], *_: object) -> Iterable[bytes]:
        return chunks

    with monkeypatch.context() as patch:
        for module in modules:
            patch.setattr(module, removal, everything)
        return read_tables(data, name)
