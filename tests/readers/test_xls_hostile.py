"""Binary workbooks that are damaged, made to do harm, or locked."""

from __future__ import annotations

import struct

import pytest
from biff import (
    EXCEL_5,
    EXCEL_97,
    container,
    entry,
    label,
    merged,
    number,
    record,
    shared,
    stream,
    strings,
    style,
    text,
    workbook,
)
from hostile import DAMAGED, LOCKED, TOO_BIG, bounded, changed, cut, refusal, survive

from sheetlint.readers import Limits, read
from tests.readers.pdf_samples import FIXTURES

SECTOR = 512


# ── limits, passwords ──


def test_limits() -> None:
    data = workbook(b"".join(number(n, 0, 1) for n in range(11)) + merged(*[(0, 1, 0, 1)] * 5))
    assert refusal(data, Limits(max_cells=10)) == TOO_BIG
    assert refusal(data, Limits(max_tags=15)) == TOO_BIG
    assert refusal(data, Limits(max_merges=4)) == TOO_BIG
    two = workbook(number(0, 0, 1) + number(0, 1, 1), number(0, 0, 1))
    assert refusal(two, Limits(max_cells=2)) == TOO_BIG
    long = workbook(label(0, 0, text("长" * 100)))
    assert refusal(long, Limits(max_text=99)) == TOO_BIG
    assert len(read(data, "a.xls", Limits(max_cells=11)).tables[0].rows) == 10


@pytest.mark.parametrize("version", [EXCEL_5, EXCEL_97])
def test_a_password(version: int) -> None:
    before = record(0x002F, bytes(6)) + bytes(64)
    assert refusal(workbook(number(0, 0, 1), before=before, version=version)) == LOCKED


# ── damage ──


@pytest.mark.parametrize("name", ["binary", "libreoffice"])
def test_changed_bytes(name: str) -> None:
    for data in changed((FIXTURES / f"{name}.xls").read_bytes(), 300, most=12):
        survive(data)


def test_cut_files() -> None:
    for data in cut((FIXTURES / "libreoffice.xls").read_bytes()):
        survive(data)


def test_changed_records_in_a_sound_container() -> None:
    source = stream(
        number(0, 0, 1) + shared(0, 1, 0) + label(1, 0, text("甲")) + merged((0, 1, 0, 1)),
        before=style(0) + strings(1, text("乙")),
    )
    values = (0, 1, 255, 127, 128, 8, 4)
    for data in changed(source, 200, most=3, values=values, places=range(20, len(source))):
        survive(container(data))


@pytest.mark.parametrize(
    "data",
    [
        workbook(shared(0, 0, 1), before=style(0) + strings(1, text("甲"))),
        workbook(shared(0, 0, -1), before=style(0) + strings(1, text("甲"))),
        workbook(shared(0, 0, 0), before=style(0) + strings(2, text("甲"))),
        workbook(shared(0, 0, 0), before=style(0) + strings(1, text("\ud842x"))),
        workbook(number(0, 0, 7, 9)),
        workbook(shared(0, 0, 0), before=style(0) + strings(1, struct.pack("<HB", 9, 1))),
        workbook(number(0, 256, 1)),
        workbook(record(0x00E5, struct.pack("<H", 9))),
        workbook(number(0, 0, 1), version=0x0400),
        workbook(),
        container(stream(number(0, 0, 1))[:-4]),
        container(b"\x09\x08"),
        container(b"PK\3\4" * 200),
        workbook(number(0, 0, 1), name="Workbook1"),
    ],
)
def test_a_workbook_that_contradicts_itself(data: bytes) -> None:
    assert refusal(data) == DAMAGED


# ── harm ──


def test_a_chain_of_sectors_that_goes_in_circles() -> None:
    content = stream(b"".join(number(row, 0, 1) for row in range(20)))
    circle = bytearray(container(content, short=True))
    # The table of short sectors is the second sector of the file.
    struct.pack_into("<2i", circle, 2 * SECTOR, 1, 0)
    assert bounded(bytes(circle)) == DAMAGED
    large = bytearray(container(content * 8))
    table = len(large) - SECTOR
    struct.pack_into("<i", large, table + 4 * 3, 2)
    assert bounded(bytes(large)) == DAMAGED


def test_a_directory_whose_branches_meet_again() -> None:
    """Followed branch by branch this takes two to the power of forty steps."""
    lines = entry("Root Entry", 5, -2, 0, (-1, -1, 1))
    lines += b"".join(entry(f"{n}", 2, -2, 0, (n + 1, n + 1, -1)) for n in range(1, 41))
    lines += entry("Other", 2, -2, 0, (1, 1, 1))
    data = bytearray(container(lines.ljust(SECTOR * 11, b"\0"), name="Workbook"))
    struct.pack_into("<i", data, 48, 2)
    assert bounded(bytes(data)) == DAMAGED


def test_strings_that_are_said_to_be_there() -> None:
    claimed = record(0x00FC, struct.pack("<ii", 1, 0x7FFFFFFF) + text("甲"))
    assert bounded(workbook(number(0, 0, 1), before=style(0) + claimed)) == TOO_BIG
    # A reading of negative length led back to the string itself.
    back = struct.pack("<HBi", 1, 5, -9) + "甲".encode("utf-16-le")
    claimed = record(0x00FC, struct.pack("<ii", 1, 400_000) + back)
    assert bounded(workbook(number(0, 0, 1), before=style(0) + claimed)) == DAMAGED


def test_a_hyperlink_over_the_whole_worksheet() -> None:
    guid = bytes.fromhex("D0C9EA79F9BACE118C8200AA004BA90B")
    link = record(0x01B8, struct.pack("<HHHH16sii", 0, 65535, 0, 255, guid, 2, 0))
    assert bounded(workbook(number(0, 0, 1) + link * 100)) == [1]


def test_cells_in_the_last_column_of_every_row() -> None:
    data = b"".join(number(row, 255, 1) for row in range(65_536))
    assert bounded(workbook(data)) == TOO_BIG


def test_blanks_with_a_border_all_over_the_worksheet() -> None:
    blanks = b"".join(
        record(0x00BE, struct.pack("<HH256HH", row, 0, *range(256), 255)) for row in range(20_000)
    )
    assert bounded(workbook(number(0, 0, 1) + blanks)) == [1]


def test_many_entries_of_one_worksheet() -> None:
    """Each entry says where its worksheet stands, and all may say the same."""
    cells = b"".join(number(row, 0, 1) for row in range(100))
    data = bytearray(stream(cells, *[b""] * 300))
    at = data.index(struct.pack("<H", 0x0085))
    (same,) = struct.unpack_from("<i", data, at + 4)
    while data[at : at + 2] == struct.pack("<H", 0x0085):
        struct.pack_into("<i", data, at + 4, same)
        at += 4 + struct.unpack_from("<H", data, at + 2)[0]
    assert len(read(container(bytes(data)), "a.xls").tables) == 301
    assert refusal(container(bytes(data)), Limits(max_cells=20_000)) == TOO_BIG


def test_styles_and_merges_without_end() -> None:
    assert bounded(workbook(number(0, 0, 1), before=style(0) * 70_000)) == DAMAGED
    many = merged(*[(0, 1, 0, 1)] * 1_000)
    assert bounded(workbook(number(0, 0, 1) + many * 100)) == TOO_BIG


def test_records_without_end() -> None:
    data = workbook(number(0, 0, 1) + record(0x1234) * 60_000)
    assert refusal(data, Limits(max_tags=50_000)) == TOO_BIG
