"""One stretch of lines into one ``Sheet``: the blocks of the form in turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sheetlint.recognise import form_head, fund_management, funds, goals, indicators, total_row
from sheetlint.recognise.indicator_row import IndicatorRow
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.recognise.lines import Line
from sheetlint.recognise.reading_log import ReadingLog, locate
from sheetlint.recognise.remarks import RemarksReader, is_remark
from sheetlint.recognise.unreliable_text import why_unreliable
from sheetlint.sheet.numbers.parse import compact
from sheetlint.sheet.sheet import FundRow, Sheet, TotalRow
from sheetlint.sheet.value import Value

_HEAD = "head"
_FUNDS = "funds"
_BESIDE = "beside"
_GOALS = "goals"
_TABLE = "table"
_FOOT = "foot"
_BLOCKS = (_HEAD, _FUNDS, _BESIDE, _GOALS, _TABLE, _FOOT)


def read_sheet(lines: Sequence[Line], lexicon: Lexicon) -> Sheet:
    """Read the blocks in the order in which they stand."""
    account = ReadingLog()
    blocks: dict[str, list[Line]] = {name: [] for name in _BLOCKS}
    block = _HEAD
    for line in lines:
        block = _next_block(block, line, lexicon)
        blocks[block].append(line)
    fund_rows = _read_funds(blocks[_FUNDS], blocks[_HEAD], lexicon, account)
    before = fund_management.read_scored_rows(blocks[_BESIDE], lexicon)
    lower = blocks[_TABLE] + blocks[_FOOT]
    table, summed, remarks = _read_table(lower, before, lexicon, account)
    goal_values = goals.read_goals(blocks[_GOALS], lexicon, account)
    head = blocks[_HEAD]
    labels = form_head.read_head_cells(head, lexicon)
    fields = form_head.read_fields(head, labels, lexicon, account)
    title = form_head.read_title(head, lexicon, account)
    year = form_head.read_year(head, lexicon)
    unit = form_head.read_money_unit(blocks[_FUNDS] + head, lexicon, account)
    headline = form_head.read_headline(head, labels, lexicon, account)
    if headline.filled and not summed.row.score.filled:
        # The form has its total in the head and nowhere else.
        score = headline._replace(path="total.score")
        summed = summed._replace(row=summed.row._replace(score=score))
        headline = Value("headline", where=headline.where)
    account.finish()
    sheet = Sheet(
        title=title,
        year=year,
        project=fields["project"],
        department=fields["department"],
        unit=fields["unit"],
        money_unit=unit,
        planned=goal_values["planned"],
        actual=goal_values["actual"],
        funds=fund_rows[0],
        fund_columns=fund_rows[1],
        funds_sure=fund_rows[2],
        indicators=table.rows,
        columns=table.columns,
        unplaced_rows=table.unplaced_rows,
        levels_sure=table.levels_sure,
        total=summed.row,
        grade=summed.grade,
        remarks=remarks,
        residues=tuple(account.residues),
        repairs=tuple(account.repairs),
        doubts=tuple(account.doubts),
        uncomputed=tuple(account.uncomputed),
        family=lexicon.form_family(title.text),
        headline=headline,
        level_points=table.level_points,
        misplaced_names=table.misplaced_names,
        headings=tuple(
            name for lines in (blocks[_FUNDS], blocks[_TABLE]) for name in _heads(lines)
        ),
        details=form_head.read_details(labels),
    )
    reason = why_unreliable(sheet, lines)
    return (
        sheet if reason is None else sheet._replace(unreliable_reason=reason, repairs=(), doubts=())
    )


def _heads(lines: Sequence[Line]) -> list[str]:
    """The headings of a block, whose first line is its header."""
    return [compact(cell.text) for cell in lines[0].cells] if lines else []


def _next_block(block: str, line: Line, lexicon: Lexicon) -> str:
    """The block that a line belongs to, given the one before it."""
    if block == _FOOT:
        return _FOOT
    if block == _TABLE and not total_row.is_total_row(line, lexicon):
        return _TABLE
    if indicators.is_indicator_header(line, lexicon):
        return _TABLE
    if block == _TABLE:
        return _FOOT
    if funds.is_funds_header(line, lexicon):
        return _FUNDS
    if block == _FUNDS and fund_management.is_block_label_after_funds(line, lexicon):
        return _BESIDE
    if goals.is_goals_header(line, lexicon):
        return _GOALS
    return block


def _read_funds(
    lines: Sequence[Line], head: Sequence[Line], lexicon: Lexicon, account: ReadingLog
) -> tuple[tuple[FundRow, ...], tuple[str, ...], bool]:
    """Its rows, its columns, and whether every row could be read.

    A block whose header is not known is left among the lines of the head.
    """
    if not lines:
        return (), (), not funds.doubt_unknown_header(head, lexicon, account)
    reader = funds.FundsReader(lines[0], lexicon, account)
    for line in lines[1:]:
        reader.read_line(line)
    return tuple(reader.rows), reader.columns.roles, reader.sure


def _read_table(
    lines: Sequence[Line], before: Sequence[IndicatorRow], lexicon: Lexicon, account: ReadingLog
) -> tuple[indicators.IndicatorTable, total_row.TotalRowReading, tuple[tuple[str, Value], ...]]:
    """The indicator table with the total row and what stands below it."""
    if not lines:
        nothing = total_row.TotalRowReading(*_NO_TOTAL)
        return indicators.IndicatorTable((), (), (), (), (), True), nothing, ()
    reader = indicators.IndicatorReader(lines[0], lexicon, account)
    summed: total_row.TotalRowReading | None = None
    remarks = RemarksReader(lexicon)
    for line in lines[1:]:
        if summed is None and (
            indicators.is_indicator_header(line, lexicon) or reader.is_lower_header(line)
        ):
            reader.read_further_header(line)
        elif summed is None and total_row.is_total_row(line, lexicon):
            slip = reader.rows[-1].shift if reader.rows else 0
            summed = total_row.read_total_row(line, reader.columns, lexicon, account, slip)
            for label, cell in summed.other_texts:
                remarks.add(label, cell.text, locate(line.row, cell.column, (label,)))
        elif summed is not None or is_remark(line, lexicon):
            remarks.read_line(line)
        else:
            reader.read_line(line)
    if summed is None:
        summed = total_row.missing_total_row(lines[-1], reader.columns)
    return reader.finish(before), summed, remarks.values()


_NO_TOTAL = (
    TotalRow(Value("total.weight"), Value("total.score")),
    Value("grade"),
    (),
)


def is_blank(sheet: Sheet) -> bool:
    """The form as it was handed out: nothing in it evaluates anything.

    Budget systems print project, goal and targets into the form before anybody fills it in.
    """
    return not any(value.filled and value.number != 0 for value in _evaluating(sheet))


def _evaluating(sheet: Sheet) -> Iterator[Value]:
    yield from (sheet.actual, sheet.total.score)
    for fund in sheet.funds:
        yield from (fund.initial, fund.budget, fund.executed, fund.rate, fund.score)
    for row in sheet.indicators:
        yield from (row.actual, row.score, row.note)
