"""Cells and rows of binary Word documents onto their grid."""

from __future__ import annotations

import struct

import pytest
from word import (
    CELL,
    DELETED,
    IN_TABLE,
    INNER_CELL_END,
    INNER_ROW_END,
    ROW_END,
    Paragraph,
    cell,
    depth,
    document,
    paragraph,
    row,
    shape,
)

from sheetlint.readers import read
from sheetlint.sheet.tables import Cell, Row

FIRST, MORE = 0x60, 0x20
"""Flags of the first cell of a vertical merge and of the others."""
TWO = shape([0, 500, 1000])


def rows(*paragraphs: Paragraph, **more: object) -> tuple[Row, ...]:
    return read(document(*paragraphs, **more), "a.doc").tables[0].rows  # type: ignore[arg-type]


def shown(*paragraphs: Paragraph, **more: object) -> list[list[tuple[str, int, int, int]]]:
    return [[tuple(cell[:4]) for cell in line.cells] for line in rows(*paragraphs, **more)]


# ── cells ──


def test_the_text_of_a_cell() -> None:
    inside = [paragraph("一", IN_TABLE), paragraph("", IN_TABLE), paragraph("二", IN_TABLE)]
    assert shown(*inside, *row("三\t四", about=shape([0, 500]))) == [[("一\n二\n三 四", 0, 1, 1)]]


def test_spans_of_columns_follow_from_the_edges() -> None:
    assert shown(
        *row("宽", "1", about=shape([0, 1500, 2000])),
        *row("2", "3", "4", "5", about=shape([0, 500, 1000, 1500, 2000])),
        *row("缩进", about=shape([500, 1500])),
    ) == [
        [("宽", 0, 3, 1), ("1", 3, 1, 1)],
        [("2", 0, 1, 1), ("3", 1, 1, 1), ("4", 2, 1, 1), ("5", 3, 1, 1)],
        [("缩进", 1, 2, 1)],
    ]


def test_edges_drawn_by_hand_are_the_same_edge() -> None:
    assert shown(
        *row("1", "2", about=shape([-108, 500, 1000])),
        *row("3", "4", about=shape([-113, 512, 1003])),
    ) == [[("1", 0, 1, 1), ("2", 1, 1, 1)], [("3", 0, 1, 1), ("4", 1, 1, 1)]]


def test_spans_of_rows() -> None:
    assert shown(
        *row("甲", "1", about=shape([0, 500, 1000], [FIRST])),
        *row("", "2", about=shape([0, 500, 1000], [MORE])),
        *row("乙", "3", about=shape([0, 500, 1000], [FIRST])),
        *row("丙", "4", about=shape([0, 500, 1000], [MORE, 0])),
        *row("丁", "5", about=TWO),
        *row("戊", "6", about=shape([0, 500, 1000], [MORE])),
    ) == [
        [("甲", 0, 1, 2), ("1", 1, 1, 1)],
        [("2", 1, 1, 1)],
        [("乙\n丙", 0, 1, 2), ("3", 1, 1, 1)],
        [("4", 1, 1, 1)],
        [("丁", 0, 1, 1), ("5", 1, 1, 1)],
        [("戊", 0, 1, 1), ("6", 1, 1, 1)],
    ]


@pytest.mark.parametrize(("first", "more"), [(1, 2), (2, 1)])
def test_the_old_way_to_merge_columns(first: int, more: int) -> None:
    """Two descriptions of the format number the flags in two ways."""
    flags = [0, first, more, first, more]
    edges = [0, 100, 200, 300, 400, 500]
    assert shown(*row("0", "甲", "", "乙", "", about=shape(edges, flags))) == [
        [("0", 0, 1, 1), ("甲", 1, 2, 1), ("乙", 3, 2, 1)]
    ]


def test_merges_told_after_the_row() -> None:
    merge = struct.pack("<HBB", 0x5624, 0, 2)

    def vertical(kind: int) -> bytes:
        return struct.pack("<HBBB", 0xD62B, 2, 0, kind)

    assert shown(
        *row("甲", "", about=TWO + merge),
        *row("乙", "1", about=TWO + vertical(3)),
        *row("", "2", about=TWO + vertical(1)),
    ) == [[("甲", 0, 2, 1)], [("乙", 0, 1, 2), ("1", 1, 1, 1)], [("2", 1, 1, 1)]]


def test_a_row_with_more_cells_than_edges_and_one_with_none() -> None:
    assert shown(*row("1", "2", "3", about=shape([0, 500])), *row("4", "5")) == [
        [("1", 0, 1, 1), ("2", 1, 1, 1), ("3", 2, 1, 1)],
        [("4", 0, 1, 1), ("5", 1, 1, 1)],
    ]


def test_a_wide_row_whose_edges_stand_elsewhere() -> None:
    edges = shape([0, 1000, 1500])
    further = b"\0" * 6 + struct.pack("<H", len(edges)) + edges
    pointer = struct.pack("<HI", 0x6646, 6)
    assert shown(*row("1", "2", about=pointer), *row("3", "4", "5", about=shape([0, 500, 1000, 1500])),
                 further=further) == [
        [("1", 0, 2, 1), ("2", 2, 1, 1)],
        [("3", 0, 1, 1), ("4", 1, 1, 1), ("5", 2, 1, 1)],
    ]  # fmt: skip


def test_a_row_without_its_end_is_kept() -> None:
    assert shown(cell("甲"), cell("乙"), paragraph("末")) == [
        [("甲", 0, 1, 1), ("乙", 1, 1, 1)],
        [("末", 0, 1, 1)],
    ]


def test_deleted_rows() -> None:
    assert [line.number for line in rows(*row("甲", mark=DELETED), *row("乙"))] == [2]


# ── tables in tables ──


def inner(*texts: str) -> list[Paragraph]:
    cells = [paragraph(text, depth(2) + INNER_CELL_END) for text in texts]
    return [*cells, paragraph("", depth(2) + INNER_ROW_END)]


def test_a_small_table_in_a_cell_is_text_of_the_cell() -> None:
    before = paragraph("前", IN_TABLE)
    assert shown(before, *inner("甲", "乙"), *inner("丙", ""), *row("", "旁"), *row("末")) == [
        [("前\n甲 乙\n丙", 0, 1, 1), ("旁", 1, 1, 1)],
        [("末", 0, 1, 1)],
    ]


def test_a_table_in_a_frame_keeps_its_rows() -> None:
    found = rows(
        paragraph("自评表", IN_TABLE), *inner("1", "值"), *inner("2", "值"), *row("注：无"), *row("末")
    )  # fmt: skip
    assert [(line.table, line.number, line.cells[0].text) for line in found][:3] == [
        ("表1", 1, "自评表\n1 值\n2 值\n注：无"),
        ("表1", 2, "末"),
    ]


def test_the_end_of_a_row_alone_is_no_row() -> None:
    assert rows(([(CELL, b"")], ROW_END), paragraph("末")) == (Row((Cell("末", 0),), 1),)
