"""Binary Word documents that are old, locked, damaged, or made to do harm."""

from __future__ import annotations

import contextlib
import io
import random
import struct
import time
import tracemalloc

import pytest
from word import (
    CELL,
    IN_TABLE,
    ROW_END,
    cell,
    container,
    depth,
    document,
    paragraph,
    piece_table,
    row,
    shape,
)

from sheetlint.readers import Limits, read
from sheetlint.tables import Document, Unreadable
from tests.readers.pdf_samples import FIXTURES

DAMAGED = "文件已损坏或不完整，可能没有下载完或没有复制完。"
TOO_BIG = "文件内容过大，远远超过一份自评表。"
MIB = 1 << 20

# ── what is not read ──


_DEFAULT = Limits()


def refusal(data: bytes, limits: Limits = _DEFAULT) -> str:
    with pytest.raises(Unreadable) as caught:
        read(data, "a.doc", limits)
    return caught.value.reason.zh


def test_documents_of_word_95_and_locked_ones() -> None:
    assert refusal(document(paragraph("甲"), version=0x0068)) == (
        "这是 Word 95 或更早的文档，不能直接读取。"
    )
    assert refusal(document(paragraph("甲"), flags=0x0300)) == "文件设有打开密码，不能读取。"


def test_limits() -> None:
    data = document(*row("甲乙丙", "丁"), *row("戊", "己"))
    assert refusal(data, Limits(max_cells=3)) == TOO_BIG
    assert refusal(data, Limits(max_text=2)) == TOO_BIG
    assert refusal(data, Limits(max_tags=5)) == TOO_BIG
    assert len(read(data, "a.doc", Limits(max_cells=4, max_text=3)).tables[0].rows) == 2


# ── damage ──


def survive(data: bytes) -> None:
    """A document or a refusal within the bound of time, and not a word on the console."""
    start = time.perf_counter()
    said = io.StringIO()
    with (
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(said),
        contextlib.suppress(Unreadable),
    ):
        assert isinstance(read(data, "a.doc"), Document)
    assert said.getvalue() == ""
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize("name", ["word97", "libreoffice", "writer"])
def test_changed_bytes(name: str) -> None:
    source = (FIXTURES / f"{name}.doc").read_bytes()
    chance = random.Random(name)
    for _ in range(200):
        data = bytearray(source)
        for _ in range(chance.randint(1, 20)):
            data[chance.randrange(len(data))] = chance.choice([0, 255, chance.randrange(256)])
        survive(bytes(data))


def test_changed_bytes_of_a_small_document() -> None:
    """Here nearly every byte counts."""
    source = document(paragraph("题"), *row("甲", "乙", about=shape([0, 500, 1000], [0x60, 1])))
    used = [at for at, byte in enumerate(source) if byte]
    chance = random.Random(5)
    for _ in range(600):
        data = bytearray(source)
        for _ in range(chance.randint(1, 3)):
            data[chance.choice(used)] = chance.choice([0, 1, 2, 127, 128, 255])
        survive(bytes(data))


def test_cut_files() -> None:
    source = (FIXTURES / "word97.doc").read_bytes()
    for end in range(8, len(source), 97):
        survive(source[:end])


WRITTEN = 1024
"""Where the text begins."""


@pytest.mark.parametrize(
    "data",
    [
        document(paragraph("甲"), pieces=b""),
        document(paragraph("甲"), pieces=b"\3"),
        document(paragraph("甲"), pieces=piece_table((1, WRITTEN, 0))),
        document(paragraph("甲"), pieces=piece_table((2, 1 << 29, 0))),
        document(paragraph("甲"), pieces=piece_table((2, WRITTEN, 0), changes=[b"x" * 9])[:-4]),
        document(paragraph("甲", struct.pack("<HI", 0x6646, 9_999))),
        document(*row("甲", about=struct.pack("<HH", 0xD608, 0xFFFF))),
        container({"WordDocument": b""}),
        container({"WordDocument": struct.pack("<HH", 0xA5EC, 0xC1) * 300}),
    ],
)
def test_a_document_that_contradicts_itself(data: bytes) -> None:
    assert refusal(data) == DAMAGED


# ── harm ──


def bounded(data: bytes, memory: int = 128 * MIB) -> str:
    """What comes of ``data`` within the time and the memory that a hostile file may cost."""
    start = time.perf_counter()
    found = outcome(data)
    assert time.perf_counter() - start < 20
    tracemalloc.start()
    try:
        assert outcome(data) == found
        assert tracemalloc.get_traced_memory()[1] < memory
    finally:
        tracemalloc.stop()
    return found


def outcome(data: bytes) -> str:
    try:
        return f"{len(read(data, 'a.doc').tables[0].rows)} 行"
    except Unreadable as refused:
        return refused.reason.zh


def test_tables_inside_each_other_without_end() -> None:
    assert bounded(document(paragraph("甲", depth(1 << 31)))) == (
        "文件解压后异常庞大或层层嵌套，为安全起见不读取。"
    )
    assert bounded(document(paragraph("甲", depth(60)), cell("乙"))) == "1 行"


def test_a_text_of_pieces_that_are_all_the_same_piece() -> None:
    """Claims more characters than the file has room for."""
    text = paragraph("甲" * 5_000)
    pieces = piece_table(*[(5_000, WRITTEN, 0)] * 2_000)
    data = bytearray(document(text, pieces=pieces))
    at = data.index(struct.pack("<HH", 0xA5EC, 0xC1))
    struct.pack_into("<i", data, at + 0x4C, 10_000_000)
    assert bounded(bytes(data)) == DAMAGED


def test_properties_that_are_read_over_and_over() -> None:
    """Every paragraph names another place in the same long list of properties."""
    further = struct.pack("<H", 0xFFFE) * 20_000
    paragraphs = [
        paragraph("甲", struct.pack("<HI", 0x6646, 2 * number)) for number in range(2_000)
    ]
    assert bounded(document(*paragraphs, further=further)) == TOO_BIG


def test_marks_and_nothing_else() -> None:
    assert bounded(document(paragraph(CELL * 600_000, IN_TABLE))) == TOO_BIG
    assert bounded(document(paragraph(CELL * 100_000, ROW_END))) == "0 行"


def test_a_page_that_is_named_for_ever() -> None:
    page = struct.pack("<2I", 0, 9) * 200_000
    stream = bytearray(2048)
    struct.pack_into("<HH", stream, 0, 0xA5EC, 0xC1)
    struct.pack_into("<II", stream, 0x9A + 8 * 13, 0, len(page))
    assert bounded(container({"WordDocument": bytes(stream), "0Table": page})) == DAMAGED


def test_a_chain_of_sectors_that_goes_in_circles() -> None:
    data = bytearray(document(paragraph("甲")))
    table = len(data) - 512
    # All of the first stream is the sector in which it begins.
    struct.pack_into("<i", data, table + 4 * 2, 2)
    assert bounded(bytes(data)) == DAMAGED


def test_short_sectors_without_end() -> None:
    """Two gigabytes of their table are announced, and it is one sector in a circle."""
    data = bytearray(document(paragraph("甲")))
    table = len(data) - 512
    struct.pack_into("<2i", data, 60, 1, 1 << 22)
    struct.pack_into("<i", data, table + 4, 1)
    short = data.index("WordDocument".encode("utf-16-le")) + 120
    struct.pack_into("<i", data, short, 2_000)
    assert bounded(bytes(data)) == DAMAGED
