"""The tags of a web page to blocks, as a browser lays them out."""

from __future__ import annotations

import re
from collections.abc import Callable

from sheetlint.readers import unreadable
from sheetlint.readers.html.blocks import Block
from sheetlint.readers.html.elements import (
    HIDDEN_ELEMENTS,
    LINE_ELEMENTS,
    READ_ALTHOUGH_HIDDEN,
    VOID_ELEMENTS,
)
from sheetlint.readers.html.fields import SelectField, input_text
from sheetlint.readers.html.hidden import SkippedElement, is_hidden
from sheetlint.readers.html.tables import OpenTables
from sheetlint.readers.html.tokens import unescape_references
from sheetlint.readers.limits import Limits

_BLANKS_AND_ALL = 8
"""Characters of the source for one that is shown, at most."""
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_WRAP = re.compile(r"(?<=[\u2e80-\uffef])[ \t]*+[\r\n]++[ \t]*+(?=[\u2e80-\uffef])")
"""A line end between two Chinese characters is where the source was wrapped, and shows as nothing."""
_ENDS = " \t\u00a0"
Start = Callable[[dict[str, str]], None]
End = Callable[[], None]


class PageHandler:
    """A handler of ``walk``; ``blocks`` are the page when all of it was given."""

    def __init__(self, limits: Limits) -> None:
        self.blocks: list[Block] = []
        self._limits = limits
        self._tables = OpenTables(self.blocks, limits)
        self._pieces: list[str] = []
        self._length = 0
        self._choice: SelectField | None = None
        self._skipped: SkippedElement | None = None
        self._preformatted = 0
        """Depth of elements whose blanks and line ends count."""
        self._at_start: dict[str, Start] = {
            "pre": self._start_preformatted,
            "input": self._input,
            "select": self._start_select,
            "option": self._start_option,
        }
        self._at_end: dict[str, End] = {"pre": self._end_preformatted, "select": self._end_select}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._skipped is not None:
            if self._skipped.start(name):
                return
            self._skipped = None
        if name in HIDDEN_ELEMENTS or (
            attributes and name not in READ_ALTHOUGH_HIDDEN and is_hidden(attributes)
        ):
            if name in ("td", "th"):
                self._end_line()
                self._tables.end_cell()
            if name not in VOID_ELEMENTS:
                self._skipped = SkippedElement(name, bool(self._tables))
            return
        if name in LINE_ELEMENTS:
            self._end_line()
        elif (of_table := self._tables.at_start.get(name)) is not None:
            self._end_line()
            of_table(attributes)
        elif (action := self._at_start.get(name)) is not None:
            action(attributes)

    def end(self, name: str) -> None:
        if self._skipped is not None:
            own = self._skipped.end(name)
            if not own or self._skipped.has_ended:
                self._skipped = None
            if own:
                return
        if name in LINE_ELEMENTS:
            self._end_line()
        elif (of_table := self._tables.at_end.get(name)) is not None:
            self._end_line()
            of_table()
        elif (action := self._at_end.get(name)) is not None:
            action()

    def text(self, raw: str) -> None:
        if self._skipped is not None or not raw:
            return
        if len(raw) > _BLANKS_AND_ALL * self._limits.max_text:
            raise unreadable.too_big()
        text = unescape_references(raw)
        if self._preformatted:
            self._write(_keep_blanks(text))
            return
        if "\n" in text:
            text = _WRAP.sub("", text)
        self._write(_BLANKS.sub(" ", text))

    def raw(self, name: str, content: str) -> None:
        if name == "textarea" and self._skipped is None:
            self._write(_keep_blanks(unescape_references(content)))

    def close(self) -> None:
        """The end of the page, which ends everything."""
        self._end_line()
        self._tables.close()
        self._at_start, self._at_end = {}, {}

    # ── lines of text ──

    def _write(self, text: str) -> None:
        self._length += len(text)
        if self._length > self._limits.max_text:
            raise unreadable.too_big()
        self._pieces.append(text)

    def _end_line(self) -> None:
        if self._choice is not None:
            self._end_select()
        if not self._pieces:
            return
        text = "".join(self._pieces)
        self._pieces.clear()
        self._length = 0
        while "  " in text:
            text = text.replace("  ", " ")
        text = text.replace("\u00a0", " ")
        if self._tables:
            text = text.replace("\t", " ")
        lines = (line.strip(_ENDS) for line in text.split("\n"))
        self._tables.container().extend(filter(None, lines))

    def _start_preformatted(self, _: dict[str, str]) -> None:
        self._end_line()
        self._preformatted += 1

    def _end_preformatted(self) -> None:
        self._end_line()
        self._preformatted = max(0, self._preformatted - 1)

    # ── fields of a form ──

    def _input(self, attributes: dict[str, str]) -> None:
        self._write(_keep_blanks(input_text(attributes)))

    def _start_select(self, attributes: dict[str, str]) -> None:
        if self._choice is None:
            self._choice = SelectField(self._pieces, "multiple" in attributes)
            self._pieces = []

    def _start_option(self, attributes: dict[str, str]) -> None:
        if self._choice is not None:
            self._choice.option("".join(self._pieces), "selected" in attributes)
            self._pieces = []

    def _end_select(self) -> None:
        choice, self._choice = self._choice, None
        if choice is not None:
            shown = choice.shown("".join(self._pieces))
            self._pieces = [*choice.before, shown]


def _keep_blanks(text: str) -> str:
    """The text with blanks that are not collapsed."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace(" ", "\u00a0")
