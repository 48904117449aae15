"""Texts of annotated workbooks: list of findings, and reasons why one cannot be written into."""

from __future__ import annotations

from sheetlint.messages.text import Text

OTHER_EDITION = Text(
    "工作簿的内部格式不常见，不能在原文件上批注或修改",
    "the workbook is written in an unusual way: it cannot be written into",
)
SHARED = Text(
    "工作簿是共享工作簿（带修订记录），不能在原文件上批注或修改",
    "the workbook is shared and keeps its revisions: it cannot be written into",
)
NO_SHEETS = Text(
    "工作簿里没有工作表，不能在原文件上批注或修改",
    "the workbook lists no sheets: it cannot be written into",
)
NO_CELLS = Text(
    "工作表里没有单元格区域，不能在原文件上批注或修改",
    "a worksheet has no room for cells: it cannot be written into",
)
DRAWING = Text(
    "工作表原有的批注框写法不常见，不能在原文件上批注",
    "the boxes of the comments that are there are written in an unusual way: none can be added",
)
NOT_KEPT = Text("原文件没有保留下来，不能批注", "the original was not kept and cannot be annotated")

RESULTS = Text("检查结果", "What was found")
ABOUT = Text(
    "本工作表由 sheetlint 加上，点“位置”可以跳到单元格；改好后删去本表和批注即可。",
    "sheetlint has added this worksheet; the places are links. Delete it when all is put right.",
)
DRAWN = Text(
    "{path}（{format}）不能写回原文件，各表按读到的内容重新画出；点“单元格”可以跳过去。",
    "{path} ({format}) cannot be written into: its sheets are drawn as they were read; the cells are "
    "links.",
)
CELL = Text("单元格", "Cell")
NUMBER = Text("序号", "No.")
SEVERITY = Text("级别", "Severity")
CODE = Text("代码", "Code")
PROBLEM = Text("问题", "What is wrong")

NO_SUCH_CELL = Text("工作簿里找不到 {cell}，不能修改", "{cell} is not in the workbook: not changed")
SHARED_FORMULA = Text(
    "{cell} 的公式也用于别的单元格，不能单独改成数值",
    "the formula in {cell} is used by other cells as well: no value can take its place",
)
