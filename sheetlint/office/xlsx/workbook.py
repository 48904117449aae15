"""A workbook that is written into: its worksheets by name, its styles, a new worksheet."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sheetlint.messages import annotated_workbook as words
from sheetlint.office.uneditable import Uneditable
from sheetlint.office.xlsx.names import Vocabulary
from sheetlint.office.xlsx.parts import Parts
from sheetlint.office.xlsx.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STYLES = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"


class Listed(NamedTuple):
    """A sheet as the workbook lists it."""

    name: str
    part: str
    """Empty for charts and dialogs: they have no cells."""


class Workbook:
    """Raises ``Uneditable`` for what no worksheet or comment can be put into."""

    def __init__(self, data: bytes) -> None:
        self.parts = Parts(data)
        kind, self.main = self.parts.package.main_part()
        if kind != "xlsx":
            raise Uneditable(words.OTHER_EDITION)
        self.root = self.parts.look(self.main)
        self.v = Vocabulary(self.root)
        self._targets = self.parts.package.relationships(self.main)
        if self.part("revisionHeaders"):
            raise Uneditable(words.SHARED)

    @cached_property
    def listed(self) -> tuple[Listed, ...]:
        found = []
        for element in self.sheets:
            target = self._targets.get(element.get(self.v.id) or "")
            part = target.target if target is not None and target.kind == "worksheet" else ""
            found.append(Listed(element.get("name") or "", part))
        return tuple(found)

    @property
    def sheets(self) -> Element:
        element = self.root.find(self.v("sheets"))
        if element is None:
            raise Uneditable(words.NO_SHEETS)
        return element

    def part(self, kind: str) -> str:
        """The workbook's part of ``kind``; empty where there is none."""
        return next((t.target for t in self._targets.values() if t.kind == kind), "")

    def worksheet(self, name: str | None) -> str:
        """Its part; empty where no worksheet is called so."""
        return next((sheet.part for sheet in self.listed if sheet.name == name and sheet.part), "")

    def drop(self, kind: str) -> None:
        """Take the part of ``kind`` out, if there is one."""
        part = self.part(kind)
        if part in self.parts.package:
            self.parts.drop(self.main, part)

    @cached_property
    def styles(self) -> Styles:
        """Made where there are none, which is allowed."""
        part = self.part("styles")
        if part in self.parts.package:
            return Styles(self.parts.look(part), self.v, lambda: self.parts.edit(part))
        part = "xl/styles.xml"
        if part in self.parts.package:
            part = self.parts.free("xl/styles{}.xml")
        root = Styles.blank(self.v)
        self.parts.add(part, root, _STYLES)
        self.parts.relate(self.main, self.v.kind("styles"), part)
        return Styles(root, self.v, lambda: root)
