"""What others take to read each format.

``USUAL`` is the script that somebody writes who needs the cells: it opens the bytes with the usual
library and looks at every cell.  ``FASTEST`` is the least that reading can cost: the fastest library
that gives any text at all, without merged cells, number formats, places or bounds.  A library that
is not installed is named and its column left empty.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple


class Script(NamedTuple):
    """One way to read a format."""

    name: str
    needs: str
    """Module that must be installed, ``soffice`` for the program; empty for Python's own."""
    read: Callable[[bytes], object]

    @property
    def there(self) -> bool:
        if self.needs == "soffice":
            return shutil.which(self.needs) is not None
        return not self.needs or find_spec(self.needs) is not None


def lines(data: bytes) -> list[list[str]]:
    return [line.split("\t") for line in data.decode().splitlines()]


def commas(data: bytes) -> list[list[str]]:
    import csv

    return list(csv.reader(io.StringIO(data.decode("gb18030"))))


def openpyxl(data: bytes) -> list[object]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), data_only=True)
    return [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]


def xlrd(data: bytes) -> list[object]:
    from xlrd import open_workbook

    book = open_workbook(file_contents=data, formatting_info=True)
    return [cell.value for sheet in book.sheets() for row in sheet.get_rows() for cell in row]


def odfpy(data: bytes) -> list[str]:
    from odf import opendocument, table, teletype

    document = opendocument.load(io.BytesIO(data))
    cells = document.getElementsByType(table.TableCell)
    return [teletype.extractText(cell) for cell in cells]


def python_docx(data: bytes) -> list[str]:
    from docx import Document

    document = Document(io.BytesIO(data))
    return [cell.text for table in document.tables for row in table.rows for cell in row.cells]


def converted(data: bytes) -> list[str]:
    """A whole LibreOffice for one file, and then python-docx."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.doc"
        path.write_bytes(data)
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        command += ["--convert-to", "docx", "--outdir", folder, str(path)]
        subprocess.run(command, check=True, capture_output=True)
        return python_docx(path.with_suffix(".docx").read_bytes())


def beautiful_soup(data: bytes) -> list[str]:
    from bs4 import BeautifulSoup

    page = BeautifulSoup(data.decode("gb18030"), "html.parser")
    return [cell.get_text() for cell in page.find_all(["td", "th"])]


def pdfplumber(data: bytes) -> list[object]:
    from pdfplumber import open as open_pdf

    with open_pdf(io.BytesIO(data)) as document:
        return [page.extract_tables() for page in document.pages]


def safe_load(data: bytes) -> object:
    import yaml

    return yaml.safe_load(data)


def loads(data: bytes) -> object:
    import json

    return json.loads(data)


def unpacked(data: bytes) -> list[object]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [openpyxl(archive.read(name)) for name in archive.namelist()]


USUAL = {
    "txt": Script("str.split", "", lines),
    "csv": Script("csv", "", commas),
    "xlsx": Script("openpyxl", "openpyxl", openpyxl),
    "xls": Script("xlrd, formats", "xlrd", xlrd),
    "ods": Script("odfpy", "odf", odfpy),
    "docx": Script("python-docx", "docx", python_docx),
    "doc": Script("LibreOffice → docx", "soffice", converted),
    "html": Script("BeautifulSoup", "bs4", beautiful_soup),
    "pdf": Script("pdfplumber", "pdfplumber", pdfplumber),
    "yaml": Script("yaml.safe_load", "yaml", safe_load),
    "json": Script("json.loads", "", loads),
    "zip": Script("zipfile, openpyxl", "openpyxl", unpacked),
}


def unzip(data: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [archive.read(name) for name in archive.namelist()]


def calamine(data: bytes) -> list[object]:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_object(io.BytesIO(data))
    return [book.get_sheet_by_index(n).to_python() for n in range(len(book.sheet_names))]


def selectolax(data: bytes) -> list[str]:
    from selectolax.lexbor import LexborHTMLParser

    return [cell.text() for cell in LexborHTMLParser(data.decode("gb18030")).css("td, th")]


def pdfium(data: bytes) -> list[str]:
    from pypdfium2 import PdfDocument

    document = PdfDocument(data)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return texts


def olefile(data: bytes) -> list[bytes]:
    from olefile import OleFileIO

    with OleFileIO(io.BytesIO(data)) as file:
        return [file.openstream(name).read() for name in file.listdir()]


def events(data: bytes) -> list[object]:
    import yaml

    return list(yaml.parse(data, Loader=yaml.CSafeLoader))


FASTEST = {
    "xlsx": Script("calamine", "python_calamine", calamine),
    "xls": Script("calamine", "python_calamine", calamine),
    "ods": Script("calamine", "python_calamine", calamine),
    "docx": Script("unzip alone", "", unzip),
    "doc": Script("olefile", "olefile", olefile),
    "html": Script("selectolax", "selectolax", selectolax),
    "pdf": Script("PDFium, text", "pypdfium2", pdfium),
    "yaml": Script("libyaml, events", "yaml", events),
    "json": Script("libyaml, events", "yaml", events),
    "zip": Script("unzip alone", "", unzip),
}
