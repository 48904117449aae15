"""Small binary workbooks (.xlsb), written record by record: shapes that no program would write."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence

from tests.readers.ooxml import archive, relationships

ROW, BLANK, PACKED, ERROR, BOOLEAN, REAL, TEXT, SHARED, RICH = 0, 1, 2, 3, 4, 5, 6, 7, 62
FORMULA_TEXT, FORMULA_NUMBER, FORMULA_BOOLEAN, FORMULA_ERROR = 8, 9, 10, 11
SHORT_BLANK, SHORT_REAL, SHORT_TEXT = 12, 16, 17
COLUMNS, MERGE, SHEET, WORKBOOK_PROPERTIES = 60, 176, 156, 153
SHEET_DATA, SHEET_DATA_END, SIZE = 145, 146, 148
FORMAT, STYLE, NAMED_STYLES, NAMED_STYLES_END, CELL_STYLES, CELL_STYLES_END = (
    *(44, 47, 626, 627),
    *(617, 618),
)
STRING = 19
NO_FORMULA = struct.pack("<HIIH", 0, 0, 0, 0)
"""Flags and an empty program, as they stand behind the result."""


def record(code: int, data: bytes = b"") -> bytes:
    """Code and length in seven bits a byte."""
    head = bytes([code]) if code < 0x80 else bytes([code & 0x7F | 0x80, code >> 7])
    size = len(data)
    while size > 0x7F:
        head += bytes([size & 0x7F | 0x80])
        size >>= 7
    return head + bytes([size]) + data


def wide(text: str) -> bytes:
    encoded = text.encode("utf-16-le", "surrogatepass")
    return struct.pack("<I", len(encoded) // 2) + encoded


def rich(text: str) -> bytes:
    """With two runs of fonts and a reading behind it."""
    return b"\3" + wide(text) + struct.pack("<IHHHH", 2, 0, 1, 1, 2) + wide("du") + bytes(12)


def row(index: int, *cells: bytes, hidden: bool = False, height: int | None = None) -> bytes:
    """A row, from 0, with its cells; ``height`` in twentieths of a point."""
    flags = 0x10 * hidden + 0x20 * (height is not None)
    head = struct.pack("<IIHBBBI", index, 0, height or 0, 0, flags, 0, 0)
    return record(ROW, head) + b"".join(cells)


def cell(kind: int, column: int, value: bytes = b"", style: int = 0) -> bytes:
    return record(kind, struct.pack("<II", column, style) + value)


def short(kind: int, value: bytes = b"", style: int = 0) -> bytes:
    """A cell in the column behind the one before it."""
    return record(kind, struct.pack("<I", style) + value)


def number(column: int, value: float, style: int = 0) -> bytes:
    return cell(REAL, column, struct.pack("<d", value), style)


def text(column: int, value: str, style: int = 0) -> bytes:
    return cell(TEXT, column, wide(value), style)


def shared(column: int, index: int, style: int = 0) -> bytes:
    return cell(SHARED, column, struct.pack("<I", index), style)


def merged(top: int, bottom: int, left: int, right: int) -> bytes:
    return record(MERGE, struct.pack("<IIII", top, bottom, left, right))


def columns(first: int, last: int, *, hidden: bool = False, width: int = 2340) -> bytes:
    return record(COLUMNS, struct.pack("<IIIIH", first, last, width, 0, hidden))


def worksheet(rows: bytes, before: bytes = b"", after: bytes = b"") -> bytes:
    size = record(SIZE, struct.pack("<IIII", 0, 1_048_575, 0, 16_383))
    start = record(129) + size + before + record(SHEET_DATA)
    return start + rows + record(SHEET_DATA_END) + after + record(130)


def strings_part(strings: Sequence[str]) -> bytes:
    items = b"".join(record(STRING, rich(text)) for text in strings)
    return record(159, struct.pack("<II", len(strings), len(strings))) + items + record(160)


def styles_part(codes: Sequence[str | int]) -> bytes:
    """A style for each format, which is a code or the number of one that Excel knows."""
    formats, styles = b"", b""
    own = sum(isinstance(code, str) for code in codes)
    for at, code in enumerate(codes):
        known = code if isinstance(code, int) else 164 + at
        if isinstance(code, str):
            formats += record(FORMAT, struct.pack("<H", known) + wide(code))
        styles += record(STYLE, struct.pack("<HH12x", 0, known))
    named = record(STYLE, struct.pack("<HH12x", 0xFFFF, 9))
    return (
        record(278)
        + (record(615, struct.pack("<I", own)) + formats + record(616))
        + (record(NAMED_STYLES, struct.pack("<I", 1)) + named + record(NAMED_STYLES_END))
        + (record(CELL_STYLES, struct.pack("<I", len(codes))) + styles + record(CELL_STYLES_END))
        + record(279)
    )


def workbook_parts(
    *sheets: bytes,
    names: Sequence[str] = (),
    states: Sequence[int] = (),
    strings: Sequence[str] = (),
    formats: Sequence[str | int] = (0,),
    from_1904: bool = False,
) -> dict[str, str | bytes]:
    """The parts of a workbook of worksheets, each given by its part."""
    names = names or [f"表{n}" for n in range(1, len(sheets) + 1)]
    states = states or [0] * len(sheets)
    main = record(131) + record(WORKBOOK_PROPERTIES, struct.pack("<III", from_1904, 0, 0))
    main += record(143)
    for index, (name, state) in enumerate(zip(names, states, strict=True), 1):
        entry = struct.pack("<II", state, index) + wide(f"rId{index}") + wide(name)
        main += record(SHEET, entry)
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(len(sheets)),
        "_rels/.rels": relationships(("officeDocument", "xl/workbook.bin")),
        "xl/workbook.bin": main + record(144) + record(132),
        "xl/_rels/workbook.bin.rels": relationships(
            *(("worksheet", f"worksheets/sheet{n}.bin") for n in range(1, len(sheets) + 1)),
            ("styles", "styles.bin"),
            ("sharedStrings", "sharedStrings.bin"),
        ),
        "xl/styles.bin": styles_part(formats),
        "xl/sharedStrings.bin": strings_part(strings),
    }
    for index, sheet in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{index}.bin"] = sheet
    return parts


def _content_types(sheets: int) -> str:
    kinds = [("styles", "styles"), ("sharedStrings", "sharedStrings")]
    kinds += [(f"worksheets/sheet{n}", "worksheet") for n in range(1, sheets + 1)]
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.bin" '
        'ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
        + "".join(
            f'<Override PartName="/xl/{part}.bin" ContentType="application/vnd.ms-excel.{kind}"/>'
            for part, kind in kinds
        )
        + "</Types>"
    )


def workbook(*sheets: bytes, **more: object) -> bytes:
    return archive(workbook_parts(*sheets, **more))  # type: ignore[arg-type]


def book(
    cells: Mapping[tuple[int, int], tuple[object, str]],
    merges: Iterable[tuple[int, int, int, int]] = (),
    *,
    name: str = "自评表1",
    hidden_rows: Iterable[int] = (),
    hidden_columns: Iterable[int] = (),
) -> bytes:
    """A workbook of one worksheet.

    ``cells`` by row and column, from 0, are a text, a number or a boolean and its number format;
    ``merges`` are first and last row, first and last column.
    """
    formats = sorted({"General", *(form for _, form in cells.values() if form)})
    strings = sorted({value for value, _ in cells.values() if isinstance(value, str)})
    hidden = set(hidden_rows)
    lines = b""
    for line in sorted({line for line, _ in cells}):
        there = sorted((column, *cells[at, column]) for at, column in cells if at == line)
        lines += row(
            line,
            *(
                _cell(column, value, strings, formats.index(form or "General"))
                for column, value, form in there
            ),
            hidden=line in hidden,
        )
    before = record(390) + b"".join(columns(c, c, hidden=True) for c in sorted(hidden_columns))
    ranges = b"".join(merged(*each) for each in merges)
    sheet = worksheet(lines, before + record(391), record(177) + ranges + record(178))
    return workbook(sheet, names=[name], strings=strings, formats=formats)


def _cell(column: int, value: object, strings: Sequence[str], style: int) -> bytes:
    if isinstance(value, str):
        return shared(column, strings.index(value), style)
    if isinstance(value, bool):
        return cell(BOOLEAN, column, bytes([value]), style)
    assert isinstance(value, int | float)
    if isinstance(value, int) and -(1 << 29) <= value < 1 << 29:
        return cell(PACKED, column, struct.pack("<i", value << 2 | 2), style)
    return number(column, value, style)
