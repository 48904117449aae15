"""数字无法识别

检查内容
    应当填数字的格子（资金栏的金额、分值、执行率、得分，指标的分值、得分，总分）里，写的是
    不是一个数字。“—”、空格不在此列。
为什么
    认不出的数字不能参加核对，用到它的检查只能跳过。
依据
    建议：应填数字的格子只填一个数字。
不通过示例
    5 76,07470
通过示例
    57,607,470
怎么改
    只写一个数字：逗号每三位一个，数字中间不留空格，说明文字写到说明栏。

What it checks
    Whether cells that must hold a number (amounts, weights, rate and scores of the funds block,
    weights and scores of indicators, total) hold one.  Dashes and blanks are not meant.
Why
    What cannot be read as a number cannot be verified, and checks that need it are skipped.
Basis
    Advice: a cell for a number holds one number and nothing else.
Fails
    5 76,07470
Passes
    57,607,470
How to fix
    Write one number: a comma every three digits, no blanks inside, remarks in the notes column.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import WARNING, Finding, Fix, check, finding
from sheetlint.sheet.numbers.parse import half_width, parse_number
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.value import UNREADABLE, Value
from sheetlint_checks.basis import ADVICE

_MESSAGE = Text(
    "{where}写的是“{printed}”，不是一个数字", "{where} holds “{printed}”, which is not a number"
)
_PERCENT = Text(
    "{where}写的是“{printed}”，这里应填分数，不带百分号",
    "{where} holds “{printed}”; points are meant here, without a percent sign",
)
_HINT = Text(
    "只写一个数字，说明文字写到说明栏", "write one number; remarks belong in the notes column"
)
_MAYBE = Text(
    "如果本意是 {maybe}，就这样写；逗号每三位一个，数字中间不留空格",
    "write {maybe} if that is meant: a comma every three digits, no blanks inside",
)


@check(
    "UN004",
    "number-unparseable",
    title="A number cannot be read",
    severity="error",
    basis=ADVICE,
)
def number_unparseable(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    for value in _figures(sheet):
        if value.state == UNREADABLE:
            yield _unreadable_finding(value)


def _figures(sheet: Sheet) -> Iterator[Value]:
    """Cells for numbers, in reading order; doubtful rows are RD003's."""
    for fund in sheet.funds:
        yield from (fund.initial, fund.budget, fund.executed, fund.weight, fund.rate, fund.score)
    for row in sheet.indicators:
        if row.doubt is None:
            yield from (row.weight, row.score)
    yield from (sheet.total.weight, sheet.total.score)


def _unreadable_finding(value: Value) -> Finding:
    where = Text("、".join(value.where.label[-2:]), " › ".join(value.where.label[-2:]))
    as_percent = parse_number(value.raw)
    if as_percent is not None and as_percent.percent:
        # Weights in percent are some places' habit, and everybody reads them.
        weight = value.path.endswith(".weight")
        return finding(
            value,
            _PERCENT.fill(where=where, printed=value.raw),
            severity=WARNING if weight else "",
            hint=_HINT,
        )
    message = _MESSAGE.fill(where=where, printed=value.raw)
    maybe = _join_digits(value.raw)
    if maybe is None:
        return finding(value, message, hint=_HINT)
    return finding(value, message, hint=_MAYBE.fill(maybe=maybe), fixes=(Fix(value.path, maybe),))


def _join_digits(raw: str) -> str | None:
    """The digits with blanks and misplaced commas taken out, where that leaves one number."""
    whole, point, decimals = "".join(half_width(raw).split()).rstrip("?").partition(".")
    if "," in decimals:
        return None
    text = whole.replace(",", "") + point + decimals
    number = parse_number(text)
    return text if number is not None and not number.unit else None
