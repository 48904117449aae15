"""Characters of symbol fonts, which Word stores by font and code."""

from __future__ import annotations

_BOX = "□"
_WINGDINGS = {0xFB: "×", 0xFC: "√", 0xFD: "☒", 0xFE: "☑"}
_WINGDINGS_2 = {0x50: "√", 0x4F: "×", 0x52: "☑", 0x53: "☒", 0x54: "☒"}
_SYMBOL = {
    0xA3: "≤",
    0xA5: "∞",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "·",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
}
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "symbol": _SYMBOL,
}


def find_symbol_font(name: str) -> str:
    """``name`` in small letters if its characters are pictures, else an empty string."""
    name = name.lower()
    return name if name in _FONTS else ""


def decode_symbol(font: str, code: str) -> str:
    """What ``<w:sym>`` draws: a tick, a box, a sign of comparison; a box for anything else."""
    try:
        number = int(code, 16)
    except ValueError:
        return _BOX
    return _sign(font.lower(), number)


def decode_run(font: str, text: str) -> str:
    """What a run of ordinary characters in the symbol font ``font`` looks like.

    A ticked box is mostly typed so: an ``R`` in Wingdings 2.  Chinese characters and blanks are
    beyond the font and stay.
    """
    return "".join(
        _sign(font, ord(c)) if 0x20 < ord(c) < 0x100 or 0xF020 < ord(c) < 0xF100 else c
        for c in text
    )


def _sign(font: str, number: int) -> str:
    # The private area F000 repeats the font's own codes.
    number &= 0xFF
    if number == 0x52 and font.startswith("wingdings"):
        # The ticked box of Wingdings 2, often labelled with the plain font's name.
        return "☑"
    if font == "symbol" and number not in _SYMBOL:
        # Digits and most signs are where they always are.
        return chr(number) if number < 0x80 else _BOX
    return _FONTS.get(font, _WINGDINGS).get(number, _BOX)
