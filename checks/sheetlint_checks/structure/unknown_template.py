"""表样无法识别

检查内容
    表名写着自评表，却没有读到绩效指标表，或者指标表的表头有一半以上不是本工具认得的名称。
    这时只做与表样无关的检查。
为什么
    认不出的列没有检查；“没有错误”不等于“都查过了”。
依据
    本工具的读取结果。
不通过示例
    指标表的表头为“考核项目 | 标准分 | 自评分”
通过示例
    表头为“一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分”
怎么改
    使用财政部门下发的表样；当地表样用别的名称的，在 sheetlint.toml 里补上这些名称。

What it checks
    The title says self-evaluation sheet, but no table of indicators was found, or more than half
    of its headings are not known.  Only checks that need no form then run.
Why
    Columns that were not known were not checked: no error does not mean all was verified.
Basis
    What this tool could read.
Fails
    headings 考核项目 | 标准分 | 自评分
Passes
    headings 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
How to fix
    Use the form of the finance department; where the place has other names, add them to
    sheetlint.toml.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, check, finding
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import TOOL

_NONE = Text(
    "没有读到绩效指标表：表头可能用了本工具不认得的名称，指标没有检查",
    "no table of indicators was found: its headings may be unknown, and nothing in it was checked",
)
_HINT = Text(
    "使用财政部门下发的表样；当地另有名称的，在 sheetlint.toml 里补上",
    "use the official form; add the place's own names to sheetlint.toml",
)


@check(
    "ST012",
    "unknown-template",
    title="The form is not known",
    severity="info",
    basis=TOOL,
)
def unknown_template(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    if not sheet.columns:
        yield finding(sheet.title, _NONE, hint=_HINT)
