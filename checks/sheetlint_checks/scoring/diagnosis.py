"""Explanations of a wrong score, appended to the message.

An explanation must give the printed score to its last digit.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import product

from sheetlint.messages.text import Text
from sheetlint.sheet.numbers.rounding import (
    CENT,
    DOWN,
    HALF_EVEN,
    HALF_UP,
    STYLE,
    UP,
    Judgement,
    format_rounded,
    round_to,
)
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint.sheet.value import Value
from sheetlint_checks.scoring.kinds import kind_of
from sheetlint_checks.scoring.methods import (
    PASS_LINE,
    RATIO,
    REVERSE_LINEAR,
    REVERSE_RATIO,
    TIERS,
    AcceptedScore,
    is_satisfaction,
    score_by_method,
)
from sheetlint_checks.scoring.row_figures import REVERSE, RowFigures

NO_EXPLANATION = Text("", "")
_MODES = {
    DOWN: Text("（取整截尾，没有四舍五入）", " (truncated, not rounded)"),
    UP: Text("（尾数一律进位，没有四舍五入）", " (always rounded up)"),
    HALF_EVEN: Text("（按“四舍六入五成双”取位）", " (rounded half to even)"),
    HALF_UP: Text("（得分取了整数或一位小数）", " (rounded to too few decimals)"),
}
_STYLE = {
    DOWN: Text("（末位截尾，没有四舍五入）", " (the last digit is truncated, not rounded)"),
    UP: Text("（末位一律进位，没有四舍五入）", " (the last digit is rounded up)"),
}
_BY_PERCENT = Text(
    "（像是用“完成值 × 分值”算的，应先除以指标值）",
    " (looks like actual value × weight, without dividing by the target)",
)
_AS_POSITIVE = Text(
    "（像是当作正向指标算的；这一项越小越好）",
    " (looks as if more were better; here less is)",
)
_UPSIDE_DOWN = Text(
    "（像是把指标值和完成值颠倒相除了）", " (looks like target and actual value swapped)"
)
_SWAPPED = Text("（像是相邻两个数字写颠倒了）", " (looks like two neighbouring digits swapped)")
_OTHER_RULE = Text(
    "（像是按另一种办法“{method}”算的，所用口径不认）",
    " (looks like another rule, {method}, which the profile does not accept)",
)
_OTHER_ROW = Text(
    "（像是用了“{name}”一行的完成率）", " (looks as if the ratio of the row {name} were used)"
)
_OTHER_PLACE = Text(
    "；表上得分与{clause}一致，但所用口径{mine}计分，当地确实适用的，选用相应的口径",
    "; the score fits {clause}, while this profile scores otherwise ({mine}): choose the profile "
    "of a place that has that rule",
)
_CLAUSE = {
    PASS_LINE: Text("财预〔2021〕101号的 60% 及格线", "the pass line of Caiyu [2021] No. 101"),
    TIERS: Text("财预〔2021〕101号的满意度分档", "the satisfaction tiers of Caiyu [2021] No. 101"),
    RATIO: Text("财预〔2020〕10号的按比例计分", "the proportion of Caiyu [2020] No. 10"),
}
_METHOD = {
    PASS_LINE: Text("60% 及格线折算", "pass line at 60%"),
    TIERS: Text("满意度分档", "satisfaction tiers"),
    RATIO: Text("按比例", "in proportion"),
    REVERSE_RATIO: Text("指标值 ÷ 完成值", "target ÷ actual"),
    REVERSE_LINEAR: Text("超过部分线性扣分", "linear deduction"),
}


def diagnose_score(
    row: Indicator,
    figures: RowFigures,
    accepted: tuple[AcceptedScore, ...],
    judgement: Judgement,
    sheet: Sheet,
) -> Text:
    """The first explanation that fits, or nothing."""
    score = row.score.sure
    full = score == row.weight.number
    # Full marks are hardly ever the result of a rounding other than half-up.
    if judgement.mode and (not full or judgement.mode == HALF_UP):
        modes = _STYLE if judgement.kind == STYLE else _MODES
        return modes.get(judgement.mode, _MODES[judgement.mode])
    for value, text in _candidates(row, figures, accepted, sheet):
        if _prints(value, row.score):
            return text
    if any(has_swapped_digits(format_rounded(item.score), row.score.text) for item in accepted):
        return _SWAPPED
    return NO_EXPLANATION


def _prints(value: Fraction, score: Value) -> bool:
    return round_to(value, min(score.ulp, CENT)) == score.number


def is_scored_by_percent(row: Indicator, figures: RowFigures) -> bool:
    """Whether the score is weight × actual percentage, without the target."""
    weight = row.weight.number
    if weight is None or row.score.number is None or not figures.percent or figures.target == 100:
        return False
    return _prints(Fraction(weight) * figures.actual / 100, row.score)


def _candidates(
    row: Indicator, figures: RowFigures, accepted: tuple[AcceptedScore, ...], sheet: Sheet
) -> Iterator[tuple[Fraction, Text]]:
    weight = Fraction(row.weight.sure)
    if row.score.ulp < 1:
        # 9.00 for 9.47: rounded to a whole number and printed with zeros.
        for item, mode in product(accepted, (HALF_UP, DOWN)):
            yield Fraction(round_to(item.score, Decimal(1), mode)), _MODES[mode]
    if figures.percent:
        yield weight * figures.actual / 100, _BY_PERCENT
    ratio = figures.ratio
    if ratio is not None and figures.kind == REVERSE:
        yield min(weight, weight * ratio), _AS_POSITIVE
    elif ratio is not None and ratio > 1:
        yield weight / ratio, _UPSIDE_DOWN
    for other in _other_methods(row, figures, accepted):
        yield other.score, _OTHER_RULE.fill(method=_METHOD[other.method])
    yield from _other_rows(row, weight, sheet)


def _other_methods(
    row: Indicator, figures: RowFigures, accepted: tuple[AcceptedScore, ...]
) -> Iterator[AcceptedScore]:
    own_methods = {item.method for item in accepted}
    if figures.kind == REVERSE:
        others = [REVERSE_RATIO, REVERSE_LINEAR]
    else:
        others = [PASS_LINE, TIERS] if is_satisfaction(row) else [PASS_LINE]
        others += [RATIO]
    for name in others:
        known = name in own_methods or (figures.met and name != TIERS)
        other = None if known else score_by_method(name, figures, Fraction(row.weight.sure))
        if other is not None:
            yield other


def _other_rows(row: Indicator, weight: Fraction, sheet: Sheet) -> Iterator[tuple[Fraction, Text]]:
    """Scores by the ratio of another row; only for scores with two decimals, others fit by chance."""
    if row.score.ulp > CENT:
        return
    for other in sheet.indicators:
        figures = None if other is row else kind_of(other).figures
        ratio = None if figures is None or figures.kind == REVERSE else figures.ratio
        if ratio is not None and ratio < 1:
            yield weight * ratio, _OTHER_ROW.fill(name=other.level3.text)


def other_rule_hint(
    row: Indicator, figures: RowFigures | None, accepted: tuple[AcceptedScore, ...]
) -> Text:
    """For the hint: the rule of another place that the score follows; empty where none fits."""
    if figures is None or not accepted:
        return NO_EXPLANATION
    found = next(
        (other for other in _other_methods(row, figures, accepted)
         if other.method in _CLAUSE and _prints(other.score, row.score)),
        None,
    )  # fmt: skip
    if found is None or accepted[0].method not in _METHOD:
        return NO_EXPLANATION
    return _OTHER_PLACE.fill(clause=_CLAUSE[found.method], mine=_METHOD[accepted[0].method])


def has_swapped_digits(right: str, printed: str) -> bool:
    """Whether two neighbouring digits changed places: ``98.97`` for ``98.79``."""
    if right == printed or len(right) != len(printed):
        return False
    at = next(i for i, (a, b) in enumerate(zip(right, printed, strict=True)) if a != b)
    pair = right[at : at + 2]
    return pair.isdigit() and right[:at] + pair[::-1] + right[at + 2 :] == printed
