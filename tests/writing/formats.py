"""All writers, by format.  Importing them loads the libraries that some of them need."""

from __future__ import annotations

from collections.abc import Callable

from tests.writing.binary import as_doc, as_xls
from tests.writing.opendocument import as_ods
from tests.writing.page import as_html
from tests.writing.plain import as_csv, as_text
from tests.writing.portable import as_pdf
from tests.writing.word import as_docx
from tests.writing.workbooks import as_xlsm, as_xlsx

WRITERS: dict[str, Callable[..., bytes]] = {
    "text": as_text,
    "csv": as_csv,
    "xlsx": as_xlsx,
    "xlsm": as_xlsm,
    "xls": as_xls,
    "ods": as_ods,
    "docx": as_docx,
    "doc": as_doc,
    "html": as_html,
    "page.xls": as_html,
    "pdf": as_pdf,
}
SUFFIX = {form: f".{form}" for form in WRITERS} | {"text": ".txt"}
