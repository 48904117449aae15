"""The styles of a workbook: those of cells once more, with another colour or number format."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import TYPE_CHECKING

from sheetlint.office.xlsx.names import Vocabulary, number
from sheetlint.readers.builtin_formats import GENERAL
from sheetlint.readers.workbook.values import format_code

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ORDER = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles")
_FIRST_OWN_FORMAT = 164
"""Smaller numbers mean the formats that every program knows."""


class Styles:
    """Each variant of a style is made once.  The styles that were there keep their numbers."""

    def __init__(self, root: Element, v: Vocabulary, edit: Callable[[], Element]) -> None:
        """``edit`` is called where a variant is made: until then nothing changes."""
        self._root = root
        self._edit = edit
        self._v = v
        self._made: dict[tuple[object, ...], int] = {}

    @staticmethod
    def blank(v: Vocabulary) -> Element:
        """What a workbook without styles is shown by."""
        none, grey = (
            v.new("fill", v.new("patternFill", patternType=t)) for t in ("none", "gray125")
        )
        sides = (v.new(side) for side in ("left", "right", "top", "bottom", "diagonal"))
        about = {"numFmtId": 0, "fontId": 0, "fillId": 0, "borderId": 0}
        return v.new(
            "styleSheet",
            v.new("fonts", v.new("font", v.new("sz", val=11), v.new("name", val="宋体")), count=1),
            v.new("fills", none, grey, count=2),
            v.new("borders", v.new("border", *sides), count=1),
            v.new("cellStyleXfs", v.new("xf", **about), count=1),
            v.new("cellXfs", v.new("xf", **about, xfId=0), count=1),
        )

    def code(self, style: int) -> str:
        """The number format of a style."""
        forms = self._root.findall(f"{self._v('cellXfs')}/{self._v('xf')}")
        own = {
            number(element, "numFmtId"): element.get("formatCode") or GENERAL
            for element in self._root.iterfind(f"{self._v('numFmts')}/{self._v('numFmt')}")
        }
        return format_code(number(forms[style], "numFmtId"), own) if style < len(forms) else GENERAL

    def filled(self, style: int, colour: str) -> int:
        """The style with the background ``FFC7CE``."""

        def change(form: Element) -> None:
            form.set("fillId", str(self._fill(colour)))
            form.set("applyFill", "1")

        return self._variant(("fill", style, colour), style, change)

    def formatted(self, style: int, code: str) -> int:
        """The style with another number format."""

        def change(form: Element) -> None:
            form.set("numFmtId", str(self._format(code)))
            form.set("applyNumberFormat", "1")

        return self._variant(("format", style, code), style, change)

    def text(
        self,
        *,
        bold: bool = False,
        size: int = 10,
        colour: str = "",
        fill: str = "",
        wrap: bool = True,
    ) -> int:
        """A style of our own, which looks the same in every workbook; what wraps is framed."""

        def change(form: Element) -> None:
            for child in list(form):
                form.remove(child)
            form.set("numFmtId", "0")
            form.set("fontId", str(self._font(bold, size, colour)))
            form.set("fillId", str(self._fill(fill) if fill else 0))
            form.set("borderId", str(self._border() if wrap else 0))
            for part in ("Font", "Fill", "Alignment", "NumberFormat", "Border"):
                form.set(f"apply{part}", "1")
            about = {"vertical": "top", "wrapText": int(wrap)}
            form.append(self._v.new("alignment", **about))

        return self._variant(("text", bold, size, colour, fill, wrap), 0, change)

    def _variant(
        self, key: tuple[object, ...], style: int, change: Callable[[Element], None]
    ) -> int:
        if key not in self._made:
            self._edit()
            group = self._group("cellXfs")
            forms = list(group.iterchildren(self._v("xf")))
            if not forms:
                forms = [self._v.new("xf", numFmtId=0, fontId=0, fillId=0, borderId=0)]
                group.append(forms[0])
            # A number without a style is shown like the first.
            form = deepcopy(forms[style] if style < len(forms) else forms[0])
            change(form)
            self._made[key] = self._added(group, form)
        return self._made[key]

    def _fill(self, colour: str) -> int:
        if ("colour", colour) not in self._made:
            shade = self._v.new("patternFill", self._v.new("fgColor", rgb=f"FF{colour}"))
            shade.set("patternType", "solid")
            shade.append(self._v.new("bgColor", indexed=64))
            fills = self._group("fills")
            self._made["colour", colour] = self._added(fills, self._v.new("fill", shade))
        return self._made["colour", colour]

    def _font(self, bold: bool, size: int, colour: str) -> int:
        key = ("font", bold, size, colour)
        if key not in self._made:
            font = self._v.new("font")
            if bold:
                font.append(self._v.new("b"))
            if colour:
                font.append(self._v.new("u"))
            font.append(self._v.new("sz", val=size))
            if colour:
                font.append(self._v.new("color", rgb=f"FF{colour}"))
            font.append(self._v.new("name", val="宋体"))
            font.append(self._v.new("charset", val=134))
            self._made[key] = self._added(self._group("fonts"), font)
        return self._made[key]

    def _border(self) -> int:
        if ("border",) not in self._made:
            sides = [
                self._v.new(side, self._v.new("color", rgb="FFA6A6A6"), style="thin")
                for side in ("left", "right", "top", "bottom")
            ]
            border = self._v.new("border", *sides, self._v.new("diagonal"))
            self._made["border",] = self._added(self._group("borders"), border)
        return self._made["border",]

    def _format(self, code: str) -> int:
        formats = self._group("numFmts")
        for element in formats.iterchildren(self._v("numFmt")):
            if element.get("formatCode") == code:
                return number(element, "numFmtId")
        free = max((number(e, "numFmtId") for e in formats), default=0) + 1
        free = max(free, _FIRST_OWN_FORMAT)
        self._added(formats, self._v.new("numFmt", numFmtId=free, formatCode=code))
        return free

    def _group(self, name: str) -> Element:
        group = self._root.find(self._v(name))
        if group is None:
            group = self._v.new(name)
            before = {self._v(other) for other in _ORDER[: _ORDER.index(name)]}
            at = sum(child.tag in before for child in self._root)
            self._root.insert(at, group)
        return group

    def _added(self, group: Element, element: Element) -> int:
        from lxml.etree import QName

        group.append(element)
        count = len(group.findall(QName(element)))
        group.set("count", str(count))
        return count - 1
