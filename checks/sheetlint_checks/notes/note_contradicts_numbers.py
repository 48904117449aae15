"""说明与数据矛盾

检查内容
    说明写“已全部完成”“超额完成”，完成值却没有达到指标值；说明写“未完成”，完成值却达到了，
    还扣了分；说明里写的完成率与本行的完成值不同。
为什么
    数和话对不上，看表的人不知道该信哪一个。
依据
    建议（按表内文字推断，没有条文直接规定）。
不通过示例
    指标值 20场，完成值 15场，说明“已超额完成”
通过示例
    指标值 20场，完成值 15场，说明“因疫情少办5场，下年补办”
怎么改
    核对完成值和说明，把写错的一处改过来。

What it checks
    A note that says done, or more than done, where the target was missed; one that says not done
    where it was met and points were lost; a percentage in the note that is not the row's.
Why
    Figures and words disagree, and nobody knows which to believe.
Basis
    Advice: follows from the sheet's own words.
Fails
    target 20, actual 15, note “已超额完成”
Passes
    target 20, actual 15, note “因疫情少办5场，下年补办”
How to fix
    Compare both and correct the wrong one.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_INDICATOR, MEDIUM, Finding, check, finding
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.numbers.parse import half_width
from sheetlint.sheet.numbers.rounding import round_to
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.notes import vocabulary
from sheetlint_checks.notes.note_content import reports_failure
from sheetlint_checks.scoring import RowFigures, figures_of

_DONE = Text(
    "说明写“{note}”，完成值 {actual} 却没有达到指标值 {target}",
    "the note says “{note}”, yet {actual} does not meet the target {target}",
)
_FAILED = Text(
    "说明写“{note}”，完成值 {actual} 却已达到指标值 {target}",
    "the note says “{note}”, yet {actual} meets the target {target}",
)
_OTHER = Text(
    "说明里写的是 {quoted}%，实际完成值是 {actual}",
    "the note says {quoted}%, the actual value is {actual}",
)
_HINT = Text(
    "核对完成值和说明，把写错的一处改过来", "compare value and note and correct the wrong one"
)
_ALL_DONE = LazyPattern("|".join(vocabulary.ALL_DONE))
_RATE = LazyPattern(vocabulary.RATE_IN_NOTE)


@check(
    "NT008",
    "note-contradicts-numbers",
    title="A note contradicts the figures",
    severity="warning",
    confidence=MEDIUM,
    basis=ADVICE,
    each=EACH_INDICATOR,
    needs="~note ~target ~actual weight score",
)
def note_contradicts_numbers(row: Indicator, sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    figures = figures_of(row)
    if figures is None:
        return
    lost = row.score.number != row.weight.number
    texts = {"note": row.note.raw[:20], "actual": row.actual.raw, "target": row.target.raw}
    if not figures.met and _ALL_DONE.search(row.note.text):
        yield finding(row.note, _DONE.fill(**texts), hint=_HINT)
    elif figures.met and lost and reports_failure(row.note.text):
        yield finding(row.note, _FAILED.fill(**texts), hint=_HINT)
    elif figures.percent:
        quoted = _other_rate(row, figures)
        if quoted is not None:
            yield finding(row.note, _OTHER.fill(quoted=quoted, actual=row.actual.raw), hint=_HINT)


def _other_rate(row: Indicator, figures: RowFigures) -> str | None:
    """A rate that the note gives and that is neither actual, target nor their ratio."""
    found = _RATE.findall(half_width(row.note.text))
    if len(found) != 1:
        return None
    quoted = Decimal(found[0])
    ulp = Decimal(1).scaleb(int(quoted.as_tuple().exponent))
    known = [figures.actual, figures.target, abs(figures.target - figures.actual)]
    if figures.ratio is not None:
        known.append(figures.ratio * 100)
    return None if any(round_to(Fraction(k), ulp) == quoted for k in known) else found[0]
