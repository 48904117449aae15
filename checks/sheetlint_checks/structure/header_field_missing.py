"""基本信息缺项

检查内容
    项目名称、主管部门、实施单位是否都填写了。
    口径的 [schema] 对表头各栏、表后各栏另有要求的（如项目编码的格式），也在这里核对。
为什么
    缺了名称或单位，表对不上项目，也不知道由谁负责。
依据
    财预〔2020〕10号 附1 表样：项目名称、主管部门、实施单位三栏。
不通过示例
    主管部门：（空）
通过示例
    主管部门：临港县民政局
怎么改
    填写所缺的一栏。

What it checks
    Whether project, department in charge and implementing unit are filled in.
    What the [schema] of the profile demands of labelled fields, such as a project code, too.
Why
    Without them the sheet belongs to no project and nobody answers for it.
Basis
    MOF Caiyu [2020] No. 10, form 1, fields 项目名称, 主管部门, 实施单位.
Fails
    主管部门: (empty)
Passes
    主管部门: 临港县民政局
How to fix
    Fill in the field.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.recognise.labels import FIELD_LABELS
from sheetlint.rules.check import Finding, check, finding
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import FORM_1
from sheetlint_checks.structure.shape_problems import demand_findings, shape_problems

_MESSAGE = Text("“{field}”没有填写", "{field} is not filled in")
_DASH = Text("“{field}”只写了“{printed}”", "{field} holds nothing but “{printed}”")
_HINT = Text("填写{field}的全称", "write the full name of the {field}")
_ENGLISH = {
    "project": "project name",
    "department": "department in charge",
    "unit": "implementing unit",
}


@check(
    "ST002",
    "header-field-missing",
    title="A header field is not filled in",
    severity="error",
    basis=FORM_1,
    parameters="template.required_header",
)
def header_field_missing(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    for problem, at in shape_problems(sheet, "ST002"):
        field = Text(FIELD_LABELS[problem.path][-1], _ENGLISH[problem.path])
        message = _DASH.fill(field=field, printed=at.raw) if at.raw else _MESSAGE.fill(field=field)
        yield finding(at, message, hint=_HINT.fill(field=field))
    yield from demand_findings(sheet, "ST002")
