"""指标层级断裂

检查内容
    有分值的指标行是否都能归到一级、二级指标之下：二级指标的名称有没有写到一级指标一列，
    指标名称有没有写到二级指标一列，分页之后层级有没有丢失。合并单元格向下填充的不算；
    没有层级列的表样不查。
为什么
    层级错位的行，可能被归到别的一级指标下，分值也就算到别处去了。
依据
    财预〔2020〕10号 附1 表样（一级、二级、三级指标各占一列）。
不通过示例
    “时效指标 | 服务效率 | >=98%”写在第一至三列
通过示例
    “产出指标 | 时效指标 | 服务效率”
怎么改
    把错位的名称移回所属的列，补上缺少的一级、二级指标。

What it checks
    Does every scored row stand below a first and a second level: is a second-level name in the
    first-level column, or an indicator's name in the second-level column, or did a page break lose
    the levels?  Merged cells are filled down; forms without columns of levels are left alone.
Why
    A row out of place may be counted under another first level.
Basis
    MOF Caiyu [2020] No. 10, form 1: a column for each level.
Fails
    时效指标 | 服务效率 | >=98% in columns one to three
Passes
    产出指标 | 时效指标 | 服务效率
How to fix
    Move the name back to its column and add the levels that are missing.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, check, finding
from sheetlint.rules.needs import scored_rows
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import FORM_1

_MOVED = Text(
    "“{name}”不在所属层级的列里，已按“{level1}”下的指标读取，请核对",
    "“{name}” is not in the column of its level; it was read as one of {level1}",
)
_NONE = Text("“{name}”没有一级指标", "“{name}” has no first level")
_HINT = Text("把名称移回所属的列", "move the name back to its column")
_HINT_NONE = Text("补上它的一级指标", "add its first level")


@check(
    "ST007",
    "hierarchy-broken",
    title="A row is out of its level",
    severity="warning",
    basis=FORM_1,
    needs="columns.level1 indicators",
)
def hierarchy_broken(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    for index, at in sheet.misplaced_names:
        row = sheet.indicators[index]
        # A page break may have cut the name in the cell short.
        name = row.level3.text if row.level3.text.startswith(at.text) else at.text
        if row.level1.text:
            yield finding(at, _MOVED.fill(name=name, level1=row.level1.text), hint=_HINT)
    for row in scored_rows(sheet):
        if row.doubt is None and not row.level1.filled and row.level3.filled:
            yield finding(row.level1, _NONE.fill(name=row.level3.text), hint=_HINT_NONE)
