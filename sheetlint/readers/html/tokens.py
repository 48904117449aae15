"""The tags and the text of a web page, one after the other, in time that grows with its length."""

from __future__ import annotations

import re
from typing import Protocol

from sheetlint.readers import unreadable
from sheetlint.readers.limits import Limits

_NAME = re.compile(r"[a-zA-Z][^\s/>]*+")
_ATTRIBUTE = re.compile(
    r"""[\s/]*+(?:(>)|([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+))?)?)"""
)
"""The end of the tag, or a name with a value in one of three spellings.

Repeats are possessive: what one has matched it never gives back, so that nothing is tried twice.
"""
_WANTED = frozenset(
    (
        *("colspan", "rowspan", "span", "style", "hidden", "type", "value"),
        *("checked", "selected", "multiple", "x:num", "x:fmla", "sdval"),
    )
)
_RAW = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "title", "textarea", "iframe", "noframes", "noembed", "xmp")
}
"""Elements whose content is characters, whatever it looks like."""


class TagHandler(Protocol):
    """What gets the page."""

    def start(self, name: str, attributes: dict[str, str]) -> None: ...

    def end(self, name: str) -> None: ...

    def text(self, raw: str) -> None: ...

    def raw(self, name: str, content: str) -> None:
        """An element whose content is characters."""


class _Tags:
    """Finds the ends of tags and counts what stands in them."""

    def __init__(self, source: str, limits: Limits) -> None:
        self._source = source
        self._left = limits.max_tags
        self.end = 0
        """Where the last tag ended; -1 when the page ended in it."""

    def attributes(self, position: int) -> dict[str, str]:
        """Of the tag whose name ends at ``position``; the first of two of a name counts."""
        found: dict[str, str] = {}
        if self._source.startswith(">", position):
            self.end = position + 1
            return found
        while match := _ATTRIBUTE.match(self._source, position):
            position = match.end()
            if match[1]:
                self.end = position
                return found
            self._left -= 1
            if self._left < 0:
                raise unreadable.too_big()
            name = match[2].lower()
            if name in _WANTED and name not in found:
                found[name] = unescape_references(match[3] or match[4] or match[5] or "")
        self.end = -1
        return found


def unescape_references(text: str) -> str:
    """``&lt;`` → ``<``."""
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)


def parse_page(source: str, handler: TagHandler, limits: Limits) -> None:
    """Give the page to ``handler``.  Raises ``Unreadable`` for one with too many tags.

    A tag, a comment or a raw element that does not end takes the rest of the page with it, as in
    every browser.
    """
    if source.count("<") > limits.max_tags:
        raise unreadable.too_big()
    tags = _Tags(source, limits)
    position = 0
    while True:
        at = source.find("<", position)
        if at < 0:
            handler.text(source[position:])
            return
        closing = source.startswith("/", at + 1)
        match = _NAME.match(source, at + 1 + closing)
        if match is None and not source.startswith(("!", "?", "/"), at + 1):
            # A sign and no tag: 执行率<90%.
            handler.text(source[position : at + 1])
            position = at + 1
            continue
        if at > position:
            handler.text(source[position:at])
        if match is None:
            mark = "-->" if source.startswith("!--", at + 1) else ">"
            # The dashes of <!--> are its start and its end.
            end = source.find(mark, at + 2)
            position = end + len(mark) if end >= 0 else -1
        else:
            name = match[0].lower()
            attributes = tags.attributes(match.end())
            position = tags.end
            if position >= 0 and closing:
                handler.end(name)
            elif position >= 0:
                handler.start(name, attributes)
                if name in _RAW:
                    position = _raw(source, position, name, handler)
        if position < 0:
            return


def _raw(source: str, position: int, name: str, handler: TagHandler) -> int:
    """Where the element ends: at its closing tag, which comes next."""
    end = _RAW[name].search(source, position)
    handler.raw(name, source[position : end.start() if end else len(source)])
    return end.start() if end else -1
