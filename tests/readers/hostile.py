"""What is asked of every reader: whatever the bytes are, a document or a refusal, in time and memory."""

from __future__ import annotations

import contextlib
import io
import random
import time
import tracemalloc
from collections.abc import Iterator, Sequence

import pytest

from sheetlint.readers import Limits, read
from sheetlint.sheet.tables import Document, Unreadable

DAMAGED = "文件已损坏或不完整，可能没有下载完或没有复制完。"
TOO_BIG = "文件内容过大，远远超过一份自评表。"
BOMB = "文件解压后异常庞大或层层嵌套，为安全起见不读取。"
LOCKED = "文件设有打开密码，不能读取。"
MIB = 1 << 20
_SECONDS = 20
_DEFAULT = Limits()


def refusal(data: bytes, limits: Limits = _DEFAULT) -> str:
    """Why ``data`` is not read; that it is read fails the test."""
    with pytest.raises(Unreadable) as caught:
        read(data, "a", limits)
    return caught.value.reason.zh


def survive(data: bytes) -> None:
    """A document or a refusal within the bound of time, and not a word on the console."""
    start = time.perf_counter()
    said = io.StringIO()
    with (
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(said),
        contextlib.suppress(Unreadable),
    ):
        assert isinstance(read(data, "a"), Document)
    assert said.getvalue() == ""
    assert time.perf_counter() - start < _SECONDS


def bounded(data: bytes, memory: int = 128 * MIB) -> str | list[int]:
    """The refusal of ``data``, or how many rows each of its tables has.

    Both within the time and the memory that a hostile file may cost.
    """
    start = time.perf_counter()
    found = _outcome(data)
    assert time.perf_counter() - start < _SECONDS
    tracemalloc.start()
    try:
        assert _outcome(data) == found
        assert tracemalloc.get_traced_memory()[1] < memory
    finally:
        tracemalloc.stop()
    return found


def _outcome(data: bytes) -> str | list[int]:
    try:
        return [len(table.rows) for table in read(data, "a").tables]
    except Unreadable as refused:
        return refused.reason.zh


def changed(
    source: bytes,
    copies: int,
    most: int,
    values: Sequence[int] = range(256),
    places: Sequence[int] = (),
) -> Iterator[bytes]:
    """Copies with up to ``most`` bytes changed to one of ``values``, at one of ``places``."""
    chance = random.Random(source)
    places = places or range(len(source))
    for _ in range(copies):
        data = bytearray(source)
        for _ in range(chance.randint(1, most)):
            data[chance.choice(places)] = chance.choice(values)
        yield bytes(data)


def cut(source: bytes, step: int = 97) -> Iterator[bytes]:
    """The file as far as it was copied."""
    for end in range(0, len(source), step):
        yield source[:end]
