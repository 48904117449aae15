"""The error of a file that nothing can be written into."""

from __future__ import annotations

from sheetlint.messages.text import Text


class Uneditable(Exception):
    """Nothing can be written into the file without breaking it; ``text`` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text
