"""The foot of the form: conclusions, causes, measures, persons, instructions."""

from __future__ import annotations

from sheetlint.recognise.lexicon import Lexicon, label_key, split_label
from sheetlint.recognise.lines import Line
from sheetlint.recognise.reading_log import locate
from sheetlint.recognise.values import clean_name, is_figure, text_value
from sheetlint.sheet.tables import Cell
from sheetlint.sheet.value import Value
from sheetlint.sheet.where import Where

_LONGEST_LABEL = 30
_UNNAMED = "备注"


def _is_label_or_pair(cell: Cell, name: str, lexicon: Lexicon) -> bool:
    return lexicon.remarks.role(name) is not None or split_label(cell.text)[0] != cell.text


def is_remark(line: Line, lexicon: Lexicon) -> bool:
    """Whether the line begins with a label of the foot (评价结论, 改进措施 …)."""
    text = line.cells[0].text
    label = split_label(text)[0]
    if label != text and lexicon.remarks.role(label_key(label)) is not None:
        return True
    if lexicon.remarks.role(line.keys[0]) is None:
        return False
    if line.keys[0] in lexicon.remarks.listed:
        return True
    # An indicator may be called 问题整改情况: behind a label that no list has stands one text, or
    # other labels.
    _, *behind = zip(line.cells, line.keys, strict=True)
    if len(behind) == 1:
        return not is_figure(behind[0][0])
    return all(_is_label_or_pair(cell, name, lexicon) for cell, name in behind)


class RemarksReader:
    """Reads the lines of the foot into texts by label, in their order."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._texts: dict[str, list[str]] = {}
        self._places: dict[str, Where] = {}

    def read_line(self, line: Line) -> None:
        """Read one line; several labels may stand side by side in it."""
        merged = next(
            (m for m in line.merged_above if self.lexicon.remarks.role(label_key(m.cell.text))),
            None,
        )
        label = clean_name(merged.cell.text).rstrip(":：") if merged else ""
        for cell, name in zip(line.cells, line.keys, strict=True):
            head, value = split_label(cell.text)
            if self.lexicon.remarks.role(name):
                label = clean_name(cell.text).rstrip(":：")
                self.add(label, "", locate(line.row, cell.column + cell.columns, (label,)))
            elif value and self.lexicon.remarks.role(label_key(head)):
                label = clean_name(head)
                self.add(label, value, locate(line.row, cell.column, (label,)))
            elif label:
                self.add(label, cell.text, locate(line.row, cell.column, (label,)))
            elif value and len(clean_name(head)) <= _LONGEST_LABEL:
                label = clean_name(head)
                self.add(label, value, locate(line.row, cell.column, (label,)))
            elif len(clean_name(cell.text)) > _LONGEST_LABEL or len(line.cells) == 1:
                self.add(_UNNAMED, cell.text, locate(line.row, cell.column, (_UNNAMED,)))
            else:
                label = clean_name(cell.text).rstrip(":：")
                self.add(label, "", locate(line.row, cell.column + cell.columns, (label,)))

    def add(self, label: str, text: str, where: Where) -> None:
        """Add a text for a label, below the texts that the label already has."""
        texts = self._texts.setdefault(label, [])
        if text.strip():
            if not texts:
                self._places[label] = where
            texts.append(text)
        self._places.setdefault(label, where)

    def values(self) -> tuple[tuple[str, Value], ...]:
        return tuple(
            (label, text_value(f"remarks.{label}.note", "\n".join(texts), self._places[label]))
            for label, texts in self._texts.items()
        )
