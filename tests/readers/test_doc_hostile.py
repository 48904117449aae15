"""Binary Word documents that are old, locked, damaged, or made to do harm."""

from __future__ import annotations

import struct

import pytest
from hostile import (
    BOMB,
    DAMAGED,
    LOCKED,
    SMALL,
    TOO_BIG,
    bounded,
    changed,
    cut,
    outcome,
    refusal,
    survive,
)
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
from tests.readers.pdf_samples import FIXTURES

# ── what is not read ──


def test_documents_of_word_95_and_locked_ones() -> None:
    old = "这是 Word 95 或更早的文档，不能直接读取。"
    assert refusal(document(paragraph("甲"), version=0x0068)) == old
    assert refusal(document(paragraph("甲"), version=0x0068, mark=0xA699)) == old
    assert refusal(document(paragraph("甲"), mark=0xA500)) == DAMAGED
    assert refusal(document(paragraph("甲"), flags=0x0300)) == LOCKED


def test_limits() -> None:
    data = document(*row("甲乙丙", "丁"), *row("戊", "己"))
    assert refusal(data, Limits(max_cells=3)) == TOO_BIG
    assert refusal(data, Limits(max_text=2)) == TOO_BIG
    assert refusal(data, Limits(max_tags=5)) == TOO_BIG
    assert len(read(data, "a.doc", Limits(max_cells=4, max_text=3)).tables[0].rows) == 2


# ── damage ──


@pytest.mark.parametrize("name", ["word97", "libreoffice", "writer"])
def test_changed_bytes(name: str) -> None:
    values = (*[0] * 128, *[255] * 128, *range(256))
    for data in changed((FIXTURES / f"{name}.doc").read_bytes(), 200, most=20, values=values):
        survive(data)


def test_changed_bytes_of_a_small_document() -> None:
    """Here nearly every byte counts."""
    source = document(paragraph("题"), *row("甲", "乙", about=shape([0, 500, 1000], [0x60, 1])))
    used = [at for at, byte in enumerate(source) if byte]
    values = (0, 1, 2, 127, 128, 255)
    for data in changed(source, 200, most=3, values=values, places=used):
        survive(data)


def test_cut_files() -> None:
    for data in cut((FIXTURES / "word97.doc").read_bytes()):
        survive(data)


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


def test_tables_inside_each_other_without_end() -> None:
    assert bounded(document(paragraph("甲", depth(1 << 31)))) == BOMB
    assert bounded(document(paragraph("甲", depth(60)), cell("乙"))) == [1]


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
    assert outcome(document(*paragraphs, further=further)) == TOO_BIG


def test_marks_and_nothing_else() -> None:
    assert bounded(document(paragraph(CELL * 12_000, IN_TABLE)), SMALL) == TOO_BIG
    assert bounded(document(paragraph(CELL * 6_000, ROW_END)), SMALL) == [0]


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
