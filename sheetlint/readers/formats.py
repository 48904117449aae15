"""The formats of sheets: one row a format, read by everything that asks what a format is.

A new format is a row here and the module of its reader.
"""

# Annotations are values here, so that a start need not compile them.

import os
from typing import NamedTuple


class Format(NamedTuple):
    """What is known of one format."""

    name: str
    """As reports print it."""
    suffixes: tuple[str, ...]
    """Of files that a folder is searched for and a hook is called for."""
    reader: str = ""
    """Module and function; empty for a format that is recognised and refused."""
    submitted: bool = True
    """Sheets are submitted in this format, so that an unreadable file is reported; text files and
    web pages may be anything else."""
    templates: tuple[str, ...] = ()
    """Further suffixes that an annotated copy keeps."""
    magic: bytes = b""
    """How a file of it begins."""
    streams: tuple[str, ...] = ()
    """Streams in the container of old Office files."""
    main_part: str = ""
    """Where programs put the main part of its zip package."""
    content_types: tuple[str, ...] = ()
    """Words in the content type of a main part that stands elsewhere."""
    extra: str = ""
    """Of the distribution, with the library that reads it."""
    has_cell_addresses: bool = False
    """People know its cells by letter and number, ``G8``; others have rows and columns of a table,
    pages or lines."""
    annotated_by: str = ""
    """Package of ``annotate`` that writes findings into a copy; of others a workbook is drawn."""
    corrected_by: str = ""
    """Module of ``correct.writers`` that writes figures into a copy."""


_READERS = "sheetlint.readers"

FORMATS = (
    # Before xlsx: its content type names Excel as well.
    Format("xlsb", (".xlsb",), main_part="xl/workbook.bin", content_types=("sheet.binary",)),
    Format(
        "xlsx",
        (".xlsx", ".xlsm"),
        f"{_READERS}.xlsx.workbook:read_workbook",
        templates=(".xltx", ".xltm"),
        main_part="xl/workbook.xml",
        content_types=("spreadsheetml", "ms-excel"),
        has_cell_addresses=True,
        annotated_by="xlsx",
        corrected_by="xlsx",
    ),
    Format(
        "xls",
        (".xls", ".et"),
        f"{_READERS}.xls.workbook:read_workbook",
        streams=("Workbook", "Book"),
        extra="xls",
        has_cell_addresses=True,
    ),
    Format(
        "ods",
        (".ods",),
        f"{_READERS}.ods.spreadsheet:read_spreadsheet",
        has_cell_addresses=True,
    ),
    Format(
        "docx",
        (".docx", ".docm"),
        f"{_READERS}.docx.document:read_document",
        templates=(".dotx", ".dotm"),
        main_part="word/document.xml",
        content_types=("wordprocessingml", "ms-word"),
        annotated_by="docx",
        corrected_by="docx",
    ),
    Format(
        "doc",
        (".doc", ".wps"),
        f"{_READERS}.doc.document:read_document",
        streams=("WordDocument",),
    ),
    Format(
        "pdf",
        (".pdf",),
        f"{_READERS}.pdf.document:read_pdf",
        magic=b"%PDF",
        extra="pdf",
        annotated_by="pdf",
    ),
    Format(
        "html",
        (".html", ".htm"),
        f"{_READERS}.html.document:read_page",
        submitted=False,
    ),
    Format(
        "text",
        (".txt", ".tsv"),
        f"{_READERS}.text:read_text",
        submitted=False,
        corrected_by="text",
    ),
    # Text with commas, and text that is the normalised document, are known when it is decoded.
    Format("csv", (".csv",), f"{_READERS}.text:read_text", submitted=False, corrected_by="text"),
    Format("yaml", (".yaml", ".yml"), submitted=False, corrected_by="normalised"),
    Format("json", (".json",), submitted=False, corrected_by="normalised"),
)
_BY_NAME = {form.name: form for form in FORMATS}
_BY_SUFFIX = {suffix: form for form in FORMATS for suffix in (*form.suffixes, *form.templates)}

SUFFIXES = frozenset(_BY_SUFFIX)


def find_format(name: str) -> Format | None:
    """The format that a report calls ``name``; None for ``zip`` and for what was not read."""
    return _BY_NAME.get(name)


def find_format_by_suffix(path: str) -> Format | None:
    """The format that the suffix of a path stands for."""
    return _BY_SUFFIX.get(os.path.splitext(path)[1].lower())


def has_cell_addresses(name: str) -> bool:
    """The cells of the format have a letter and a number."""
    form = find_format(name)
    return form is not None and form.has_cell_addresses
