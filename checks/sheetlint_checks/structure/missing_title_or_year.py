"""缺表名或年度

检查内容
    表上有没有表名（名称里应有“自评表”字样，各地可在口径里另行规定）和四位数的年度。
    口径的 [schema] 对表名另有要求的，一并核对。
为什么
    没有表名和年度，无法确认是哪一种表、评的是哪一年。
依据
    财预〔2020〕10号 附1 表样：表名之下印有“（   年度）”。
不通过示例
    项目支出绩效自评表 （    年度）
通过示例
    项目支出绩效自评表 （2021 年度）
怎么改
    补上表名；年度写四位数，如（2021 年度）。

What it checks
    Whether the sheet has a title (with the words the profile asks for) and a year of four digits.
    What the [schema] of the profile demands of the title, too.
Why
    Without them nobody can tell which form it is and which year it is about.
Basis
    MOF Caiyu [2020] No. 10, form 1, which prints “（   年度）” below its title.
Fails
    项目支出绩效自评表 （    年度）
Passes
    项目支出绩效自评表 （2021 年度）
How to fix
    Add the title; write the year with four digits.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, check, finding
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import FORM_1
from sheetlint_checks.structure.shape_problems import demand_findings, shape_problems

_NO_TITLE = Text("没有表名", "the title is missing")
_OTHER_TITLE = Text(
    "表名“{printed}”不像项目支出绩效自评表的表名",
    "the title “{printed}” is not that of a self-evaluation sheet",
)
_TITLE_HINT = Text("在表的上方写明表名", "print the form's title above the table")
_NO_YEAR = Text("没有写明年度", "the year is missing")
_BAD_YEAR = Text(
    "年度“{printed}”不是四位数的年份", "the year “{printed}” is not a year of four digits"
)
_YEAR_HINT = Text(
    "在表名下写明评价的年度，如（2021 年度）",
    "print the evaluated year below the title, as in （2021 年度）",
)


@check(
    "ST001",
    "missing-title-or-year",
    title="Title or year is missing",
    severity="error",
    basis=FORM_1,
    parameters="template.title_patterns",
)
def missing_title_or_year(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    for problem, at in shape_problems(sheet, "ST001"):
        missing, wrong, hint = (
            (_NO_TITLE, _OTHER_TITLE, _TITLE_HINT)
            if problem.path == "title"
            else (_NO_YEAR, _BAD_YEAR, _YEAR_HINT)
        )
        yield finding(at, wrong.fill(printed=at.raw) if at.raw else missing, hint=hint)
    yield from demand_findings(sheet, "ST001")
