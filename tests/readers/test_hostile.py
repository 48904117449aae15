"""Files made to do harm, and files that came to harm.  Each is refused, quickly and in words."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator

import pytest
from hostile import BOMB, DAMAGED, LOCKED, MIB, SMALL, TOO_BIG, UNSAFE, bounded, outcome, refusal
from ooxml import (
    archive,
    cell,
    document,
    row,
    table,
    workbook,
    workbook_parts,
    worksheet,
)

from sheetlint.readers import read


def sheet_of(content: Iterator[bytes] | list[bytes]) -> bytes:
    """A workbook whose worksheet is written piece by piece, never held in memory."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in workbook_parts("").items():
            if name != "xl/worksheets/sheet1.xml":
                package.writestr(name, part)
        with package.open("xl/worksheets/sheet1.xml", "w") as stream:
            for piece in content:
                stream.write(piece)
    return out.getvalue()


def noise(size: int) -> bytes:
    """Characters that no compression makes much smaller."""
    return random.Random(1).randbytes(size // 2).hex().encode()


# ── bombs ──


def test_a_zip_bomb() -> None:
    assert bounded(sheet_of([b"<a>"] + [b" " * MIB] * 5), SMALL, memory=4 * MIB) == BOMB
    assert bounded(sheet_of([b"<a>"] + [b" " * MIB] * 2), SMALL, memory=4 * MIB) == TOO_BIG
    assert bounded(sheet_of([b"<a>"] + [b" " * MIB] * 50)) == BOMB


def test_many_parts_that_are_large_together() -> None:
    parts = {f"media/{n}.bin": bytes(MIB // 2) for n in range(8)}
    assert bounded(archive({**workbook_parts(worksheet("")), **parts}), SMALL) == BOMB


def test_a_text_without_end() -> None:
    content = [b'<worksheet><sheetData><row><c t="inlineStr"><is><t>', noise(MIB // 2)]
    assert bounded(sheet_of(content), SMALL, memory=8 * MIB) == TOO_BIG


@pytest.mark.parametrize("start", [b'<worksheet a="', b"<worksheet><!--"])
def test_a_tag_without_end(start: bytes) -> None:
    assert bounded(sheet_of([start, noise(MIB // 2)]), SMALL, memory=8 * MIB) == BOMB


def test_more_tags_than_a_worksheet_has() -> None:
    piece = b"".join(b"<c%x/>" % (n * 7919 % 512) for n in range(2_000))
    assert bounded(sheet_of([b"<worksheet>", *[piece] * 11]), SMALL, memory=8 * MIB) == TOO_BIG


def test_more_names_than_a_vocabulary_has() -> None:
    names = b"".join(b"<c%x/>" % n for n in range(5_000))
    assert bounded(sheet_of([b"<worksheet>", names]), SMALL, memory=8 * MIB) == BOMB


@pytest.mark.parametrize("part", ["<worksheet>", "<worksheet><sheetData><row>"])
def test_elements_inside_each_other(part: str) -> None:
    assert bounded(archive(workbook_parts(part + "<c>" * 5_000))) == BOMB
    assert bounded(document("<w:tbl><w:tr><w:tc>" * 5_000)) == BOMB
    assert bounded(workbook("", strings="<si>" * 5_000)) == BOMB
    assert bounded(workbook("", styles="<xf>" * 5_000)) == BOMB


def test_an_archive_with_a_table_of_contents_without_end() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for n in range(700):
            package.writestr(f"part-with-a-long-name/{n:060d}", b"")
    assert bounded(out.getvalue(), SMALL) == BOMB


# ── entities ──


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE a [<!ENTITY % b SYSTEM "http://localhost/"> %b;]>',
        "<!DOCTYPE a>",
    ],
)
def test_a_document_type_is_refused(doctype: str) -> None:
    assert refusal(archive(workbook_parts(doctype + worksheet("")))) == UNSAFE
    parts = workbook_parts(worksheet(""))
    parts["_rels/.rels"] = doctype + str(parts["_rels/.rels"])
    assert refusal(archive(parts)) == UNSAFE


def test_an_entity_that_nobody_declared() -> None:
    assert refusal(workbook('<row><c t="str"><v>&b;</v></c></row>')) == DAMAGED


# ── damage ──


@pytest.mark.parametrize(
    "data",
    [
        '<row><c t="s"><v>7</v></c></row>',
        '<row><c t="s"><v>x</v></c></row>',
        '<row><c t="s"><v>-1</v></c></row>',
        '<row r="0"><c><v>1</v></c></row>',
        '<row r="1048577"><c><v>1</v></c></row>',
        '<row r="x"/>',
        '<row><c r="XFE1"><v>1</v></c></row>',
        '<row><c r="ZZZZZZZZZZZZ1"><v>1</v></c></row>',
        '<row><c r="é1"><v>1</v></c></row>',
        "<row>" + "<c/>" * 16_384 + "<c><v>1</v></c></row>",
        "<row><c><v>1</c></row>",
        "<row><c><v>\x01</v></c></row>",
        "<row>" + chr(0x110000 - 2) + "</row></sheetData>",
    ],
)
def test_a_worksheet_that_contradicts_itself(data: str) -> None:
    assert refusal(workbook(data)) == DAMAGED


@pytest.mark.parametrize("reference", ["A1:", "A", "1:2", "A1:B2:C3", "ZZZZ1:A1", "A1:ZZZ1"])
def test_a_merge_of_nothing(reference: str) -> None:
    merges = f'<mergeCells><mergeCell ref="{reference}"/></mergeCells>'
    assert refusal(workbook("<row><c><v>1</v></c></row>", merges)) == DAMAGED


@pytest.mark.parametrize("encoding", ["gb2312", "idna", "no-such-thing", "utf-7"])
def test_an_encoding_that_xml_does_not_have(encoding: str) -> None:
    sheet = f'<?xml version="1.0" encoding="{encoding}"?>{worksheet("")}é'
    assert refusal(archive(workbook_parts(sheet))) == DAMAGED


def test_a_wrong_checksum() -> None:
    data = workbook("<row><c><v>12345</v></c></row>")
    at = data.index(b"PK\x01\x02")
    while data[at + 46 : at + 49] != b"xl/" or b"sheet1" not in data[at + 46 : at + 70]:
        at = data.index(b"PK\x01\x02", at + 4)
    changed = bytearray(data)
    changed[at + 16] ^= 1
    assert refusal(bytes(changed)) == DAMAGED


def test_parts_under_a_password() -> None:
    data = bytearray(workbook("<row><c><v>1</v></c></row>"))
    at = -1
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        data[at + 8] |= 1
    assert refusal(bytes(data)) == LOCKED


def test_an_unknown_compression() -> None:
    data = bytearray(workbook("<row><c><v>1</v></c></row>"))
    at = -1
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        data[at + 10] = 98
    assert refusal(bytes(data)) == DAMAGED


# ── large and still readable ──


def test_merges_of_a_billion_cells() -> None:
    line = '<row r="1"><c r="A1"><v>1</v></c></row>'
    merges = "".join(
        f'<mergeCell ref="{c}{r}:XFD1048576"/>' for r in range(1, 400) for c in "ABCDEFGHIJ"
    )
    data = workbook(line, f"<mergeCells>{merges}</mergeCells>")
    assert outcome(data) == [1]
    assert read(data, "a").tables[0].rows[0].cells[0][:4] == ("1", 0, 1, 1)


def test_as_many_merges_as_cells() -> None:
    lines = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 20_001))
    letters = [f"{a}{b}" for a in "ABCDEFGHIJKLMNOPQRSTUVW" for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    merges = "".join(f'<mergeCell ref="{name}1:{name}1048576"/>' for name in letters)
    merges += "".join(f'<mergeCell ref="A{n}:Z{n}"/>' for n in range(1, 20_001))
    assert outcome(workbook(lines, f"<mergeCells>{merges}</mergeCells>")) == [20_000]


def test_a_span_of_a_billion_columns() -> None:
    wide = '<w:gridSpan w:val="999999999"/>'
    body = table(*(row(*(cell("甲", wide) for _ in range(20))) for _ in range(50)))
    assert outcome(document(body)) == [50]
