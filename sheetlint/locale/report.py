"""The words of the reports."""

from __future__ import annotations

from sheetlint.model import Text

VANISH = Text("改正后 {codes} 随之消失", "{codes} will go away with it")
BOTH = Text("{first}；{second}", "{first}; {second}")
