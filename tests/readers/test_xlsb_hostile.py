"""Binary workbooks (.xlsb) that are damaged, locked, or made to do harm."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from collections.abc import Iterable

import pytest
from hostile import BOMB, DAMAGED, MIB, TOO_BIG, bounded, changed, cut, refusal, survive
from ooxml import archive
from xlsb import (
    BLANK,
    FORMULA_TEXT,
    MERGE,
    RICH,
    ROW,
    SHARED,
    SHEET,
    SHORT_BLANK,
    STRING,
    STYLE,
    TEXT,
    cell,
    columns,
    merged,
    number,
    record,
    rich,
    row,
    shared,
    short,
    text,
    wide,
    workbook,
    workbook_parts,
    worksheet,
)

from sheetlint.readers import Limits, read

PART = "xl/worksheets/sheet1.bin"
SOUND = worksheet(
    row(0, number(0, 0.98, 1), shared(1, 0), text(2, "甲"), cell(RICH, 3, rich("乙")))
    + row(1, cell(FORMULA_TEXT, 0, wide("优") + bytes(12)), short(SHORT_BLANK)),
    columns(2, 3, hidden=True),
    merged(0, 1, 1, 2),
)


def written(pieces: Iterable[bytes], part: str = PART) -> bytes:
    """A workbook one part of which is written piece by piece, never held in memory."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in workbook_parts(SOUND, strings=["丙"]).items():
            if name != part:
                package.writestr(name, content)
        with package.open(part, "w") as stream:
            for piece in pieces:
                stream.write(piece)
    return out.getvalue()


# ── limits ──


def test_limits() -> None:
    lines = b"".join(row(n, number(0, 1)) for n in range(11))
    data = workbook(worksheet(lines, after=merged(0, 1, 0, 1) * 5))
    assert refusal(data, Limits(max_cells=10)) == TOO_BIG
    assert refusal(data, Limits(max_tags=15)) == TOO_BIG
    assert refusal(data, Limits(max_merges=4)) == TOO_BIG
    assert len(read(data, "a", Limits(max_cells=11)).tables[0].rows) == 10
    two = workbook(*[worksheet(row(0, number(0, 1), number(1, 1)))] * 2)
    assert refusal(two, Limits(max_cells=3)) == TOO_BIG
    assert refusal(workbook(worksheet(row(0, text(0, "长" * 100)))), Limits(max_text=99)) == TOO_BIG
    strings = workbook(worksheet(row(0, shared(0, 0))), strings=["长" * 100])
    assert refusal(strings, Limits(max_text=99)) == TOO_BIG


# ── damage ──


def test_changed_bytes() -> None:
    for data in changed(workbook(SOUND, strings=["丙"]), 300, most=8):
        survive(data)


def test_cut_files() -> None:
    for data in cut(workbook(SOUND, strings=["丙"]), 37):
        survive(data)


@pytest.mark.parametrize("part", [PART, "xl/workbook.bin", "xl/styles.bin", "xl/sharedStrings.bin"])
def test_changed_records_in_a_sound_archive(part: str) -> None:
    parts = workbook_parts(SOUND, strings=["丙", "丁"], formats=(0, 10, "0.0%"))
    values = (0, 1, 2, 7, 8, 127, 128, 255)
    for data in changed(bytes(parts[part]), 400, most=3, values=values):  # type: ignore[arg-type]
        survive(archive({**parts, part: data}))


def test_parts_that_end_anywhere() -> None:
    parts = workbook_parts(SOUND, strings=["丙"])
    for part in (PART, "xl/workbook.bin", "xl/styles.bin", "xl/sharedStrings.bin"):
        content = bytes(parts[part])  # type: ignore[arg-type]
        for end in range(len(content)):
            survive(archive({**parts, part: content[:end]}))


