"""The findings as a worksheet: one a row, with a column in which the unit replies."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sheetlint.messages import findings_workbook as messages
from sheetlint.messages import report as report_messages
from sheetlint.messages.text import Text
from sheetlint.readers.formats import has_cell_addresses
from sheetlint.report.place_texts import address_text
from sheetlint.report.summary_texts import display_path
from sheetlint.report.workbook_writer import MAX_ROWS, SEVERITY_FILLS, WorkbookWriter
from sheetlint.rules.decide import reaches
from sheetlint.run.results import FileReport, ReportedFinding, SheetReport

if TYPE_CHECKING:
    from xlsxwriter.format import Format


class Column(NamedTuple):
    """A column: its heading, its width in characters, whether it stands in the middle."""

    heading: Text
    width: int
    centred: bool = False


COLUMNS = (
    Column(messages.NUMBER, 5, True),
    Column(messages.UNIT, 12),
    Column(messages.PROJECT, 14),
    Column(messages.YEAR, 6, True),
    Column(messages.FILE, 26),
    Column(messages.PLACE, 9),
    Column(messages.PLACE_NAMED, 14),
    Column(messages.CODE, 7, True),
    Column(messages.CHECK, 10),
    Column(messages.SEVERITY, 6, True),
    Column(messages.MESSAGE, 22),
    Column(messages.PRINTED, 10),
    Column(messages.EXPECTED, 9),
    Column(messages.FORMULA, 12),
    Column(messages.HINT, 18),
    Column(messages.BASIS, 12),
    Column(messages.REPLY, 18),
    Column(messages.WAIVED, 8),
)
_HEADINGS = [column.heading for column in COLUMNS]
_NUMBER, _YEAR = _HEADINGS.index(messages.NUMBER), _HEADINGS.index(messages.YEAR)
_SEVERITY, _REPLY = _HEADINGS.index(messages.SEVERITY), _HEADINGS.index(messages.REPLY)
_WIDTHS = [column.width for column in COLUMNS]
_LINE = {"border": 1, "border_color": "#A6A6A6"}
_WAIVED = {"italic": True, "font_color": "#7F7F7F"}
_MAX_QUOTED = 200
"""Most characters quoted from a cell of the sheet."""


class FindingsWorksheet:
    """The worksheet, filled row by row, with waived findings among the others and marked."""

    def __init__(self, book: WorkbookWriter, shown: str, lang: str) -> None:
        self._book, self._shown, self._lang = book, shown, lang
        self._page = book.add_worksheet(messages.LIST.in_(lang))
        self._styles = _Styles(book)
        self._found = 0
        self._room = MAX_ROWS - 2
        """Rows for findings: all but the header and the last, which may hold the number left out."""
        self._last: tuple[FileReport, ReportedFinding] | None = None
        head = book.style(**_LINE, bold=True, align="center", bg_color="#D9E1F2")
        self._page.set_row(0, 30)
        for index, column in enumerate(COLUMNS):
            self._page.set_column(index, index, column.width)
            book.write_text(self._page, 0, index, column.heading.in_(lang), head)

    def add(self, file: FileReport, found: ReportedFinding) -> None:
        if not reaches(found.severity, self._shown):
            return
        self._found += 1
        if self._found <= self._room:
            self._write_row(file, found)
        elif self._last is None:
            self._last = (file, found)

    def _write_row(self, file: FileReport, found: ReportedFinding) -> None:
        book, page, row = self._book, self._page, self._found
        texts = [book.cell_text(text) for text in _texts(found, file, self._lang)]
        page.set_row(row, book.shown_row_height(zip(texts, _WIDTHS, strict=True)))
        for index, (text, style) in enumerate(zip(texts, self._styles.of(found), strict=True)):
            if index == _NUMBER:
                page.write_number(row, index, row, style)
            elif index == _YEAR and text:
                page.write_number(row, index, int(text), style)
            else:
                book.write_shown_text(page, row, index, text, style)

    def finish(self) -> None:
        book, page, lang = self._book, self._page, self._lang
        over = self._found - self._room
        if not self._found:
            book.write_text(
                page, 1, 0, messages.NOTHING_FOUND.in_(lang), book.style(text_wrap=False)
            )
        if over == 1 and self._last is not None:
            self._write_row(*self._last)
        elif over > 1:
            phrase = messages.ROWS_LEFT_OUT.fill(count=over).in_(lang)
            book.write_text(page, self._room + 1, 0, phrase, book.style(bold=True, text_wrap=False))
        last = max(self._found if over <= 1 else self._room, 1)
        page.autofilter(0, 0, last, len(COLUMNS) - 1)
        page.freeze_panes(1, 0)
        page.repeat_rows(0)
        page.ignore_errors({"number_stored_as_text": f"A1:R{last + 1}"})
        page.data_validation(
            1,
            _REPLY,
            last,
            _REPLY,
            {
                "validate": "list",
                "source": [text.in_(lang) for text in messages.REPLIES],
                "input_title": messages.REPLY_TITLE.in_(lang),
                "input_message": messages.REPLY_PROMPT.in_(lang),
                # A text of their own is as good as one of the list.
                "show_error": False,
            },
        )


class _Styles:
    """Cell formats of a row, by severity and waiver."""

    def __init__(self, book: WorkbookWriter) -> None:
        self._book = book
        self._known: dict[tuple[str, bool], list[Format]] = {}

    def of(self, found: ReportedFinding) -> list[Format]:
        """One for each column."""
        key = (found.severity, found.waived is not None)
        if key not in self._known:
            self._known[key] = [self._style(index, *key) for index in range(len(COLUMNS))]
        return self._known[key]

    def _style(self, index: int, severity: str, waived: bool) -> Format:
        keys = {**_LINE, **(_WAIVED if waived else {}), "valign": "top"}
        if COLUMNS[index].centred:
            keys["align"] = "center"
        if index == _SEVERITY and not waived:
            keys |= {**SEVERITY_FILLS[severity], "bold": True}
        if index in (_NUMBER, _YEAR):
            keys["num_format"] = "0"
        return self._book.style(**keys)


def _texts(found: ReportedFinding, file: FileReport, lang: str) -> tuple[str, ...]:
    sheet = _sheet(found, file)
    return (
        "",
        "" if sheet is None else sheet.unit,
        "" if sheet is None else sheet.project,
        "" if sheet is None or sheet.year is None else str(sheet.year),
        display_path(file.path, lang),
        address_text(found.where, lang, has_cell_addresses(file.format)),
        found.where.label_text,
        found.check.code,
        found.check.title.in_(lang),
        report_messages.SEVERITY[found.severity].in_(lang),
        found.message.in_(lang),
        _printed(found, lang),
        report_messages.OR.in_(lang).join(found.expected),
        found.formula,
        "" if found.hint is None else found.hint.in_(lang),
        found.basis.in_(lang),
        "",
        "" if found.waived is None else found.waived.reason.in_(lang),
    )


def _sheet(found: ReportedFinding, file: FileReport) -> SheetReport | None:
    """The sheet of the finding; the only sheet for a finding about the file."""
    if found.sheet is not None:
        return file.sheets[found.sheet]
    return file.sheets[0] if len(file.sheets) == 1 else None


def _printed(found: ReportedFinding, lang: str) -> str:
    if found.printed is None:
        return ""
    text = found.printed or report_messages.EMPTY.in_(lang)
    return text if len(text) <= _MAX_QUOTED else text[: _MAX_QUOTED - 1] + "…"
