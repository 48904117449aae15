"""Control and invisible characters of a text shown by their number.

Escape sequences control a terminal, controls of writing direction reorder a text, invisible
characters hide differences.
"""

from __future__ import annotations

_HIDDEN = frozenset(("Cc", "Cf", "Cs", "Co", "Zl", "Zp"))
_LOOKS_EMPTY = frozenset("\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufffe\uffff")
"""Letters without a glyph; the last two are noncharacters, which XML cannot hold."""
_NO_CHARACTERS = frozenset("\ufffe\uffff")
"""No XML may hold them."""
_SHORT = {"\n": r"\n", "\t": r"\t", "\r": r"\r"}


def visible(text: str) -> str:
    """``\\x1b[31m`` for an escape sequence; ordinary text as it is."""
    if text.isprintable() and _LOOKS_EMPTY.isdisjoint(text):
        return text
    return "".join(_shown(char) if is_hidden(char) else char for char in text)


def is_hidden(char: str) -> bool:
    """Whether the character is a control or invisible."""
    # Nearly every text is ordinary: the tables are loaded for the first that is not.
    import unicodedata

    return unicodedata.category(char) in _HIDDEN or char in _LOOKS_EMPTY or char in _NO_CHARACTERS


def _shown(char: str) -> str:
    code = ord(char)
    if char in _SHORT:
        return _SHORT[char]
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
