"""缺得分

检查内容
    有分值的指标行是否填了得分。填“—”的也算没有填。
为什么
    缺一项得分，总分就无从核对。
依据
    财预〔2020〕10号 第二十五条（自评表内容完整）、第十六条（总分由各项得分汇总）。
不通过示例
    康复训练人次，分值 20，得分（空）
通过示例
    康复训练人次，分值 20，得分 19.5
怎么改
    补上得分；不计分的说明行，把分值也去掉。

What it checks
    Does every indicator row with a weight have a score?  A dash is none.
Why
    Without one of the scores the total cannot be verified.
Basis
    MOF Caiyu [2020] No. 10, articles 25 and 16.
Fails
    康复训练人次, weight 20, score empty
Passes
    康复训练人次, weight 20, score 19.5
How to fix
    Enter the score; in a row that does not count, take the weight out as well.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, Fix, check, finding
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.basis import ART_25
from sheetlint_checks.scoring import ROW_PARAMETERS, exact_scores, format_score
from sheetlint_checks.structure.form_features import is_never_filled_in

_MESSAGE = Text("分值 {weight} 的指标没有填得分", "the row has a weight of {weight} and no score")
_HINT = Text(
    "补上得分；不计分的说明行，把分值也去掉",
    "enter the score; in a row that does not count, take the weight out as well",
)


@check(
    "AR012",
    "score-missing",
    title="Score is missing",
    severity="error",
    fix="unsafe",
    basis=ART_25,
    needs="indicators columns.score",
    parameters=f"{ROW_PARAMETERS} score.quantitative score.reverse score.satisfaction "
    "over_completion.flag_ratio",
)
def score_missing(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    if is_never_filled_in(sheet):
        # ST009 says so once.
        return
    for problem in sheet.shape:
        if problem.code != "AR012":
            continue
        row = sheet.indicators[int(problem.path.split(".")[1])]
        yield _missing_finding(row, profile)


def _missing_finding(row: Indicator, profile: Profile) -> Finding:
    scores = exact_scores(row, profile)
    texts = tuple(dict.fromkeys(format_score(item.score) for item in scores))
    return finding(
        row.score,
        _MESSAGE.fill(weight=row.weight.raw),
        expected=texts,
        formula=scores[0].formula if scores else "",
        hint=_HINT,
        fixes=tuple(Fix(row.score.path, text) for text in texts),
    )
