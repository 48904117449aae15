"""The least that reading a format can cost: the fastest library that gives any text at all.

None of these knows what we need (merged cells, number formats, places, bounds); they say how much
room is left.
"""

from __future__ import annotations

import io
import zipfile

from usual import Script


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


FLOORS = {
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
