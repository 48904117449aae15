"""An OOXML package: a zip archive of XML parts that point at each other.

Nothing is ever extracted to disk, so the names in the archive are only names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from sheetlint.readers import unreadable
from sheetlint.readers.formats import FORMATS, Format
from sheetlint.readers.limits import Limits
from sheetlint.readers.xml_stream import Element, read_outline
from sheetlint.readers.zip_archive import ZipArchive

_USUAL = {form.main_part: form.name for form in FORMATS if form.main_part}
"""Where Office, WPS and LibreOffice put the main part."""
_PRESENTATION = "presentationml", "ppt/"
_SIGNS = {
    "mimetype": "opendocument",
    "ofd.xml": "ofd",
    "index/document.iwa": "iwork",
    "index.zip": "iwork",
    "index.apxl": "iwork",
}
"""Parts in the root of packages without one."""


_SMALL = 1 << 15


class Relationship(NamedTuple):
    """A pointer from one part to another."""

    kind: str
    """Last word of the type: ``worksheet``, ``styles``, ``officeDocument`` …"""
    target: str
    """Name of the part in the archive."""


class Package:
    """The parts of an archive, read within ``limits``."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Raises ``Unreadable`` where the archive is damaged, or a bomb by its own table."""
        self.limits = limits
        self._archive = ZipArchive(data, limits.max_directory)
        # Part names do not mind case, and some writers use backslashes.
        self._parts = {
            entry.name.replace("\\", "/").lstrip("/").lower(): entry
            for entry in self._archive.entries
        }
        if sum(entry.size for entry in self._parts.values()) > limits.max_unpacked:
            raise unreadable.bomb()

    @property
    def names(self) -> list[str]:
        """Of all parts as the archive writes them, in its order."""
        return [entry.name for entry in self._archive.entries]

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._parts

    def chunks(self, part: str) -> Iterator[bytes]:
        """The content of ``part`` piece by piece.

        Raises ``Unreadable`` for a part that is missing, damaged, encrypted or too big.
        """
        entry = self._parts.get(part.lower())
        if entry is None:
            raise unreadable.damaged()
        if entry.size > self.limits.max_part:
            raise unreadable.too_big()
        if entry.size > max(self.limits.ratio_from, entry.packed * self.limits.max_ratio):
            raise unreadable.bomb()
        return self._archive.chunks(entry)

    def read_outline(self, part: str, *wanted: str, until: str = "") -> Sequence[Element]:
        """The elements of these names, up to the first ``until``.  Raises like ``chunks``."""
        chunks = self.chunks(part)
        if self._parts[part.lower()].size > _SMALL:
            return read_outline(chunks, wanted, self.limits, until)
        return _known_outline(b"".join(chunks), wanted, self.limits, until)

    def relationships(self, part: str) -> dict[str, Relationship]:
        """What ``part`` (``""`` for the package) points at inside the package, by id."""
        folder, _, name = part.rpartition("/")
        source = f"{folder}/_rels/{name}.rels".lstrip("/")
        if source not in self:
            return {}
        found = self.read_outline(source, "Relationship")
        return {
            attributes.get("Id", ""): Relationship(
                attributes.get("Type", "").rpartition("/")[2],
                _resolve(folder, attributes.get("Target", "")),
            )
            for _, attributes in found
            if attributes.get("TargetMode") != "External"
        }

    def find_main_part(self) -> tuple[str, str]:
        """``xlsx`` or ``docx`` and the name of the main part, or a kind of ``unreadable``."""
        main = next(
            (rel.target for rel in self.relationships("").values() if rel.kind == "officeDocument"),
            "",
        )
        if main not in self:
            main = next((part for part in _USUAL if part in self), "")
        if not main:
            signs = (kind for part, kind in _SIGNS.items() if part in self)
            return next(signs, "archive"), ""
        return self._kind(main), main

    def _kind(self, main: str) -> str:
        if main in _USUAL:
            return _USUAL[main]
        content_type = self._content_type(main)
        if main.lower().endswith(".bin"):
            return "xlsb"
        mark, folder = _PRESENTATION
        if content_type:
            for form in FORMATS:
                if any(word in content_type for word in form.content_types):
                    return form.name
            return "presentation" if mark in content_type else "archive"
        for form in FORMATS:
            if form.reader and form.main_part and main.lower().startswith(_folder(form)):
                return form.name
        return "presentation" if main.lower().startswith(folder) else "archive"

    def _content_type(self, part: str) -> str:
        if "[Content_Types].xml" not in self:
            return ""
        wanted = "/" + part.lower()
        for _, attributes in self.read_outline("[Content_Types].xml", "Override"):
            if attributes.get("PartName", "").lower() == wanted:
                return attributes.get("ContentType", "")
        return ""


def _folder(form: Format) -> str:
    return form.main_part.partition("/")[0] + "/"


@lru_cache(32)
def _known_outline(
    part: bytes, wanted: tuple[str, ...], limits: Limits, until: str
) -> Sequence[Element]:
    """Copies of one form, and files of one program, have the same styles and the same contents."""
    return read_outline((part,), wanted, limits, until)


def _resolve(folder: str, target: str) -> str:
    """The part that ``target``, written in a part of ``folder``, means."""
    if target.startswith("/"):
        return target.lstrip("/")
    path = folder.split("/") if folder else []
    for step in target.split("/"):
        if step == "..":
            del path[-1:]
        elif step not in (".", ""):
            path.append(step)
    return "/".join(path)
