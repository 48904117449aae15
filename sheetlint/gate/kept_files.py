"""What a run leaves untouched in its folder, and the sentence about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sheetlint.messages import gate as texts
from sheetlint.messages.text import Text

_MOST_NAMED = 10


class KeptFiles(NamedTuple):
    """What a run has not touched in the folder."""

    kept: list[str]
    """Files that somebody edited or put there, and folders."""
    beside: list[str]
    """What was written under another name, because an edited file has its own."""

    def text(self, out: str) -> Text | None:
        """One sentence about them; None where there are none."""
        if not self.kept:
            return None
        kept = texts.KEPT.fill(out=out, count=len(self.kept), names=_some_names(self.kept))
        if not self.beside:
            return kept
        return texts.KEPT_AND_BESIDE.fill(kept=kept, beside=_some_names(self.beside))


def _some_names(names: Sequence[str]) -> Text:
    shown = names[:_MOST_NAMED]
    text = Text("、".join(shown), ", ".join(shown))
    return text if len(shown) == len(names) else texts.SOME_NAMES.fill(names=text, count=len(names))
