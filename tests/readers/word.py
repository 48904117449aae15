"""Small binary Word documents, written mark by mark: shapes that no program would write."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence

from tests.readers.biff import END, FREE, TABLE, entry

_PAGE = 512
_TEXT_AT = 2 * _PAGE
_LEAST = 4096
"""A stream that is shorter would stand in short sectors."""

IN_TABLE = struct.pack("<HB", 0x2416, 1)
ROW_END = IN_TABLE + struct.pack("<HB", 0x2417, 1)
DELETED = struct.pack("<HB", 0x0800, 1)
VANISHED = struct.pack("<HB", 0x083C, 1)
INNER_CELL_END = struct.pack("<HB", 0x244B, 1)
INNER_ROW_END = struct.pack("<HB", 0x244C, 1)
CELL = "\x07"

Run = tuple[str, bytes]
Paragraph = tuple[Sequence[Run], bytes]
"""Runs with their properties, the mark in the last of them, and the paragraph's properties."""


def paragraph(
    text: str, about: bytes = b"", runs: Sequence[Run] = (), end: str = "\r"
) -> Paragraph:
    return [*runs, (text + end, b"")], about


def cell(text: str, about: bytes = IN_TABLE) -> Paragraph:
    return paragraph(text, about, end=CELL)


def depth(number: int) -> bytes:
    return IN_TABLE + struct.pack("<HI", 0x6649, number)


def shape(edges: Sequence[int], flags: Sequence[int] = ()) -> bytes:
    """The edges of a row's cells, and for each cell whether it is merged with others."""
    about = b"".join(struct.pack("<H18x", flag) for flag in flags)
    content = struct.pack(f"<B{len(edges)}h", len(edges) - 1, *edges) + about
    return struct.pack("<HH", 0xD608, len(content) + 1) + content


def row(*texts: str, about: bytes = b"", mark: bytes = b"") -> list[Paragraph]:
    return [*map(cell, texts), ([(CELL, mark)], ROW_END + about)]


def document(
    *paragraphs: Paragraph,
    wide: bool = True,
    further: bytes = b"",
    pieces: bytes | None = None,
    version: int = 0x00C1,
    mark: int = 0xA5EC,
    flags: int = 0x0200,
) -> bytes:
    """The whole file.  ``pieces`` takes the place of the table that says where the text stands."""
    encoding = "utf-16-le" if wide else "cp1252"
    text, runs, ends = b"", [], []
    for contents, about in paragraphs:
        start = _TEXT_AT + len(text)
        for content, properties in contents:
            here = _TEXT_AT + len(text)
            text += content.encode(encoding)
            runs.append((here, _TEXT_AT + len(text), properties))
        ends.append((start, _TEXT_AT + len(text), about))
    characters = len(text) // (1 + wide)
    where = _TEXT_AT if wide else _TEXT_AT * 2 | 1 << 30
    body = text.ljust(-(-len(text) // _PAGE) * _PAGE, b"\0")
    pages = (_TEXT_AT + len(body)) // _PAGE
    character_table, character_pages = _bins(runs, pages, _character_page)
    paragraph_table, paragraph_pages = _bins(ends, pages + len(runs), _paragraph_page)
    if pieces is None:
        pieces = piece_table((characters, where, 0))
    head = bytearray(_TEXT_AT)
    struct.pack_into("<HH", head, 0, mark, version)
    struct.pack_into("<H", head, 0x0A, flags)
    struct.pack_into("<i", head, 0x4C, characters)
    table = b""
    for number, part in ((12, character_table), (13, paragraph_table), (33, pieces)):
        struct.pack_into("<II", head, 0x9A + 8 * number, len(table), len(part))
        table += part
    stream = bytes(head) + body + character_pages + paragraph_pages
    return container({"WordDocument": stream, "1Table": table, "Data": further})


def piece_table(*pieces: tuple[int, int, int], changes: Sequence[bytes] = ()) -> bytes:
    """Characters, place and change of each piece, and the lists of changes they may name."""
    reached = [0]
    for count, _, _ in pieces:
        reached.append(reached[-1] + count)
    content = struct.pack(f"<{len(reached)}I", *reached)
    content += b"".join(struct.pack("<HIH", 0, where, change) for _, where, change in pieces)
    lists = b"".join(struct.pack("<BH", 1, len(c)) + c for c in changes)
    return lists + struct.pack("<BI", 2, len(content)) + content


def _bins(
    runs: Sequence[tuple[int, int, bytes]], page: int, write: Callable[[bytes], bytes]
) -> tuple[bytes, bytes]:
    """One page for each run."""
    starts = [start for start, _, _ in runs] + [runs[-1][1]]
    table = struct.pack(f"<{len(starts)}I", *starts)
    table += struct.pack(f"<{len(runs)}I", *range(page, page + len(runs)))
    pages = b"".join(
        (struct.pack("<II", start, end) + write(about)).ljust(_PAGE - 1, b"\0") + b"\1"
        for start, end, about in runs
    )
    return table, pages


def _character_page(about: bytes) -> bytes:
    return b"\5\0" + struct.pack("<B", len(about)) + about


def _paragraph_page(about: bytes) -> bytes:
    about = b"\0\0" + about + bytes(len(about) % 2)
    return struct.pack("<B12x", 12) + bytes(3) + struct.pack("<BB", 0, len(about) // 2) + about


def container(streams: dict[str, bytes]) -> bytes:
    """An OLE file with the streams, each in sectors of its own."""
    size = 512
    bodies = [c.ljust(max(_LEAST, -(-len(c) // size) * size), b"\0") for c in streams.values()]
    following = [END, FREE]
    lines = [entry("Root Entry", 5, END, 0, (-1, -1, 1))]
    for number, (name, body) in enumerate(zip(streams, bodies, strict=True), 1):
        after = number + 1 if number < len(streams) else -1
        lines.append(entry(name, 2, len(following), len(body), (-1, after, -1)))
        following += [*range(len(following) + 1, len(following) + len(body) // size), END]
    tables = 1
    while tables * 128 < len(following) + tables:
        tables += 1
    where = [len(following) + n for n in range(tables)]
    following += [TABLE] * tables
    following += [FREE] * (tables * 128 - len(following))
    header = struct.pack(
        "<8s16xHHHHH10xii4xiiiii109i",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        *(0x3E, 3, 0xFFFE, 9, 6, tables, 0, _LEAST, END, 0, END, 0),
        *where,
        *[FREE] * (109 - tables),
    )
    directory = b"".join(lines)
    allocation = struct.pack(f"<{len(following)}i", *following)
    return b"".join((header, directory.ljust(size, b"\0"), bytes(size), *bodies, allocation))
