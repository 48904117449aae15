"""定性评分无依据

检查内容
    定性指标（指标值里没有数字）扣了分，说明栏是否写了评分的依据。当地要求定性指标一律写明依据的，
    满分的也查，并且是错误；其余只作提示。
为什么
    定性指标靠文字评分，不写依据，谁也看不出为什么是 7 分而不是 9 分。
依据
    财预〔2020〕10号 第十六条（定性指标按达成情况分三档评分）。
不通过示例
    部分达成年度指标 | 分值 10 | 得分 7 |（空）
通过示例
    同上，说明“已建平台，推广至3个区，尚有2个未上线”
怎么改
    在说明栏写明完成到什么程度、还差什么。

What it checks
    A qualitative row (no figure in the target) that lost points: does the note say on what the score
    rests?  Where the place wants it of every such row, full marks are asked too, as an error.
Why
    Such rows are scored by words; without them nobody sees why it is 7 and not 9.
Basis
    MOF Caiyu [2020] No. 10, article 16: three bands for qualitative indicators.
Fails
    部分达成年度指标 | weight 10 | score 7 | (empty)
Passes
    the same with “已建平台，推广至3个区，尚有2个未上线”
How to fix
    Say how far it got and what is missing.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_INDICATOR, ERROR, INFO, Finding, check, finding
from sheetlint.sheet.numbers.measure import WORDS, parse_measure
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint.sheet.value import ABSENT
from sheetlint_checks.arithmetic.point_rows import has_lost_points
from sheetlint_checks.basis import ART_16
from sheetlint_checks.notes.note_content import is_explained_below

_MESSAGE = Text(
    "“{name}”是定性指标，得 {score} 分，没有写评分的依据",
    "“{name}” is qualitative and has {score} points, with no word on what they rest",
)
_HINT = Text("写明完成到什么程度、还差什么", "say how far it got and what is missing")


@check(
    "NT011",
    "qualitative-remark-missing",
    title="A qualitative score without a reason",
    severity="info",
    basis=ART_16,
    each=EACH_INDICATOR,
    needs="columns.note ~target weight score",
    parameters="notes.qualitative_remark",
)
def qualitative_remark_missing(row: Indicator, sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    always = profile.flag("notes.qualitative_remark")
    if parse_measure(row.target.text).kind != WORDS or row.note.state != ABSENT:
        return
    if (always or has_lost_points(row.weight, row.score)) and not is_explained_below(sheet):
        yield finding(
            row.note,
            _MESSAGE.fill(name=row.level3.text, score=row.score.raw),
            severity=ERROR if always else INFO,
            hint=_HINT,
        )
