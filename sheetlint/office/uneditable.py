"""What cannot be handed back as the file that came in, with something written into it."""

from __future__ import annotations

from sheetlint.messages.text import Text


class Uneditable(Exception):
    """Nothing can be put into the file without breaking it; ``text`` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text
