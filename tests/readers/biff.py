"""Small binary workbooks, written record by record: shapes that no program would write."""

from __future__ import annotations

import struct

END, FREE, TABLE = -2, -1, -3
BOF, EOF, CONTINUE, SST = 0x0809, 0x000A, 0x003C, 0x00FC
GLOBALS, WORKSHEET, CHART = 0x0005, 0x0010, 0x0020
EXCEL_97, EXCEL_5 = 0x0600, 0x0500


def record(code: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", code, len(data)) + data


def bof(kind: int, version: int = EXCEL_97) -> bytes:
    return record(BOF, struct.pack("<HHHHII", version, kind, 0x0DBB, 1996, 0, 0))


def text(characters: str, count: str = "H") -> bytes:
    """A string of Excel 97, two bytes a character."""
    encoded = characters.encode("utf-16-le", "surrogatepass")
    return struct.pack(f"<{count}B", len(encoded) // 2, 1) + encoded


def number(row: int, column: int, value: float, style: int = 0) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, style, value))


def label(row: int, column: int, content: bytes, style: int = 0) -> bytes:
    return record(0x0204, struct.pack("<HHH", row, column, style) + content)


def shared(row: int, column: int, index: int, style: int = 0) -> bytes:
    return record(0x00FD, struct.pack("<HHHi", row, column, style, index))


def formula(row: int, column: int, result: bytes, flags: int = 0) -> bytes:
    return record(0x0006, struct.pack("<HHH8sHIH", row, column, 0, result, flags, 0, 0))


def merged(*ranges: tuple[int, int, int, int]) -> bytes:
    """Rows first and last, columns first and last."""
    found = b"".join(struct.pack("<HHHH", *each) for each in ranges)
    return record(0x00E5, struct.pack("<H", len(ranges)) + found)


def style(format_number: int) -> bytes:
    return record(0x00E0, struct.pack("<HH", 0, format_number) + bytes(16))


def strings(count: int, *pieces: bytes) -> bytes:
    """The table of shared strings, one record a piece."""
    first, *others = pieces
    head = record(SST, struct.pack("<ii", count, count) + first)
    return head + b"".join(record(CONTINUE, piece) for piece in others)


def stream(
    *sheets: bytes,
    before: bytes = style(0),
    version: int = EXCEL_97,
    names: tuple[bytes, ...] = (),
    states: tuple[int, ...] = (),
    kinds: tuple[int, ...] = (),
) -> bytes:
    """A workbook stream of worksheets, each given by its records."""
    names = names or tuple(text(f"表{n}", "B") for n in range(1, len(sheets) + 1))
    states = states or (0,) * len(sheets)
    kinds = kinds or (0,) * len(sheets)
    head = bof(GLOBALS, version) + before
    at = len(head) + sum(4 + 6 + len(name) for name in names) + 4
    entries, bodies = b"", b""
    for sheet, name, state, kind in zip(sheets, names, states, kinds, strict=True):
        entries += record(0x0085, struct.pack("<iBB", at + len(bodies), state, kind) + name)
        bodies += bof(CHART if kind == 2 else WORKSHEET, version) + sheet + record(EOF)
    return head + entries + record(EOF) + bodies


def entry(
    name: str,
    kind: int,
    first: int,
    size: int,
    links: tuple[int, int, int] = (-1, -1, -1),
) -> bytes:
    """A line of the directory; links are left, right and child."""
    raw = (name + "\0").encode("utf-16-le")
    return struct.pack("<64sHBBiii36xiii", raw, len(raw), kind, 1, *links, first, size, 0)


def container(content: bytes, name: str = "Workbook", *, short: bool = False) -> bytes:
    """An OLE file with one stream, in sectors of its own or in the short sectors of the root.

    A large one has large sectors, so that the header can name all tables.
    """
    power = 9 if len(content) < 4 << 20 else 12
    size = 1 << power
    entries = size // 4
    body = content.ljust(-(-max(len(content), 1) // size) * size, b"\0")
    count = len(body) // size
    # Directory, table of short sectors, content, then as many tables as it takes.
    tables = 1
    while tables * entries < 2 + count + tables:
        tables += 1
    following = [END, END, *range(3, 2 + count), END, *[TABLE] * tables]
    following += [FREE] * (tables * entries - len(following))
    shorts = [*range(1, -(-len(content) // 64)), END] if short else []
    shorts += [FREE] * (entries - len(shorts))
    root = (2, len(body)) if short else (END, 0)
    directory = entry("Root Entry", 5, *root, links=(-1, -1, 1))
    directory += entry(name, 2, 0 if short else 2, len(content))
    where = [2 + count + n for n in range(tables)]
    where += [FREE] * (109 - len(where))
    header = struct.pack(
        "<8s16xHHHHH10xii4xiiiii109i",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        0x3E,
        3 if power == 9 else 4,
        0xFFFE,
        power,
        6,
        tables,
        0,
        1 << 20 if short else 0,
        1 if short else END,
        1 if short else 0,
        END,
        0,
        *where,
    )
    return (
        header.ljust(size, b"\0")
        + directory.ljust(size, b"\0")
        + struct.pack(f"<{entries}i", *shorts)
        + body
        + struct.pack(f"<{len(following)}i", *following)
    )


def workbook(*sheets: bytes, name: str = "Workbook", short: bool = False, **more: object) -> bytes:
    return container(stream(*sheets, **more), name, short=short)  # type: ignore[arg-type]
