"""What holds for every reader: whatever the bytes are, a document or a refusal, in time and memory."""

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
UNSAFE = "文件里有 Office 从不写入的内容（DTD 或实体），为安全起见不读取。"
MIB = 1 << 20
_SECONDS = 20
_DEFAULT = Limits()
SMALL = Limits(
    max_bytes=1 * MIB,
    max_unpacked=4 * MIB,
    max_part=1 * MIB,
    ratio_from=1 << 16,
    max_directory=1 << 16,
    max_tags=20_000,
    max_worksheet_elements=20_000,
    max_names=1_000,
    max_token=1 << 17,
    max_cells=8_000,
    max_text=4_096,
    max_merges=2_048,
)
"""About a fiftieth of the defaults: the file that goes beyond a bound stays small as well."""


def refusal(data: bytes, limits: Limits = _DEFAULT) -> str:
    """Why ``data`` is not read; that it is read fails the test."""
    with pytest.raises(Unreadable) as caught:
        read(data, "a", limits)
    return caught.value.reason.zh


def survive(data: bytes, name: str = "a") -> None:
    """A document or a refusal within the bound of time, and nothing on the console."""
    start = time.process_time()
    printed = io.StringIO()
    with (
        contextlib.redirect_stdout(printed),
        contextlib.redirect_stderr(printed),
        contextlib.suppress(Unreadable),
    ):
        assert isinstance(read(data, name), Document)
    assert printed.getvalue() == ""
    assert time.process_time() - start < _SECONDS


def outcome(data: bytes, limits: Limits = _DEFAULT, name: str = "a") -> str | list[int]:
    """The refusal, or how many rows each table has, within the time that a file may cost."""
    start = time.process_time()
    try:
        return [len(table.rows) for table in read(data, name, limits).tables]
    except Unreadable as refused:
        return refused.reason.zh
    finally:
        assert time.process_time() - start < _SECONDS


def bounded(
    data: bytes, limits: Limits = _DEFAULT, name: str = "a", memory: int = 128 * MIB
) -> str | list[int]:
    """The outcome, within the memory that a hostile file may cost as well."""
    tracemalloc.start()
    try:
        result = outcome(data, limits, name)
        assert tracemalloc.get_traced_memory()[1] < memory
        return result
    finally:
        tracemalloc.stop()


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
