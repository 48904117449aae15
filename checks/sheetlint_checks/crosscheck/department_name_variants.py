"""单位名称写法不一

检查内容
    同一个单位在各张表上的写法是不是一致：只有括号、引号不同的；“教委”与“教育委员会”
    这样的通用简称；同一主管部门之下，一个名称是另一个名称结尾的（“信息中心”与“市教育局信息中心”）。
    换行产生的空格、名称前的代码不算。
为什么
    按单位汇总时，两种写法会当成两个单位。
依据
    建议：同一单位用同一全称，没有条文直接规定。
不通过示例
    “信息中心”与“上海市教委信息中心”
通过示例
    同一写法
怎么改
    按单位的规范全称改成一致。

What it checks
    Whether a unit is written in one way on all sheets: names that differ in nothing but brackets
    and quotation marks; usual short forms (教委 for 教育委员会); and, below one department, a name
    that is the end of another one.  Codes before a name and blanks that a line wrap
    leaves do not count.
Why
    When sheets are put together by unit, two spellings are two units.
Basis
    Advice: one full name for a unit; no clause prescribes it.
Fails
    信息中心 and 上海市教委信息中心
Passes
    one spelling
How to fix
    Use the unit's full name throughout.
"""

from collections.abc import Iterator

from sheetlint.crosscheck.batch import Batch
from sheetlint.crosscheck.names import name_key, without_code
from sheetlint.crosscheck.sheet_summary import SheetSummary
from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_BATCH, LOW, Finding, check, cross_finding
from sheetlint.sheet.place import Place
from sheetlint_checks.basis import COMPARISON
from sheetlint_checks.crosscheck.abbreviations import expand_abbreviations
from sheetlint_checks.crosscheck.sheet_names import quote_names

_MESSAGE = Text("同一个单位写成了{names}", "one unit is written as {names}")
_MAYBE = Text(
    "{names}像是同一个单位（同属“{department}”）",
    "{names} seem to be one unit (both of “{department}”)",
)
_HINT = Text("按单位的规范全称改成一致", "use the unit's full name throughout")
_SHORTEST = 4


@check(
    "BT008",
    "department-name-variants",
    title="A unit is written in several ways",
    severity="info",
    confidence=LOW,
    basis=COMPARISON,
    each=EACH_BATCH,
)
def department_name_variants(batch: Batch, profile: Profile) -> Iterator[Finding]:
    for field in ("department", "unit"):
        names = _spellings(batch, field)
        for key, spellings in names.items():
            if len(spellings) > 1:
                message = _MESSAGE.fill(names=quote_names(list(spellings)))
                yield cross_finding(message, _places(spellings, field), (field, key), hint=_HINT)
    yield from _compare_endings(batch)


def _spellings(batch: Batch, field: str) -> dict[str, dict[str, SheetSummary]]:
    """By what a name means: its spellings, each with the first sheet that has it."""
    names: dict[str, dict[str, SheetSummary]] = {}
    for sheet in batch.sheets:
        name = getattr(sheet, field)
        if name:
            names.setdefault(expand_abbreviations(name_key(name)), {}).setdefault(
                without_code(name), sheet
            )
    return names


def _compare_endings(batch: Batch) -> Iterator[Finding]:
    """Below one department, a name that is the end of exactly one other."""
    units: dict[str, dict[str, dict[str, SheetSummary]]] = {}
    for sheet in batch.sheets:
        if sheet.unit and sheet.department:
            below = units.setdefault(expand_abbreviations(name_key(sheet.department)), {})
            below.setdefault(expand_abbreviations(name_key(sheet.unit)), {}).setdefault(
                without_code(sheet.unit), sheet
            )
    for department, names in units.items():
        longer: dict[str, list[str]] = {}
        for name in names:
            for at in range(1, len(name) - _SHORTEST + 1):
                if name[at:] in names:
                    longer.setdefault(name[at:], []).append(name)
        for short, others in longer.items():
            if len(others) == 1:
                spellings = {**names[short], **names[others[0]]}
                first = next(iter(spellings.values()))
                message = _MAYBE.fill(
                    department=first.department, names=quote_names(list(spellings))
                )
                yield cross_finding(
                    message, _places(spellings, "unit"), (department, short), hint=_HINT
                )


def _places(spellings: dict[str, SheetSummary], field: str) -> list[Place]:
    return [sheet.place_of(field) for sheet in spellings.values()]
