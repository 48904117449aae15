"""One finding as a person reads it: what is wrong first, then what a reviewer needs."""

from __future__ import annotations

from collections.abc import Iterator

from sheetlint.check import INFO
from sheetlint.locale import report as words
from sheetlint.model import Text, Where
from sheetlint.report.counting import named
from sheetlint.report.grid import grid
from sheetlint.report.lines import Line, Signs, Span, hanging, paragraph, span, width_of
from sheetlint.report.wrap import cell_width
from sheetlint.results import LETTERED, FileReport, Reported

_LABELS = (
    words.AT,
    words.PRINTED,
    words.EXPECTED,
    words.FORMULA,
    words.HINT,
    words.BASIS,
    words.ALONG,
)
_INDENT = 1
_GAP = 2


def finding(
    found: Reported,
    file: FileReport,
    lang: str,
    width: int,
    signs: Signs,
    before: Reported | None = None,
) -> list[Line]:
    """The block of one finding; an excerpt that stands in the block ``before`` is not repeated."""
    word = words.SEVERITY[found.severity].in_(lang)
    margin = _INDENT + _GAP + max(cell_width(w.in_(lang)) for w in words.SEVERITY.values())
    label = Span(word, found.severity)
    message = found.message.in_(lang)
    lines = hanging(label, message, width, _INDENT, margin - _INDENT, "strong")
    title = f"{found.check.code} {found.check.name}  {found.check.title.in_(lang)}"
    lettered = file.format in LETTERED
    where = named(file.path, lang) if found.sheet is None else place(found.where, lang, lettered)
    if says_all(found):
        return [*lines, *paragraph(f"{title}  {signs.dot}  {where}", width, margin, "dim")]
    lines += paragraph(title, width, margin, "dim")
    hang = _GAP + max(cell_width(label.in_(lang)) for label in _LABELS)
    lines += hanging(Span(words.AT.in_(lang), "dim"), where, width, margin, hang)
    lines += _figures(found, lang, width, margin, hang)
    if found.formula:
        lines += hanging(Span(words.FORMULA.in_(lang), "dim"), found.formula, width, margin, hang)
    if found.excerpt is not None and (before is None or found.excerpt != before.excerpt):
        lines += grid(found.excerpt, width, margin, signs)
    for field, text, style in _advice(found, lang, lettered):
        lines += hanging(Span(field.in_(lang), "dim"), text, width, margin, hang, style)
    return lines


def says_all(found: Reported) -> bool:
    """A remark with nothing to correct: what was put right in reading, for instance."""
    return found.severity == INFO and not (found.expected or found.formula or found.hint)


def _figures(found: Reported, lang: str, width: int, margin: int, hang: int) -> list[Line]:
    """What is printed and what it should be, beside each other where there is room."""
    printed = found.printed
    if printed is not None and not printed:
        printed = words.EMPTY.in_(lang)
    expected = words.OR.in_(lang).join(found.expected)
    label = Span(words.PRINTED.in_(lang), "dim")
    right = Span(words.EXPECTED.in_(lang), "dim")
    if printed is None:
        return hanging(right, expected, width, margin, hang, "right") if expected else []
    lines = hanging(label, printed, width, margin, hang, "wrong")
    if not expected:
        return lines
    gap, between = Span(" " * 4), Span("  ")
    beside = (gap, right, between, span(expected, "right"))
    if len(lines) == 1 and width_of(lines[0]) + width_of(beside) <= width:
        return [(*lines[0], *beside)]
    return [*lines, *hanging(right, expected, width, margin, hang, "right")]


_Field = tuple[Text, str, str]


def _advice(found: Reported, lang: str, lettered: bool) -> Iterator[_Field]:
    if found.hint is not None:
        yield words.HINT, found.hint.in_(lang), ""
    yield words.BASIS, found.basis.in_(lang), ""
    for other in found.consequences:
        there = spot(other.where, lang, lettered) or other.where.words
        said = words.ALONG_ONE.fill(code=other.code, title=other.title, place=there)
        yield words.ALONG, said.in_(lang), ""


def place(where: Where, lang: str, lettered: bool) -> str:
    """In the file's own terms first, then in words."""
    return "  ".join(part for part in (spot(where, lang, lettered), where.words) if part)


def spot(where: Where, lang: str, lettered: bool) -> str:
    """``自评表1!G8``, ``表1 第 8 行第 7 列``, ``第 12 行``, or nothing."""
    if where.cell is not None and lettered:
        return where.cell
    if where.row is not None and where.table is not None:
        text = words.ROW if where.column is None else words.ROW_AND_COLUMN
        spoken = text.fill(table=where.table, row=where.row, column=where.column)
        return spoken.in_(lang)
    if where.line is not None:
        return words.LINE.fill(line=where.line).in_(lang)
    if where.page is not None:
        return words.PAGE.fill(page=where.page).in_(lang)
    return ""
