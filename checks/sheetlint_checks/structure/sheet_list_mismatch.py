"""清单与自评表不符

检查内容
    文件前面有项目清单（有“序号”和“项目名称”两栏）的，清单上的项目与后面的自评表是否一一对应。
为什么
    清单和自评表一起报送，少一张、多一张或名称对不上，汇总时就漏掉或重复。
依据
    建议（按表内数据推断，没有条文直接规定）。
不通过示例
    清单 8 个项目，后附 7 张表
通过示例
    清单 8 个项目，后附 8 张同名表
怎么改
    补齐缺的自评表，或者改正清单；名称写成一致。

What it checks
    Where a list of projects (with 序号 and 项目名称) stands before the sheets of a file: whether
    there is one sheet for each project of the list.
Why
    With a sheet too few, too many or under another name, the summary leaves a project out or has
    it twice.
Basis
    Advice: follows from the file's own figures; no clause prescribes it.
Fails
    a list of 8 projects, followed by 7 sheets
Passes
    a list of 8 projects, followed by 8 sheets of the same names
How to fix
    Add what is missing, or correct the list; write each name in one way.
"""

from collections import Counter
from collections.abc import Iterator

from sheetlint.crosscheck.names import name_key
from sheetlint.messages.text import Text
from sheetlint.rules.check import EACH_FILE, FileReading, Finding, check, finding
from sheetlint.sheet.value import Value
from sheetlint_checks.basis import ADVICE

_MESSAGE = Text(
    "清单上有 {listed} 个项目，后面有 {sheets} 张自评表：{differs}",
    "the list has {listed} projects, and {sheets} sheets follow: {differs}",
)
_WITHOUT = Text("{names}没有自评表", "no sheet of {names}")
_BEYOND = Text("{names}不在清单上", "{names} not on the list")
_BOTH = Text("{one}，{other}", "{one}, {other}")
_HINT = Text(
    "补齐缺的自评表，或者改正清单；名称写成一致",
    "add what is missing, or correct the list; write each name in one way",
)
_NAMED = 5
_FEWEST = 2
"""A list of one is a heading."""


@check(
    "ST015",
    "sheet-list-mismatch",
    title="The list of projects and the sheets differ",
    severity="warning",
    basis=ADVICE,
    each=EACH_FILE,
)
def sheet_list_mismatch(reading: FileReading) -> Iterator[Finding]:
    if len(reading.listed) < _FEWEST or not reading.sheets:
        return
    without = _unmatched(reading.listed, reading.projects)
    unlisted = _unmatched(reading.projects, reading.listed)
    if without or unlisted:
        differences = [
            text.fill(names=_quote_names(values))
            for text, values in ((_WITHOUT, without), (_BEYOND, unlisted))
            if values
        ]
        differs = (
            differences[0]
            if len(differences) == 1
            else _BOTH.fill(one=differences[0], other=differences[1])
        )
        counts = _MESSAGE.fill(
            listed=len(reading.listed), sheets=len(reading.projects), differs=differs
        )
        first = (without or list(reading.listed))[0]
        yield finding(first, counts, hint=_HINT)


def _unmatched(some: tuple[Value, ...], others: tuple[Value, ...]) -> list[Value]:
    """Those of ``some`` that have no partner among the others, each partner for one."""
    there = Counter(name_key(value.text) for value in others)
    left = []
    for value in some:
        name = name_key(value.text)
        if there[name]:
            there[name] -= 1
        else:
            left.append(value)
    return left


def _quote_names(values: list[Value]) -> Text:
    shown = [f"“{value.text}”" for value in values[:_NAMED]]
    more = len(values) - len(shown)
    zh, en = "、".join(shown), ", ".join(shown)
    return Text(f"{zh}等 {len(values)} 个", f"{en} and {more} more") if more else Text(zh, en)
