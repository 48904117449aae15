"""Characters of a text layer: what the font's mapping of a glyph stands for."""

from __future__ import annotations

import unicodedata

UNDECODABLE = "\ufffd"
"""Stands for a glyph whose character is not known, so that no figure is made without it."""

_RADICALS = dict(
    zip(
        "⺁⺅⺈⺉⺋⺌⺎⺏⺒⺓⺗⺘⺙⺛⺝⺞⺟⺠⺣⺤⺥⺧⺨⺩⺪⺫⺭⺮⺯⺱⺲⺳⺶⺷⺺⺼⺾⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻐⻑⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "厂亻勹刂㔾小尣尣巳幺忄扌攵旡月歺母民灬爫爫牛犭王疋罒礻竹糹罓罒网羊羊肀月艹艹虎衤覀西见角讠贝车辶钅镸长门阝雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
"""Radicals that Unicode gives no decomposition; a font maps the ideograph's glyph to them."""


def decode_character(code: int, unmapped: bool) -> str:
    """The character of a code; empty for a control code, ``UNDECODABLE`` for an unknown glyph, of
    which some files say that it is character 0."""
    if code < 32 or 0x7F <= code < 0xA0:
        return UNDECODABLE if not code or (unmapped and code not in (9, 10, 13)) else ""
    if unmapped or 0xD800 <= code < 0xF900 or code in (0xFFFD, 0xFFFE, 0xFFFF) or code >= 0xF0000:
        return UNDECODABLE
    sign = chr(code)
    if code < 0x2E80:
        return "" if code in (0x00AD, 0x200B, 0x2060) else sign
    if 0x2E80 <= code <= 0x2FDF:
        # Kangxi and CJK radicals share their glyphs with ideographs and are what Chromium writes.
        return _RADICALS.get(sign) or unicodedata.normalize("NFKC", sign)
    if 0xF900 <= code <= 0xFB06 or 0x2F800 <= code <= 0x2FA1F:
        # Compatibility ideographs and Latin ligatures.
        return unicodedata.normalize("NFKC", sign)
    return "" if code == 0xFEFF else sign


def is_wide(sign: str) -> bool:
    """Chinese characters and their punctuation: text that wraps anywhere and has no blanks."""
    return sign >= "\u2e80" or "\u2014" <= sign <= "\u2026"
