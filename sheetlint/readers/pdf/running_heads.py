"""What a printed page has around its content: page numbers, running heads and feet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sheetlint.readers.pdf.page import Page, PageLine, PageTable
from sheetlint.readers.pdf.text_lines import TextLine

_PAGE_NUMBER = re.compile(
    r"[-—–\s]*(?:第|页|page)?\s*\d{1,3}\s*页?(?:\s*[/,，、]?\s*(?:共|of)?\s*\d{1,3}\s*页?)?[-—–\s]*",
    re.IGNORECASE,
)
_OF = re.compile(r"[/页共]|of", re.IGNORECASE)
_MARGIN = 0.12
"""Page numbers stand in this share of the page's height, at its top or bottom."""
_SAME_HEIGHT = 3.0
_FIGURES = re.compile(r"\d+")


class RunningHeads(NamedTuple):
    """Texts that stand on several pages at the same height, whatever their figures are."""

    heights: dict[str, list[float]]

    def contains(self, field: TextLine) -> bool:
        heights = self.heights.get(_mask_figures(field), ())
        return any(abs(height - field.top) < _SAME_HEIGHT for height in heights)


def is_page_number(item: PageTable | PageLine, height: float) -> bool:
    """``- 3 -``, ``第 1 页 共 3 页``, ``1/3`` at the very top or bottom of the page."""
    if not isinstance(item, PageLine):
        return False
    line = item.line
    edge = line.bottom < _MARGIN * height or line.top > (1 - _MARGIN) * height
    if not edge:
        return False
    # Beside an address or a date only what can be nothing else is the number of a page.
    return _PAGE_NUMBER.fullmatch(line.text) is not None or any(
        _PAGE_NUMBER.fullmatch(field.text) and _OF.search(field.text) for field in item.fields
    )


def find_running_heads(pages: Sequence[Page]) -> RunningHeads:
    """The running heads.  They are ignored only where they cut a table in two: the title of a form
    that is printed page for page stands at the same height on each of them too."""
    seen: dict[str, list[tuple[int, float]]] = {}
    for page in pages:
        for item in page.items:
            if isinstance(item, PageLine):
                for field in item.fields:
                    seen.setdefault(_mask_figures(field), []).append((item.page, field.top))
    return RunningHeads(
        {
            text: [
                top
                for page, top in places
                if any(p != page and abs(t - top) < _SAME_HEIGHT for p, t in places[:300])
            ]
            for text, places in seen.items()
            if len(places) > 1
        }
    )


def _mask_figures(field: TextLine) -> str:
    return _FIGURES.sub("#", field.text)
