"""What units add to the form: columns and fields of their own, subtotals.  None of it is a field."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from tests.wording.headings import Finder
from tests.wording.insertions import insert_column, insert_row
from tests.wording.measure import Base, Trial
from tests.wording.specimens import Specimen
from tests.wording.wordings import Wordings
from tests.writing.boxes import Drawing

_TABLE, _FUNDS, _HEAD = "look_alikes.table", "look_alikes.funds", "look_alikes.head"
_SUBTOTAL = "subtotals.row"


def look_alike_trials(base: Base, words: Wordings, most: int | None = None) -> Iterator[Trial]:
    """One column or field more, each of those that ``words`` names."""
    specimen = base.specimen
    places = {_TABLE: table_columns, _FUNDS: fund_columns}
    for role, find in places.items():
        columns = find(base)
        for heading, texts in _some(specimen, words, role, most):
            pick = specimen.pick(role, heading)
            if columns:
                at, header, rows = pick.choice(columns)
                cells = {header: heading} | {row: pick.choice(texts) for row in rows}
                drawing = insert_column(specimen.drawing, at, cells)
                yield base.trial(role, drawing, pick, [heading])
    for heading, texts in _some(specimen, words, _HEAD, most):
        pick = specimen.pick(_HEAD, heading)
        drawing = with_head_field(specimen.drawing, heading, pick.choice(texts), pick)
        yield base.trial(_HEAD, drawing, pick, [heading])


def _some(
    specimen: Specimen, words: Wordings, role: str, most: int | None
) -> list[tuple[str, tuple[str, ...]]]:
    found = list(words.look_alikes[role.split(".")[1]].items())
    return found if most is None else specimen.pick(role).sample(found, min(most, len(found)))


Slot = tuple[int, int, list[int]]
"""Where a column may be inserted: grid column, row of the header, rows below it."""


def table_columns(base: Base) -> list[Slot]:
    """Between two columns of the indicator table, right of the names of its indicators."""
    finder = Finder(base.specimen.drawing, base.document)
    fields = base.specimen.drawing.fields
    rows = [place[0] for field, place in fields.items() if field.endswith(".level3")]
    if len(finder.first_rows) != 1:
        return []
    left = fields["indicators.0.level3"][1]
    first = finder.first_rows[0]
    columns = {p[1] for f, p in fields.items() if f.startswith("indicators.0.") and p[1] > left}
    if any(box and box.row != first - 1 for box in (finder.box(first - 1, c) for c in columns)):
        # The header has two rows.
        return []
    return [(column, first - 1, rows) for column in sorted(columns)]


def fund_columns(base: Base) -> list[Slot]:
    """Between two columns of the funds block."""
    fields = base.specimen.drawing.fields
    rows = sorted({place[0] for field, place in fields.items() if field.startswith("funds.")})
    total = {f: p for f, p in fields.items() if f.startswith("funds.total.")}
    columns = sorted(place[1] for place in total.values())
    return [(column, rows[0] - 1, rows) for column in columns[1:]]


def with_head_field(drawing: Drawing, label: str, text: str, pick: random.Random) -> Drawing:
    """A label with its value over the whole width, below one of the rows of the head."""
    fields = [f for f in ("project", "department", "unit") if f in drawing.fields]
    row = drawing.fields[pick.choice(fields)][0]
    return insert_row(drawing, row + 1, [(label, 1), (text, drawing.width - 1)])


def subtotal_trials(base: Base, words: Wordings, most: int | None = None) -> Iterator[Trial]:
    """Below the rows of each first level a row with their sums."""
    texts = words.by_role[_SUBTOTAL]
    pick = base.specimen.pick(_SUBTOTAL)
    for text in texts if most is None else pick.sample(texts, min(most, len(texts))):
        drawing = with_subtotals(base, text)
        if drawing is not None:
            label = text.replace("*", base.document["indicators"][0]["level1"])
            yield base.trial(_SUBTOTAL, drawing, pick, [label])


def with_subtotals(base: Base, text: str) -> Drawing | None:
    """None for forms without points or with levels that are no columns."""
    drawing = base.specimen.drawing
    rows = base.document["indicators"]
    at = {f: p for f, p in drawing.fields.items() if re.fullmatch(r"indicators\.\d+\.\w+", f)}
    if "indicators.0.score" not in at or "indicators.0.level1" not in at:
        return None
    if len(Finder(drawing, base.document).first_rows) != 1:
        return None
    roles = [role for role in ("weight", "score") if f"indicators.0.{role}" in at]
    columns = {at[f"indicators.0.{role}"][1]: role for role in roles}
    level = at["indicators.0.level1"][1]
    runs = [list(run) for _, run in groupby(enumerate(rows), lambda item: item[1]["level1"])]
    for run in reversed(runs):
        below = at[f"indicators.{run[-1][0]}.level3"][0] + 1
        sums = {
            column: f"{sum(Decimal(row[role] or 0) for _, row in run):f}"
            for column, role in columns.items()
        }
        label = text.replace("*", run[0][1]["level1"] or "")
        first = min(columns)
        cells = [(label, first - level)]
        cells += [(sums.get(column, ""), 1) for column in range(first, drawing.width)]
        drawing = insert_row(drawing, below, cells, under_block=level > 0)
    return drawing
