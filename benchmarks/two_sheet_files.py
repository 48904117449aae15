"""The two sheets as files of every format.

What only an office program writes well lies ready in ``tests/fixtures/two-sheets``;
``python benchmarks/two_sheet_files.py`` has LibreOffice write it anew.
"""

from __future__ import annotations

import io
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from two_sheets import ROOT, pair

from tests.text_forms import Drawing
from tests.writing.figures import shown
from tests.writing.page import as_html
from tests.writing.plain import as_csv, as_text

PRINTED = ROOT / "tests" / "fixtures" / "two-sheets"
_WIDTHS = (10, 16, 18, 22, 16, 16, 8, 10, 26)


def xlsx(drawings: Sequence[Drawing]) -> bytes:
    """A worksheet each, as Excel writes it: shared strings, borders, widths, number formats."""
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    usual = {
        "font_name": "宋体",
        "font_size": 10,
        "text_wrap": True,
        "border": 1,
        "align": "center",
    }
    looks: dict[str, Any] = {}
    for index, drawing in enumerate(drawings, 1):
        page = book.add_worksheet(f"自评表{index}")
        page.fit_to_pages(1, 0)
        for column, width in enumerate(_WIDTHS):
            page.set_column(column, column, width)
        for box in drawing.boxes:
            figure = shown(box)
            code = figure.code if figure else ""
            if code not in looks:
                looks[code] = book.add_format({**usual, "num_format": code or "General"})
            if box.columns > 1 or box.rows > 1:
                last = box.row + box.rows - 1, box.column + box.columns - 1
                page.merge_range(box.row, box.column, *last, "", looks[code])
            if figure is not None:
                page.write_number(box.row, box.column, figure.number, looks[code])
            elif box.text:
                page.write_string(box.row, box.column, box.text, looks[code])
            else:
                page.write_blank(box.row, box.column, None, looks[code])
    book.close()
    return stream.getvalue()


def docx(drawings: Sequence[Drawing]) -> bytes:
    """A table each, under the title and the year as paragraphs."""
    import docx as word

    document = word.Document()
    for drawing in drawings:
        for box in drawing.boxes:
            if box.row < 2:
                document.add_paragraph(box.text)
        table = document.add_table(drawing.height - 2, drawing.width)
        table.style = "Table Grid"
        for box in drawing.boxes:
            if box.row < 2:
                continue
            cell = table.cell(box.row - 2, box.column)
            if box.columns > 1 or box.rows > 1:
                last = box.row - 3 + box.rows, box.column + box.columns - 1
                cell = cell.merge(table.cell(*last))
            cell.text = box.text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _normalised(drawings: Sequence[Drawing]) -> dict[str, Any]:
    """What ``sheetlint extract`` says of the text."""
    from sheetlint.readers import read
    from sheetlint.recognise import recognise
    from sheetlint.recognise.normalised_document import SCHEMA_NAME, dump_sheet

    sheets = recognise(read(as_text(*drawings), "a.txt")).sheets
    dumped = [dump_sheet(sheet, "national-2020") for sheet in sheets]
    return {"schema": SCHEMA_NAME, "files": [{"path": "a.txt", "format": "text", "sheets": dumped}]}


def yaml(drawings: Sequence[Drawing]) -> bytes:
    from sheetlint.report.yaml import dump_yaml

    return dump_yaml(_normalised(drawings)).encode()


def json(drawings: Sequence[Drawing]) -> bytes:
    from sheetlint.report.json import dump_json

    return dump_json(_normalised(drawings)).encode()


def zipped(drawings: Sequence[Drawing]) -> bytes:
    """A workbook for each sheet in one archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for index, drawing in enumerate(drawings, 1):
            archive.writestr(f"自评表{index}.xlsx", xlsx([drawing]))
    return stream.getvalue()


def _each(write: Callable[..., bytes]) -> Callable[[Sequence[Drawing]], bytes]:
    return lambda drawings: write(*drawings)


def _ready(suffix: str) -> Callable[[Sequence[Drawing]], bytes]:
    return lambda drawings: (PRINTED / f"two-sheets.{suffix}").read_bytes()


WRITERS: dict[str, Callable[[Sequence[Drawing]], bytes]] = {
    "txt": _each(as_text),
    "csv": _each(as_csv),
    "xlsx": xlsx,
    "xls": _ready("xls"),
    "ods": _ready("ods"),
    "docx": docx,
    "doc": _ready("doc"),
    "html": _each(as_html),
    "pdf": _ready("pdf"),
    "yaml": yaml,
    "json": json,
    "zip": zipped,
}


def main() -> None:
    """Write the files that LibreOffice writes."""
    PRINTED.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for source, targets in (("xlsx", ("xls", "ods", "pdf")), ("docx", ("doc",))):
            path = Path(folder) / f"two-sheets.{source}"
            path.write_bytes(WRITERS[source](pair(0)))
            for target in targets:
                subprocess.run(
                    ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
                     "--convert-to", target, "--outdir", str(PRINTED), str(path)],
                    check=True,
                    stdout=subprocess.DEVNULL,
                )  # fmt: skip


if __name__ == "__main__":
    main()
