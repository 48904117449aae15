"""Filling the placeholders of WordprocessingML and repeating its blocks."""

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
"""Ids of a paragraph, which its repetitions must not share."""
_PLACEHOLDER = re.compile(r"(?:\{\{|｛｛)([^{}｛｝]{1,60})(?:\}\}|｝｝)")
"""Chinese input methods write full-width braces."""


class PlaceholderError(Exception):
    """A placeholder or block is unknown or misplaced; ``text`` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def join_placeholders(root: Element) -> None:
    """Move every placeholder into the run in which it begins: Word cuts text into runs anywhere."""
    for paragraph in root.iter(_P):
        texts = [text for text in paragraph.iter(_T) if _paragraph_of(text) is paragraph]
        whole = "".join(text.text or "" for text in texts)
        for match in reversed(list(_PLACEHOLDER.finditer(whole))):
            _gather(texts, match.start(), match.end())


def _paragraph_of(text: Element) -> Element | None:
    """The nearest paragraph: a text box has paragraphs within a paragraph."""
    return next(text.iterancestors(_P), None)


def _gather(texts: Sequence[Element], start: int, end: int) -> None:
    """Move the characters from ``start`` to ``end`` into the first of their runs."""
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
    """Whether the element contains a placeholder."""
    return any(_PLACEHOLDER.search(text.text or "") for text in element.iter(_T))


def expand(elements: Sequence[Element], scope: Scope) -> list[Element]:
    """Copies of the elements with values and repeated blocks.  Raises ``PlaceholderError``."""
    made: list[Element] = []
    index = 0
    while index < len(elements):
        element = elements[index]
        name = _sole_placeholder(element)
        if name in BLOCK_BY_START:
            block = BLOCK_BY_START[name]
            close = _find_end(elements, index, block, name)
            for inner in _repetitions(scope, block, name):
                made += expand(elements[index + 1 : close], inner)
            index = close
        elif name in BLOCK_BY_END:
            raise PlaceholderError(messages.UNOPENED.fill(end=name, block=BLOCK_BY_END[name]))
        else:
            made += _fill(element, scope)
        index += 1
    return made


def _sole_placeholder(element: Element) -> str:
    """The name of the placeholder that is the whole text of a paragraph; else empty."""
    if element.tag != _P:
        return ""
    match = _PLACEHOLDER.fullmatch("".join(t.text or "" for t in element.iter(_T)).strip())
    return match[1].strip() if match else ""


def _find_end(elements: Sequence[Element], start: int, block: Text, name: str) -> int:
    for index in range(start + 1, len(elements)):
        if _sole_placeholder(elements[index]) in BLOCK_ENDS[block]:
            return index
    raise PlaceholderError(messages.UNCLOSED.fill(block=name, end=BLOCK_ENDS[block]))


def _repetitions(scope: Scope, block: Text, name: str) -> Sequence[Scope]:
    found = scope.parts.get(block)
    if found is None:
        raise PlaceholderError(_misplaced(name))
    return found


def _fill(element: Element, scope: Scope) -> list[Element]:
    if not has_placeholder(element):
        return [deepcopy(element)]
    if element.tag == _P:
        return _fill_paragraph(element, scope)
    if element.tag == _ROW:
        there = placeholder_names(element)
        name = next((name for name in there if name in BLOCK_BY_START), None)
        # With the end in the row as well, the block is in a cell, and the row is not repeated.
        if name is not None and not set(BLOCK_ENDS[BLOCK_BY_START[name]]).intersection(there):
            rows = _repetitions(scope, BLOCK_BY_START[name], name)
            return [fill_copy(_without_placeholder(element, name), inner) for inner in rows]
    return [fill_copy(element, scope)]


def serialise(root: Element) -> bytes:
    """The XML of a copy, which lxml still counts to the tree of its original."""
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def fill_copy(element: Element, scope: Scope) -> Element:
    """A copy of the element with its children expanded."""
    new = element.makeelement(element.tag, element.attrib, element.nsmap)
    new.text, new.tail = element.text, element.tail
    new.extend(expand(list(element), scope))
    if new.find(_P) is None and element.find(_P) is not None:
        # A cell or header without a paragraph would be damaged.
        new.append(new.makeelement(_P, {}, None))
    return new


def _without_placeholder(row: Element, name: str) -> Element:
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


def _fill_paragraph(element: Element, scope: Scope) -> list[Element]:
    """The filled paragraph; none where all its placeholders are empty, such as an omitted contact."""
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
