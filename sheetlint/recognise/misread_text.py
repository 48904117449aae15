"""Signs that lines of text were read into the wrong columns.

Text has no cells that could be asked: where lines lost or tore their fields, labels are read as values and
values as labels.  What shows such a sign is in doubt; where several rows do, the whole sheet is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import dropwhile, pairwise

from sheetlint.messages.text import Text
from sheetlint.recognise.indicators import is_indicator_header
from sheetlint.recognise.lexicon import Lexicon, label_key
from sheetlint.recognise.lines import Line
from sheetlint.recognise.reading_log import cell_value
from sheetlint.recognise.row_fit import is_measure
from sheetlint.recognise.values import is_figure
from sheetlint.sheet.numbers.measure import WORDS, parse_measure
from sheetlint.sheet.numbers.parse import compact, is_dash, parse_number
from sheetlint.sheet.sheet import FundRow, Indicator, ReadingNote, Sheet
from sheetlint.sheet.value import UNREADABLE, Value

_NO_COLUMNS = Text(
    "文字各行的格数与表头不符，分不清哪个数字属于哪一栏",
    "the lines of the text have other numbers of fields than the header: which figure belongs to which "
    "column cannot be told",
)
_ROW = Text(
    "这一行的格数与表头不符，“{printed}”读到了不属于它的栏里",
    "this line has another number of fields than the header: “{printed}” was read into a column "
    "that is not its own",
)
_FUNDS = Text(
    "资金栏有一行的文字断开了，金额与名称分在两处",
    "a line of the funds is broken: name and amounts stand apart",
)
_GOALS = Text(
    "年度总体目标的文字断开了，分不清预期目标与实际完成情况",
    "the lines of the goals are broken: planned goals and results cannot be told apart",
)
_TOTAL = Text(
    "总分一行的文字断开了，没有读到得分", "the line of the total is broken; its score was not read"
)
_HEAD = Text(
    "“{label}”一行的文字断开了，没有读到内容", "the line of {label} is broken; nothing was read"
)
_TORN_BLOCKS = frozenset({_FUNDS, _GOALS, _TOTAL})
_FEWEST_ROWS = 2
_SHARE = 4
"""Every fourth row with a sign is too many."""
_MOST_TORN = 3
_POINTS = frozenset({"weight", "score"})
_SCORED_CELLS = ("target", "actual", "weight", "score")
_MOST_WEIGHT = 150
_LEVELS = ("level1", "level2", "level3")
_HEAD_FIELDS = ("project", "department", "unit")


def doubt_text(sheet: Sheet, lines: Sequence[Line], lexicon: Lexicon) -> Sheet:
    """The sheet with its doubts, where it was read from lines of text; any other as it is."""
    if any(line.row.table is not None for line in lines):
        return sheet
    width = max((line.field_count for line in lines), default=0)
    short = [line for line in lines if line.field_count and line.field_count < width]
    numbers = {line.row.number for line in short}
    packed = {line.row.number for line in lines if _begins_at_once(line)}
    signs = [_sign_of_row(row, numbers, packed, sheet.columns, lexicon) for row in sheet.indicators]
    doubts: list[ReadingNote] = []
    unread = set(sheet.unread_fields)
    indicators = tuple(
        row if sign is None or row.doubt else _doubted(row, sign, doubts)
        for row, sign in zip(sheet.indicators, signs, strict=True)
    )
    torn_fund = next((row for row in sheet.funds if _is_nameless(row)), None)
    if torn_fund is not None:
        doubts.append(ReadingNote(_FUNDS, torn_fund.budget))
    for line, after in pairwise(lines):
        if line in short:
            _doubt_line(line, after, sheet, lexicon, doubts, unread)
    if _is_goal_torn(sheet, numbers & packed) and unread.isdisjoint(("planned", "actual")):
        doubts.append(ReadingNote(_GOALS, sheet.planned if sheet.planned.filled else sheet.actual))
        unread |= {"planned", "actual"}
    if _is_lost(sheet, indicators, signs, doubts, lines, lexicon):
        return sheet._replace(unreliable_reason=_NO_COLUMNS)
    doubtful = any(row.doubt for row in indicators)
    return sheet._replace(
        indicators=indicators,
        levels_sure=sheet.levels_sure and not doubtful,
        funds=() if torn_fund is not None else sheet.funds,
        funds_sure=sheet.funds_sure and torn_fund is None,
        unread_fields=frozenset(unread),
        doubts=(*sheet.doubts, *doubts),
    )


def _is_lost(
    sheet: Sheet,
    rows: Sequence[Indicator],
    signs: Sequence[Value | None],
    doubts: Sequence[ReadingNote],
    lines: Sequence[Line],
    lexicon: Lexicon,
) -> bool:
    """Whether so much is in doubt that nothing can be trusted."""
    misread = sum(sign is not None for sign in signs)
    doubtful = sum(row.doubt is not None for row in rows)
    elsewhere = len(sheet.doubts) + len(doubts) - doubtful
    return (
        (misread >= _FEWEST_ROWS and _SHARE * misread >= len(rows))
        or (doubtful >= _FEWEST_ROWS and 2 * doubtful > len(rows))
        or len({note.text for note in doubts} & _TORN_BLOCKS) > 1
        or (bool(doubts) and elsewhere >= _MOST_TORN)
        or sum(row.weight.number or 0 for row in rows if row.doubt is None) > _MOST_WEIGHT
        or (bool(rows) and bool(doubts or doubtful) and "actual" not in sheet.columns)
        or (bool(doubts) and not sheet.funds and _names_funds(lines, lexicon))
        or (_POINTS.isdisjoint(sheet.columns) and _has_total_row(lines, lexicon))
        or _holds_headings(sheet, lexicon)
    )


def _begins_at_once(line: Line) -> bool:
    """Whether a line of the table has no empty field before its last filled one."""
    return [cell.column for cell in line.cells] == list(range(len(line.cells)))


def _names_funds(lines: Sequence[Line], lexicon: Lexicon) -> bool:
    return any(name in lexicon.fund_rows.listed for line in lines for name in line.keys)


def _has_total_row(lines: Sequence[Line], lexicon: Lexicon) -> bool:
    """Whether a total row with figures stands below the header: then the table has columns for them."""
    table = dropwhile(lambda line: not is_indicator_header(line, lexicon), lines)
    return any(
        lexicon.is_total(line.keys[0]) and any(map(is_figure, line.cells[1:])) for line in table
    )


def _sign_of_row(
    row: Indicator, short: set[int], packed: set[int], columns: Sequence[str], lexicon: Lexicon
) -> Value | None:
    """The cell that shows that the row was read into the wrong columns; None where none does.

    ``short`` are the numbers of the lines that have fewer fields than others, ``packed`` those of lines
    without empty fields.
    """
    tests: tuple[tuple[tuple[Value, ...], Callable[[Value], bool]], ...] = (
        ((row.target, row.actual, row.weight, row.score), lambda v: _is_level(v, lexicon)),
        ((row.level1, row.level2), _is_no_name),
        ((row.level3,), lambda v: _is_no_name(v) or _is_first_level(v, lexicon)),
        ((row.weight, row.score), _is_measured),
        ((row.target,), _is_sign_only),
    )
    found = next((v for values, shows in tests for v in values if v.filled and shows(v)), None)
    line = row.score.where.line
    holes = line in short and _has_holes(row, columns)
    if found is None and (holes or (line in packed and _has_half_its_points(row, columns))):
        return next((v for v in row[2:7] if v.filled), None)
    return found


def _has_holes(row: Indicator, columns: Sequence[str]) -> bool:
    """Whether the row has points, and lacks its name or more than one of its other cells."""
    if not (row.weight.filled or row.score.filled):
        return False
    lacking = sum(name in columns and not getattr(row, name).filled for name in _SCORED_CELLS)
    return not row.level3.filled or lacking > 1


def _has_half_its_points(row: Indicator, columns: Sequence[str]) -> bool:
    """Whether the row has only one figure where the table has weights and scores."""
    return _POINTS.issubset(columns) and row.weight.filled != row.score.filled


def _is_first_level(value: Value, lexicon: Lexicon) -> bool:
    return label_key(value.text) in lexicon.first_levels.listed


def _is_level(value: Value, lexicon: Lexicon) -> bool:
    name = label_key(value.text)
    return name in lexicon.first_levels.listed or name in lexicon.second_levels.listed


def _is_no_name(value: Value) -> bool:
    """Whether the text is a figure or a target; a name may begin with a figure as well."""
    if is_dash(value.text) or parse_number(value.text) is not None:
        return True
    measure = parse_measure(value.text)
    return measure.numeric and (bool(measure.operator) or measure.percent)


def _is_measured(value: Value) -> bool:
    """Whether points have a unit: ``3亩``."""
    return value.state == UNREADABLE and is_measure(value.text)


def _is_sign_only(value: Value) -> bool:
    text = compact(value.text)
    return text == "%" or (parse_measure(text).kind == WORDS and not any(map(str.isalnum, text)))


def _is_nameless(row: FundRow) -> bool:
    return not row.label and any(v.known for v in (row.initial, row.budget, row.executed))


def _doubted(row: Indicator, sign: Value, doubts: list[ReadingNote]) -> Indicator:
    reason = _ROW.fill(printed=sign.raw)
    doubts.append(ReadingNote(reason, sign))
    return row._replace(doubt=reason)


def _doubt_line(
    line: Line,
    after: Line,
    sheet: Sheet,
    lexicon: Lexicon,
    doubts: list[ReadingNote],
    unread: set[str],
) -> None:
    """Add a doubt for a field whose label ends a short line where its value was torn off.

    The value begins the next line, or another label stands in front of that of the total.
    """
    goes_on = after.keys[0] not in lexicon.labels
    figures_follow = is_figure(after.cells[0])
    for index, (cell, name) in enumerate(zip(line.cells, line.keys, strict=True)):
        torn = index > 0 or figures_follow
        if lexicon.is_total(name) and torn and not sheet.total.score.filled:
            doubts.append(ReadingNote(_TOTAL, cell_value(line.row, cell, ("总分",))))
            unread |= {"total.score", "total.weight"}
    cell = line.cells[-1]
    field = lexicon.head_field(cell.text, line.keys[-1])
    if goes_on and field in _HEAD_FIELDS and not getattr(sheet, field).filled:
        at = cell_value(line.row, cell, ("基本信息", cell.text))
        doubts.append(ReadingNote(_HEAD.fill(label=at.raw), at))
        unread.add(field)


def _holds_headings(sheet: Sheet, lexicon: Lexicon) -> bool:
    """Whether the goals hold headings of the indicator table."""
    columns = lexicon.indicator_columns.listed
    headings = [name for name, role in columns.items() if role in _LEVELS]
    text = compact(sheet.planned.text + sheet.actual.text)
    return any(name in text for name in headings)


def _is_goal_torn(sheet: Sheet, short: set[int]) -> bool:
    """Whether one of the goals is missing, and the line with the other is short."""
    if sheet.planned.filled == sheet.actual.filled:
        return False
    goal = sheet.planned if sheet.planned.filled else sheet.actual
    return goal.where.line in short
