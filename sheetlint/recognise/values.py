"""Stage 6: from the text of a cell to a ``Value``, one function for each kind of field."""

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
    """The text on one line, blanks folded, as messages quote it."""
    return " ".join(text.split())


def clean_name(text: str) -> str:
    """A name without the blanks that line wraps leave around Chinese characters.

    ``覆 盖率`` → ``覆盖率`` and ``经费 _代编`` → ``经费_代编``; the blank between two Latin words
    stays.
    """
    return _joined(text.split(), names=True)


def _joined(parts: Sequence[str], names: bool) -> str:
    """The parts joined.  In prose only a blank between two Chinese characters counts as a line wrap."""
    if not parts:
        return ""
    result = parts[0]
    if len(parts) == 1:
        return result
    for part in parts[1:]:
        before, after = _is_chinese(result[-1]), _is_chinese(part[0])
        wrapped = (before or after) if names else (before and after)
        result += part if wrapped else " " + part
    return result


def _is_chinese(char: str) -> bool:
    return char >= "\u2e80"


def is_figure(cell: Cell) -> bool:
    """Whether the cell holds a number, a mark for *not applicable*, or a formula without value."""
    return not cell.computed or parse_number(cell.text) is not None or is_dash(cell.text)


class _CellMeaning(NamedTuple):
    """The meaning of a text without its place: the middle fields of a ``Value``."""

    raw: str
    state: str
    text: str = ""
    number: Decimal | None = None
    ulp: Decimal = _ONE
    percent: bool = False
    unit: str = ""


_EMPTY, _UNCOMPUTED = _CellMeaning("", ABSENT), _CellMeaning("", UNCOMPUTED)


def text_value(path: str, raw: str, where: Where = NOWHERE, computed: bool = True) -> Value:
    """A text: prose where the path ends in a prose field, else a name."""
    read = prose_value if path.rpartition(".")[2] in PROSE else name_value
    return read(path, raw, where, computed)


def name_value(path: str, raw: str, where: Where = NOWHERE, computed: bool = True) -> Value:
    return Value(path, *(_name_meaning(raw) if computed else _UNCOMPUTED), None, where)


def prose_value(path: str, raw: str, where: Where = NOWHERE, computed: bool = True) -> Value:
    return Value(path, *(_prose_meaning(raw) if computed else _UNCOMPUTED), None, where)


def level_value(path: str, raw: str, level: str, where: Where) -> Value:
    """The name of a level; the printed text may hold points as well (``产出指标（50分）``)."""
    shown = printed_text(raw)
    return Value(path, shown, PRESENT, level, where=where)


@cache_short_texts
def _name_meaning(raw: str) -> _CellMeaning:
    return _text_meaning(raw.split(), names=True)


@cache_short_texts
def _prose_meaning(raw: str) -> _CellMeaning:
    return _text_meaning(raw.split(), names=False)


def _text_meaning(parts: Sequence[str], names: bool) -> _CellMeaning:
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
    """An amount, a weight or a score; UNREADABLE with a percent sign.

    ``null_words`` are words that stand for an empty figure (``无``).
    """
    if not computed:
        return Value(path, *_UNCOMPUTED, None, where)
    read = _figure_meaning(raw)
    if read.percent:
        read = _CellMeaning(read.raw, UNREADABLE, read.raw)
    elif read.raw in null_words:
        read = _CellMeaning(read.raw, DASH, read.raw)
    return Value(path, *read, _stored_number(stored, read), where)


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
    """An execution rate, as a fraction.

    Without a percent sign ``98.88``, ``0.9888`` and ``1`` are all in use.  The scale is the one nearer to
    ``near`` (executed ÷ budget) where that is known, else percent where the header says so
    (``percent_header``) or the figure is above 1.5.
    """
    if not computed:
        return Value(path, *_UNCOMPUTED, None, where)
    read = _figure_meaning(raw)
    if read.raw in null_words:
        read = _CellMeaning(read.raw, DASH, read.raw)
    value = Value(path, *read, _stored_number(stored, read), where)
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
    # The printed digits are kept: 96.80 becomes 0.9680, and 0 stays 0.
    number = value.number.scaleb(-2) if value.number else value.number
    return value._replace(number=number, ulp=value.ulp / _HUNDRED, stored=kept)


def _stored_number(stored: str | None, read: _CellMeaning) -> Decimal | None:
    """The stored number behind a printed one; None where nothing is stored or the text is no number."""
    return None if stored is None or read.number is None else Decimal(stored)


@cache_short_texts
def _figure_meaning(raw: str) -> _CellMeaning:
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
    """A copy of the sheet with ``text`` printed at ``path``; None where there is no such field."""
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
