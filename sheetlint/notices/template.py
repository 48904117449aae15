"""A Word file with placeholders, and the letters made of it.

A placeholder is ``{{单位}}``, in whatever runs Word has cut it into.  A row of a table that holds
``{{每个项目}}`` is repeated, and so is what stands between ``{{每个问题}}`` and ``{{问题完}}``, each in a
paragraph of its own.  Nothing of a template is executed, and what is put in is not looked at again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sheetlint.messages import notices as messages
from sheetlint.messages.text import Text
from sheetlint.notices import fields, placeholders
from sheetlint.notices.letters import Letterhead, Notice
from sheetlint.notices.placeholders import PlaceholderError
from sheetlint.office.errors import Uneditable
from sheetlint.office.packages import errors_as_uneditable, open_package, parse_part, repack

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MAIN = "word/document.xml"
_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")


class BadTemplate(Exception):
    """The file cannot be used as a template; ``text`` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class Template:
    """Read and tried once, then filled for one unit after the other."""

    def __init__(self, data: bytes) -> None:
        """Raises ``BadTemplate``."""
        try:
            with errors_as_uneditable():
                self._package = open_package(data)
                if _MAIN not in self._package:
                    raise BadTemplate(messages.NOT_WORD)
                names = [name for name in self._package.names if _PARTS.fullmatch(name)]
                self._roots = {name: parse_part(self._package, name) for name in names}
        except Uneditable as error:
            raise BadTemplate(error.text) from error
        for root in self._roots.values():
            placeholders.join_placeholders(root)
        self._try()

    def fill(self, notice: Notice, head: Letterhead, lang: str) -> bytes:
        """The notice as a file: the same for the same values."""
        scope = fields.notice_scope(notice, head, lang)
        parts = self._filled(scope).items()
        return repack(self._package, {name: placeholders.serialise(root) for name, root in parts})

    def _filled(self, scope: fields.Scope) -> dict[str, Element]:
        return {name: placeholders.fill_copy(root, scope) for name, root in self._roots.items()}

    def _try(self) -> None:
        """What is wrong with a template is said before anything is written."""
        try:
            self._filled(fields.sample_scope())
        except PlaceholderError as error:
            raise BadTemplate(error.text) from error
        there = {
            name for root in self._roots.values() for name in placeholders.placeholder_names(root)
        }
        for wanted, problem in (
            (fields.RETURNED, messages.NO_BLOCK.fill(block=fields.RETURNED)),
            (fields.PROBLEMS, messages.NO_BLOCK.fill(block=fields.PROBLEMS)),
            (fields.PROBLEM, messages.NO_PROBLEM.fill()),
        ):
            if there.isdisjoint(wanted):
                raise BadTemplate(problem)
