"""运算符疑似识别错误

检查内容
    比率、满意度一类的指标值或完成值写成 200%–300%（如“290%”），或带有“^”“$”这样的符号：
    多半是扫描识别把“≥90%”认错了。这样的行不核对得分。
为什么
    照“290%”去算，得分一定不对；真正的指标值要看原件。
依据
    本工具的读取结果。
不通过示例
    满意度 290%
通过示例
    满意度 ≥90%
怎么改
    对照原件，改为“≥90%”。

What it checks
    A rate or a satisfaction printed as 200 % to 300 % (290%), or with a sign such as ^ or $: mostly
    optical recognition of ≥90%.  The score of such a row is not checked.
Why
    Calculated with 290 % every score is wrong.
Basis
    What this tool could read.
Fails
    satisfaction 290%
Passes
    satisfaction ≥90%
How to fix
    Compare the original and print ≥90%.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.recognise.indicator_values import misread_cells
from sheetlint.rules.check import EACH_INDICATOR, MEDIUM, Finding, check, finding
from sheetlint.sheet.numbers.measure import likely_text
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.basis import TOOL

_MESSAGE = Text(
    "“{printed}”像是识别错了的“{likely}”，这一行不核对得分",
    "{printed} looks like a misread {likely}; the row's score is not checked",
)
_HINT = Text("对照原件，改为“{likely}”", "compare the original; print {likely}")


@check(
    "UN008",
    "ocr-operator-suspect",
    title="A sign seems to be misread",
    severity="info",
    confidence=MEDIUM,
    basis=TOOL,
    each=EACH_INDICATOR,
)
def ocr_operator_suspect(row: Indicator, sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    for cell in misread_cells(row.target, row.actual):
        likely = likely_text(cell.text)
        yield finding(
            cell,
            _MESSAGE.fill(printed=cell.raw, likely=likely),
            expected=(likely,),
            hint=_HINT.fill(likely=likely),
        )
