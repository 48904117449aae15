"""超额未按规定扣分

检查内容
    只在规定了扣分数的口径里检查：完成值与指标值之比达到口径的倍数（如 1.3 倍），
    得分却仍是满分。百分比和反向指标不在此列。
为什么
    这些地方把超出一大截视为偏离，要从该指标的分值中扣去规定的分数。
依据
    所用口径的计分规定；财预〔2020〕10号 第十六条：指标值明显偏低的，按照偏离度适度调减分值。
不通过示例
    口径规定超 30% 扣 2 分：指标值 ≥20场，完成值 30场，分值 10，得分 10（应为 8）
通过示例
    同上，得分 8
怎么改
    按规定扣分；如果完成值填错，改完成值。

What it checks
    Only in profiles that say how many points an excess costs: the actual value is so many times
    the target (1.3, say) and the score is still the full weight.  Percentages and reverse
    indicators are left alone.
Why
    These places take such an excess for a deviation and take points off.
Basis
    The place's own rule of scoring; MOF Caiyu [2020] No. 10, article 16.
Fails
    two points off above 130%: target ≥20场, actual 30场, weight 10, score 10 (should be 8)
Passes
    the same, score 8
How to fix
    Take the points off; or correct the actual value.
"""

from collections.abc import Iterator

from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_INDICATOR, Finding, check
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.basis import ART_16
from sheetlint_checks.scoring import ROW_PARAMETERS, score_findings

_findings = score_findings.for_check("ID008")


@check(
    "ID008",
    "over-completion-not-deducted",
    title="No points taken off for exceeding by far",
    severity="error",
    fix="unsafe",
    basis=ART_16,
    each=EACH_INDICATOR,
    needs="~target ~actual weight score",
    parameters=f"{ROW_PARAMETERS} score.quantitative score.satisfaction over_completion.flag_ratio",
)
def over_completion_not_deducted(
    row: Indicator, sheet: Sheet, profile: Profile
) -> Iterator[Finding]:
    # Not one of those that share the generator: where the profile does not say whether points are
    # taken off, this check is skipped and the others are not.
    if profile.number("over_completion.deduct_points"):
        yield from _findings(row, sheet, profile)
