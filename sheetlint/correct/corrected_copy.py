"""The corrected copy of a file, by its format."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

from sheetlint.correct.cell_change import CellChange
from sheetlint.correct.file_fixes import FileFixes
from sheetlint.correct.fixes import Proposal
from sheetlint.correct.printed_text import find_only
from sheetlint.correct.writers.normalised import FieldChange
from sheetlint.intake.source import STDIN
from sheetlint.messages import fix as messages
from sheetlint.office.errors import Uneditable
from sheetlint.readers import formats
from sheetlint.sheet.tables import Cell
from sheetlint.sheet.where import Where


def make_corrected_copy(file: FileFixes) -> bytes:
    """The bytes of the file with all proposals in it.

    Raises ``Uneditable`` for a format that cannot be corrected and where a figure is not found.
    """
    name, content = file.report.format, file.report.content
    file_format = formats.find_format(name)
    if file_format is None or not file_format.corrected_by:
        raise Uneditable(messages.OTHER_FORMAT.fill(format=name))
    assert content is not None
    file_name = "<stdin>" if file.report.path == STDIN else os.path.basename(file.report.path)
    module = import_module(f"sheetlint.correct.writers.{file_format.corrected_by}")
    changes = list(CHANGES_BY_WRITER[file_format.corrected_by](file))
    data: bytes = module.write_changes(content.data, changes, file_name)
    return data


def _field_changes(file: FileFixes) -> Iterator[FieldChange]:
    """One change for each field of the normalised document."""
    for sheet in file.sheets:
        for p in sheet.result.proposals:
            yield FieldChange(sheet.report.position, p.path, p.where, p.before, p.after)


def _figure_changes(file: FileFixes) -> Iterator[CellChange]:
    """One change for each figure: the rest of its cell is not rewritten."""
    for sheet in file.sheets:
        for p in sheet.result.proposals:
            keep = p.stale and _has_formula(sheet.cells.get(p.path))
            yield CellChange(p.where, p.before, p.after, None, keep)


def _cell_changes(file: FileFixes) -> Iterator[CellChange]:
    """One change for each cell, with its whole new text."""
    for sheet in file.sheets:
        by_cell: dict[Where, list[Proposal]] = {}
        for proposal in sheet.result.proposals:
            place = proposal.where._replace(label=())
            by_cell.setdefault(place, []).append(proposal)
        for proposals in by_cell.values():
            yield _cell_change(proposals, sheet.cells)


CHANGES_BY_WRITER: dict[str, Callable[[FileFixes], Iterator[CellChange | FieldChange]]] = {
    "xlsx": _cell_changes,
    "docx": _figure_changes,
    "text": _figure_changes,
    "normalised": _field_changes,
}
"""The changes for each module of ``writers``."""


def _cell_change(proposals: list[Proposal], cells: Mapping[str, Cell]) -> CellChange:
    first = proposals[0]
    cell = cells.get(first.path)
    text = first.before if cell is None else cell.text
    before = text
    for proposal in proposals:
        at = find_only(text, proposal.before)
        if at is None:
            raise Uneditable(
                messages.NOT_FOUND.fill(place=proposal.where.label_text, printed=proposal.before)
            )
        text = text[:at] + proposal.after + text[at + len(proposal.before) :]
    # A figure that the workbook stores as text stays text.
    number = first.number if before.strip() == first.before and _is_number(cell) else None
    keep = _has_formula(cell) and all(proposal.stale for proposal in proposals)
    return CellChange(first.where, before, text, number, keep)


def _is_number(cell: Cell | None) -> bool:
    return cell is not None and cell.stored is not None


def _has_formula(cell: Cell | None) -> bool:
    return cell is not None and cell.formula is not None
