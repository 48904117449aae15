"""Texts of the comments in annotated copies."""

from __future__ import annotations

from sheetlint.messages.text import Text

HEAD = Text("【{severity}】{code} {title}", "[{severity}] {code} {title}")
DOUBT = Text("（{doubt}）", " ({doubt})")
FIGURES = Text("表上 {printed}，应为 {expected}", "printed {printed}, should be {expected}")
LABELLED = Text("{label}：{text}", "{label}: {text}")
