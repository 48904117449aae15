"""PDF files made to do harm.  PDFium is C: what it might not survive runs in a process apart."""

from __future__ import annotations

import base64
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from hostile import BOMB, DAMAGED, TOO_BIG, outcome
from pdfs import form, line, pdf, text

from tests.readers.pdf_samples import FIXTURES


def test_a_page_of_a_billion_points() -> None:
    drawn = "0 0 m 1e9 0 l 1e9 1e9 l S " + text(1e8, 1e8, "甲")
    assert outcome(pdf(drawn, box="0 0 1000000000 1000000000")) == [1]


def test_more_than_a_form_has() -> None:
    assert outcome(pdf(*[""] * 301)) == TOO_BIG
    assert outcome(pdf("0 0 m 9 0 l S\n" * 200_000)) == TOO_BIG
    assert outcome(pdf("0 0 m " + "9 0 l " * 500_000 + "S")) == TOO_BIG
    assert (
        outcome(pdf("BT /F 9 Tf 9 9 Td " + f"<{'4E004E01' * 20}> Tj " * 12_000 + "ET")) == TOO_BIG
    )


def test_more_lines_than_a_table_has() -> None:
    drawn = "".join(line(4 * n, 0, 4 * n, 9e4) + line(0, 4 * n, 9e4, 4 * n) for n in range(3_000))
    assert outcome(pdf(drawn, box="0 0 14400 14400")) == TOO_BIG


def test_a_page_tree_that_lies_or_loops() -> None:
    lying = pdf("").replace(b"/Count 1", b"/Count 99999999")
    assert outcome(lying) in ([0], DAMAGED, TOO_BIG)
    looping = pdf("").replace(b"/Kids[10 0 R]", b"/Kids[2 0 R 2 0 R]")
    assert outcome(looping) in ([0], DAMAGED)


def test_forms_that_draw_themselves_or_each_other() -> None:
    assert outcome(pdf("/X Do", extra=[form(b"/X Do", 100)])) == [0]
    forms = [form(b"/X Do " * 10, 101 + n) for n in range(30)]
    assert outcome(pdf("/X Do", extra=forms)) == BOMB


@pytest.mark.parametrize("size", [64 << 20, 600 << 20])
def test_a_stream_that_unpacks_without_measure(size: int) -> None:
    pack = zlib.compressobj(9)
    start = pack.compress(bytes(1 << 20)) + pack.flush(zlib.Z_FULL_FLUSH)
    piece = pack.compress(bytes(1 << 20)) + pack.flush(zlib.Z_FULL_FLUSH)
    packed = start + piece * ((size >> 20) - 1) + pack.flush()
    bomb = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)
    assert outcome(pdf("", extra=[bomb])) == BOMB


@pytest.mark.parametrize("wrapped", [b"%s~>", b" \n%s", b"%s~>z"])
def test_a_stream_in_letters(wrapped: bytes) -> None:
    letters = wrapped % base64.a85encode(zlib.compress(bytes(64 << 20), 9), wrapcol=76)
    head = b"<</Length %d/Filter[/ASCII85Decode/FlateDecode]>>" % len(letters)
    bomb = head + b"stream\n%s\nendstream" % letters
    assert outcome(pdf("", extra=[bomb])) == BOMB


def test_a_stream_packed_twice() -> None:
    twice = b"<</Filter[/FlateDecode/FlateDecode]/Length 1>>stream\nx\nendstream"
    assert outcome(pdf("", extra=[twice])) == BOMB


_CHANGED = """
import random, sys
from pathlib import Path
from sheetlint.readers import read
from sheetlint.sheet.tables import Document, Unreadable
source, chance = Path(sys.argv[1]).read_bytes(), random.Random(sys.argv[1][-14:])
for _ in range(int(sys.argv[2])):
    data = bytearray(source)
    if chance.random() < 0.2:
        del data[chance.randrange(len(data)):]
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(data) or 1)
        data[at:at + chance.randint(0, 2)] = chance.choice(
            [b"0", b"9", b"<", b"/", b"R", b"", bytes([chance.randrange(256)]), b"99999999"])
    try:
        assert isinstance(read(bytes(data), "a.pdf"), Document)
    except Unreadable:
        pass
"""


@pytest.mark.parametrize("name", ["calc-long.pdf", "writer-long.pdf", "plain"])
def test_changed_bytes(name: str, tmp_path: Path) -> None:
    source = FIXTURES / name
    if name == "plain":
        source = tmp_path / "plain.pdf"
        boxes = "".join(line(50, y, 300, y) + line(y - 450, 500, y - 450, 600) for y in (500, 600))
        source.write_bytes(pdf("/X Do", extra=[form((boxes + text(60, 550, "甲乙")).encode())]))
    count = "600" if name == "plain" else "60"
    command = [sys.executable, "-c", _CHANGED, str(source), count]
    root = Path(__file__).parents[2]
    done = subprocess.run(
        command, cwd=root, capture_output=True, text=True, timeout=300, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
