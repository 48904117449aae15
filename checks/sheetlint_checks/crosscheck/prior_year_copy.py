"""沿用上年

检查内容
    与上年的自评表相比，同一项目的实际完成值、说明和总分是否全部相同（三行以上的指标表才比较）。
    项目先按编码对应，再按名称和单位对应，名称里的年份不计。
为什么
    每年的完成情况不会分毫不差，多半是拿上年的表改了年度就报。
依据
    建议（各表互相对照得出，没有条文直接规定）。
不通过示例
    完成值、说明、总分与上年全同
通过示例
    数据有更新
怎么改
    按本年度的实际情况重新填写完成值、得分和说明。

What it checks
    Whether actual values, notes and total of a project are all the same as the year before; tables
    of three rows or more.  Projects are matched by code, then by name and unit, without years.
Why
    No year comes out like the one before to the last figure: the old sheet got a new date.
Basis
    Advice: sheets compared with each other; no clause prescribes it.
Fails
    actual values, notes and total as they were last year
Passes
    figures of this year
How to fix
    Fill in actual values, scores and notes as this year went.
"""

from collections.abc import Iterator

from sheetlint.crosscheck.batch import Batch
from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_BATCH, MEDIUM, Finding, check, cross_finding
from sheetlint.sheet.numbers.parse import format_plain
from sheetlint_checks.basis import COMPARISON
from sheetlint_checks.crosscheck.sheet_names import holder_key, project_key
from sheetlint_checks.crosscheck.sheet_pairs import pair_sheets

_MESSAGE = Text(
    "“{project}”的完成值、说明和总分（{total}）与{year}完全相同",
    "“{project}”: actual values, notes and total ({total}) are those of {year}",
)
_LAST = Text("上年", "the year before")
_YEAR = Text("上年（{year} 年度）", "the year before ({year})")
_HINT = Text(
    "按本年度的实际情况重新填写完成值、得分和说明",
    "fill in actual values, scores and notes as this year went",
)
_FEWEST = 3


@check(
    "BT010",
    "prior-year-copy",
    title="The sheet is last year's",
    severity="warning",
    confidence=MEDIUM,
    basis=COMPARISON,
    each=EACH_BATCH,
    needs="last_year",
)
def prior_year_copy(batch: Batch, profile: Profile) -> Iterator[Finding]:
    for sheet, before in pair_sheets(batch.sheets, batch.inputs.last_year or ()):
        if sheet.total is None or sheet.scored < _FEWEST:
            continue
        if sheet.year is not None and sheet.year == before.year:
            # The same year on both sides: one of the two folders is not what it should be.
            continue
        same = (sheet.results, sheet.notes, sheet.total)
        if same == (before.results, before.notes, before.total):
            year = _LAST if before.year is None else _YEAR.fill(year=before.year)
            message = _MESSAGE.fill(
                project=sheet.display_name, total=format_plain(sheet.total), year=year
            )
            places = [sheet.place_of("actual"), before.place_of("actual")]
            yield cross_finding(
                message, places, (project_key(sheet), holder_key(sheet)), hint=_HINT
            )