@pytest.mark.parametrize(
    "rows",
    [
        row(0, shared(0, 1)),
        row(0, shared(0, 0xFFFFFFFF)),
        row(0, number(16_384, 1)),
        row(0, number(0xFFFFFFFF, 1)),
        row(0, number(16_383, 1), short(SHORT_BLANK)),
        row(1_048_576, number(0, 1)),
        row(0xFFFFFFFF, number(0, 1)),
        number(0, 1),
        record(ROW, bytes(11)),
        row(0, record(5, bytes(15))),
        row(0, record(SHARED, bytes(9))),
        row(0, record(4, bytes(8))),
        row(0, cell(TEXT, 0, struct.pack("<I", 2) + b"a\0")),
        row(0, cell(TEXT, 0, struct.pack("<I", 0x7FFFFFFF))),
        record(MERGE, bytes(15)),
        merged(1, 0, 0, 0),
        merged(0, 0, 1, 0),
        merged(0, 1_048_576, 0, 0),
        merged(0, 0, 0, 16_384),
        columns(1, 0, hidden=True),
        columns(0, 0, hidden=True) * 16_385,
        record(60, bytes(9)),
        b"\x81",
        b"\x05\xff\xff",
        b"\x05\x20" + bytes(8),
        b"\x81\x01\xff\xff\xff\x7f" + bytes(100),
    ],
)
def test_a_worksheet_that_contradicts_itself(rows: bytes) -> None:
    parts = workbook_parts(b"", strings=["丙"])
    assert refusal(archive({**parts, PART: record(145) + rows})) == DAMAGED


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/workbook.bin", b""),
        ("xl/workbook.bin", record(SHEET, bytes(7))),
        ("xl/workbook.bin", record(SHEET, bytes(8) + wide("rId9") + wide("表"))),
        ("xl/workbook.bin", record(153)),
        ("xl/sharedStrings.bin", record(STRING, b"\0\1\0\0")),
        ("xl/sharedStrings.bin", record(STRING)),
        ("xl/styles.bin", record(44, b"\0\0\0")),
    ],
)
def test_a_workbook_that_contradicts_itself(part: str, content: bytes) -> None:
    assert refusal(archive({**workbook_parts(SOUND, strings=["丙"]), part: content})) == DAMAGED


def test_a_part_that_is_not_there() -> None:
    parts = workbook_parts(SOUND, strings=["丙"])
    del parts[PART]
    assert refusal(archive(parts)) == DAMAGED


# ── harm ──


def test_a_stray_cell_in_the_last_corner() -> None:
    """Readers that make a grid of it run out of memory, or end the whole process."""
    data = worksheet(row(0, number(0, 1)) + row(1_048_575, number(16_383, 2)))
    assert bounded(workbook(data)) == [2]


def test_a_million_rows_that_are_empty_but_for_their_looks() -> None:
    height = record(37, bytes(6)) + record(1024, bytes(2)) + record(38)

    def lines() -> Iterable[bytes]:
        yield record(145) + row(0, number(0, 1))
        for start in range(1, 1_048_575, 4_095):
            yield b"".join(
                height + row(index, cell(BLANK, 0), cell(BLANK, 1))
                for index in range(start, min(start + 4_095, 1_048_575))
            )
        yield row(1_048_575, number(0, 1)) + record(146)

    assert bounded(written(lines())) == [2]


def test_records_without_end() -> None:
    noise = random.Random(3)
    unknown = b"".join(record(1_045, noise.randbytes(2)) for _ in range(20_000))
    assert refusal(written([unknown] * 60)) == TOO_BIG
    cells = b"".join(number(0, noise.random()) for _ in range(9_000))
    assert refusal(written([row(0), *[cells] * 50])) == TOO_BIG


def test_a_record_as_large_as_a_part_can_be() -> None:
    noise = random.Random(1).randbytes(MIB)
    giant = b"\xff\xff\xff\x7f"
    assert bounded(written([b"\x06" + giant, *[noise] * 4]), memory=2 * MIB) == TOO_BIG
    # One that nobody wants is passed over and never held.
    unwanted = b"\x95\x08"
    assert bounded(written([unwanted + giant, *[noise] * 12]), memory=4 * MIB) == DAMAGED
    twelve = b"\x80\x80\x80\x06"
    sound = written([unwanted + twelve, *[noise] * 12, SOUND])
    assert bounded(sound, memory=4 * MIB) == [2]


def test_a_part_that_unpacks_without_measure() -> None:
    assert bounded(written([bytes(MIB)] * 50)) == BOMB


def test_styles_and_strings_without_end() -> None:
    noise = random.Random(4)
    styles = b"".join(record(STYLE, noise.randbytes(16)) for _ in range(10_000))
    assert (
        refusal(written([record(617), styles], "xl/styles.bin"), Limits(max_tags=9_999)) == TOO_BIG
    )
    strings = b"".join(record(STRING, b"\0" + wide(f"{noise.random()}")) for _ in range(10_000))
    assert refusal(written([strings], "xl/sharedStrings.bin"), Limits(max_cells=9_999)) == TOO_BIG


def test_merges_of_a_billion_cells() -> None:
    ranges = b"".join(merged(n, 1_048_575, n % 9, 16_383) for n in range(400))
    assert bounded(workbook(worksheet(row(0, number(0, 1)), after=ranges))) == [1]
    many = b"".join(merged(n, n * n % 70_000 + n, 0, 1) for n in range(70_000))
    assert bounded(workbook(worksheet(b"", after=many))) == TOO_BIG
