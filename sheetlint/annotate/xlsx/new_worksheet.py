"""A new worksheet before all others, with what counts worksheets kept right."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from sheetlint.office.xlsx.elements import int_attribute
from sheetlint.office.xlsx.workbook import Workbook

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WORKSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_LONGEST = 31
"""Characters of a worksheet's name."""


def put_first(book: Workbook, name: str, worksheet: bytes) -> None:
    """Sheets are counted by print areas, by the tab that is in front, and by the properties."""
    part = book.parts.unused_name("xl/worksheets/sheet{}.xml")
    book.parts.set_content(part, worksheet)
    book.parts.add_content_type(part, _WORKSHEET)
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
    _tell_properties(book, name)


def unused(book: Workbook, name: str) -> str:
    """``name``, with a number behind it where a sheet is called so already."""
    taken = {sheet.name.casefold() for sheet in book.listed_sheets}
    found, at = name, 1
    while found.casefold() in taken:
        at += 1
        found = f"{name[: _LONGEST - 8]} ({at})"
    return found


def _keep_active(book: Workbook, root: Element) -> None:
    """The tab that was in front stays there: the others say that they are not, in their parts."""
    x = book.x
    views = root.find(x("bookViews"))
    if views is None:
        views = x.new("bookViews", x.new("workbookView"))
        book.sheets_element.addprevious(views)
    for view in views.iterchildren(x("workbookView")):
        view.set("activeTab", str(int_attribute(view, "activeTab") + 1))
        # From the first tab on: the new one is to be seen.
        view.attrib.pop("firstSheet", None)


def _tell_properties(book: Workbook, name: str) -> None:
    """The titles of the sheets in the document's properties, where they are listed in full."""
    package = book.parts.package
    part = next(
        (t.target for t in package.relationships("").values() if t.kind == "extended-properties"),
        "",
    )
    if part not in package:
        return
    root = book.parts.read(part)
    # Worksheets are counted first; charts and names follow.
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
