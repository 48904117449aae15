"""Small OOXML packages, written part by part: shapes that no library would write."""

from __future__ import annotations

import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def archive(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def relationships(*targets: tuple[str, str], office: str = OFFICE) -> str:
    lines = "".join(
        f'<Relationship Id="rId{i}" Type="{office}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{RELS}">{lines}</Relationships>'


def worksheet(data: str, rest: str = "", main: str = MAIN) -> str:
    return f'<worksheet xmlns="{main}"><sheetData>{data}</sheetData>{rest}</worksheet>'


def workbook_parts(
    sheet: str | bytes,
    *,
    styles: str = "",
    strings: str = "",
    properties: str = "",
    main: str = MAIN,
    office: str = OFFICE,
    target: str = "worksheets/sheet1.xml",
) -> dict[str, str | bytes]:
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relationships(("officeDocument", "xl/workbook.xml"), office=office),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}">{properties}'
        '<sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(
            ("worksheet", target),
            ("styles", "styles.xml"),
            ("sharedStrings", "sharedStrings.xml"),
            office=office,
        ),
        "xl/worksheets/sheet1.xml": sheet,
    }
    if styles:
        parts["xl/styles.xml"] = f'<styleSheet xmlns="{main}">{styles}</styleSheet>'
    if strings:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{main}">{strings}</sst>'
    return parts


def workbook(data: str, rest: str = "", **more: str) -> bytes:
    return archive(workbook_parts(worksheet(data, rest), **more))


def document(body: str, namespaces: str = "", word: str = WORD) -> bytes:
    xml = (
        f'<w:document xmlns:w="{word}" xmlns:mc="{MC}" {namespaces}>'
        f"<w:body>{body}</w:body></w:document>"
    )
    return archive(
        {
            "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
            "word/document.xml": xml,
        }
    )


def paragraph(text: str, properties: str = "") -> str:
    return f'<w:p><w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def cell(content: str, properties: str = "") -> str:
    content = content if content.startswith("<") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"
