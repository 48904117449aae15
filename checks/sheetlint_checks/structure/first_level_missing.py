"""缺一级指标

检查内容
    绩效指标是否有产出和效益两类；没有满意度指标的，效益的分值应相应增加 10 分；产出下是否有
    数量和质量指标。一级指标用其他名称的表样（如“项目决策”“项目管理”）不查。
    口径规定必须设置的为错误，缺产出或效益一般为警告，其余只作提示。
为什么
    只有产出没有效益，看不出钱花得有没有用；缺了哪一类，分值也就无处可放。
依据
    财预〔2020〕10号 第十三条（产出、效益、服务对象满意度指标）。
不通过示例
    只有产出指标和满意度指标
通过示例
    产出指标、效益指标、满意度指标都有
怎么改
    补上缺少的指标；批复的指标里确实没有的，不用补，准备好说明。

What it checks
    Are there indicators of output and of effect?  Where satisfaction is missing, effect should have
    its 10 points.  Are there quantity and quality below output?  Forms with other first levels
    (项目决策, 项目管理) are left alone.  An error where the place demands the level, a warning for
    output or effect, else a hint.
Why
    Output without effect does not show what the money was good for.
Basis
    MOF Caiyu [2020] No. 10, article 13.
Fails
    output and satisfaction only
Passes
    output, effect and satisfaction
How to fix
    Add what is missing; leave it where the approved indicators have none.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import ERROR, INFO, WARNING, Finding, check, finding
from sheetlint.rules.needs import scored_rows
from sheetlint.sheet.sheet import PROJECT, Sheet
from sheetlint_checks.arithmetic.levels import FIRST_LEVELS, OUTPUT, SATISFACTION, level_key
from sheetlint_checks.basis import ART_13
from sheetlint_checks.structure.vocabulary import REQUIRED_FIRST_LEVELS, REQUIRED_SECOND_LEVELS

_FIRST = Text("绩效指标里没有“{level}指标”", "there is no indicator of {english}")
_SATISFIED = Text(
    "没有满意度指标；按规定效益指标的分值应增加 10 分",
    "there is no satisfaction; effect then has its 10 points",
)
_SECOND = Text("产出指标下没有{levels}", "output has no {levels}")
_HINT = Text(
    "批复的绩效指标里有的，补上；没有的，准备好说明",
    "add it where the approved indicators have it, else have the reason ready",
)


@check(
    "ST006",
    "first-level-missing",
    title="A first level is missing",
    severity="warning",
    basis=ART_13,
    needs="columns.level1 indicators",
    parameters="indicators.required_first",
)
def first_level_missing(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    rows = scored_rows(sheet)
    levels = {level_key(row.level1.text) for row in rows}
    if sheet.family != PROJECT or not sheet.levels_sure or not rows or not levels <= FIRST_LEVELS:
        return
    at, printed = rows[0].level1, "、".join(dict.fromkeys(row.level1.text for row in rows))
    demanded = {level_key(name) for name in profile.texts("indicators.required_first")}
    for level, english in REQUIRED_FIRST_LEVELS.items():
        if level not in levels:
            message = _FIRST.fill(level=level, english=english)
            severity = ERROR if level in demanded else WARNING
            yield finding(at, message, printed=printed, severity=severity, hint=_HINT)
    if SATISFACTION not in levels:
        yield finding(at, _SATISFIED, printed=printed, severity=INFO)
    second = {row.level2.text for row in rows if level_key(row.level1.text) == OUTPUT}
    if "level2" in sheet.columns and OUTPUT in levels and "" not in second:
        missing = [n for n in REQUIRED_SECOND_LEVELS if not any(n in text for text in second)]
        if missing:
            zh = "、".join(f"{name}指标" for name in missing)
            en = " and ".join(REQUIRED_SECOND_LEVELS[name] for name in missing)
            message = _SECOND.fill(levels=Text(zh, en))
            yield finding(at, message, printed="、".join(sorted(second)), severity=INFO)
