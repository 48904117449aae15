"""Small Word documents for the tests of what is written into them, and what python-docx sees."""

from __future__ import annotations

import io
import re
import zipfile

import docx

from sheetlint.run.results import FileContent, FileReport, ReportedFinding
from sheetlint.sheet.where import Where
from tests.report.samples import RATE_FOUND
from tests.writing.word import as_docx

CODE = re.compile(r"[A-Z]{2}\d{3}")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def about(data: bytes, *found: ReportedFinding) -> FileReport:
    """A report by hand on a document."""
    return FileReport(
        "a.docx", "", "docx", (), found, (), 0, "fail", content=FileContent(data, None)
    )


def at(
    table: str | None, row: int | None, column: int = 1, line: int | None = None
) -> ReportedFinding:
    return RATE_FOUND._replace(where=Where(("格",), table, row, column, line))


def document(body: str, **parts: str) -> bytes:
    """A small document around ``body``; further parts by their names."""
    stream = io.BytesIO(as_docx())
    result = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()
            new.writestr(name, content)
        for name, text in parts.items():
            new.writestr(name, text)
    return result.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def commented(data: bytes) -> list[tuple[str, str]]:
    """The text over which each comment stands, and the first line of the comment."""
    opened = docx.Document(io.BytesIO(data))
    comments = {str(one.comment_id): one.text.split("\n")[0] for one in opened.comments}
    found = []
    open_: dict[str, list[str]] = {}
    for element in opened.element.body.iter():
        kind = element.tag.rpartition("}")[2]
        number = element.get(f"{{{W}}}id") or ""
        if kind == "commentRangeStart":
            open_[number] = []
        elif kind == "t":
            for text in open_.values():
                text.append(element.text or "")
        elif kind == "commentReference":
            found.append(("".join(open_.pop(number, [])), comments[number]))
    return found


CELL = "<w:tc><w:tcPr/><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"


def table(*rows: str) -> str:
    lines = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{lines}</w:tbl>"
