"""Finding a number format that displays a number as a given text."""

from __future__ import annotations

import re
from decimal import Decimal

from sheetlint.readers.number_format import format_number

_PRINTED = re.compile(r"([^0-9.,%+-]*)-?([0-9]+(?:,[0-9]{3})*)(\.[0-9]+)?(%?)([^0-9.,%+-]*)")


def shows_as(number: Decimal, code: str, text: str) -> bool:
    """Whether the format code displays the number as ``text``."""
    return format_number(number, code) == text.strip()


def find_format(number: Decimal, text: str) -> str | None:
    """``98.88%`` → ``0.00%``, ``1,530人次`` → ``#,##0"人次"``; None where there is none."""
    printed = _PRINTED.fullmatch(text.strip())
    if printed is None:
        return None
    before, whole, fraction, percent, after = printed.groups()
    code = "#,##0" if "," in whole else "0"
    if fraction:
        code += "." + "0" * (len(fraction) - 1)
    code = _literal(before) + code + percent + _literal(after)
    return code if shows_as(number, code, text) else None


def _literal(text: str) -> str:
    quoted = text.replace('"', "")
    return f'"{quoted}"' if quoted else ""
