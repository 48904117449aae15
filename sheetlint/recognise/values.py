"""From the text of a cell to a ``Value``: one function for each kind of field."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from sheetlint.sheet.numbers.parse import half_width, is_dash, parse_number
from sheetlint.sheet.numbers.short_text_cache import cache_short_texts
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.tables import Cell
from sheetlint.sheet.value import ABSENT, DASH, PRESENT, UNCOMPUTED, UNREADABLE, Value
from sheetlint.sheet.where import Where

NOWHERE = Where()
_ONE, _HUNDRED = Decimal(1), Decimal(100)
_FIGURES = frozenset({"initial", "budget", "executed", "weight", "score", "headline"})
PROSE = frozenset({"planned", "actual", "target", "note"})


def printed_text(text: str) -> str:
    """What is quoted in messages: one line, blanks folded."""
    return " ".join(text.split())


def clean_name(text: str) -> str:
    """A name without the blanks that line wraps leave around Chinese characters.

    ``覆 盖率`` → ``覆盖率`` and ``经费 _代编`` → ``经费_代编``; the blank between two Latin words
    stays.
    """
    return _joined(text.split(), names=True)


def _joined(parts: Sequence[str], names: bool) -> str:
    """In prose only a blank between two Chinese characters is taken for a line wrap."""
    if not parts:
        return ""
    result = parts[0]
    if len(parts) == 1:
        return result
    for part in parts[1:]:
        before, after = _chinese(result[-1]), _chinese(part[0])
        wrapped = (before or after) if names else (before and after)
        result += part if wrapped else " " + part
    return result


def _chinese(char: str) -> bool:
    return char >= "\u2e80"


def is_figure(cell: Cell) -> bool:
    """A number, a mark for *not applicable*, or a formula that may become one."""
    return not cell.computed or parse_number(cell.text) is not None or is_dash(cell.text)


class _CellMeaning(NamedTuple):
    """What the text of a cell means, wherever it stands: the middle of a ``Value``."""

    raw: str
    state: str
    text: str = ""
    number: Decimal | None = None
    ulp: Decimal = _ONE
    percent: bool = False
    unit: str = ""


_EMPTY, _OPEN = _CellMeaning("", ABSENT), _CellMeaning("", UNCOMPUTED)


def text_value(path: str, raw: str, where: Where = NOWHERE, computed: bool = True) -> Value:
    """A name, or a text where the path ends in one of the prose fields."""
    read = prose_value if path.rpartition(".")[2] in PROSE else name_value
    return read(path, raw, where, computed)


def name_value(path: str, raw: str, where: Where = NOWHERE, computed: bool = True) -> Value:
    return Value(path, *(_name(raw) if computed else _OPEN), None, where)


def prose_value(path: str, raw: str, where: Where = NOWHERE, computed: bool = True) -> Value:
    return Value(path, *(_prose(raw) if computed else _OPEN), None, where)


def level_value(path: str, raw: str, level: str, where: Where) -> Value:
    """The label of a level: its cell may print more, or stand in rows above."""
    shown = printed_text(raw)
    return Value(path, shown, PRESENT, level, where=where)


@cache_short_texts
def _name(raw: str) -> _CellMeaning:
    return _read_text(raw.split(), names=True)


@cache_short_texts
def _prose(raw: str) -> _CellMeaning:
    return _read_text(raw.split(), names=False)


def _read_text(parts: Sequence[str], names: bool) -> _CellMeaning:
    if not parts:
        return _EMPTY
    shown = " ".join(parts)
    return _CellMeaning(shown, DASH if is_dash(shown) else PRESENT, _joined(parts, names))


def figure_value(
    path: str,
    raw: str,
    where: Where = NOWHERE,
    stored: str | None = None,
    computed: bool = True,
    null_words: frozenset[str] = frozenset(),
) -> Value:
    """An amount, a weight or a score.  A percent sign makes it unreadable: points have none.

    ``null_words`` are words of the form for "nothing here" (``无``).
    """
    if not computed:
        return Value(path, *_OPEN, None, where)
    read = _figure(raw)
    if read.percent:
        read = _CellMeaning(read.raw, UNREADABLE, read.raw)
    elif read.raw in null_words:
        read = _CellMeaning(read.raw, DASH, read.raw)
    return Value(path, *read, _behind(stored, read), where)


def rate_value(
    path: str,
    raw: str,
    where: Where = NOWHERE,
    stored: str | None = None,
    computed: bool = True,
    percent_header: bool = False,
    near: Decimal | None = None,
    null_words: frozenset[str] = frozenset(),
) -> Value:
    """An execution rate, as a fraction whatever way it is printed.

    Without a percent sign ``98.88``, ``0.9888`` and ``1`` are all in use: the reading nearer to
    ``near`` (executed ÷ budget) is taken where that is known, else the header's word for it
    (``percent_header``), else whatever lies between 0 and 1.5.
    """
    if not computed:
        return Value(path, *_OPEN, None, where)
    read = _figure(raw)
    if read.raw in null_words:
        read = _CellMeaning(read.raw, DASH, read.raw)
    value = Value(path, *read, _behind(stored, read), where)
    if value.number is None or value.percent:
        return value
    as_percent = value.number / _HUNDRED
    if near is not None:
        percent = abs(as_percent - near) < abs(value.number - near)
    else:
        percent = percent_header or value.number > Decimal("1.5")
    if not percent:
        return value
    kept = None if value.stored is None else value.stored / _HUNDRED
    # The printed digits stay: 96.80 is 0.9680 as 96.80% is, and a 0 is a 0.
    number = value.number.scaleb(-2) if value.number else value.number
    return value._replace(number=number, ulp=value.ulp / _HUNDRED, stored=kept)


def _behind(stored: str | None, read: _CellMeaning) -> Decimal | None:
    """The exact number behind a printed one."""
    return None if stored is None or read.number is None else Decimal(stored)


@cache_short_texts
def _figure(raw: str) -> _CellMeaning:
    shown = printed_text(raw)
    if not shown:
        return _EMPTY
    if is_dash(shown):
        return _CellMeaning(shown, DASH, shown)
    number = parse_number(shown)
    if number is None:
        return _CellMeaning(shown, UNREADABLE, shown)
    return _CellMeaning(shown, PRESENT, half_width(shown), *number)


def substitute(sheet: Sheet, path: str, text: str) -> Sheet | None:
    """The sheet with ``text`` printed at ``path`` instead; None where there is no such cell."""
    old = sheet.get(path)
    if old is None:
        return None
    field = path.rpartition(".")[2]
    if field == "rate":
        new = rate_value(path, text, old.where)
    elif field in _FIGURES:
        new = figure_value(path, text, old.where)
    else:
        new = text_value(path, text, old.where)
    return sheet.replace(path, new)
