"""From the lines of one segment to a ``Sheet``: each block is read in turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sheetlint.recognise import form_head, fund_management, funds, goals, indicators, total_row
from sheetlint.recognise.blocks import FOOT, FUNDS, GOALS, HEAD, MANAGEMENT, TABLE, split_blocks
from sheetlint.recognise.form_year import read_year
from sheetlint.recognise.implausible_figures import doubt_figures
from sheetlint.recognise.indicator_row import IndicatorRow
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.recognise.lines import Line
from sheetlint.recognise.misread_text import doubt_text
from sheetlint.recognise.money_unit import read_money_unit
from sheetlint.recognise.reading_log import ReadingLog, locate
from sheetlint.recognise.remarks import RemarksReader, is_remark
from sheetlint.recognise.unknown_characters import doubt_unknown_characters
from sheetlint.recognise.unreliable_text import why_unreliable
from sheetlint.sheet.numbers.parse import compact
from sheetlint.sheet.sheet import FundRow, Sheet, TotalRow
from sheetlint.sheet.value import Value


def read_sheet(lines: Sequence[Line], lexicon: Lexicon) -> Sheet:
    """The sheet that a segment holds.  What was repaired or is in doubt is part of it."""
    log = ReadingLog()
    blocks = split_blocks(lines, lexicon)
    funds_block = funds.read_funds_block(blocks[FUNDS], blocks[HEAD], lexicon, log)
    management_rows = fund_management.read_scored_rows(blocks[MANAGEMENT], lexicon)
    for index, scored in enumerate(management_rows):
        # Such a block asks for neither targets nor, often, for actual values.
        lacking = {"target", "actual"} - scored.texts.keys()
        log.unread_fields |= {f"indicators.{index}.{role}" for role in lacking}
    table_lines = blocks[TABLE] + blocks[FOOT]
    table, total, remarks = _read_table(
        table_lines, management_rows, funds_block.rows, lexicon, log
    )
    goal_values = goals.read_goals(blocks[GOALS], lexicon, log)
    head = blocks[HEAD]
    labels = form_head.read_head_cells(head, lexicon)
    fields = form_head.read_fields(head, labels, lexicon, log)
    title = form_head.read_title(head, lexicon, log)
    year = read_year(head, labels, lexicon)
    unit = read_money_unit(blocks[FUNDS] + head, lexicon, log)
    headline = form_head.read_headline(head, labels, lexicon, log)
    if headline.filled and not total.row.score.filled:
        # The form prints its total in the head only.
        score = headline._replace(path="total.score")
        total = total._replace(row=total.row._replace(score=score))
        headline = Value("headline", where=headline.where)
    log.finish()
    sheet = Sheet(
        title=title,
        year=year,
        project=fields["project"],
        department=fields["department"],
        unit=fields["unit"],
        money_unit=unit,
        planned=goal_values["planned"],
        actual=goal_values["actual"],
        funds=funds_block.rows,
        fund_columns=funds_block.columns,
        funds_sure=funds_block.sure,
        indicators=table.rows,
        columns=table.columns,
        unplaced_rows=table.unplaced_rows,
        levels_sure=table.levels_sure,
        total=total.row,
        grade=total.grade,
        remarks=remarks,
        residues=tuple(log.residues),
        repairs=tuple(log.repairs),
        doubts=tuple(log.doubts),
        uncomputed=tuple(log.uncomputed),
        family=lexicon.form_family(title.text),
        headline=headline,
        level_points=table.level_points,
        misplaced_names=table.misplaced_names,
        headings=(*_headings(blocks[FUNDS]), *_headings(blocks[TABLE])),
        details=form_head.read_details(labels),
        unread_fields=frozenset(log.unread_fields),
        heading_names=tuple(log.heading_names),
    )
    sheet = doubt_text(doubt_figures(sheet), lines, lexicon)
    reason = why_unreliable(sheet, lines) or sheet.unreliable_reason
    if reason is not None:
        return sheet._replace(unreliable_reason=reason, repairs=(), doubts=())
    return doubt_unknown_characters(sheet)


def _headings(lines: Sequence[Line]) -> list[str]:
    """The column headings of a block: its first line is its header."""
    return [compact(cell.text) for cell in lines[0].cells] if lines else []


def _read_table(
    lines: Sequence[Line],
    management_rows: Sequence[IndicatorRow],
    fund_rows: Sequence[FundRow],
    lexicon: Lexicon,
    log: ReadingLog,
) -> tuple[indicators.IndicatorTable, total_row.TotalRowReading, tuple[tuple[str, Value], ...]]:
    """The indicator table, the total row, and the remarks below it by label."""
    if not lines:
        nothing = total_row.TotalRowReading(*_NO_TOTAL)
        return indicators.IndicatorTable((), (), (), (), (), True), nothing, ()
    reader = indicators.IndicatorReader(lines[0], lexicon, log)
    total: total_row.TotalRowReading | None = None
    remarks = RemarksReader(lexicon)
    budget = next((row for row in fund_rows if row.source == "total"), None)
    budget_points = ("", "") if budget is None else (budget.weight.raw, budget.score.raw)
    in_foot = False
    for at, line in enumerate(lines[1:], 1):
        if total is None and (
            indicators.is_indicator_header(line, lexicon) or reader.is_lower_header(line)
        ):
            reader.read_further_header(line)
        elif total is None and (
            (total_row.is_total_row(line, lexicon) and not reader.holds_result(line))
            or total_row.adds_up(lines[at:], reader.columns, reader.rows, budget_points, lexicon)
        ):
            shift = reader.rows[-1].shift if reader.rows else 0
            total = total_row.read_total_row(line, reader.columns, lexicon, log, shift)
            for label, cell in total.other_texts:
                remarks.add(label, cell.text, locate(line.row, cell.column, (label,)))
        elif total is not None or is_remark(line, lexicon) or (in_foot and len(line.cells) == 1):
            # Instructions go on in lines of one cell.
            in_foot = True
            remarks.read_line(line)
        else:
            if not reader.rows:
                reader.place_unknown(*_rows_and_total(lines[at:], lexicon))
            reader.read_line(line)
    if total is None:
        total = total_row.missing_total_row(lines[-1], reader.columns)
    return reader.finish(management_rows), total, remarks.values()


def _rows_and_total(lines: Sequence[Line], lexicon: Lexicon) -> tuple[Sequence[Line], Line | None]:
    """The lines above the total row, and that row."""
    at = next((i for i, line in enumerate(lines) if total_row.is_total_row(line, lexicon)), None)
    return (lines, None) if at is None else (lines[:at], lines[at])


_NO_TOTAL = (
    TotalRow(Value("total.weight"), Value("total.score")),
    Value("grade"),
    (),
)


def is_blank(sheet: Sheet) -> bool:
    """Whether the form is empty: it has no actual value, no amount other than 0, no score.

    Budget systems print project, goal and targets into the form before anybody fills it in.
    """
    return not any(value.filled and value.number != 0 for value in _evaluation_fields(sheet))


def _evaluation_fields(sheet: Sheet) -> Iterator[Value]:
    yield from (sheet.actual, sheet.total.score)
    for fund in sheet.funds:
        yield from (fund.initial, fund.budget, fund.executed, fund.rate, fund.score)
    for row in sheet.indicators:
        yield from (row.actual, row.score, row.note)
