"""An OOXML package: its parts as trees of lxml, and the package packed again with changed parts.

An unchanged part keeps its bytes.  The bounds of the readers apply: their parser, which refuses
document types and entities, reads a part before lxml does.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Container, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from sheetlint.messages import office as messages
from sheetlint.office.errors import Uneditable
from sheetlint.readers.limits import Limits
from sheetlint.readers.package import Package
from sheetlint.readers.xml_stream import read_outline
from sheetlint.sheet.tables import Unreadable
from sheetlint.system.extras import requires_extra

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time of an archive: the same document must give the same bytes."""
_ATTRIBUTE_ESCAPES = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


@contextmanager
def errors_as_uneditable() -> Iterator[None]:
    """Errors of the readers and of the XML parser in the block are raised as ``Uneditable``."""
    with requires_extra("office"):
        from lxml.etree import LxmlError
    try:
        yield
    except Unreadable as error:
        raise Uneditable(error.reason) from error
    except LxmlError as error:
        raise Uneditable(messages.DAMAGED_PART) from error


def open_package(data: bytes) -> Package:
    """Raises ``Uneditable`` for a signed package, whose signature any change would break, and for
    two parts whose names differ by case alone."""
    package = Package(data, Limits())
    names = [name.lower() for name in package.names]
    if len(set(names)) < len(names):
        raise Uneditable(messages.TWIN_PARTS)
    if any(name.startswith("_xmlsignatures/") for name in names):
        raise Uneditable(messages.SIGNED)
    return package


def parse_part(package: Package, part: str) -> Element:
    """The root of an XML part."""
    from lxml import etree

    read_outline(package.chunks(part), (), package.limits)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, strip_cdata=False
    )
    return etree.fromstring(b"".join(package.chunks(part)), parser)


def element_markup(name: str, /, *content: str, **attributes: object) -> str:
    """An element as text; a worksheet of lxml elements takes ten times as long.

    The attributes get the prefix of ``name``.  ``content`` is markup.
    """
    prefix = name[: name.find(":") + 1]
    pairs = [
        f' {prefix}{key}="{escape(str(value), _ATTRIBUTE_ESCAPES)}"'
        for key, value in attributes.items()
    ]
    inside = "".join(content)
    end = f">{inside}</{name}>" if inside else "/>"
    return f"<{name}{''.join(pairs)}{end}"


def text_markup(name: str, text: str) -> str:
    """An element with a text whose blanks are kept, as markup."""
    return f'<{name} xml:space="preserve">{escape(text)}</{name}>'


def serialise(root: Element) -> bytes:
    """The XML part of a tree, in UTF-8 with a declaration."""
    from lxml import etree

    return etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )


def repack(package: Package, changed: Mapping[str, bytes], dropped: Container[str] = ()) -> bytes:
    """The package with ``changed`` parts and without ``dropped`` ones; new parts come last."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in package.names:
            if name in dropped:
                continue
            content = changed.get(name)
            if content is None:
                content = b"".join(package.chunks(_part_name(name)))
            _write_entry(archive, name, content)
        for name, content in changed.items():
            if name not in package:
                _write_entry(archive, name, content)
    return stream.getvalue()


def archive_name(package: Package, part: str) -> str:
    """The part's name as the archive writes it: relationships ignore the case of names."""
    wanted = part.lower()
    return next((name for name in package.names if _part_name(name).lower() == wanted), part)


def _part_name(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")


def _write_entry(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    info.create_system = 3
    archive.writestr(info, content)
