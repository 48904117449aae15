"""The corrected copy of a file, by its format."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

from sheetlint.correct.cells.normalised import FieldChange
from sheetlint.correct.change import Change
from sheetlint.correct.corrections import FileFixes
from sheetlint.correct.fixes import Proposal
from sheetlint.correct.token import only
from sheetlint.intake.source import STDIN
from sheetlint.messages import fix as messages
from sheetlint.office.errors import Uneditable
from sheetlint.readers import formats
from sheetlint.sheet.tables import Cell
from sheetlint.sheet.where import Where


def corrected(file: FileFixes) -> bytes:
    """The file with all proposals in it.  Raises ``Uneditable`` where that cannot be done."""
    kind, kept = file.file.format, file.file.content
    form = formats.named(kind)
    if form is None or not form.corrected_by:
        raise Uneditable(messages.OTHER_FORMAT.fill(format=kind))
    assert kept is not None
    name = "<stdin>" if file.file.path == STDIN else os.path.basename(file.file.path)
    module = import_module(f"sheetlint.correct.cells.{form.corrected_by}")
    data: bytes = module.changed(kept.data, list(CHANGES[form.corrected_by](file)), name)
    return data


def _fields(file: FileFixes) -> Iterator[FieldChange]:
    """Each field of the normalised document."""
    for sheet in file.sheets:
        for p in sheet.fixed.proposals:
            yield FieldChange(sheet.who.position, p.path, p.where, p.before, p.after)


def _figures(file: FileFixes) -> Iterator[Change]:
    """Each figure by itself: what else stands in its cell is not rewritten."""
    for sheet in file.sheets:
        for p in sheet.fixed.proposals:
            keep = p.stale and _has_formula(sheet.cells.get(p.path))
            yield Change(p.where, p.before, p.after, None, keep)


def _whole(file: FileFixes) -> Iterator[Change]:
    """Each cell once, with everything that it is to print."""
    for sheet in file.sheets:
        together: dict[Where, list[Proposal]] = {}
        for proposal in sheet.fixed.proposals:
            place = proposal.where._replace(label=())
            together.setdefault(place, []).append(proposal)
        for proposals in together.values():
            yield _cell(proposals, sheet.cells)


CHANGES: dict[str, Callable[[FileFixes], Iterator[Change | FieldChange]]] = {
    "xlsx": _whole,
    "docx": _figures,
    "text": _figures,
    "normalised": _fields,
}
"""What the modules of ``cells`` are given."""


def _cell(proposals: list[Proposal], cells: Mapping[str, Cell]) -> Change:
    first = proposals[0]
    cell = cells.get(first.path)
    text = first.before if cell is None else cell.text
    before = text
    for proposal in proposals:
        at = only(text, proposal.before)
        if at is None:
            raise Uneditable(
                messages.NOT_FOUND.fill(place=proposal.where.label_text, printed=proposal.before)
            )
        text = text[:at] + proposal.after + text[at + len(proposal.before) :]
    # A figure that the workbook keeps as a text stays one.
    number = first.number if before.strip() == first.before and _is_number(cell) else None
    keep = _has_formula(cell) and all(proposal.stale for proposal in proposals)
    return Change(first.where, before, text, number, keep)


def _is_number(cell: Cell | None) -> bool:
    return cell is not None and cell.stored is not None


def _has_formula(cell: Cell | None) -> bool:
    return cell is not None and cell.formula is not None
