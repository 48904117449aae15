"""The blocks of one sheet: head, funds, scored management block, goals, indicator table, foot."""

from __future__ import annotations

from collections.abc import Sequence

from sheetlint.recognise.fund_header import is_funds_header
from sheetlint.recognise.fund_management import begins_management
from sheetlint.recognise.goals import is_goals_header
from sheetlint.recognise.indicators import is_indicator_header
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.recognise.lines import Line
from sheetlint.recognise.total_row import is_total_row

HEAD = "head"
FUNDS = "funds"
MANAGEMENT = "management"
"""资金管理情况: a scored block that forms of transfer payments have below the funds."""
GOALS = "goals"
TABLE = "table"
FOOT = "foot"
"""The total row and everything below it."""
_BLOCKS = (HEAD, FUNDS, MANAGEMENT, GOALS, TABLE, FOOT)


def split_blocks(lines: Sequence[Line], lexicon: Lexicon) -> dict[str, list[Line]]:
    """The lines of a segment by block; every block is a key, those that the form lacks are empty."""
    blocks: dict[str, list[Line]] = {name: [] for name in _BLOCKS}
    block = HEAD
    for line in lines:
        block = _block_of(line, block, lexicon)
        blocks[block].append(line)
    return blocks


def _block_of(line: Line, before: str, lexicon: Lexicon) -> str:
    """The block of a line, given the block of the line before it."""
    if before == FOOT:
        return FOOT
    if before == TABLE and not is_total_row(line, lexicon):
        return TABLE
    if is_indicator_header(line, lexicon):
        return TABLE
    if before == TABLE:
        return FOOT
    if is_funds_header(line, lexicon):
        return FUNDS
    if before in (FUNDS, GOALS) and begins_management(line, lexicon):
        return MANAGEMENT
    if is_goals_header(line, lexicon):
        return GOALS
    return before
