"""Whether a document in which no sheet was found bears the labels of the form."""

from __future__ import annotations

from collections.abc import Sequence

from sheetlint.recognise.lexicon import Lexicon, label_key, split_label
from sheetlint.sheet.tables import Document

_FEWEST_IN_ROWS = 3
"""Different labels in rows of several cells."""
_FEWEST_IN_LINES = 8
"""Labels on lines of their own, as in a form that lost its cells; a report has some as headings."""


def has_form_labels(document: Document, lexicon: Lexicon) -> bool:
    """Whether three labels of the form stand in cells, and one of them for goals or results.

    A budget names project, units and amounts as the form does, and no targets or scores.
    """
    in_rows: set[str] = set()
    on_lines: set[str] = set()
    for table in document.tables:
        for row in table.rows:
            texts = [text for cell in row.cells if (text := cell.text.strip())]
            if len(texts) > 1:
                in_rows |= _labels_in(texts, lexicon)
            elif texts and label_key(texts[0]) == texts[0]:
                on_lines |= lexicon.telling_labels.intersection(texts)
            enough = len(in_rows) >= _FEWEST_IN_ROWS or len(on_lines) >= _FEWEST_IN_LINES
            if enough and not lexicon.result_labels.isdisjoint(in_rows | on_lines):
                return True
    return False


def _labels_in(texts: Sequence[str], lexicon: Lexicon) -> set[str]:
    """The labels of a row, alone in their cells or with a value behind a colon."""
    names = {label_key(text) for text in texts}
    names.update(label_key(split_label(text)[0]) for text in texts)
    # In a list of projects units and amounts are columns; the form has no numbered rows.
    is_list = any(lexicon.list_columns.get(name) == "number" for name in names)
    return names & (lexicon.result_labels if is_list else lexicon.telling_labels)
