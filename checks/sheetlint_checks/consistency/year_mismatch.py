"""年度不一致

检查内容
    表上的年度与文字里说的年度是否一致：目标或完成情况里只说另一个年度的“2020年全年”“2020年度”；
    完成值里的日期在本年度之外（前后各让一个月）；项目名称里写着另一个年度的，只作提示。
    文号、起止年份、结转和比较、对下年的打算都不算。
为什么
    沿用上年的表改一改，最容易漏改的就是年度；年度不对，完成情况就不是这一年的。
依据
    财预〔2020〕10号 第二十五条（数据真实、结果客观）。
不通过示例
    （2021年度），完成情况写“2020年全年培训……”
通过示例
    （2021年度），完成情况写“2021年全年培训……”
怎么改
    把文字里的年度改过来；如果表的年度填错，改年度。

What it checks
    The year of the sheet against the years in its texts: a goal or a result that speaks of another
    year only (2020年全年, 2020年度), a date among the actual values outside the year (a month either way),
    or a project named after another year (a hint).  Numbers of documents, periods, carry-over,
    comparisons and plans do not count.
Why
    Last year's sheet is reused, and the year is what is forgotten.
Basis
    MOF Caiyu [2020] No. 10, article 25: true data, objective results.
Fails
    (2021年度) with results of “2020年全年”
Passes
    (2021年度) with results of “2021年全年”
How to fix
    Correct the year in the text, or that of the sheet.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import INFO, MEDIUM, Finding, check, finding
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.numbers.measure import DATE, parse_measure
from sheetlint.sheet.numbers.parse import half_width
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.value import Value
from sheetlint_checks.basis import ART_25
from sheetlint_checks.consistency import patterns

_MESSAGE = Text(
    "表的年度是 {year}，这里只说{others}年的事", "the sheet is of {year}, this speaks of {others}"
)
_DATE = Text(
    "表的年度是 {year}，完成时间却是“{printed}”", "the sheet is of {year}, this was done {printed}"
)
_NAME = Text(
    "表的年度是 {year}，项目名称写着 {others} 年",
    "the sheet is of {year}, the project is named after {others}",
)
_HINT = Text(
    "核对年度：文字沿用上年的改文字，表的年度填错的改年度",
    "correct the year here or that of the sheet",
)
_THIS_YEAR = LazyPattern(patterns.THIS_YEAR, only_if=("20",))
_ANY = LazyPattern(r"(20\d\d)年", only_if=("年",))
_LEFT_OUT = LazyPattern("|".join(patterns.NOT_THIS_YEAR))
_SENTENCE = LazyPattern(r"[。;；!\n]")


@check(
    "CN001",
    "year-mismatch",
    title="Another year than the sheet's",
    severity="warning",
    confidence=MEDIUM,
    basis=ART_25,
    needs="year",
)
def year_mismatch(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    year = int(sheet.year.sure)
    for cell in (sheet.planned, sheet.actual):
        others = _other_years(half_width(cell.text), year)
        if others:
            listed = "、".join(map(str, others))
            yield finding(
                cell,
                _MESSAGE.fill(year=year, others=listed),
                printed=f"{others[0]}年",
                expected=(f"{year}年",),
                hint=_HINT,
            )
    for row in sheet.indicators:
        if row.doubt is None and _is_outside_year(row.actual, row.target, year):
            message = _DATE.fill(year=year, printed=row.actual.raw)
            yield finding(row.actual, message, hint=_HINT)
    name = half_width(sheet.project.text)
    named = {int(y) for y in _ANY.findall(_LEFT_OUT.sub("", name))} if _ANY.search(name) else set()
    if named and year not in named:
        message = _NAME.fill(year=year, others="、".join(map(str, sorted(named))))
        yield finding(sheet.project, message, severity=INFO, hint=_HINT)


def _other_years(text: str, year: int) -> list[int]:
    """Other years named as the current one, where the year of the sheet is not mentioned."""
    if str(year) in text or not _THIS_YEAR.search(text):
        return []
    current_sentences = [
        s for s in _SENTENCE.split(text) if not any(word in s for word in patterns.AHEAD)
    ]
    current = _LEFT_OUT.sub("", "。".join(current_sentences))
    return sorted({int(found) for found in _THIS_YEAR.findall(current)})


def _is_outside_year(actual: Value, target: Value, year: int) -> bool:
    """A date with a year, more than a month before or after; the target may plan it so."""
    done = parse_measure(actual.text)
    if done.kind != DATE or done.latest is None or not done.latest[0]:
        return False
    planned = parse_measure(target.text)
    if planned.kind == DATE and planned.latest is not None and planned.latest[0] not in (0, year):
        return False
    month = done.latest[0] * 12 + done.latest[1]
    return not year * 12 <= month <= year * 12 + 13
