"""Whether a document in which no sheet was found bears the labels of the form."""

from __future__ import annotations

from collections.abc import Iterator

from sheetlint.recognise.lexicon import Lexicon, label_key, split_label
from sheetlint.sheet.tables import Document, Row

_FEWEST_LABELS = 3


def has_form_labels(document: Document, lexicon: Lexicon) -> bool:
    """Whether three labels of the form stand in cells of their own, and one of them for results.

    A budget names project, units and amounts as the form does, and no targets or scores.
    """
    found: set[str] = set()
    for table in document.tables:
        for row in table.rows:
            found.update(_labels_in(row, lexicon))
            if len(found) >= _FEWEST_LABELS and not found.isdisjoint(lexicon.result_labels):
                return True
    return False


def _labels_in(row: Row, lexicon: Lexicon) -> Iterator[str]:
    names = [label_key(cell.text) for cell in row.cells if cell.text]
    if len(names) == 1 and split_label(row.cells[0].text) != (row.cells[0].text, ""):
        # A line of text, such as those on the cover of a report.
        return
    # In a list of projects units and amounts are columns; the form has no numbered rows.
    is_list = any(lexicon.list_columns.get(name) == "number" for name in names)
    wanted = lexicon.result_labels if is_list else lexicon.telling_labels
    for cell, name in zip((cell for cell in row.cells if cell.text), names, strict=True):
        if name in wanted:
            yield name
        elif (inline := label_key(split_label(cell.text)[0])) in wanted:
            yield inline
