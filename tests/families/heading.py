"""Title and year line, above the form and inside it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple

from tests.families.content import Content
from tests.families.printed import name
from tests.writing.boxes import Piece, Sketch

BEFORE = ("附件1", "附件：", "附件二", "附表2", "附件3：")
YEAR_LINES = (
    "（{}年度）", "（{}年度）", "（{} 年度）", "( {}年度)", "{}年度）", " {} 年度)", "({})", "{}年度",
)  # fmt: skip


class Heading(NamedTuple):
    """The lines at the top, each with the field that stands in it."""

    lines: tuple[tuple[str, str], ...]
    inside: bool
    """They are rows of the table in documents too."""

    @property
    def loose(self) -> int:
        """How many lines a document prints above its table."""
        return 0 if self.inside else len(self.lines)

    def sketch(self, sketch: Sketch) -> None:
        """Each line over the whole width."""
        for text, field in self.lines:
            whole = 1 if text in BEFORE else sketch.width
            sketch.row(Piece(text, whole, field=field))


def headed(
    pick: random.Random,
    sheet: Content,
    titles: Sequence[str],
    dated: Sequence[str] = (),
    further: Sequence[str] = (),
) -> tuple[Content, Heading]:
    """A title of one of the forms: ``dated`` ones hold the year, the others have a line below."""
    inside = pick.random() < 0.3
    lines = [(pick.choice(BEFORE), "")] if pick.random() < 0.2 else []
    short = bool(dated) and pick.random() < 0.4
    year = sheet.year.text
    title = pick.choice(dated if short else titles).format(year=year, project=sheet.project.text)
    if not inside:
        # A line above a table that is broken in two is two lines.
        title = title.replace("\n", "")
    lines.append((title, "title"))
    if not short:
        lines.append((pick.choice(YEAR_LINES).format(year), "year"))
    if further and pick.random() < 0.5:
        lines.append((pick.choice(further), ""))
    return sheet._replace(title=name(title)), Heading(tuple(lines), inside)
