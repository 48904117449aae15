"""完成值照抄指标值

检查内容
    定量指标的完成值与指标值一字不差，连“≥”也照抄。三行以上或占定量指标六成以上的为警告，
    个别行只作提示；当地系统两列都带运算符的，一律只作提示。每张表报一次。
为什么
    照抄来的“≥266米”不是实际完成的数，完成多少无从知道。
依据
    财预〔2020〕10号 第二十五条（数据真实、结果客观）。
不通过示例
    指标值 ≥266米，完成值 ≥266米
通过示例
    指标值 ≥266米，完成值 270米
怎么改
    填写实际完成的数，不带运算符。

What it checks
    Actual values that are the target word for word, sign and all.  A warning from three rows or 60 % of
    the quantitative rows; a hint for fewer, and where the system prints the sign in both columns.  Said
    once a sheet.
Why
    ≥266 m is not what was reached, and nobody can tell how much was.
Basis
    MOF Caiyu [2020] No. 10, article 25: true data, objective results.
Fails
    target ≥266米, actual ≥266米
Passes
    target ≥266米, actual 270米
How to fix
    Enter the figure that was reached, without a sign.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import INFO, MEDIUM, WARNING, Finding, check, finding
from sheetlint.sheet.numbers.measure import parse_measure
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ART_25
from sheetlint_checks.indicators.actual_operators import is_operator_ignored

_MESSAGE = Text(
    "{count} 个指标的完成值连运算符也照抄了指标值，例如“{name}”{printed}",
    "{count} actual values copy the target, sign and all, such as “{name}” {printed}",
)
_HINT = Text("填写实际完成的数，不带运算符", "enter the figure that was reached, without a sign")
_MANY, _MOST = 3, 60


@check(
    "ID012",
    "actual-copies-target",
    title="Actual values copy the target",
    severity="warning",
    confidence=MEDIUM,
    basis=ART_25,
    needs="indicators columns.target columns.actual",
    parameters="score.operator_in_actual",
)
def actual_copies_target(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    rows = [r for r in sheet.indicators if r.doubt is None and parse_measure(r.target.text).numeric]
    copied = [
        r for r in rows if r.actual.text == r.target.text and parse_measure(r.actual.text).operator
    ]
    if not copied:
        return
    many = len(copied) >= _MANY or 100 * len(copied) >= _MOST * len(rows) > 100
    first = copied[0]
    yield finding(
        first.actual,
        _MESSAGE.fill(count=len(copied), name=first.level3.text, printed=first.actual.raw),
        severity=WARNING if many and not is_operator_ignored(profile) else INFO,
        hint=_HINT,
    )
