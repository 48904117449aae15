"""应评未评

检查内容
    对照项目清单：清单上的项目是否都有自评表，自评表的项目是否都在清单上，清单上有没有重复的项目。
    先比项目编码，再比项目名称和单位；名称的括号、引号、空格和前面的代码不计。
为什么
    部门本级和所属单位的项目支出都要自评，漏一个就是应评未评。
依据
    财预〔2020〕10号 第八条（单位自评的对象包括纳入政府预算管理的所有项目支出）。
不通过示例
    项目清单 40 个，自评表 39 张
通过示例
    40 个项目 40 张自评表
怎么改
    补报缺的自评表；名称写法不同的改成一致；清单有误的改正清单。

What it checks
    Against a list of projects: whether each has a sheet, whether each sheet is on the list, and
    whether the list names one twice.  Codes are compared first, then names with units; brackets,
    quotation marks, blanks and codes before a name make no difference.
Why
    Every project is to be evaluated; one without a sheet was not.
Basis
    MOF Caiyu [2020] No. 10, article 8: units evaluate all projects of the budget.
Fails
    40 projects on the list and 39 sheets
Passes
    40 projects and 40 sheets
How to fix
    Hand in what is missing; write names as the list does; correct the list where it is wrong.
"""

from collections import Counter
from collections.abc import Iterator

from sheetlint.crosscheck.batch import Batch
from sheetlint.crosscheck.inputs import RosterEntry
from sheetlint.crosscheck.names import name_key
from sheetlint.crosscheck.sheet_summary import SheetSummary
from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_BATCH, Finding, check, cross_finding
from sheetlint.sheet.place import Place
from sheetlint_checks.basis import ART_8
from sheetlint_checks.crosscheck.roster_matching import Unmatched, match_roster
from sheetlint_checks.crosscheck.sheet_names import project_key

_WITHOUT = Text(
    "清单上的“{project}”{of}没有自评表", "“{project}”{of} is on the list and has no sheet"
)
_OTHER = Text(
    "清单上的“{project}”{of}没有同名的自评表，有一张名称相近：“{near}”",
    "“{project}”{of} is on the list and has no sheet; one is called “{near}”",
)
_BEYOND = Text("“{project}”{of}不在项目清单上", "“{project}”{of} is not on the list")
_AGAIN = Text(
    "清单上的“{project}”只有 {listed} 个，自评表有 {count} 张",
    "there are {listed} “{project}” on the list, and {count} sheets",
)
_TWICE = Text(
    "项目清单上“{project}”{of}列了 {count} 次", "the list has “{project}”{of} {count} times"
)
_OF = Text("（{unit}）", " ({unit})")
_NO_UNIT = Text("", "")
_HINTS = {
    _WITHOUT: Text("补报这个项目的自评表；不用自评的，从清单上删去", "hand in its sheet, or take it off the list"),
    _OTHER: Text("核对是不是同一个项目，名称改成一致", "see whether they are the same, and write one name"),
    _BEYOND: Text("核对项目名称；清单漏列的，补进清单", "look at the name, or add it to the list"),
    _AGAIN: Text("核对是不是重复报送", "see whether it was handed in twice"),
    _TWICE: Text("核对清单，删去重复的一行", "take the second one off the list"),
}  # fmt: skip
_NEAR = 0.75
_FEW = 200
"""So many without partner are compared with each other by their letters."""


@check(
    "BT007",
    "coverage-missing-sheets",
    title="Projects of the list have no sheet",
    severity="warning",
    basis=ART_8,
    each=EACH_BATCH,
    needs="roster",
)
def coverage_missing_sheets(batch: Batch, profile: Profile) -> Iterator[Finding]:
    same: dict[tuple[str, str], list[RosterEntry]] = {}
    for row in batch.inputs.roster or ():
        same.setdefault((row.code or name_key(row.project), name_key(row.unit)), []).append(row)
    for rows in same.values():
        if len(rows) > 1:
            places = [row.at for row in rows]
            yield _finding(_TWICE, rows[0].project, rows[0].unit, places, count=len(rows))
    roster = [rows[0] for rows in same.values()]
    found = match_roster(roster, [sheet for sheet in batch.sheets if sheet.project])
    near = _find_similar_names(found)
    for row in found.rows:
        other = near.get(row)
        message = _WITHOUT if other is None else _OTHER
        places = [row.at] if other is None else [row.at, other.place_of("project")]
        yield _finding(
            message, row.project, row.unit, places, near="" if other is None else other.project
        )
    named = set(near.values())
    on_list = Counter(name_key(row.project) for row in roster)
    sheets = Counter(project_key(sheet) for sheet in batch.sheets)
    again: dict[str, list[SheetSummary]] = {}
    for sheet in found.sheets:
        key = project_key(sheet)
        if on_list[key]:
            again.setdefault(key, []).append(sheet)
        elif sheet not in named:
            yield _finding(_BEYOND, sheet.project, sheet.unit, [sheet.place_of("project")])
    for key, left in again.items():
        places = [sheet.place_of("project") for sheet in left]
        counts = {"listed": on_list[key], "count": sheets[key]}
        yield _finding(_AGAIN, left[0].project, "", places, **counts)


def _find_similar_names(found: Unmatched) -> dict[RosterEntry, SheetSummary]:
    """Of those without partner: the sheet that is called almost like a project of the list."""
    if len(found.rows) > _FEW or len(found.sheets) > _FEW:
        return {}
    left = {project_key(sheet): sheet for sheet in found.sheets}
    from difflib import get_close_matches

    near: dict[RosterEntry, SheetSummary] = {}
    for row in found.rows:
        for name in get_close_matches(name_key(row.project), left, 1, _NEAR):
            near[row] = left.pop(name)
    return near


def _finding(
    message: Text, project: str, unit: str, places: list[Place], **rest: object
) -> Finding:
    of = _OF.fill(unit=unit) if unit else _NO_UNIT
    filled = message.fill(project=project, of=of, **rest)
    about = (message.en, name_key(project), name_key(unit))
    return cross_finding(filled, places, about, hint=_HINTS[message])
