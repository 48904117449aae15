"""The words of comments in files handed back, and of formats that cannot be annotated."""

from __future__ import annotations

from sheetlint.model import Text

HEAD = Text("【{severity}】{code} {title}", "[{severity}] {code} {title}")
DOUBT = Text("（{doubt}）", " ({doubt})")
FIGURES = Text("表上 {printed}，应为 {expected}", "printed {printed}, should be {expected}")
LABELLED = Text("{label}：{text}", "{label}: {text}")

OTHER_FORMAT = Text(
    "这种格式（{format}）不能批注，请另存为 .xlsx 或 .docx",
    "files of this format ({format}) cannot be annotated: save it as .xlsx or .docx",
)
