"""One finding as a person reads it: what is wrong first, then what a reviewer needs."""

from __future__ import annotations

from collections.abc import Iterator

from sheetlint.locale import report as words
from sheetlint.model import Text, Where
from sheetlint.report.grid import grid
from sheetlint.report.lines import Line, Signs, Span, hanging, span
from sheetlint.report.wrap import cell_width
from sheetlint.results import Reported

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


def finding(found: Reported, path: str, lang: str, width: int, signs: Signs) -> list[Line]:
    """The block of one finding."""
    word = words.SEVERITY[found.severity].in_(lang)
    margin = _INDENT + _GAP + max(cell_width(w.in_(lang)) for w in words.SEVERITY.values())
    lines = hanging(
        Span(word, found.severity), found.message.in_(lang), width, _INDENT, margin - _INDENT,
        "strong",
    )  # fmt: skip
    title = f"{found.check.code} {found.check.name}  {found.check.title.in_(lang)}"
    lines.append((Span(" " * margin), span(title, "dim")))
    hang = _GAP + max(cell_width(label.in_(lang)) for label in _LABELS)
    for label, text, style in _fields(found, path, lang):
        lines += hanging(Span(label.in_(lang), "dim"), text, width, margin, hang, style)
    if found.excerpt is not None:
        lines += grid(found.excerpt, width, margin, signs)
    for label, text, style in _advice(found, lang):
        lines += hanging(Span(label.in_(lang), "dim"), text, width, margin, hang, style)
    return lines


_Field = tuple[Text, str, str]


def _fields(found: Reported, path: str, lang: str) -> Iterator[_Field]:
    yield words.AT, path if found.sheet is None else place(found.where, lang), ""
    if found.printed is not None:
        yield words.PRINTED, found.printed or words.EMPTY.in_(lang), "wrong"
    if found.expected:
        yield words.EXPECTED, words.OR.in_(lang).join(found.expected), "right"
    if found.formula:
        yield words.FORMULA, found.formula, ""


def _advice(found: Reported, lang: str) -> Iterator[_Field]:
    if found.hint is not None:
        yield words.HINT, found.hint.in_(lang), ""
    yield words.BASIS, found.basis.in_(lang), ""
    for other in found.consequences:
        said = words.ALONG_ONE.fill(
            code=other.code, title=other.title, place=other.where.cell or other.where.words
        )
        yield words.ALONG, said.in_(lang), ""


def place(where: Where, lang: str) -> str:
    """In the file's own terms first, then in words."""
    return "  ".join(part for part in (spot(where, lang), where.words) if part)


def spot(where: Where, lang: str) -> str:
    """``自评表1!G8``, ``第 12 行``, or nothing."""
    if where.cell is not None:
        return where.cell
    if where.line is not None:
        return words.LINE.fill(line=where.line).in_(lang)
    if where.page is not None:
        return words.PAGE.fill(page=where.page).in_(lang)
    return ""
