"""Files made to do harm, and files that came to harm.  Each is refused, quickly and in words."""

from __future__ import annotations

import io
import random
import time
import tracemalloc
import zipfile
from collections.abc import Iterator

import pytest
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

from sheetlint.readers import Limits, read
from sheetlint.sheet.tables import Unreadable

DAMAGED = "文件已损坏或不完整，可能没有下载完或没有复制完。"
TOO_BIG = "文件内容过大，远远超过一份自评表。"
BOMB = "文件解压后异常庞大或层层嵌套，为安全起见不读取。"
UNSAFE = "文件里有 Office 从不写入的内容（DTD 或实体），为安全起见不读取。"
MIB = 1 << 20


def reason(data: bytes, seconds: float = 20, memory: int = 128 * MIB) -> str:
    """Why ``data`` is refused, within the time and the memory that a hostile file may cost."""
    start = time.perf_counter()
    first = refused(data)
    assert time.perf_counter() - start < seconds
    tracemalloc.start()
    try:
        assert refused(data) == first
        assert tracemalloc.get_traced_memory()[1] < memory
    finally:
        tracemalloc.stop()
    return first


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read(data, "a.xlsx")
    return caught.value.reason.zh


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
    assert reason(sheet_of([b"<a>"] + [b" " * MIB] * 300)) == BOMB
    assert reason(sheet_of([b"<a>"] + [b" " * MIB] * 100)) == TOO_BIG
    assert reason(sheet_of([b"<a>"] + [b" " * MIB] * 50)) == BOMB


def test_many_parts_that_are_large_together() -> None:
    parts = {f"media/{n}.bin": bytes(30 * MIB) for n in range(10)}
    assert reason(archive({**workbook_parts(worksheet("")), **parts})) == BOMB


def test_a_text_without_end() -> None:
    letters = noise(MIB)
    content = [b'<worksheet><sheetData><row><c t="inlineStr"><is><t>', *[letters] * 30]
    assert reason(sheet_of(content)) == TOO_BIG


def test_a_tag_without_end() -> None:
    letters = noise(MIB)
    assert reason(sheet_of([b'<worksheet a="', *[letters] * 10])) == BOMB
    assert reason(sheet_of([b"<worksheet><!--", *[letters] * 10])) == BOMB


def test_more_tags_than_a_worksheet_has() -> None:
    piece = b"".join(b"<c%x/>" % (n * 7919 % 4096) for n in range(100_000))
    data = sheet_of([b"<worksheet>", *[piece] * 3])
    with pytest.raises(Unreadable) as caught:
        read(data, "a.xlsx", Limits(max_worksheet_tags=250_000))
    assert caught.value.reason.zh == TOO_BIG


def test_more_names_than_a_vocabulary_has() -> None:
    names = b"".join(b"<c%x/>" % n for n in range(200_000))
    assert reason(sheet_of([b"<worksheet>", names])) == BOMB


@pytest.mark.parametrize("part", ["<worksheet>", "<worksheet><sheetData><row>"])
def test_elements_inside_each_other(part: str) -> None:
    assert reason(archive(workbook_parts(part + "<c>" * 5_000))) == BOMB
    assert reason(document("<w:tbl><w:tr><w:tc>" * 5_000)) == BOMB
    assert reason(workbook("", strings="<si>" * 5_000)) == BOMB
    assert reason(workbook("", styles="<xf>" * 5_000)) == BOMB


def test_an_archive_with_a_table_of_contents_without_end() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for n in range(12_000):
            package.writestr(f"part-with-a-long-name/{n:060d}", b"")
    assert reason(out.getvalue()) == BOMB


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
    assert reason(archive(workbook_parts(doctype + worksheet("")))) == UNSAFE
    parts = workbook_parts(worksheet(""))
    parts["_rels/.rels"] = doctype + str(parts["_rels/.rels"])
    assert reason(archive(parts)) == UNSAFE


def test_an_entity_that_nobody_declared() -> None:
    assert reason(workbook('<row><c t="str"><v>&b;</v></c></row>')) == DAMAGED


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
    assert reason(workbook(data)) == DAMAGED


@pytest.mark.parametrize("reference", ["A1:", "A", "1:2", "A1:B2:C3", "ZZZZ1:A1", "A1:ZZZ1"])
def test_a_merge_of_nothing(reference: str) -> None:
    merges = f'<mergeCells><mergeCell ref="{reference}"/></mergeCells>'
    assert reason(workbook("<row><c><v>1</v></c></row>", merges)) == DAMAGED


@pytest.mark.parametrize("encoding", ["gb2312", "idna", "no-such-thing", "utf-7"])
def test_an_encoding_that_xml_does_not_have(encoding: str) -> None:
    sheet = f'<?xml version="1.0" encoding="{encoding}"?>{worksheet("")}é'
    assert reason(archive(workbook_parts(sheet))) == DAMAGED


def test_a_wrong_checksum() -> None:
    data = workbook("<row><c><v>12345</v></c></row>")
    at = data.index(b"PK\x01\x02")
    while data[at + 46 : at + 49] != b"xl/" or b"sheet1" not in data[at + 46 : at + 70]:
        at = data.index(b"PK\x01\x02", at + 4)
    changed = bytearray(data)
    changed[at + 16] ^= 1
    assert reason(bytes(changed)) == DAMAGED


def test_parts_under_a_password() -> None:
    data = bytearray(workbook("<row><c><v>1</v></c></row>"))
    at = -1
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        data[at + 8] |= 1
    assert reason(bytes(data)) == "文件设有打开密码，不能读取。"


def test_an_unknown_compression() -> None:
    data = bytearray(workbook("<row><c><v>1</v></c></row>"))
    at = -1
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        data[at + 10] = 98
    assert reason(bytes(data)) == DAMAGED


# ── large and still readable ──


def test_merges_of_a_billion_cells() -> None:
    line = '<row r="1"><c r="A1"><v>1</v></c></row>'
    merges = "".join(
        f'<mergeCell ref="{c}{r}:XFD1048576"/>' for r in range(1, 400) for c in "ABCDEFGHIJ"
    )
    start = time.perf_counter()
    found = read(workbook(line, f"<mergeCells>{merges}</mergeCells>"), "a").tables[0].rows
    assert found[0].cells[0][:4] == ("1", 0, 1, 1)
    assert time.perf_counter() - start < 20


def test_as_many_merges_as_cells() -> None:
    lines = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 20_001))
    letters = [f"{a}{b}" for a in "ABCDEFGHIJKLMNOPQRSTUVW" for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    merges = "".join(f'<mergeCell ref="{name}1:{name}1048576"/>' for name in letters)
    merges += "".join(f'<mergeCell ref="A{n}:Z{n}"/>' for n in range(1, 20_001))
    start = time.perf_counter()
    found = read(workbook(lines, f"<mergeCells>{merges}</mergeCells>"), "a").tables[0].rows
    assert len(found) == 20_000
    assert time.perf_counter() - start < 20


def test_a_span_of_a_billion_columns() -> None:
    wide = '<w:gridSpan w:val="999999999"/>'
    body = table(*(row(*(cell("甲", wide) for _ in range(20))) for _ in range(50)))
    start = time.perf_counter()
    assert len(read(document(body), "a").tables[0].rows) == 50
    assert time.perf_counter() - start < 20
