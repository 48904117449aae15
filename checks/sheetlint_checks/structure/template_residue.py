"""模板残留

检查内容
    表里有没有留着空白表样上的占位内容：“指标2：……”、“……”、“≥**”、“××”、“XX”等。
    “指标1：覆盖率”这样带真实名称的不算。
为什么
    留着占位内容，看不出是没有填完，还是多余的行没有删。
依据
    建议：自评表应填写完整，多余的行应删去。
不通过示例
    指标2：……
通过示例
    多余的行已经删去
怎么改
    填上真实内容，或者删去这一行。

What it checks
    Whether placeholders of the blank form are left: 指标2：……, ……, ≥**, ××, XX.  A real name
    after 指标1： is fine.
Why
    Nobody can tell whether the row was not finished or should have been deleted.
Basis
    Advice: a sheet is filled in to the end, and unused rows are deleted.
Fails
    指标2：……
Passes
    the unused row is deleted
How to fix
    Fill in the real content, or delete the row.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.recognise.lexicon import default_lexicon
from sheetlint.rules.check import Finding, check, finding
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.value import Value
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.enumeration import enumerate_places

_MESSAGE = Text(
    "“{printed}”是表样上的占位内容，没有填写", "“{printed}” is a placeholder of the blank form"
)
_SEVERAL = Text(
    "有 {count} 处还是表样上的占位内容（{places}），如“{printed}”",
    "{count} placeholders of the blank form are left ({places}), such as “{printed}”",
)
_FIELD_HINT = Text("填上真实的内容", "fill in the real content")
_ROW_HINT = Text("填上真实的内容，或者删去多余的行", "fill in the content or delete the row")


@check(
    "ST008",
    "template-residue",
    title="Placeholders of the template are left",
    severity="warning",
    basis=ADVICE,
)
def template_residue(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    is_residue = default_lexicon().is_residue
    for field in (sheet.title, sheet.project, sheet.department, sheet.unit):
        if is_residue(field.raw):
            yield finding(field, _MESSAGE.fill(printed=field.raw), hint=_FIELD_HINT)
    # Rows of the blank form come by the dozen; one word for all of them is enough.
    cells = _cells(sheet)
    if not cells:
        return
    message = _MESSAGE.fill(printed=cells[0].raw)
    if len(cells) > 1:
        message = _SEVERAL.fill(
            count=len(cells), places=enumerate_places(cells), printed=cells[0].raw
        )
    yield finding(cells[0], message, hint=_ROW_HINT)


def _cells(sheet: Sheet) -> list[Value]:
    """What the reader put aside, and what still stands in the rows that it kept."""
    cells = list(sheet.residues)
    places = {cell.where[1:] for cell in cells if cell.where.row is not None}
    is_residue = default_lexicon().is_residue
    for row in sheet.indicators:
        for value in (row.level3, row.target, row.actual):
            if is_residue(value.raw) and value.where[1:] not in places:
                cells.append(value)
    return cells
