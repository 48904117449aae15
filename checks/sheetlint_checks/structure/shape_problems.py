"""The problems of shape that each check reports, with their places in the sheet."""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.recognise.labels import FUND_COLUMNS, FUND_TOTAL_ROW, INDICATOR_COLUMNS
from sheetlint.rules.check import Finding, finding
from sheetlint.sheet.sheet import ShapeProblem, Sheet
from sheetlint.sheet.value import Value
from sheetlint.sheet.where import Where
from sheetlint_checks.basis import LOCAL

_HINT = Text("按所用口径的要求填写", "fill it in as the profile demands")


def shape_problems(sheet: Sheet, code: str) -> Iterator[tuple[ShapeProblem, Value]]:
    """The problems that one check reports, each with its place."""
    for problem in sheet.shape:
        if problem.code == code and problem.message is None:
            yield problem, place_of(sheet, problem.path)


def demand_findings(sheet: Sheet, code: str) -> Iterator[Finding]:
    """The findings of one check for the ``[schema]`` of the profile."""
    for problem in sheet.shape:
        if problem.code == code and problem.message is not None:
            at = place_of(sheet, problem.path)
            yield finding(at, problem.message, hint=_HINT, basis=LOCAL)


def place_of(sheet: Sheet, path: str) -> Value:
    """The value at ``path``; for a field that the sheet lacks, an empty value at the nearest row."""
    value = sheet.get(path)
    if value is not None:
        return value
    head, _, rest = path.partition(".")
    if head == "columns":
        return Value(path, where=_near(sheet, ("绩效指标", INDICATOR_COLUMNS.get(rest, rest))))
    if head == "funds":
        column = rest.partition(".")[2]
        label = (
            "项目资金",
            FUND_TOTAL_ROW,
            *([FUND_COLUMNS.get(column, column)] if column else []),
        )
        part = sheet.funds[0].budget.where if sheet.funds else Where()
        return Value(path, where=part._replace(label=label, column=None))
    if head == "details":
        return Value(path, where=sheet.title.where._replace(label=("基本信息", rest), column=None))
    if head == "remarks":
        return Value(path, where=sheet.total.score.where._replace(label=(rest,), column=None))
    return Value(path, where=_near(sheet, ("绩效指标",)))


def _near(sheet: Sheet, label: tuple[str, ...]) -> Where:
    first = sheet.indicators[0].level3.where if sheet.indicators else Where()
    return first._replace(label=label, column=None)
