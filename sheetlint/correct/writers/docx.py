"""Writing changed cells into a Word document; everything else stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sheetlint.correct.cell_change import CellChange
from sheetlint.messages import office as messages
from sheetlint.messages.text import Text
from sheetlint.office.docx.cell_text import (
    fields_to_text,
    remove_blanks,
    replace_in_text,
    replace_text,
)
from sheetlint.office.docx.element_index import ElementIndex
from sheetlint.office.docx.elements import WordElements
from sheetlint.office.errors import Uneditable
from sheetlint.office.packages import (
    archive_name,
    errors_as_uneditable,
    open_package,
    parse_part,
    repack,
    serialise,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def write_changes(data: bytes, changes: Sequence[CellChange], _: str = "") -> bytes:
    """The document with the changes in it.

    Raises ``Uneditable`` where a change cannot be made, or where the reader then reads anything but
    the wanted texts.
    """
    with errors_as_uneditable():
        package = open_package(data)
        _, main = package.find_main_part()
        root = parse_part(package, main)
        w = WordElements(root)
        index = ElementIndex(root, package.limits)
        expected = index.texts()
        for change in changes:
            element = index.find(change.where)
            if element is None:
                raise _refused(messages.NO_SUCH_PLACE, change)
            _write(w, element, change)
            text = replace_in_text(expected[element], change.before, change.after)
            if text is None:
                raise _refused(messages.OTHER_CONTENT, change)
            expected[element] = text
        if _without_blanks(ElementIndex(root, package.limits).texts()) != _without_blanks(expected):
            raise Uneditable(messages.OTHER_RESULT)
        return repack(package, {archive_name(package, main): serialise(root)})


def _write(w: WordElements, element: Element, change: CellChange) -> None:
    controls = [*element.iterancestors(w("sdt")), *element.iter(w("sdt"))]
    for control in controls:
        if control.find(f"{w('sdtPr')}/{w('dataBinding')}") is not None:
            raise _refused(messages.BOUND, change)
    if not change.keep_formula:
        fields_to_text(w, element)
    if not replace_text(w, element, change.before, change.after):
        raise _refused(messages.OTHER_CONTENT, change)
    for control in controls:
        # Word would treat the new text as the prompt of an empty control.
        properties = control.find(w("sdtPr"))
        prompt = None if properties is None else properties.find(w("showingPlcHdr"))
        if properties is not None and prompt is not None:
            properties.remove(prompt)


def _without_blanks(texts: Mapping[Element, str]) -> dict[Element, str]:
    stripped = ((element, remove_blanks(text)) for element, text in texts.items())
    return {element: text for element, text in stripped if text}


def _refused(text: Text, change: CellChange) -> Uneditable:
    where = change.where
    return Uneditable(text.fill(place=where.label_text or where.cell or ""))
