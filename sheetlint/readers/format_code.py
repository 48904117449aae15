"""Parses number format codes: ``#,##0.00;[Red]-#,##0.00`` → sections of tokens."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

_LONGEST = 255
"""Characters of a format code that Excel accepts; a longer one is shown as General."""

_TOKEN = re.compile(
    r"""
      "(?P<quoted>[^"]*)"?
    | [\\!](?P<escaped>.)
    | _(?P<pad>.)
    | \*(?P<fill>.)
    | \[(?P<bracket>[^\]]*)\]
    | (?P<general>General|G/通用格式)
    | (?P<exponent>E[+-])
    | (?P<half>AM/PM|A/P|上午/下午)
    | (?P<date>y+|m+|d+|h+|s+|e+|a{3,4}|b{2,4}|g+)
    | (?P<place>[0#?])
    | (?P<point>\.)
    | (?P<comma>,)
    | (?P<percent>%)
    | (?P<slash>/)
    | (?P<text>@)
    | (?P<end>;)
    | (?P<other>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?[0-9.]+)")


class Token(NamedTuple):
    """One piece of a section."""

    kind: str
    """``literal``, ``place``, ``point``, ``comma``, ``percent``, ``exponent``, ``general``,
    ``text``, ``date``, ``elapsed``, ``half`` or ``slash``."""
    text: str
    order: int
    """Position in the section: two tokens of the same text are still two."""


class Condition(NamedTuple):
    """``[>=100]``."""

    sign: str
    limit: Decimal

    def is_true_for(self, value: Decimal) -> bool:
        """A sign is made of the outcomes it allows: ``<>`` is less or greater."""
        outcome = "=" if value == self.limit else "<" if value < self.limit else ">"
        return outcome in self.sign


class Section(NamedTuple):
    """One of the parts between semicolons."""

    tokens: tuple[Token, ...]
    kinds: frozenset[str]
    condition: Condition | None
    locale: str
    """Hexadecimal, from ``[$-804]``; ``F800`` and ``F400`` are the system's date and time."""
    numerals: int
    """1 for ``[DBNum1]`` 一二三, 2 for ``[DBNum2]`` 壹贰叁, else 0."""
    places: tuple[str, str]
    """Placeholders left and right of the decimal point."""
    grouped: bool
    thousands: int
    """Commas after the last placeholder: each divides by a thousand."""
    percents: int
    is_date: bool
    has_fraction: bool
    """``# ?/?``: a numerator over a denominator."""


def parse_sections(code: str) -> tuple[Section, ...]:
    """The sections of ``code``, at least one.  Never fails: what means nothing is a literal."""
    if len(code) > _LONGEST:
        code = "General"
    found: list[Section] = []
    current: list[re.Match[str]] = []
    for match in _TOKEN.finditer(code):
        if match.lastgroup == "end":
            found.append(_section(current))
            current = []
        else:
            current.append(match)
    found.append(_section(current))
    return tuple(found)


def _section(matches: list[re.Match[str]]) -> Section:
    tokens: list[Token] = []
    condition: Condition | None = None
    locale = ""
    numerals = 0
    for match in matches:
        kind = match.lastgroup or "other"
        text = match[kind]
        if kind == "bracket":
            kind, text = _bracket(text)
            if kind == "locale":
                locale = text.rpartition("-")[2].upper()
                kind, text = "literal", text[1:].rpartition("-")[0]
            elif kind == "condition":
                condition = _condition(text)
                continue
            elif kind == "numerals":
                numerals = int(text)
                continue
        elif kind in ("quoted", "escaped", "other"):
            kind = "literal"
        elif kind == "pad":
            # A gap as wide as the character: a blank in the text.
            kind, text = "literal", " "
        elif kind == "fill":
            continue
        if text or kind != "literal":
            tokens.append(Token(kind, text, len(tokens)))
    return _build_section(tokens, condition, locale, numerals)


def _bracket(text: str) -> tuple[str, str]:
    if text.startswith("$"):
        return "locale", text if "-" in text else text + "-"
    if _ELAPSED.fullmatch(text):
        return "elapsed", text
    if _CONDITION.fullmatch(text):
        return "condition", text
    if text.lower() in ("dbnum1", "dbnum2"):
        return "numerals", text[-1]
    return "literal", ""


def _condition(text: str) -> Condition | None:
    match = _CONDITION.fullmatch(text)
    if match is None:
        return None
    try:
        return Condition(match[1], Decimal(match[2]))
    except InvalidOperation:
        return None


def _build_section(
    tokens: list[Token], condition: Condition | None, locale: str, numerals: int
) -> Section:
    kinds = frozenset(token.kind for token in tokens)
    system = locale in ("F800", "F400")
    is_date = system or bool(kinds & {"date", "elapsed", "half"})
    has_fraction = "slash" in kinds and "place" in kinds and not is_date
    kept, grouped, thousands = (tokens, False, 0) if is_date else _commas(tokens)
    return Section(
        tuple(kept),
        kinds,
        condition,
        locale,
        numerals,
        _places(kept),
        grouped,
        thousands,
        sum(token.kind == "percent" for token in tokens),
        is_date,
        has_fraction,
    )


def _places(tokens: list[Token]) -> tuple[str, str]:
    zones = ["", "", ""]
    zone = 0
    for token in tokens:
        if token.kind == "point":
            zone = max(zone, 1)
        elif token.kind == "exponent":
            zone = 2
        elif token.kind == "place":
            zones[zone] += token.text
    return zones[0], zones[1]


def _commas(tokens: list[Token]) -> tuple[list[Token], bool, int]:
    """Commas between places group, commas after the last place scale; neither is printed."""
    kept: list[Token] = []
    grouped = False
    thousands = 0
    indices = [index for index, token in enumerate(tokens) if token.kind == "place"]
    if not indices:
        return [_literal(token) if token.kind == "comma" else token for token in tokens], False, 0
    point = next((i for i, token in enumerate(tokens) if token.kind == "point"), len(tokens))
    whole = [index for index in indices if index < point]
    for index, token in enumerate(tokens):
        if token.kind != "comma":
            kept.append(token)
        elif whole and whole[0] < index < whole[-1]:
            grouped = True
        elif _follows_place(tokens, index):
            thousands += 1
        else:
            kept.append(_literal(token))
    return kept, grouped, thousands


def _follows_place(tokens: list[Token], index: int) -> bool:
    while index and tokens[index - 1].kind == "comma":
        index -= 1
    return index > 0 and tokens[index - 1].kind == "place"


def _literal(token: Token) -> Token:
    return Token("literal", token.text, token.order)
