"""项目重复

检查内容
    同一单位、同一项目、同一年度有没有两张以上的自评表；有没有内容完全相同的两个文件。
    同一单位有几个不同的项目，或者同一项目由几个单位实施，都不算。
为什么
    一个项目报两张表，项目数、资金和平均分就都错了，也不知道以哪一张为准。
依据
    建议：一个项目一张自评表，没有条文直接规定。
不通过示例
    同一单位、项目、年度两张表
通过示例
    每个项目一张表
怎么改
    核对后只留一张；如果是两个项目，把名称写清楚。

What it checks
    Whether there are two sheets of one project of one unit for one year, and whether two files
    are the same byte for byte.  Several projects of a unit, or one project of several units, are
    as it should be.
Why
    With two sheets of a project, counts, sums and averages are wrong, and nobody knows which of
    the two holds.
Basis
    Advice: one sheet a project; no clause prescribes it.
Fails
    two sheets of the same unit, project and year
Passes
    one sheet for each project
How to fix
    Keep one of them; if they are two projects, make their names tell so.
"""

from collections.abc import Iterator

from sheetlint.crosscheck.batch import Batch
from sheetlint.crosscheck.sheet_summary import SheetSummary
from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_BATCH, Finding, check, cross_finding
from sheetlint.sheet.place import Place
from sheetlint.sheet.where import Where
from sheetlint_checks.basis import COMPARISON
from sheetlint_checks.crosscheck.sheet_names import holder_key, quote_names, subject_key

_MESSAGE = Text(
    "“{project}”（{unit}）{year}有 {count} 张自评表：{files}",
    "there are {count} sheets of “{project}” ({unit}){year}: {files}",
)
_YEAR = Text("{year} 年度", " for {year}")
_NO_YEAR = Text("", "")
_FILES = Text("{files} 的内容完全相同", "{files}: the same byte for byte")
_HINT = Text(
    "核对后只留一张；如果是不同的项目，把项目名称写清楚",
    "keep one of them; if they are different projects, make their names tell so",
)
_THE_FILE = Where(("文件",))


@check(
    "BT001",
    "duplicate-project",
    title="Two sheets of one project",
    severity="error",
    basis=COMPARISON,
    each=EACH_BATCH,
)
def duplicate_project(batch: Batch, profile: Profile) -> Iterator[Finding]:
    files = batch.group_by(lambda sheet: sheet.sha256 or None)
    copies: set[str] = set()
    for digest, sheets in files.items():
        paths = list(dict.fromkeys(sheet.path for sheet in sheets))
        if len(paths) > 1:
            copies.update(paths[1:])
            places = [Place(path, None, _THE_FILE) for path in paths]
            yield cross_finding(
                _FILES.fill(files=quote_names(paths)), places, (digest,), hint=_HINT
            )
    # That the sheets of a copied file are there twice is no second matter.
    for key, sheets in batch.group_by(lambda s: None if s.path in copies else _identity(s)).items():
        if len(sheets) > 1:
            first = sheets[0]
            year = _NO_YEAR if first.year is None else _YEAR.fill(year=first.year)
            message = _MESSAGE.fill(
                project=first.display_name,
                unit=first.unit or first.department,
                year=year,
                count=len(sheets),
                files=quote_names(list(dict.fromkeys(sheet.path for sheet in sheets))),
            )
            yield cross_finding(
                message, [s.place_of("project") for s in sheets], map(str, key), hint=_HINT
            )


def _identity(sheet: SheetSummary) -> tuple[str, str, str, int] | None:
    """None where a sheet does not say who it is of, or what it is about."""
    project, holder = subject_key(sheet), holder_key(sheet)
    if not project or not holder:
        return None
    return project, holder, sheet.family, sheet.year or 0
