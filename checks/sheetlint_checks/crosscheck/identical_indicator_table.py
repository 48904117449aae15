"""指标表雷同

检查内容
    不同的项目，三级指标、年度指标值和实际完成值是否全部相同（三行以上的表才比较）。
为什么
    不同的项目不会恰好有同样的指标、同样的目标和同样的结果，多半是复制后忘了改。
依据
    建议：各项目的指标应当反映各自的产出和效益，没有条文直接规定。
不通过示例
    两个项目指标、目标值、完成值全同
通过示例
    各项目的指标和完成值不同
怎么改
    核对是哪一张复制了另一张，按本项目的实际情况填写。

What it checks
    Whether indicators, targets and actual values of different projects are all the same; tables
    of three rows or more.
Why
    Different projects do not happen to have the same indicators, targets and results: one was
    copied and not changed.
Basis
    Advice: a project's indicators are about its own outputs; no clause prescribes it.
Fails
    two projects with the same indicators, targets and actual values
Passes
    indicators and actual values that differ
How to fix
    See which was copied, and fill it in as the project itself went.
"""

from collections.abc import Iterator

from sheetlint.crosscheck.batch import Batch
from sheetlint.crosscheck.sheet_summary import SheetSummary
from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_BATCH, MEDIUM, Finding, check, cross_finding
from sheetlint.sheet.place import Place
from sheetlint_checks.basis import COMPARISON
from sheetlint_checks.crosscheck.sheet_names import project_key, quote_sheet_names

_MESSAGE = Text(
    "{names}的 {rows} 行指标、指标值和完成值全部相同",
    "{names} have the same {rows} indicators, targets and actual values",
)
_HINT = Text(
    "核对是哪一张复制了另一张，按本项目的实际情况填写",
    "see which was copied, and fill it in as the project itself went",
)
_FEWEST = 3


@check(
    "BT003",
    "identical-indicator-table",
    title="Different projects have the same indicator table",
    severity="warning",
    confidence=MEDIUM,
    basis=COMPARISON,
    each=EACH_BATCH,
)
def identical_indicator_table(batch: Batch, profile: Profile) -> Iterator[Finding]:
    for sheets in batch.group_by(lambda s: s.table if s.scored >= _FEWEST else None).values():
        if len({project_key(sheet) for sheet in sheets}) > 1:
            message = _MESSAGE.fill(names=quote_sheet_names(sheets), rows=sheets[0].scored)
            keys = sorted({project_key(sheet) for sheet in sheets})
            yield cross_finding(message, [_table(sheet) for sheet in sheets], keys, hint=_HINT)


def _table(sheet: SheetSummary) -> Place:
    """Where the first of its rows stands."""
    from sheetlint.crosscheck.approved_targets import read_approved_targets

    first = read_approved_targets(sheet)[0].at
    return first._replace(where=first.where._replace(label=("绩效指标",)))
