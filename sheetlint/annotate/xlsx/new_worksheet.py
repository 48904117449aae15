"""A new worksheet before all others; everything that refers to worksheets by index is adjusted."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from sheetlint.office.xlsx.elements import int_attribute
from sheetlint.office.xlsx.workbook import Workbook

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WORKSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_MAX_NAME_LENGTH = 31


def insert_first_worksheet(book: Workbook, name: str, worksheet: bytes) -> None:
    """Insert a worksheet as the first one.

    Defined names (print areas), the active tab and the document's properties are adjusted.
    """
    part = book.parts.unused_name("xl/worksheets/sheet{}.xml")
    book.parts.set_content(part, worksheet)
    book.parts.add_content_type(part, _WORKSHEET_TYPE)
    x, root = book.x, book.parts.edit(book.main)
    used = [int_attribute(sheet, "sheetId") for sheet in book.sheets_element]
    entry = x.new("sheet", name=name, sheetId=max(used, default=0) + 1)
    entry.set(
        x.id_attribute,
        book.parts.add_relationship(book.main, x.relationship_type("worksheet"), part),
    )
    book.sheets_element.insert(0, entry)
    for defined in root.iterfind(f"{x('definedNames')}/{x('definedName')}"):
        if defined.get("localSheetId") is not None:
            defined.set("localSheetId", str(int_attribute(defined, "localSheetId") + 1))
    _keep_active(book, root)
    _update_properties(book, name)


def unused_worksheet_name(book: Workbook, name: str) -> str:
    """``name``, with a number appended where a sheet already has it, ignoring case."""
    used = {sheet.name.casefold() for sheet in book.listed_sheets}
    unused, number = name, 1
    while unused.casefold() in used:
        number += 1
        unused = f"{name[: _MAX_NAME_LENGTH - 8]} ({number})"
    return unused


def _keep_active(book: Workbook, root: Element) -> None:
    """Keep the active tab: the parts of the other worksheets say that they are not selected."""
    x = book.x
    views = root.find(x("bookViews"))
    if views is None:
        views = x.new("bookViews", x.new("workbookView"))
        book.sheets_element.addprevious(views)
    for view in views.iterchildren(x("workbookView")):
        view.set("activeTab", str(int_attribute(view, "activeTab") + 1))
        # Tabs are shown from the first one: the new worksheet should be visible.
        view.attrib.pop("firstSheet", None)


def _update_properties(book: Workbook, name: str) -> None:
    """Add the name to the titles of sheets in the document's properties, if they list them."""
    package = book.parts.package
    part = next(
        (r.target for r in package.relationships("").values() if r.kind == "extended-properties"),
        "",
    )
    if part not in package:
        return
    root = book.parts.read(part)
    # Worksheets come first; charts and names follow.
    count = root.find("{*}HeadingPairs//{*}i4")
    first = root.find("{*}TitlesOfParts/{*}vector/{*}lpstr")
    titles = None if first is None else first.getparent()
    digits = "" if count is None else (count.text or "").strip()
    if count is None or first is None or titles is None or not digits.isdecimal():
        return
    from lxml.etree import QName

    book.parts.edit(part)
    title = deepcopy(first)
    title.text = name
    titles.insert(titles.index(first), title)
    count.text = str(int(digits) + 1)
    titles.set("size", str(len(titles.findall(QName(first)))))
