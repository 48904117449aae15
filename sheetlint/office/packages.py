"""Parts of an OOXML package as trees, and the package packed again with some of them changed.

Whatever is not changed keeps its bytes.  The bounds of the readers hold: a part is looked at by
their parser, which refuses document types and entities, before it becomes a tree.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Container, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from sheetlint.messages import office as words
from sheetlint.office.uneditable import Uneditable
from sheetlint.readers.limits import Limits
from sheetlint.readers.package import Package
from sheetlint.readers.xml_stream import outline
from sheetlint.sheet.tables import Unreadable
from sheetlint.system.extras import requires_extra

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that an archive can name: the same document must give the same bytes."""


_IN_QUOTES = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


@contextmanager
def editable() -> Iterator[None]:
    """What readers refuse in its block, and what is no XML, is ``Uneditable``."""
    with requires_extra("office"):
        from lxml.etree import LxmlError
    try:
        yield
    except Unreadable as error:
        raise Uneditable(error.reason) from error
    except LxmlError as error:
        raise Uneditable(words.DAMAGED_PART) from error


def opened(data: bytes) -> Package:
    """Raises ``Uneditable`` for signatures, which any change would break, and for twins."""
    package = Package(data, Limits())
    names = [name.lower() for name in package.names]
    if len(set(names)) < len(names):
        raise Uneditable(words.TWIN_PARTS)
    if any(name.startswith("_xmlsignatures/") for name in names):
        raise Uneditable(words.SIGNED)
    return package


def tree(package: Package, part: str) -> Element:
    """The root of an XML part."""
    from lxml import etree

    outline(package.chunks(part), (), package.limits)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, strip_cdata=False
    )
    return etree.fromstring(b"".join(package.chunks(part)), parser)


def element(name: str, /, *content: str, **attributes: object) -> str:
    """An element as text: to make many of them one by one takes ten times as long.

    A prefix of the name is that of the attributes, too.  ``content`` is markup.
    """
    prefix = name[: name.find(":") + 1]
    about = [f' {prefix}{key}="{escape(str(v), _IN_QUOTES)}"' for key, v in attributes.items()]
    inside = "".join(content)
    end = f">{inside}</{name}>" if inside else "/>"
    return f"<{name}{''.join(about)}{end}"


def preserved(name: str, text: str) -> str:
    """An element with a text that keeps its blanks."""
    return f'<{name} xml:space="preserve">{escape(text)}</{name}>'


def written(root: Element) -> bytes:
    from lxml import etree

    return etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )


def repacked(package: Package, changed: Mapping[str, bytes], dropped: Container[str] = ()) -> bytes:
    """The package with other content in some parts and without some; new parts come last."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in package.names:
            if name in dropped:
                continue
            content = changed.get(name)
            if content is None:
                content = b"".join(package.chunks(_plain(name)))
            _put(archive, name, content)
        for name, content in changed.items():
            if name not in package:
                _put(archive, name, content)
    return stream.getvalue()


def own_name(package: Package, part: str) -> str:
    """The part's name as the archive writes it: names in relationships do not mind case."""
    wanted = part.lower()
    return next((name for name in package.names if _plain(name).lower() == wanted), part)


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    info.create_system = 3
    archive.writestr(info, content)
