"""Putting values at the placeholders of WordprocessingML, and repeating what is to be repeated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from sheetlint.messages import notices as messages
from sheetlint.messages.text import Text
from sheetlint.notices.fields import (
    BLOCK_BY_END,
    BLOCK_BY_START,
    BLOCK_ENDS,
    Scope,
    enclosing_block,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P, _T, _ROW = f"{_W}p", f"{_W}t", f"{_W}tr"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_IDENTITIES = tuple(
    f"{{http://schemas.microsoft.com/office/word/2010/wordml}}{name}"
    for name in ("paraId", "textId")
)
"""Of a paragraph; a repeated one must not have them twice."""
_PLACEHOLDER = re.compile(r"(?:\{\{|｛｛)([^{}｛｝]{1,60})(?:\}\}|｝｝)")
"""Chinese input methods write full-width braces."""


class PlaceholderError(Exception):
    """What is asked for in the template cannot be had there."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def join_placeholders(root: Element) -> None:
    """Every placeholder into one run, that in which it begins."""
    for paragraph in root.iter(_P):
        texts = [text for text in paragraph.iter(_T) if _of(text) is paragraph]
        whole = "".join(text.text or "" for text in texts)
        for match in reversed(list(_PLACEHOLDER.finditer(whole))):
            _gather(texts, match.start(), match.end())


def _of(text: Element) -> Element | None:
    """The nearest paragraph: a text box is a paragraph within a paragraph."""
    return next(text.iterancestors(_P), None)


def _gather(texts: Sequence[Element], start: int, end: int) -> None:
    """The characters from ``start`` to ``end`` into the first of the runs that they stand in."""
    place = 0
    first: Element | None = None
    for element in texts:
        text = element.text or ""
        low, high = max(start - place, 0), min(end - place, len(text))
        if low < high:
            if first is None:
                first = element
            else:
                first.text = (first.text or "") + text[low:high]
                element.text = text[:low] + text[high:]
                element.set(_SPACE, "preserve")
        place += len(text)


def has_placeholder(element: Element) -> bool:
    """There is a placeholder in it."""
    return any(_PLACEHOLDER.search(text.text or "") for text in element.iter(_T))


def expand(elements: Sequence[Element], scope: Scope) -> list[Element]:
    """Copies with the values in them; raises ``TemplateProblem``."""
    made: list[Element] = []
    index = 0
    while index < len(elements):
        element = elements[index]
        name = _alone(element)
        if name in BLOCK_BY_START:
            block = BLOCK_BY_START[name]
            close = _close(elements, index, block, name)
            for inner in _part(scope, block, name):
                made += expand(elements[index + 1 : close], inner)
            index = close
        elif name in BLOCK_BY_END:
            raise PlaceholderError(messages.UNOPENED.fill(end=name, block=BLOCK_BY_END[name]))
        else:
            made += _filled(element, scope)
        index += 1
    return made


def _alone(element: Element) -> str:
    """The name of the placeholder that is all there is in a paragraph."""
    if element.tag != _P:
        return ""
    match = _PLACEHOLDER.fullmatch("".join(t.text or "" for t in element.iter(_T)).strip())
    return match[1].strip() if match else ""


def _close(elements: Sequence[Element], start: int, block: Text, name: str) -> int:
    for index in range(start + 1, len(elements)):
        if _alone(elements[index]) in BLOCK_ENDS[block]:
            return index
    raise PlaceholderError(messages.UNCLOSED.fill(block=name, end=BLOCK_ENDS[block]))


def _part(scope: Scope, block: Text, name: str) -> Sequence[Scope]:
    found = scope.parts.get(block)
    if found is None:
        raise PlaceholderError(_misplaced(name))
    return found


def _filled(element: Element, scope: Scope) -> list[Element]:
    if not has_placeholder(element):
        return [deepcopy(element)]
    if element.tag == _P:
        return _paragraph(element, scope)
    if element.tag == _ROW:
        there = placeholder_names(element)
        name = next((name for name in there if name in BLOCK_BY_START), None)
        # With an end in the row as well, paragraphs of a cell are repeated and not the row.
        if name is not None and not set(BLOCK_ENDS[BLOCK_BY_START[name]]).intersection(there):
            rows = _part(scope, BLOCK_BY_START[name], name)
            return [fill_copy(_without(element, name), inner) for inner in rows]
    return [fill_copy(element, scope)]


def serialise(root: Element) -> bytes:
    """Of a copy, which lxml still counts to the tree that it was made from."""
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def fill_copy(element: Element, scope: Scope) -> Element:
    """The same element with its children expanded."""
    new = element.makeelement(element.tag, element.attrib, element.nsmap)
    new.text, new.tail = element.text, element.tail
    new.extend(expand(list(element), scope))
    if new.find(_P) is None and element.find(_P) is not None:
        # A cell or a header without any paragraph is a damaged one.
        new.append(new.makeelement(_P, {}, None))
    return new


def _without(row: Element, name: str) -> Element:
    row = deepcopy(row)
    for text in row.iter(_T):
        if text.text:
            text.text = _PLACEHOLDER.sub(lambda m: "" if m[1].strip() == name else m[0], text.text)
    return row


def placeholder_names(element: Element) -> list[str]:
    return [
        match[1].strip()
        for text in element.iter(_T)
        for match in _PLACEHOLDER.finditer(text.text or "")
    ]


def _paragraph(element: Element, scope: Scope) -> list[Element]:
    """Nothing at all where all that it asks for is empty: it was about something left out."""
    values = {name: _value(name, scope) for name in placeholder_names(element)}
    if not any(values.values()) and element.find(f"./{_W}pPr/{_W}sectPr") is None:
        return []
    new = deepcopy(element)
    for identity in _IDENTITIES:
        for paragraph in new.iter(_P):
            paragraph.attrib.pop(identity, None)
    for text in new.iter(_T):
        if text.text and _PLACEHOLDER.search(text.text):
            text.text = _PLACEHOLDER.sub(lambda match: values[match[1].strip()], text.text)
            text.set(_SPACE, "preserve")
    return [new]


def _value(name: str, scope: Scope) -> str:
    value = scope.values.get(name)
    if value is not None:
        return value
    raise PlaceholderError(_unknown(name, scope))


def _unknown(name: str, scope: Scope) -> Text:
    if name in BLOCK_BY_START or name in BLOCK_BY_END:
        return messages.NOT_ALONE.fill(name=name)
    where = enclosing_block(name)
    if where is not None:
        return messages.MISPLACED.fill(name=name, block=where)
    from difflib import get_close_matches

    known = list(scope.values)
    near = get_close_matches(name, known, 1, 0.5)
    if near:
        return messages.NEAR.fill(name=name, near=near[0])
    chinese = [each for each in known if not each.isascii()]
    english = [each for each in known if each.isascii()]
    return messages.UNKNOWN.fill(name=name, known=Text("、".join(chinese), ", ".join(english)))


def _misplaced(name: str) -> Text:
    return messages.MISPLACED.fill(name=name, block=enclosing_block(name) or Text("", ""))
