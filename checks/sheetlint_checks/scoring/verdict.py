"""The score engine: what is wrong with the score of one row, and which check says it.

Exactly one of ID001, ID002, ID005 and ID006 speaks of a row.  Full marks although the target was
missed is ID005; points lost although it was met is ID006; any other wrong score is ID001, or ID002
where less is better.  A row that cannot be calculated without doubt (words, a date, a range, no
known direction) has no verdict.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from sheetlint.check import ERROR, INFO, WARNING, Finding, Fix, finding
from sheetlint.model import Indicator, Sheet, Text
from sheetlint.numbers.rounding import (
    CENT,
    COARSE,
    COARSE_OTHER,
    NEAR,
    STYLE,
    Judgement,
    judge,
    round_to,
    shown,
)
from sheetlint.profiles import Profile, UnknownParameter
from sheetlint_checks.arithmetic.points import score_step
from sheetlint_checks.scoring.diagnosis import diagnosis
from sheetlint_checks.scoring.direction import EITHER, EQUAL, REVERSE, Reading, read
from sheetlint_checks.scoring.methods import Accepted, accepted

POSITIVE_MISMATCH = "ID001"
REVERSE_MISMATCH = "ID002"
FULL_BUT_MISSED = "ID005"
LOST_BUT_MET = "ID006"

_OTHER_MODELS = ("score.model", "score.coefficient_column")
"""Places where a score is not points out of the weight; their rows are not calculated."""
_SEVERITY = {STYLE: INFO, COARSE: INFO, NEAR: WARNING}
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
_SHORT = Text("未完成", "missed")
_OVER = Text("超出了上限", "above the limit")
_SAY = {FULL_BUT_MISSED: _FULL, LOST_BUT_MET: _LOST}
_HINT = Text(
    "把得分改为 {right}；如果得分没有错，核对指标值、完成值和分值",
    "set the score to {right}; if it is right, look at target, actual value and weight",
)
_HINT_LOST = Text(
    "完成指标值的记满分：把得分改为 {right}；确有扣分理由的，在说明栏写明原因",
    "a target that is met earns all points: set the score to {right}, or explain the deduction",
)


class Verdict(NamedTuple):
    """What is wrong with the score of a row."""

    code: str
    severity: str
    reading: Reading
    accepted: tuple[Accepted, ...]
    judgement: Judgement

    @property
    def texts(self) -> tuple[str, ...]:
        """The accepted scores as one would print them."""
        if self.code == LOST_BUT_MET:
            return (shown_points(self.accepted[0].score),)
        return tuple(dict.fromkeys(shown(item.score) for item in self.accepted))


def reading_of(row: Indicator) -> Reading | None:
    """The row's target and actual value as figures, with the direction."""
    return read(row.target.text, row.actual.text, row.level2.text, row.level3.text)


def due(row: Indicator, profile: Profile) -> tuple[Accepted, ...]:
    """Every score that the rules give the row; none where it cannot be calculated."""
    weight = row.weight.number
    if weight is None or weight <= 0 or _scored_otherwise(profile):
        return ()
    reading = reading_of(row)
    return () if reading is None else accepted(reading, Fraction(weight), row, profile)


def verdict(row: Indicator, sheet: Sheet, profile: Profile) -> Verdict | None:
    """None where the score is right, where another check speaks (AR010, AR011, AR004), or where
    nobody can say."""
    weight, score = row.weight.number, row.score.number
    if weight is None or score is None or not 0 <= score <= weight or weight == 0:
        return None
    reading = reading_of(row)
    if reading is None or (reading.met and score == weight) or _scored_otherwise(profile):
        return None
    scores = accepted(reading, Fraction(weight), row, profile)
    if not scores:
        return None
    judgement = judge(
        score,
        row.score.ulp,
        [item.score for item in scores],
        ulp_max=profile.number("score.ulp_max"),
        abs_tol=profile.number("score.abs_tol"),
    )
    if judgement.right:
        return None
    found = _code_and_severity(reading, weight, score, scores, judgement, sheet, profile)
    return None if found is None else Verdict(*found, reading, scores, judgement)


def _code_and_severity(
    reading: Reading,
    weight: Decimal,
    score: Decimal,
    scores: tuple[Accepted, ...],
    judgement: Judgement,
    sheet: Sheet,
    profile: Profile,
) -> tuple[str, str] | None:
    if reading.met:
        return None if _may_lose_points(reading, profile) else (LOST_BUT_MET, WARNING)
    if score == weight:
        highest = max(item.score for item in scores)
        if round_to(highest, CENT) == weight:
            return None
        slight = Fraction(weight) - highest <= Fraction(score_step(sheet)) / 2
        return FULL_BUT_MISSED, WARNING if slight else ERROR
    code = REVERSE_MISMATCH if reading.kind == REVERSE else POSITIVE_MISMATCH
    severity = _SEVERITY.get(judgement.kind)
    if severity is None:
        # Too many points are worse than too few; between two accepted scores nobody gains for sure.
        high = judgement.above
        if judgement.kind == COARSE_OTHER:
            high = Fraction(score) > judgement.against
        severity = ERROR if high else WARNING
    return code, severity


def _may_lose_points(reading: Reading, profile: Profile) -> bool:
    """Far more than the target may cost points (article 16), and some places have a column of
    deductions; there a score below the weight proves nothing."""
    if _optional(profile, "score.deduct_column") is True:
        return True
    ratio = reading.ratio
    if reading.kind in (REVERSE, EITHER) or ratio is None:
        return False
    if reading.kind == EQUAL:
        return True
    return ratio >= Fraction(profile.number("over_completion.flag_ratio"))


def _scored_otherwise(profile: Profile) -> bool:
    return any(_optional(profile, key) is not None for key in _OTHER_MODELS)


def _optional(profile: Profile, key: str) -> object:
    try:
        return profile.get(key)
    except UnknownParameter:
        return None


def shown_points(value: Fraction) -> str:
    """A weight as it is printed: 15, 22.5."""
    text = shown(value)
    return text.rstrip("0").rstrip(".")


def finding_for(row: Indicator, found: Verdict) -> Finding:
    """The finding that the four checks have in common."""
    texts = found.texts
    right = " 或 ".join(texts), " or ".join(texts)
    why = diagnosis(row, found.reading, found.accepted, found.judgement)
    say = _SAY.get(found.code, _MISSED).fill(
        target=row.target.raw,
        actual=row.actual.raw,
        right=Text(*right),
        printed=row.score.raw,
        why=why,
        missed=_OVER if found.reading.kind == REVERSE else _SHORT,
    )
    hint = _HINT_LOST if found.code == LOST_BUT_MET else _HINT
    best = next(
        (item for item in found.accepted if item.score == found.judgement.against),
        found.accepted[0],
    )
    return finding(
        row.score,
        say,
        expected=texts,
        formula=best.formula,
        severity=found.severity,
        hint=hint.fill(right=Text(*right)),
        fixes=tuple(Fix(row.score.path, text) for text in texts),
    )
