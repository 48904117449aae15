"""A document as it is read, and as it would be if nothing were taken out before it is parsed."""

from __future__ import annotations

from collections.abc import Iterable
from types import ModuleType

import pytest

from sheetlint.readers import read
from sheetlint.sheet.tables import Table, Unreadable

Said = tuple[Table, ...] | str
"""The tables, or why there are none."""


def tables(data: bytes, name: str) -> Said:
    try:
        return read(data, name).tables
    except Unreadable as refused:
        return refused.reason.zh


def parsed(
    data: bytes, name: str, monkeypatch: pytest.MonkeyPatch, taker: str, *modules: ModuleType
) -> Said:
    """The same without ``taker``, which takes out, in these modules."""

    def everything(chunks: Iterable[bytes], *_: object) -> Iterable[bytes]:
        return chunks

    with monkeypatch.context() as patch:
        for module in modules:
            patch.setattr(module, taker, everything)
        return tables(data, name)
