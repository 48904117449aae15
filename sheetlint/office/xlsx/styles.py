"""The styles of a workbook: variants of cell styles with another colour or number format."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import TYPE_CHECKING

from sheetlint.office.xlsx.elements import WorkbookElements, int_attribute
from sheetlint.readers.builtin_formats import GENERAL
from sheetlint.readers.workbook.values import find_format_code

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ORDER = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles")
_FIRST_OWN_FORMAT = 164
"""Smaller numbers are built-in number formats."""


class Styles:
    """Each variant of a style is added once; the styles of the workbook keep their numbers."""

    def __init__(self, root: Element, x: WorkbookElements, edit: Callable[[], Element]) -> None:
        """``edit`` is called before a variant is added: until then the part is unchanged."""
        self._root = root
        self._edit = edit
        self._x = x
        self._variants: dict[tuple[object, ...], int] = {}

    @staticmethod
    def default_stylesheet(x: WorkbookElements) -> Element:
        """The styles with which a workbook without styles is shown."""
        none, grey = (
            x.new("fill", x.new("patternFill", patternType=t)) for t in ("none", "gray125")
        )
        sides = (x.new(side) for side in ("left", "right", "top", "bottom", "diagonal"))
        ids = {"numFmtId": 0, "fontId": 0, "fillId": 0, "borderId": 0}
        return x.new(
            "styleSheet",
            x.new("fonts", x.new("font", x.new("sz", val=11), x.new("name", val="宋体")), count=1),
            x.new("fills", none, grey, count=2),
            x.new("borders", x.new("border", *sides), count=1),
            x.new("cellStyleXfs", x.new("xf", **ids), count=1),
            x.new("cellXfs", x.new("xf", **ids, xfId=0), count=1),
        )

    def number_format(self, style: int) -> str:
        """The format code of a style (``0.00%``)."""
        xfs = self._root.findall(f"{self._x('cellXfs')}/{self._x('xf')}")
        own = {
            int_attribute(element, "numFmtId"): element.get("formatCode") or GENERAL
            for element in self._root.iterfind(f"{self._x('numFmts')}/{self._x('numFmt')}")
        }
        return (
            find_format_code(int_attribute(xfs[style], "numFmtId"), own)
            if style < len(xfs)
            else GENERAL
        )

    def with_fill(self, style: int, colour: str) -> int:
        """The number of the style with a background colour (``FFC7CE``)."""

        def change(xf: Element) -> None:
            xf.set("fillId", str(self._fill_id(colour)))
            xf.set("applyFill", "1")

        return self._variant(("fill", style, colour), style, change)

    def with_number_format(self, style: int, code: str) -> int:
        """The number of the style with another format code."""

        def change(xf: Element) -> None:
            xf.set("numFmtId", str(self._format_id(code)))
            xf.set("applyNumberFormat", "1")

        return self._variant(("format", style, code), style, change)

    def list_style(
        self,
        *,
        bold: bool = False,
        size: int = 10,
        colour: str = "",
        fill: str = "",
        wrap: bool = True,
    ) -> int:
        """The number of a style for the list of findings, the same in every workbook.

        ``size`` is in points; cells with ``wrap`` have a border.
        """

        def change(xf: Element) -> None:
            for child in list(xf):
                xf.remove(child)
            xf.set("numFmtId", "0")
            xf.set("fontId", str(self._font_id(bold, size, colour)))
            xf.set("fillId", str(self._fill_id(fill) if fill else 0))
            xf.set("borderId", str(self._border_id() if wrap else 0))
            for part in ("Font", "Fill", "Alignment", "NumberFormat", "Border"):
                xf.set(f"apply{part}", "1")
            xf.append(self._x.new("alignment", vertical="top", wrapText=int(wrap)))

        return self._variant(("text", bold, size, colour, fill, wrap), 0, change)

    def _variant(
        self, key: tuple[object, ...], style: int, change: Callable[[Element], None]
    ) -> int:
        if key not in self._variants:
            self._edit()
            group = self._group("cellXfs")
            xfs = list(group.iterchildren(self._x("xf")))
            if not xfs:
                xfs = [self._x.new("xf", numFmtId=0, fontId=0, fillId=0, borderId=0)]
                group.append(xfs[0])
            # Programs show a number for which there is no style like the first style.
            xf = deepcopy(xfs[style] if style < len(xfs) else xfs[0])
            change(xf)
            self._variants[key] = self._append(group, xf)
        return self._variants[key]

    def _fill_id(self, colour: str) -> int:
        if ("colour", colour) not in self._variants:
            shade = self._x.new("patternFill", self._x.new("fgColor", rgb=f"FF{colour}"))
            shade.set("patternType", "solid")
            shade.append(self._x.new("bgColor", indexed=64))
            fills = self._group("fills")
            self._variants["colour", colour] = self._append(fills, self._x.new("fill", shade))
        return self._variants["colour", colour]

    def _font_id(self, bold: bool, size: int, colour: str) -> int:
        key = ("font", bold, size, colour)
        if key not in self._variants:
            font = self._x.new("font")
            if bold:
                font.append(self._x.new("b"))
            if colour:
                font.append(self._x.new("u"))
            font.append(self._x.new("sz", val=size))
            if colour:
                font.append(self._x.new("color", rgb=f"FF{colour}"))
            font.append(self._x.new("name", val="宋体"))
            font.append(self._x.new("charset", val=134))
            self._variants[key] = self._append(self._group("fonts"), font)
        return self._variants[key]

    def _border_id(self) -> int:
        if ("border",) not in self._variants:
            sides = [
                self._x.new(side, self._x.new("color", rgb="FFA6A6A6"), style="thin")
                for side in ("left", "right", "top", "bottom")
            ]
            border = self._x.new("border", *sides, self._x.new("diagonal"))
            self._variants["border",] = self._append(self._group("borders"), border)
        return self._variants["border",]

    def _format_id(self, code: str) -> int:
        formats = self._group("numFmts")
        for element in formats.iterchildren(self._x("numFmt")):
            if element.get("formatCode") == code:
                return int_attribute(element, "numFmtId")
        free = max((int_attribute(e, "numFmtId") for e in formats), default=0) + 1
        free = max(free, _FIRST_OWN_FORMAT)
        self._append(formats, self._x.new("numFmt", numFmtId=free, formatCode=code))
        return free

    def _group(self, name: str) -> Element:
        """The collection ``name`` of the stylesheet, created in its place where there is none."""
        group = self._root.find(self._x(name))
        if group is None:
            group = self._x.new(name)
            before = {self._x(other) for other in _ORDER[: _ORDER.index(name)]}
            position = sum(child.tag in before for child in self._root)
            self._root.insert(position, group)
        return group

    def _append(self, group: Element, element: Element) -> int:
        """The index of the element in its group."""
        from lxml.etree import QName

        group.append(element)
        count = len(group.findall(QName(element)))
        group.set("count", str(count))
        return count - 1
