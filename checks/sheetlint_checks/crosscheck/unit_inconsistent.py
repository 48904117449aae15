"""批次金额单位不一

检查内容
    一批自评表的金额单位是不是一致：有没有多数表用万元、个别表用元，或者反过来。
    没有写单位的表由 UN001 说明，这里不比较。
为什么
    汇总时按一个单位相加，个别表就会差一万倍。
依据
    建议：同一批自评表的金额单位应当一致，没有条文直接规定。
不通过示例
    38 张“元”、1 张“万元”
通过示例
    单位统一
怎么改
    统一金额单位，金额随之换算；或者汇总时先换算。

What it checks
    Whether all sheets of a batch count in one money unit.  Sheets that name none are UN001's.
Why
    Added up in one unit, a sheet in the other one is ten thousand times too much or too little.
Basis
    Advice: one unit in a batch; no clause prescribes it.
Fails
    38 sheets in 元 and 1 in 万元
Passes
    one unit
How to fix
    Use one unit and convert the amounts, or convert them before they are added up.
"""

from collections.abc import Iterator

from sheetlint.crosscheck.batch import Batch
from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_BATCH, Finding, check, cross_finding
from sheetlint_checks.basis import COMPARISON
from sheetlint_checks.crosscheck.sheet_names import project_key, quote_sheet_names

_MESSAGE = Text(
    "{names}的金额单位是{unit}（{count} 张），这一批有 {many} 张用{most}",
    "{names}: in {unit} ({count} in all), while {many} of the batch are in {most}",
)
_HINT = Text(
    "统一金额单位并换算金额；汇总时尤其要先换算",
    "use one unit and convert the amounts, before they are added up at the latest",
)


@check(
    "BT006",
    "unit-inconsistent",
    title="Several money units in one batch",
    severity="warning",
    basis=COMPARISON,
    each=EACH_BATCH,
)
def unit_inconsistent(batch: Batch, profile: Profile) -> Iterator[Finding]:
    units = batch.group_by(lambda sheet: sheet.money_unit or None)
    if len(units) < 2:
        return
    most = max(units, key=lambda unit: (len(units[unit]), unit))
    for unit, sheets in sorted(units.items()):
        if unit != most:
            yield cross_finding(
                _MESSAGE.fill(
                    names=quote_sheet_names(sheets), unit=unit, count=len(sheets),
                    most=most, many=len(units[most]),
                ),
                [sheet.place_of("money_unit") for sheet in sheets],
                (unit, *sorted({project_key(sheet) for sheet in sheets})),
                printed=unit,
                expected=(most,),
                hint=_HINT,
            )  # fmt: skip
