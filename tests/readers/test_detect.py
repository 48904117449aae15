"""The format of a file, and the message for one that is not read."""

from __future__ import annotations

import pytest
from ooxml import archive, document, paragraph, relationships, workbook

from sheetlint.readers import Limits, read
from sheetlint.sheet.tables import Unreadable

SHEET = workbook('<row r="1"><c r="A1"><v>1</v></c></row>')
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def refusal(data: bytes, name: str = "a.xlsx") -> str:
    with pytest.raises(Unreadable) as caught:
        read(data, name)
    assert caught.value.hint.zh
    assert caught.value.hint.en
    assert caught.value.reason.en
    return caught.value.reason.zh


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.xlsx", "文件是空的，没有任何内容。"),
        (b" \r\n\t", "a.txt", "文件是空的，没有任何内容。"),
        (b"\xef\xbb\xbf\r\n", "a.txt", "文件是空的，没有任何内容。"),
        (bytes(100), "a.txt", "文件是空的，没有任何内容。"),
        (b"%PDF-1.7\n", "a.pdf", "文件已损坏或不完整，可能没有下载完或没有复制完。"),
        (b"\n%PDF-1.7\n", "a", "文件已损坏或不完整，可能没有下载完或没有复制完。"),
        (b"MIME-Version: 1.0\n", "a.mht", "这是单个文件网页（MHTML），不能直接读取。"),
        (
            b"MIME-Version: 1.0\n",
            "a.xls",
            "扩展名是 .xls，内容却是单个文件网页（MHTML），不能读取。",
        ),
        (
            b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
            b"<Workbook><Worksheet><Table><Row><Cell>",
            "a.xml",
            "这是 XML 文件，不能直接读取。",
        ),
        (
            b'<?xml version="1.0"?><Workbook>',
            "a.xls",
            "扩展名是 .xls，内容却是 XML 文件，不能读取。",
        ),
        (b'<a xmlns="x"/>', "a.xml", "这是 XML 文件，不能直接读取。"),
        (b"{\\rtf1", "a.doc", "扩展名是 .doc，内容却是 RTF 文档，不能读取。"),
        (b"\x89PNG\r\n\x1a\n", "a.png", "这是图片，表格里的字读不出来。"),
        (b"\xff\xd8\xff\xe0", "a.docx", "扩展名是 .docx，内容却是图片，不能读取。"),
        (b"GIF89a", "a.gif", "这是图片，表格里的字读不出来。"),
        (b"Rar!\x1a\x07\x00", "a.rar", "这是压缩包，里面不是一份 Excel 或 Word 文件。"),
        (
            OLE + "Workbook".encode("utf-16-le"),
            "a.xls",
            "文件已损坏或不完整，可能没有下载完或没有复制完。",
        ),
        (
            OLE + "WordDocument".encode("utf-16-le"),
            "a.doc",
            "文件已损坏或不完整，可能没有下载完或没有复制完。",
        ),
        (OLE, "a.doc", "这是旧版 Office 文件，不能直接读取。"),
        (b"\x09\x04\x06\x00\x00\x00\x10\x00", "a.xls", "这是 Excel 4 或更早的表格，不能直接读取。"),
        (b"\x09\x00\x04\x00\x02\x00\x10\x00", "a", "这是 Excel 4 或更早的表格，不能直接读取。"),
        (b"\xdb\xa5\x2d\x00\x31\x40", "a.doc", "这是 Word 95 或更早的文档，不能直接读取。"),
        (
            b"\xdb\xa5\x2d\x00\x31\x40",
            "a.txt",
            "扩展名是 .txt，内容却是旧版 Word（.doc）文档，不能读取。",
        ),
        (
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "a.xlsx",
            "文件设有打开密码，不能读取。",
        ),
        (
            b"\x01\x02\x03\xff\xfe\xfd",
            "a.bin",
            "文件内容无法识别：不是 Excel、Word 文件，也不是文字。",
        ),
        (b"a\x01b", "a.xlsx", "扩展名是 .xlsx，内容却是无法识别的数据，不能读取。"),
        (b"PK\x03\x04", "a.xlsx", "文件已损坏或不完整，可能没有下载完或没有复制完。"),
    ],
)
def test_a_file_that_is_not_read(data: bytes, name: str, reason: str) -> None:

    assert refusal(data, name) == reason


