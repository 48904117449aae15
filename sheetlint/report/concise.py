"""One line a finding, for hooks and editors: ``path:place: CODE name message``."""

from __future__ import annotations

from sheetlint.messages.visible import visible
from sheetlint.run.results import Report, ReportedFinding
from sheetlint.sheet.place import Place
from sheetlint.sheet.where import Where


def render(report: Report, lang: str) -> str:
    """One line a finding; an empty text where there is none."""
    lines = [
        _line(file.path, place(found), found, lang)
        for file in report.checked
        for found in report.visible(file)
    ]
    lines += [
        _line(there.path, _spot(there.where), found, lang)
        for found in report.visible_batch
        for there in found.places[:1] or (_NOWHERE,)
    ]
    return "".join(lines)


_NOWHERE = Place("-", None, Where())


def _line(path: str, at: str, found: ReportedFinding, lang: str) -> str:
    check = found.check
    return visible(f"{path}:{at}: {check.code} {check.name} {found.message.in_(lang)}") + "\n"


def place(found: ReportedFinding) -> str:
    """Cell address, line number or label of the finding, the first that the file has."""
    return _spot(found.where)


def _spot(where: Where) -> str:
    if where.cell is not None:
        return where.cell
    return str(where.line) if where.line is not None else where.label_text
