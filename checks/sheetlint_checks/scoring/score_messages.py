"""The findings about the score of a row: messages, hints and fixes."""

from __future__ import annotations

from fractions import Fraction

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, Fix, finding
from sheetlint.sheet.numbers.rounding import format_rounded
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.scoring import kinds
from sheetlint_checks.scoring.bands import band_of
from sheetlint_checks.scoring.diagnosis import diagnose_score, other_rule_hint
from sheetlint_checks.scoring.methods import AcceptedScore
from sheetlint_checks.scoring.row_figures import RowFigures
from sheetlint_checks.scoring.verdicts import (
    FULL_BUT_LATE,
    LOST_BUT_MET,
    NOT_DEDUCTED,
    OUT_OF_BAND,
    ScoreVerdict,
)

_MISSED = Text(
    "指标值 {target}、完成值 {actual}，{missed}，应得 {right} 分，表上 {printed} 分{why}",
    "target {target}, actual {actual}: {missed}, which gives {right} points, not {printed}{why}",
)
_FULL = Text(
    "指标值 {target}、完成值 {actual}，{missed}却记满分 {printed}，应得 {right} 分{why}",
    "target {target}, actual {actual}: {missed}, yet full marks {printed}; {right} are due{why}",
)
_LOST = Text(
    "指标值 {target}、完成值 {actual}，已完成，应得满分 {right}，表上 {printed} 分{why}",
    "target {target}, actual {actual}: met, which gives all {right} points, not {printed}{why}",
)
_LOST_MORE = Text(
    "指标值 {target}、完成值 {actual}，超额完成可以调减，按偏离度最多减到 {low} 分，表上 {printed} 分",
    "target {target}, actual {actual}: far exceeded, which may cost points, but none below {low}; "
    "the score is {printed}",
)
_LATE = Text(
    "指标值 {target}、完成值 {actual}，晚于规定的时间，却记满分 {printed}",
    "target {target}, actual {actual}: late, yet full marks {printed}",
)
_NO = Text(
    "指标值 {target}、完成值 {actual}，未完成却记满分 {printed}",
    "target {target}, actual {actual}: not met, yet full marks {printed}",
)
_BAND = Text(
    "完成值“{band}”，得分应在 {right} 分之间，表上 {printed} 分",
    "the actual value says {band}, for which {right} points are due, not {printed}",
)
_EXCEEDED = Text(
    "指标值 {target}、完成值 {actual}，超出较多，应扣到 {right} 分，表上仍是满分 {printed}",
    "target {target}, actual {actual}: exceeded by far, which leaves {right}, yet full marks {printed}",
)
_BY_COLUMN = Text(
    "按表上的得分系数或扣分，应得 {right} 分，表上 {printed} 分",
    "by the coefficient or the deduction printed in the row {right} points are due, not {printed}",
)
_NOT_SET = Text(
    "没有设定成本指标值，最多得 {most} 分，表上 {printed} 分",
    "no target of cost was set, for which {most} points are the most, not {printed}",
)
_SHORT = Text("未完成", "missed")
_OVER = Text("超出了上限", "above the limit")
_HINT = Text(
    "把得分改为 {right}；如果得分没有错，核对指标值、完成值和分值{other}",
    "set the score to {right}; if it is right, look at target, actual value and weight{other}",
)
_HINT_LOST = Text(
    "完成指标值的记满分：把得分改为 {right}；确有扣分理由的，在说明栏写明原因",
    "a target that is met earns all points: set the score to {right}, or explain the deduction",
)
_HINT_OPEN = Text(
    "按未完成的程度扣分，并在说明栏写明原因；如果完成值填错，改完成值",
    "take points off for what was not done and explain it; or correct the actual value",
)
_HINT_BAND = Text(
    "把得分改到这一档之内；如果得分没有错，改完成值里的档次",
    "bring the score into the grade; if it is right, correct the grade",
)
_HINT_NOT_SET = Text(
    "补上成本指标值，或把得分降到 {most} 分以内",
    "set a target of cost, or bring the score down to {most}",
)
_NOTHING = Text("", "")
_PERCENT = Text(
    "得分 {printed} 是用“分值 × 完成值”算的，没有除以指标值 {target}",
    "score {printed} is weight × actual value, without dividing by the target {target}",
)
_HINT_PERCENT = Text(
    "按 分值 × 完成值 ÷ 指标值 重算，完成的记满分",
    "calculate weight × actual ÷ target, all points where the target is met",
)