@pytest.mark.parametrize(
    ("parts", "name", "reason"),
    [
        ({"a.txt": "x"}, "a.zip", "这是压缩包，里面不是一份 Excel 或 Word 文件。"),
        ({"a.txt": "x"}, "a.docx", "扩展名是 .docx，内容却是压缩包，不能读取。"),
        (
            {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"},
            "a.odt",
            "这是 OpenDocument 文件（.ods、.odt），不能直接读取。",
        ),
        (
            {
                "_rels/.rels": relationships(("officeDocument", "xl/workbook.bin")),
                "xl/workbook.bin": "x",
            },
            "a.xlsb",
            "这是 Excel 二进制工作簿（.xlsb），不能直接读取。",
        ),
        (
            {
                "_rels/.rels": relationships(("officeDocument", "xl/workbook.bin")),
                "xl/workbook.bin": "x",
            },
            "a.xlsx",
            "扩展名是 .xlsx，内容却是 Excel 二进制工作簿（.xlsb），不能读取。",
        ),
        (
            {
                "_rels/.rels": relationships(("officeDocument", "ppt/presentation.xml")),
                "ppt/presentation.xml": "<p/>",
            },
            "a.pptx",
            "这是演示文稿，不能读取。",
        ),
    ],
)
def test_an_archive_that_is_not_read(parts: dict[str, str], name: str, reason: str) -> None:
    assert refusal(archive(parts), name) == reason


@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a", "自评表.xls"])
def test_content_decides_and_not_the_name(name: str) -> None:
    assert read(SHEET, name).format == "xlsx"
    assert read(document(paragraph("甲")), name).format == "docx"
    assert read("甲\t乙".encode(), name).format == "text"
    assert read("<p>甲".encode() + PAGE, name).format == "html"


PAGE = b"<table><tr><td>1</table>"


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html><p>",
        b"\xef\xbb\xbf  <HTML>",
        PAGE,
        "<html>".encode("utf-16"),
        b'<?xml version="1.0"?><html xmlns="x">',
        b'<?xml version="1.0"?><div>' + PAGE,
        b"<!-- saved from url -->\n<center>" + PAGE,
        b"\n<script>var a = 1</script><form>" + PAGE,
    ],
)
def test_a_page_is_told_by_its_first_tags(data: bytes) -> None:
    assert read(data, "a.xls").format == "html"


@pytest.mark.parametrize("text", ["<10%\t<20%", "<甲>\t乙", "a <table> <tr>", "<5 项"])
def test_a_text_may_begin_with_a_bracket(text: str) -> None:
    assert read(text.encode(), "a.txt").format == "text"


@pytest.mark.parametrize(
    "content_type",
    [
        "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    ],
)
def test_a_main_part_in_an_unusual_place_is_told_by_its_content_type(content_type: str) -> None:
    parts = {
        "[Content_Types].xml": f'<Types><Override PartName="/doc/Main.xml" '
        f'ContentType="{content_type}"/></Types>',
        "_rels/.rels": relationships(("officeDocument", "/doc/main.xml")),
        "doc/main.xml": '<workbook xmlns:r="r"><sheets><sheet name="表" r:id="rId1"/></sheets>'
        "</workbook>",
        "doc/_rels/main.xml.rels": relationships(("worksheet", "../one.xml")),
        "one.xml": "<worksheet><sheetData><row><c><v>7</v></c></row></sheetData></worksheet>",
    }
    assert read(archive(parts), "a").tables[0].rows[0].cells[0].text == "7"


def test_the_name_of_the_file_is_never_repeated() -> None:
    assert "evil" not in refusal(b"%PDF-", "x.evil\x1b[31m")
    assert "扩展名" not in refusal(b"%PDF-", "x.evil")


def test_a_file_above_the_limit() -> None:
    with pytest.raises(Unreadable) as caught:
        read(b"a" * 101, "a.txt", Limits(max_bytes=100))
    assert caught.value.reason.zh == "文件内容过大，远远超过一份自评表。"
