"""Binary Word documents to rows: whole documents, paragraphs and their text."""

from __future__ import annotations

import struct
from typing import Any

import pytest
from word import (
    DELETED,
    VANISHED,
    Paragraph,
    document,
    paragraph,
    piece_table,
    row,
    shape,
)

from sheetlint.readers import read
from sheetlint.recognise import recognise
from sheetlint.recognise.normalised_document import dump_sheet
from sheetlint.sheet.tables import Cell, Row
from sheetlint.testing import build_sheet
from tests.readers.pdf_samples import FIXTURES, long_data

TWO = shape([0, 500, 1000])


def rows(*paragraphs: Paragraph, **more: object) -> tuple[Row, ...]:
    return read(document(*paragraphs, **more), "a.doc").tables[0].rows  # type: ignore[arg-type]


def text(*runs: tuple[str, bytes], **more: object) -> str:
    """Of one paragraph made of ``runs``."""
    found = rows(paragraph("", runs=runs), **more)
    return "\t".join(cell.text for cell in found[0].cells) if found else ""


# ── the same document in both formats ──


@pytest.mark.parametrize("name", ["word97", "word97-form", "libreoffice"])
def test_the_same_document_in_both_formats(name: str) -> None:
    binary = read((FIXTURES / f"{name}.doc").read_bytes(), "a.doc")
    other = read((FIXTURES / f"{name}.docx").read_bytes(), "a.docx")
    assert (binary.format, other.format) == ("doc", "docx")
    assert [table.name for table in binary.tables] == [""]
    assert binary.tables[0].rows == other.tables[0].rows
    assert len(binary.tables[0].rows) >= 10


@pytest.mark.parametrize(("name", "data"), [("writer", {}), ("writer-long", long_data())])
def test_the_same_sheet_as_its_source(name: str, data: dict[str, Any]) -> None:
    document = read((FIXTURES / f"{name}.doc").read_bytes(), f"{name}.doc")
    assert document.format == "doc"
    (sheet,) = recognise(document).sheets
    assert dump_sheet(sheet, "p") == dump_sheet(build_sheet(data), "p")
    assert sheet.doubts == ()
    assert sheet.total.score.where.table == "表1"


def test_the_same_sheet_in_both_formats() -> None:
    ours, theirs = (
        recognise(read((FIXTURES / f"word97-form{suffix}").read_bytes(), f"a{suffix}")).sheets
        for suffix in (".doc", ".docx")
    )
    assert [dump_sheet(sheet, "x") for sheet in ours] == [dump_sheet(s, "x") for s in theirs]
    assert [sheet.project.text for sheet in ours] == ["残疾人康复服务项目"]


def test_what_the_document_shows() -> None:
    """Field instructions, hidden and deleted text are no part of it; ticks of symbol fonts are."""
    found = read((FIXTURES / "word97.doc").read_bytes(), "自评表.wps").tables[0].rows
    assert [[cell.text for cell in line.cells] for line in found[:5]] == [
        ["2023 年度自评表𠮷𠮷\n次行", "表"],
        ["明"],
        ["新"],
        ["☑ 是 ☑ 2021-2022末\u00a0格"],
        ["plain text"],
    ]
    assert [(line.table, line.number) for line in found[5:12]] == [
        ("表1", 1),
        ("表1", 2),
        ("表1", 3),
        ("表1", 4),
        (None, 6),
        ("表2", 1),
        ("表2", 2),
    ]


# ── paragraphs and text ──


def test_paragraphs_and_tables_in_their_order() -> None:
    assert rows(
        paragraph("自评表"),
        paragraph(" "),
        *row("甲", "乙", about=TWO),
        *row("", ""),
        *row("丙", about=TWO),
        paragraph("说明：\t无"),
        *row("丁"),
    ) == (
        Row((Cell("自评表", 0),), 1),
        Row((Cell("甲", 0), Cell("乙", 1)), 1, "表1"),
        Row((Cell("丙", 0),), 3, "表1"),
        Row((Cell("说明：", 0), Cell("无", 1)), 2),
        Row((Cell("丁", 0),), 1, "表2"),
    )


@pytest.mark.parametrize(
    ("runs", "seen"),
    [
        ([("甲\x0b乙", b"")], "甲\n乙"),
        ([("2021\x1e2022\x1f\x01\x08", b"")], "2021-2022"),
        ([("甲\xa0乙", b"")], "甲\xa0乙"),
        ([("前\x0c后", b"")], "前\n后"),
        ([("暗", VANISHED), ("明", b"")], "明"),
        ([("明", struct.pack("<HB", 0x083C, 0))], "明"),
        ([("旧", DELETED), ("新", b"")], "新"),
        ([("旧", struct.pack("<HB", 0x0800, 0x81)), ("新", b"")], "新"),
        ([("未", struct.pack("<HB", 0x0800, 0x80)), ("动", b"")], "未动"),
        ([("\x13 DATE \x142023\x15 年", b"")], "2023 年"),
        ([("\x13 REF \x13 PAGE \x141\x15 x\x14甲\x15乙", b"")], "甲乙"),
        ([("甲\x15\x14乙", b"")], "甲乙"),
        ([("甲\ufffe", b"")], "甲\ufffd"),
    ],
)
def test_what_a_paragraph_shows(runs: list[tuple[str, bytes]], seen: str) -> None:
    assert text(*runs) == seen


def test_one_byte_a_character() -> None:
    assert text(("Grade “A” – 98.88% €", b""), wide=False) == "Grade “A” – 98.88% €"


def test_a_page_that_ends_with_its_paragraph() -> None:
    assert [line.cells[0].text for line in rows(paragraph("前", end="\x0c"), paragraph("后"))] == [
        "前",
        "后",
    ]


def test_pieces_in_another_order_and_with_changes_of_their_own() -> None:
    """As Word saves fast: new text stands at the end, the old is marked as gone."""
    start = 1024
    gone = 0x41 << 1 | 1 << 8
    table = piece_table(
        (2, start + 4, 0), (1, start + 8, gone), (1, start + 10, 1), (2, start, 0), changes=[VANISHED]
    )  # fmt: skip
    found = rows(paragraph("末"), paragraph("二一旧暗", end=""), pieces=table)
    assert [line.cells[0].text for line in found] == ["二一末"]


def test_a_field_that_never_ends_eats_no_further_cell() -> None:
    (found,) = rows(*row("\x13 SUM(", "10", about=TWO))
    assert found.cells == (Cell("10", 1),)


# ── beside the text ──


def test_a_text_that_speaks_of_a_workbook_is_a_text() -> None:
    assert text(("见 Workbook 与 EncryptedPackage", b"")) == "见 Workbook 与 EncryptedPackage"
