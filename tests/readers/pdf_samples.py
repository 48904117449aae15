"""A form of 25 indicators, and the programs that print it: how the PDF fixtures were made.

``python -m tests.readers.pdf_samples`` prints them anew with LibreOffice and Chromium.
"""

from __future__ import annotations

import io
import subprocess
import tempfile
from html import escape
from pathlib import Path
from typing import Any

from tests.text_forms import Drawing, draw
from tests.writing.word import as_docx
from tests.writing.workbooks import as_xlsx

FIXTURES = Path(__file__).parent.parent / "fixtures" / "readers"
_LEVELS = (
    ("产出指标", "数量指标", 7),
    ("产出指标", "质量指标", 4),
    ("产出指标", "时效指标", 3),
    ("效益指标", "社会效益指标", 6),
    ("效益指标", "可持续影响指标", 3),
    ("满意度指标", "服务对象满意度指标", 2),
)
_NOTE = "因雨天停工，进度有所延迟，下一步加快施工进度，确保按期完成"


def long_data() -> dict[str, Any]:
    """Names and notes that wrap, levels that are merged over page breaks."""
    rows = []
    for first, second, count in _LEVELS:
        for _ in range(count):
            number = len(rows) + 1
            points = 4 if number <= 20 else 2
            rows.append(
                f"{first} | {second} | 第{number}项康复训练服务覆盖人次情况 | ≥{number * 10}人次 "
                f"| {number * 10}人次 | {points} | {points} | {'' if number % 5 else _NOTE}"
            )
    return {"rows": rows, "total": {"weight": "100", "score": "99.89"}}


def workbook(drawing: Drawing, repeated: str | None = None) -> bytes:
    """With lines around cells, for paper in landscape, ``repeated`` rows on every page."""
    import openpyxl
    from openpyxl.styles import Alignment, Border, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(drawing)))
    page = book.active
    side = Side(style="thin")
    for row in page.iter_rows(min_row=3, max_row=page.max_row, max_col=drawing.width):
        page.row_dimensions[row[0].row].height = 44
        for cell in row:
            cell.border = Border(left=side, right=side, top=side, bottom=side)
            cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    for column, width in enumerate((8, 10, 12, 16, 12, 12, 8, 8, 18), 1):
        page.column_dimensions[get_column_letter(column)].width = width
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = repeated
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def document(drawing: Drawing) -> bytes:
    """On upright paper, where nearly every cell wraps and rows break over pages."""
    import docx

    file = docx.Document(io.BytesIO(as_docx(drawing)))
    file.tables[0].style = "Table Grid"
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def page(drawing: Drawing) -> str:
    """A table of a web system, with the head and foot that a browser prints."""
    lines = []
    for row in range(2, drawing.height):
        cells = (
            f'<td rowspan="{b.rows}" colspan="{b.columns}">{escape(b.text)}</td>'
            for b in drawing.boxes
            if b.row == row
        )
        lines.append(f"<tr>{''.join(cells)}</tr>")
    above = "".join(f"<p>{b.text}</p>" for b in drawing.boxes if b.row < 2)
    style = (
        "table{border-collapse:collapse;width:100%}"
        "td{border:1px solid #000;font-size:11px;padding:14px}"
        "*{font-family:'Noto Sans CJK SC'}"
    )
    return f"<meta charset=utf-8><style>{style}</style>{above}<table>{''.join(lines)}</table>"


def main() -> None:
    drawing = draw(long_data())
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder)
        (made / "calc-long.xlsx").write_bytes(workbook(drawing))
        (made / "calc-repeated.xlsx").write_bytes(workbook(drawing, "1:4"))
        (made / "writer-long.docx").write_bytes(document(drawing))
        (made / "chromium-long.html").write_text(page(drawing), encoding="utf-8")
        home = f"-env:UserInstallation=file://{folder}/home"
        office = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(FIXTURES)]
        files = [
            str(made / n) for n in ("calc-long.xlsx", "calc-repeated.xlsx", "writer-long.docx")
        ]
        subprocess.run([*office, *files], check=True)
        browser = ["chromium", "--headless", "--no-sandbox"]
        target = f"--print-to-pdf={FIXTURES / 'chromium-long.pdf'}"
        subprocess.run([*browser, target, str(made / "chromium-long.html")], check=True)


if __name__ == "__main__":
    main()
