"""XML parts through expat, a piece at a time, with bounds.

A document type or an entity declaration is refused before anything of it is looked at, so there is
nothing to expand and nothing to fetch.  Namespaces are not processed, which costs a third of the
time: the elements of a part carry the prefix of its root, and ``local`` takes it off.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Protocol
from xml.parsers import expat

from sheetlint.readers import unreadable
from sheetlint.readers.limits import Limits


class ParsingDone(Exception):
    """Raised by a handler that needs no more of the part."""


class XmlHandler(Protocol):
    """Receives the elements of a part.  It counts its own depth: a wrapper around every call would
    cost more than the handler."""

    buffer: list[str]
    """Gets all character data; a handler that wants the text of an element clears it at its start."""

    def start(self, name: str, attributes: dict[str, str]) -> None: ...

    def end(self, name: str) -> None: ...


def parse_xml(chunks: Iterable[bytes], handler: XmlHandler, limits: Limits) -> None:
    """Run ``handler`` over a part.  Raises ``Unreadable`` for XML that is broken, unsafe or huge."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = handler.start
    parser.EndElementHandler = handler.end
    parser.CharacterDataHandler = handler.buffer.append
    parser.StartDoctypeDeclHandler = _no_doctype
    parser.EntityDeclHandler = _no_doctype
    parser.ExternalEntityRefHandler = _no_doctype
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    fed = tags = 0
    try:
        for chunk in chunks:
            tags += chunk.count(b"<")
            if tags > limits.max_tags:
                raise unreadable.too_big()
            parser.Parse(chunk, False)
            fed += len(chunk)
            # What expat holds back and what the handler has gathered, one token or one text.
            if fed - parser.CurrentByteIndex > limits.max_token:
                raise unreadable.bomb()
            if len(parser.intern) > limits.max_names:
                raise unreadable.bomb()
            if len(handler.buffer) > 8 and sum(map(len, handler.buffer)) > limits.max_text:
                raise unreadable.too_big()
        parser.Parse(b"", True)
    except ParsingDone:
        return
    except (expat.ExpatError, ValueError, LookupError) as error:
        # ValueError and LookupError: an encoding that Python does not know or expat cannot use.
        raise unreadable.damaged() from error


def _no_doctype(*_: object) -> int:
    raise unreadable.unsafe()


def local_name(name: str) -> str:
    """``x:row`` → ``row``."""
    return name.rpartition(":")[2]


class _Outline:
    def __init__(self, wanted: Container[str], until: str, limits: Limits) -> None:
        self.buffer: list[str] = []
        self.found: list[Element] = []
        self._wanted = wanted
        self._until = until
        self._limits = limits
        self._depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > self._limits.max_depth:
            raise unreadable.bomb()
        if name in self._wanted or (":" in name and local_name(name) in self._wanted):
            self.found.append((local_name(name), attributes))

    def end(self, name: str) -> None:
        self._depth -= 1
        self.buffer.clear()
        if self._until and local_name(name) == self._until:
            raise ParsingDone


Element = tuple[str, Mapping[str, str]]
"""Local name and attributes."""


def read_outline(
    chunks: Iterable[bytes], wanted: Container[str], limits: Limits, until: str = ""
) -> Sequence[Element]:
    """The ``wanted`` elements in document order.

    Reading stops after the first element ``until``.  Raises ``Unreadable`` as ``parse_xml`` does.
    """
    handler = _Outline(wanted, until, limits)
    parse_xml(chunks, handler, limits)
    return handler.found
