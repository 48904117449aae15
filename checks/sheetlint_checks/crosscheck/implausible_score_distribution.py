"""分数分布异常

检查内容
    一个部门有十张以上自评表时，总分是否几乎都在 98 分以上（95% 以上的表）、全部为 100 分，
    或者几乎都是同一个分数；各部门合起来也这样看一次。
为什么
    几十个项目个个接近满分，或者分数整齐划一，自评就看不出高低，也看不出问题。
依据
    建议：自评结果应当客观反映完成情况，没有条文规定分数的分布。
不通过示例
    39 张表均在 98 分以上
通过示例
    分数有高有低
怎么改
    抽几张对照佐证材料复核得分；确实都完成得好的，在汇总说明中写明依据。

What it checks
    Of ten sheets or more of one department: whether almost all totals (95 % of the sheets) are 98
    or more, all are 100, or almost all are the same; and the same of all departments together.
Why
    Where dozens of projects are all but perfect, or all alike, the evaluation tells nothing.
Basis
    Advice: results are to be objective; no clause says how scores are distributed.
Fails
    39 sheets, all with 98 or more
Passes
    higher and lower totals
How to fix
    Hold some of the scores against the evidence; if all went that well, say on what grounds.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from sheetlint.crosscheck.batch import Batch
from sheetlint.crosscheck.names import name_key
from sheetlint.crosscheck.sheet_summary import SheetSummary
from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_BATCH, LOW, Finding, check, cross_finding
from sheetlint.sheet.numbers.parse import format_plain
from sheetlint_checks.basis import COMPARISON

_FULL = Text("{count} 张自评表的总分都是 {total} 分", "all {count} totals are {total}")
_SAME = Text(
    "{count} 张自评表中有 {many} 张的总分都是 {total} 分",
    "{many} of {count} totals are {total}",
)
_HIGH = Text(
    "{count} 张自评表中有 {many} 张的总分在 {bound} 分以上",
    "{many} of {count} totals are {bound} or more",
)
_ALL_HIGH = Text(
    "{count} 张自评表的总分都在 {bound} 分以上", "all {count} totals are {bound} or more"
)
_OF = Text("{department}：{message}", "{department}: {message}")
_HINT = Text(
    "抽查几张，对照佐证材料复核得分",
    "hold some of the scores against the evidence",
)
_FEWEST, _BOUND = 10, Decimal(98)
_SHARE = (95, 100)


@check(
    "BT004",
    "implausible-score-distribution",
    title="Totals are implausibly high or alike",
    severity="info",
    confidence=LOW,
    basis=COMPARISON,
    each=EACH_BATCH,
)
def implausible_score_distribution(batch: Batch, profile: Profile) -> Iterator[Finding]:
    scored = [sheet for sheet in batch.sheets if sheet.total is not None]
    message = _describe_oddity(scored)
    if message is not None:
        # What holds for the whole batch is not reported again for each department.
        yield cross_finding(message, [s.place_of("total.score") for s in scored], hint=_HINT)
        return
    groups: dict[str, list[SheetSummary]] = {}
    for sheet in scored:
        groups.setdefault(name_key(sheet.department), []).append(sheet)
    for department, sheets in groups.items():
        message = _describe_oddity(sheets)
        if message is not None and department:
            filled = _OF.fill(department=sheets[0].department, message=message)
            yield cross_finding(
                filled, [s.place_of("total.score") for s in sheets], (department,), hint=_HINT
            )


def _describe_oddity(sheets: Sequence[SheetSummary]) -> Text | None:
    if len(sheets) < _FEWEST:
        return None
    totals = Counter(sheet.total for sheet in sheets if sheet.total is not None)
    count = len(sheets)
    total, many = max(totals.items(), key=lambda item: (item[1], item[0]))
    if many == count:
        return _FULL.fill(count=count, total=format_plain(total))
    if _are_almost_all(many, count):
        return _SAME.fill(count=count, many=many, total=format_plain(total))
    high = sum(n for value, n in totals.items() if value >= _BOUND)
    if high == count:
        return _ALL_HIGH.fill(count=count, bound=_BOUND)
    if _are_almost_all(high, count):
        return _HIGH.fill(count=count, many=high, bound=_BOUND)
    return None


def _are_almost_all(many: int, count: int) -> bool:
    part, whole = _SHARE
    return many * whole >= count * part
