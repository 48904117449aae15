"""The header of the funds block: how it is known, and what is said where it is not."""

from __future__ import annotations

from collections.abc import Sequence

from sheetlint.messages.text import Text
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.recognise.lines import Line
from sheetlint.recognise.reading_log import ReadingLog, cell_value
from sheetlint.recognise.values import is_figure
from sheetlint.sheet.numbers.parse import parse_number

AMOUNTS = ("initial", "budget", "executed")


def is_funds_header(line: Line, lexicon: Lexicon) -> bool:
    """Whether the line names at least two columns of amounts and rate, and heads no list of projects."""
    roles = lexicon.fund_columns.roles(line.keys)
    if sum(parse_number(cell.text) is not None for cell in line.cells) > 1:
        # 预算数 | 50 | 执行数 | 50: labels with their figures beside them.
        return False
    return len(roles & {*AMOUNTS, "rate"}) >= 2 and not lexicon.is_list_header(line.keys)


def doubt_unknown_header(head: Sequence[Line], lexicon: Lexicon, log: ReadingLog) -> bool:
    """Whether the head holds the label of a funds block with figures but no known header; adds a doubt."""
    for line in head:
        for cell, name in zip(line.cells, line.keys, strict=True):
            if name in lexicon.fund_block_labels and any(
                is_figure(c) for o in head for c in o.cells
            ):
                log.unread_fields.add("funds.total")
                log.add_doubt(
                    Text(
                        "资金栏的表头没有认出来，资金没有读取",
                        "the header of the funds block is not known; the funds were not read",
                    ),
                    cell_value(line.row, cell, ("项目资金",)),
                )
                return True
    return False
