"""Small PDF files written by hand: one test wants one thing wrong."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font"
    b"/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)"
    b"/Supplement 4>>/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6"
    b"/Ascent 880/Descent -120/ItalicAngle 0/CapHeight 700/StemV 80/FontBBox[0 -200 1000 900]>>>>]>>"
)
"""A font that the file only names: no glyphs, the text is UTF-16."""
_NAMELESS = FONT.replace(b"UniGB-UCS2-H", b"Identity-H").replace(b"(GB1)", b"(Identity)")
"""Glyphs by number, and nothing that says which characters they are."""


def pdf(
    *contents: str | bytes,
    box: str = "0 0 600 800",
    page: str = "",
    extra: Sequence[bytes] = (),
    packed: bool = False,
    nameless: bool = False,
    font: bytes = FONT,
) -> bytes:
    """A file with a page for each content stream; ``extra`` objects are numbered from 100."""
    objects: dict[int, bytes] = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        3: _NAMELESS if nameless else font,
    }
    kids = []
    for index, content in enumerate(contents):
        data = content.encode() if isinstance(content, str) else content
        filtered = b"/Filter/FlateDecode" if packed else b""
        data = zlib.compress(data, 9) if packed else data
        number = 10 + 2 * index
        kids.append(b"%d 0 R" % number)
        objects[number] = (
            b"<</Type/Page/Parent 2 0 R/MediaBox[%s]%s/Contents %d 0 R"
            b"/Resources<</Font<</F 3 0 R>>/XObject<</X 100 0 R>>>>>>"
            % (box.encode(), page.encode(), number + 1)
        )
        objects[number + 1] = b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), filtered, data)
    objects[2] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    objects.update(enumerate(extra, 100))
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in sorted(places.items()):
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    out += b"trailer<</Size 1000/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def form(content: bytes, number: int | None = None) -> bytes:
    """A form XObject that may draw the object ``number``."""
    inner = b"/Resources<</Font<</F 3 0 R>>/XObject<</X %d 0 R>>>>" % (number or 0)
    head = b"<</Type/XObject/Subtype/Form/BBox[-9999 -9999 9999 9999]%s/Length %d>>"
    return (head + b"stream\n%s\nendstream") % (inner, len(content), content)


def text(x: float, y: float, words: str, size: float = 10) -> str:
    """Words with their baseline at ``y`` from the bottom of the page."""
    code = words.encode("utf-16-be").hex()
    return f"BT /F {size} Tf {x} {y} Td <{code}> Tj ET\n"


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"{x0} {y0} m {x1} {y1} l S\n"


PICTURE = "q 500 0 0 700 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x7f EI Q"
"""The photograph of a page."""


def table(xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str]]) -> str:
    """A full grid from top to bottom, its cells filled from the left."""
    drawn = [line(x, ys[0], x, ys[-1]) for x in xs] + [line(xs[0], y, xs[-1], y) for y in ys]
    for bottom, row in zip(ys[1:], rows, strict=True):
        drawn += [
            text(x + 3, bottom + 5, words) for x, words in zip(xs, row, strict=False) if words
        ]
    return "".join(drawn)
