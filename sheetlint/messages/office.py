"""Reasons why a file cannot be annotated or corrected, and the texts written into one that can."""

from __future__ import annotations

from sheetlint.messages.text import Text

DAMAGED_PART = Text(
    "文件内部的 XML 不合规范，不能在原文件上批注或修改",
    "some XML inside of the file is not well-formed: it cannot be written into",
)
TWIN_PARTS = Text(
    "文件内部有同名的部件，不能在原文件上批注或修改",
    "two parts of the file have the same name: it cannot be written into",
)
SIGNED = Text(
    "文件带有数字签名，一经改动签名即失效",
    "the file is signed, and any change would break the signature",
)
NOT_KEPT = Text(
    "原文件没有保留下来，不能在原文件上批注",
    "the original was not kept and cannot be annotated",
)
NO_BODY = Text(
    "文件里没有正文，不能在原文件上批注",
    "the file has no body to write into",
)

AUTHOR = "sheetlint 自评表检查"
INITIALS = "SL"

RESULTS = Text("检查结果", "What was found")
NOTHING = Text("没有发现问题。", "Nothing was found.")
ABOUT = Text(
    "共 {count} 处，按表中顺序列出；标色的地方另有批注。本页由 sheetlint 检查工具加上，改好后整页删去即可。",
    "{count} in the order of the form; what is coloured has a comment as well. This page was added by "
    "sheetlint: take it out when all is put right.",
)
NUMBER = Text("序号", "No.")
SEVERITY = Text("级别", "Severity")
PLACE = Text("位置", "Where")
PROBLEM = Text("问题", "What is wrong")
TO_DO = Text("怎么改：{hint}", "To do: {hint}")

ENCRYPTED = Text(
    "PDF 经过加密，不能在原文件上批注",
    "the PDF is encrypted and cannot be annotated as it is",
)
DAMAGED_PDF = Text(
    "PDF 的内部结构有损坏，不能在原文件上批注",
    "the PDF is damaged inside and cannot be annotated as it is",
)
MARKED = Text(
    "共 {count} 处，其中 {marked} 处已在表上标出，点开标记即见说明。",
    "{count} in all; {marked} are marked in the form, each with a note to open.",
)
NOT_MARKED = Text("以下各处没有可标的单元格：", "The following have no cell that could be marked:")
NO_SUCH_PLACE = Text(
    "文件里找不到要改的“{place}”，没有改动", "“{place}” is not in the file: nothing was changed"
)
OTHER_CONTENT = Text(
    "“{place}”的内容（含域、文本框、内嵌表格或公式）不能可靠地改写，没有改动",
    "what stands at “{place}” (fields, text boxes, tables or formulas in it) cannot be rewritten "
    "reliably: nothing was changed",
)
BOUND = Text(
    "“{place}”的内容与文件的其他数据相连，打开时会被还原，没有改动",
    "“{place}” shows data that is stored elsewhere in the file and would be put back when it is "
    "opened: nothing was changed",
)
OTHER_RESULT = Text(
    "改写后重新读取与预期不符（单元格里可能有域、公式或内嵌表格），没有改动",
    "read again, the changed document does not say what it should (there may be fields, formulas or "
    "tables in its cells): nothing was changed",
)
