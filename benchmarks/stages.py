"""The stages through which this tool takes a file, each to be timed by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from xml.parsers import expat

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.intake.content import read_content
from sheetlint.intake.find_sources import find_sources
from sheetlint.profiles import Profiles
from sheetlint.readers import read
from sheetlint.readers.limits import Limits
from sheetlint.readers.normalised import parse_document
from sheetlint.readers.package import Package
from sheetlint.recognise import recognise
from sheetlint.recognise.normalised_document import load_document
from sheetlint.rules.registry import load
from sheetlint.run.check_files import check_files
from sheetlint.run.plan import Plan
from sheetlint.sandbox.bounds import DEFAULT
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.tables import Document

NORMALISED = ("yaml", "json")
_PARTS = {
    "xlsx": (
        "xl/sharedStrings.xml",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
    ),
    "docx": ("word/document.xml",),
    "ods": ("content.xml",),
}


def whole_plan() -> Plan:
    """All checks, as the command line has them by default."""
    return Plan(RunConfiguration(), load(), Profiles())


def sheets(path: Path) -> list[Sheet]:
    """The file from its bytes to sheets; an archive through its list."""
    found_sheets: list[Sheet] = []
    for source in find_sources([str(path)]):
        if source.expanded:
            continue
        data = read_content(source, DEFAULT)
        kind = Path(source.path).suffix[1:]
        if kind in NORMALISED:
            found_sheets += load_document(parse_document(data, path.name))
        else:
            found_sheets += recognise(read(data, path.name)).sheets
    return found_sheets


def documents(path: Path) -> list[Document]:
    """As far as the readers go: tables of texts."""
    return [
        read(read_content(source, DEFAULT), path.name)
        for source in find_sources([str(path)])
        if not source.expanded
    ]


def checked(path: Path, plan: Plan) -> object:
    """The file through everything."""
    return check_files(find_sources([str(path)]), plan)


def parser(kind: str, data: bytes) -> Callable[[], object] | None:
    """The parser below our reader with nothing behind it; None where the reader is all our own."""
    if kind in _PARTS:
        return lambda: _expat(data, _PARTS[kind])
    if kind == "pdf":
        from libraries import pdfium

        return lambda: pdfium(data)
    if kind in NORMALISED:
        from libraries import events

        return lambda: events(data)
    return None


def _expat(data: bytes, parts: tuple[str, ...]) -> None:
    package = Package(data, Limits())
    for part in parts:
        _fed(package.chunks(part))


def _fed(chunks: Iterable[bytes]) -> None:
    xml: Any = expat.ParserCreate()
    xml.buffer_text = True
    xml.StartElementHandler = _nothing
    xml.EndElementHandler = _nothing
    xml.CharacterDataHandler = _nothing
    for chunk in chunks:
        xml.Parse(chunk, False)


def _nothing(*_: object) -> None:
    return None