def score_finding(row: Indicator, verdict: ScoreVerdict, sheet: Sheet, profile: Profile) -> Finding:
    """The finding for a verdict, the same for all checks."""
    texts = _expected_texts(row, verdict)
    right = Text(" 或 ".join(texts), " or ".join(texts))
    message, hint = _texts_for(row, verdict, profile)
    nearest = _nearest_score(verdict)
    return finding(
        row.score,
        message.fill(
            target=row.target.raw,
            actual=row.actual.raw,
            right=right,
            printed=row.score.raw,
            why=_explanation(row, verdict, sheet),
            missed=_OVER if _is_above_limit(verdict) else _SHORT,
            most=format_score(verdict.accepted.highest),
            low=format_rounded(verdict.accepted.ranges[0].low) if verdict.accepted.ranges else "",
            band=_band_label(row, profile),
        ),
        expected=texts,
        formula=nearest.formula if nearest else _format_comparison(row, verdict),
        severity=verdict.severity,
        hint=hint.fill(
            right=right,
            most=format_score(verdict.accepted.highest),
            other=other_rule_hint(row, verdict.figures, verdict.accepted.exact),
        ),
        fixes=tuple(Fix(row.score.path, text) for text in texts if verdict.accepted.exact),
    )


def percent_finding(row: Indicator, verdict: ScoreVerdict, figures: RowFigures) -> Finding:
    """The finding of ID022: the score is weight × actual value."""
    return finding(
        row.score,
        _PERCENT.fill(printed=row.score.raw, target=row.target.raw),
        expected=tuple(
            dict.fromkeys(format_rounded(item.score) for item in verdict.accepted.exact)
        ),
        formula=f"{row.weight.raw} × {figures.format(figures.actual)} = {row.score.raw}",
        hint=_HINT_PERCENT,
    )


def _is_above_limit(verdict: ScoreVerdict) -> bool:
    """Whether the actual value is above a limit, rather than below a target."""
    figures = verdict.figures
    return figures is not None and not figures.met and figures.actual > figures.target


def _texts_for(row: Indicator, verdict: ScoreVerdict, profile: Profile) -> tuple[Text, Text]:
    full = row.score.number == row.weight.number
    name = verdict.accepted.kind.name
    if verdict.code == OUT_OF_BAND:
        return _BAND, _HINT_BAND
    if verdict.code == NOT_DEDUCTED:
        return _EXCEEDED, _HINT
    if verdict.code == LOST_BUT_MET:
        return (_LOST_MORE if verdict.accepted.ranges else _LOST), _HINT_LOST
    if verdict.code == FULL_BUT_LATE:
        return _LATE, _HINT_OPEN
    if name == kinds.NOT_SET:
        return _NOT_SET, _HINT_NOT_SET
    if verdict.accepted.met is None:
        return _BY_COLUMN, _HINT
    if full and not verdict.accepted.exact:
        return _NO, _HINT_OPEN
    return (_FULL if full else _MISSED), _HINT


def _expected_texts(row: Indicator, verdict: ScoreVerdict) -> tuple[str, ...]:
    """The accepted scores as one would print them."""
    due = verdict.accepted
    if verdict.code == LOST_BUT_MET:
        return (format_score(due.exact[0].score),)
    if due.exact:
        return tuple(dict.fromkeys(format_rounded(item.score) for item in due.exact))
    if verdict.code == OUT_OF_BAND or due.kind.name == kinds.NOT_SET:
        score_range = due.ranges[0]
        return (f"{format_score(score_range.low)}–{format_score(score_range.high)}",)
    return ()


def _nearest_score(verdict: ScoreVerdict) -> AcceptedScore | None:
    """The accepted score that the printed one comes nearest to."""
    exact = verdict.accepted.exact
    return next((item for item in exact if item.score == verdict.judgement.nearest), None) or (
        exact[0] if exact else None
    )


def _format_comparison(row: Indicator, verdict: ScoreVerdict) -> str:
    if verdict.code == FULL_BUT_LATE:
        return f"{row.actual.raw} > {row.target.raw}"
    return f"{row.score.raw} / {row.weight.raw}"


def _explanation(row: Indicator, verdict: ScoreVerdict, sheet: Sheet) -> Text:
    if verdict.figures is None or not verdict.accepted.exact:
        return _NOTHING
    return diagnose_score(row, verdict.figures, verdict.accepted.exact, verdict.judgement, sheet)


def _band_label(row: Indicator, profile: Profile) -> str:
    band = band_of(row.actual.text, profile)
    return "" if band is None else band.label


def format_score(value: Fraction) -> str:
    """A weight as it is printed: 15, 22.5."""
    text = format_rounded(value)
    return text.rstrip("0").rstrip(".")
