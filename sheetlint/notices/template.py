"""A Word template with placeholders, and the letters made from it.

A placeholder is ``{{单位}}``, however Word has cut it into runs.  A table row with ``{{每个项目}}`` is
repeated, and so is everything between ``{{每个问题}}`` and ``{{问题完}}``, each in a paragraph of its own.
Nothing in a template is executed, and placeholders in inserted values are not filled.
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
    """A template that is read and checked once and filled for each unit."""

    def __init__(self, data: bytes) -> None:
        """Raises ``BadTemplate`` for a file that is no usable template."""
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
        self._check()
        self._lists_unreadable = not self._placeholders().isdisjoint(fields.UNREADABLE)

    def fill(self, notice: Notice, head: Letterhead, lang: str) -> bytes:
        """The .docx of a notice: the same bytes for the same values."""
        scope = fields.notice_scope(notice, head, lang, lists_unreadable=self._lists_unreadable)
        parts = self._filled(scope).items()
        return repack(self._package, {name: placeholders.serialise(root) for name, root in parts})

    def _filled(self, scope: fields.Scope) -> dict[str, Element]:
        return {name: placeholders.fill_copy(root, scope) for name, root in self._roots.items()}

    def _check(self) -> None:
        """Raise ``BadTemplate`` for errors of the template, before any letter is written."""
        try:
            self._filled(fields.sample_scope())
        except PlaceholderError as error:
            raise BadTemplate(error.text) from error
        there = self._placeholders()
        for wanted, problem in (
            (fields.RETURNED, messages.NO_BLOCK.fill(block=fields.RETURNED)),
            (fields.PROBLEMS, messages.NO_BLOCK.fill(block=fields.PROBLEMS)),
            (fields.PROBLEM, messages.NO_PROBLEM.fill()),
        ):
            if there.isdisjoint(wanted):
                raise BadTemplate(problem)

    def _placeholders(self) -> set[str]:
        return {
            name for root in self._roots.values() for name in placeholders.placeholder_names(root)
        }
