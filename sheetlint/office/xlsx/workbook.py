"""A workbook that is changed in place: its worksheets by name, its parts, its styles."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sheetlint.messages import annotated_workbook as messages
from sheetlint.office.errors import Uneditable
from sheetlint.office.xlsx.elements import WorkbookElements
from sheetlint.office.xlsx.parts import PackageParts
from sheetlint.office.xlsx.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STYLES = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"


class ListedSheet(NamedTuple):
    """An entry in the workbook's list of sheets."""

    name: str
    part: str
    """Empty for sheets without cells: charts and dialogs."""


class Workbook:
    """A workbook of the bytes of an .xlsx file."""

    def __init__(self, data: bytes) -> None:
        """Raises ``Uneditable`` for other packages and for shared workbooks."""
        self.parts = PackageParts(data)
        kind, self.main = self.parts.package.find_main_part()
        if kind != "xlsx":
            raise Uneditable(messages.OTHER_EDITION)
        self.root = self.parts.read(self.main)
        self.x = WorkbookElements(self.root)
        self._targets = self.parts.package.relationships(self.main)
        if self.part_of_type("revisionHeaders"):
            raise Uneditable(messages.SHARED)

    @cached_property
    def listed_sheets(self) -> tuple[ListedSheet, ...]:
        """All sheets in the order of their tabs."""
        found = []
        for element in self.sheets_element:
            target = self._targets.get(element.get(self.x.id_attribute) or "")
            part = target.target if target is not None and target.kind == "worksheet" else ""
            found.append(ListedSheet(element.get("name") or "", part))
        return tuple(found)

    @property
    def sheets_element(self) -> Element:
        """The workbook's list of sheets.  Raises ``Uneditable`` where there is none."""
        element = self.root.find(self.x("sheets"))
        if element is None:
            raise Uneditable(messages.NO_SHEETS)
        return element

    def part_of_type(self, kind: str) -> str:
        """The part of a relationship type (``styles``); empty where there is none."""
        return next((t.target for t in self._targets.values() if t.kind == kind), "")

    def worksheet_part(self, name: str | None) -> str:
        """The part of the worksheet ``name``; empty where there is none."""
        return next(
            (sheet.part for sheet in self.listed_sheets if sheet.name == name and sheet.part), ""
        )

    def remove_part(self, kind: str) -> None:
        """Remove the part of a relationship type, if there is one."""
        part = self.part_of_type(kind)
        if part in self.parts.package:
            self.parts.remove(self.main, part)

    @cached_property
    def styles(self) -> Styles:
        """The workbook's styles; a part is added where there is none, which the standard allows."""
        part = self.part_of_type("styles")
        if part in self.parts.package:
            return Styles(self.parts.read(part), self.x, lambda: self.parts.edit(part))
        part = "xl/styles.xml"
        if part in self.parts.package:
            part = self.parts.unused_name("xl/styles{}.xml")
        root = Styles.default_stylesheet(self.x)
        self.parts.add(part, root, _STYLES)
        self.parts.add_relationship(self.main, self.x.relationship_type("styles"), part)
        return Styles(root, self.x, lambda: root)
