"""批次年度不一

检查内容
    一批自评表是不是同一个年度。没有写年度的表不比较；没有哪个年度占到三分之二的，像是几年的
    表放在一起，只作提示。
为什么
    一批报送的是同一年的自评；夹进别的年度，多半是拿错了表，或者沿用上年的表忘了改年度。
依据
    建议：同一批自评表的年度应当一致，没有条文直接规定。
不通过示例
    39 张 2024 年度、1 张 2023 年度
通过示例
    全部 2024 年度
怎么改
    核对是拿错了表还是年度写错；不同年度的表分开检查。

What it checks
    Whether all sheets of a batch are of one year.  Sheets without a year are left out; where no
    year has two thirds of them, several years seem to be kept together, which is a hint only.
Why
    A batch is one year's evaluation; another year among them is the wrong sheet, or last year's
    form with the year left as it was.
Basis
    Advice: the sheets of a batch are of one year; no clause prescribes it.
Fails
    39 sheets of 2024 and 1 of 2023
Passes
    all of them of 2024
How to fix
    See whether it is the wrong sheet or the wrong year; check other years on their own.
"""

from collections.abc import Iterator

from sheetlint.crosscheck.batch import Batch
from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_BATCH, ERROR, INFO, Finding, check, cross_finding
from sheetlint_checks.basis import COMPARISON
from sheetlint_checks.crosscheck.sheet_names import project_key, quote_sheet_names

_MESSAGE = Text(
    "{names}是 {year} 年度的表（{count} 张），这一批有 {many} 张是 {most} 年度",
    "{names}: of {year} ({count} in all), while {many} of the batch are of {most}",
)
_HINT = Text(
    "核对是拿错了表还是年度写错；不同年度的表分开检查",
    "see whether it is the wrong sheet or the wrong year; check other years on their own",
)


@check(
    "BT005",
    "year-inconsistent",
    title="Sheets of several years in one batch",
    severity="error",
    basis=COMPARISON,
    each=EACH_BATCH,
)
def year_inconsistent(batch: Batch, profile: Profile) -> Iterator[Finding]:
    years = batch.group_by(lambda sheet: sheet.year)
    if len(years) < 2:
        return
    most = max(years, key=lambda year: (len(years[year]), year))
    mixed = 3 * len(years[most]) < 2 * sum(map(len, years.values()))
    for year, sheets in sorted(years.items()):
        if year != most:
            yield cross_finding(
                _MESSAGE.fill(
                    names=quote_sheet_names(sheets), year=year, count=len(sheets),
                    most=most, many=len(years[most]),
                ),
                [sheet.place_of("year") for sheet in sheets],
                (str(year), *sorted({project_key(sheet) for sheet in sheets})),
                printed=str(year),
                expected=(str(most),),
                severity=INFO if mixed else ERROR,
                hint=_HINT,
            )  # fmt: skip
