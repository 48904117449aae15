"""A TrueType font whose only glyph is a box, the same for every code point.

PDFium leaves a text object out of the text layer where the font in use has no glyph for it:
nothing is drawn, so nothing stands there.  The reader draws nothing and only needs every character
to cover some area; this font gives it one.
"""

from __future__ import annotations

from struct import pack

_EM = 1000
_LEFT, _BOTTOM, _RIGHT, _TOP = 50, -80, 950, 820
"""Of an ideograph.  Smaller than the line that a font's ascent and descent describe: the height of
lines is read from the document's own description of the font."""
_FIRST, _LAST = 0x20, 0x10FFFF
_GLYPHS = 2
"""The one for code points without a glyph comes first; both are the box."""


def box_font() -> bytes:
    """The font file: the tables that the OpenType specification asks for, without checksums."""
    glyph = _glyph()
    box = (_LEFT, _BOTTOM, _RIGHT, _TOP)
    tables = {
        b"cmap": _character_map(),
        b"glyf": glyph * _GLYPHS,
        b"head": pack(">4I2H16x4h2H3h", 1 << 16, 0, 0, 0x5F0F3CF5, 0, _EM, *box, 0, 8, 2, 0, 0),
        b"hhea": pack(">I3hH4h14xH", 1 << 16, _TOP, _BOTTOM, 0, _EM, 50, 50, _RIGHT, 1, _GLYPHS),
        b"hmtx": pack(">Hh", _EM, _LEFT) * _GLYPHS,
        b"loca": pack(">3H", 0, len(glyph) // 2, len(glyph)),
        b"maxp": pack(">I5H18x", 1 << 16, _GLYPHS, 4, 1, 0, 0),
    }
    directory, body = b"", b""
    for tag, table in tables.items():
        start = 12 + 16 * len(tables) + len(body)
        directory += pack(">4s3I", tag, 0, start, len(table))
        body += table + bytes(-len(table) % 4)
    return pack(">I4H", 1 << 16, len(tables), 0, 0, 0) + directory + body


def _glyph() -> bytes:
    """One contour of four corners, each stored as its distance from the one before."""
    width, height = _RIGHT - _LEFT, _TOP - _BOTTOM
    contours, last_corner, on_curve = 1, 3, 1
    head = pack(">5h", contours, _LEFT, _BOTTOM, _RIGHT, _TOP)
    corners = pack(">2H4B", last_corner, 0, *[on_curve] * 4)
    return head + corners + pack(">8h", _LEFT, width, 0, -width, _BOTTOM, 0, height, 0)


def _character_map() -> bytes:
    """One map, of format 13: ranges of code points that share a glyph."""
    windows, unicode = 3, 10
    head = pack(">4HI", 0, 1, windows, unicode, 12)
    return head + pack(">2H6I", 13, 0, 28, 0, 1, _FIRST, _LAST, 1)
