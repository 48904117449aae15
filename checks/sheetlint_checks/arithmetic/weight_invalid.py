"""分值无效

检查内容
    指标行的分值应是大于 0、不超过 100 的数；写成百分数的（10%）也不算分值。
为什么
    分值为零或为负的指标不起作用，超过 100 的一项就超过了整张表。
依据
    财预〔2020〕10号 第十八条（总分一般为 100 分，分值是其中的份额）。
不通过示例
    培训人次，分值 0，得分 0
通过示例
    培训人次，分值 10，得分 10
怎么改
    填上批复绩效目标时确定的分值；不计分的说明行，分值和得分都不填。

What it checks
    The weight of an indicator row must be a number above 0 and up to 100; a percentage (10%)
    is no weight.
Why
    A weight of nothing has no effect, one above 100 exceeds the whole sheet.
Basis
    MOF Caiyu [2020] No. 10, article 18: weights are shares of the total of 100.
Fails
    培训人次, weight 0, score 0
Passes
    培训人次, weight 10, score 10
How to fix
    Enter the weight that was approved; leave both cells empty in a row that does not count.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, Fix, check, finding
from sheetlint.sheet.numbers.parse import format_plain, parse_number
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.value import UNREADABLE, Value
from sheetlint_checks.arithmetic.point_rows import format_points, point_rows, sum_numbers
from sheetlint_checks.basis import ART_18

_LOW = Text("分值 {printed} 无效：有分值的指标应大于 0", "weight {printed}: it must be above 0")
_HIGH = Text(
    "分值 {printed} 无效：一项指标不能超过总分 {most}",
    "weight {printed}: no indicator can have more than the total of {most}",
)
_PERCENT = Text(
    "分值 {printed} 写成了百分数，应写分数 {points}",
    "weight {printed} is a percentage; write the points, {points}",
)
_HINT = Text(
    "填批复绩效目标时确定的分值；不计分的行，分值和得分都不填",
    "enter the approved weight; leave both cells empty in a row that does not count",
)


@check(
    "AR004",
    "weight-invalid",
    title="Weight is not a valid number of points",
    severity="error",
    basis=ART_18,
    needs="indicators columns.weight",
    parameters="weights.total",
)
def weight_invalid(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    most = profile.number("weights.total")
    weights = [row.weight for row in point_rows(sheet)]
    for row in point_rows(sheet):
        weight = row.weight
        if not weight.path.startswith("indicators."):
            continue
        if weight.number is None:
            yield from _percentage(weight)
        elif weight.number <= 0 or weight.number > most:
            rest = most - (sum_numbers(weights) - weight.number)
            message = _LOW if weight.number <= 0 else _HIGH
            yield finding(
                weight,
                message.fill(printed=weight.raw, most=format_plain(most)),
                expected=(format_points(rest),) if 0 < rest <= most else (),
                hint=_HINT,
                fixes=(Fix(weight.path, format_points(rest)),) if 0 < rest <= most else (),
            )


def _percentage(weight: Value) -> Iterator[Finding]:
    """``10%`` is a number, but no weight; anything else that is none is UN004's."""
    number = parse_number(weight.raw) if weight.state == UNREADABLE else None
    if number is not None:
        text = format_points(number.value * 100)
        yield finding(
            weight,
            _PERCENT.fill(printed=weight.raw, points=text),
            expected=(text,),
            hint=_HINT,
            fixes=(Fix(weight.path, text),),
        )
