"""The report as JSON, in the form ``sheetlint-report/1`` (``schemas/report-1.schema.json``)."""

from __future__ import annotations

import re
from json import dumps
from json.encoder import encode_basestring
from typing import Any

from sheetlint.messages import report as messages
from sheetlint.messages.text import Text
from sheetlint.rules.check import ERROR, INFO, WARNING
from sheetlint.rules.waivers import AppliedWaiver
from sheetlint.run.results import FileReport, Report, ReportedFinding, SheetReport

SCHEMA = "sheetlint-report/1"
_UNSAFE = re.compile(
    "[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
"""Characters valid in JSON that control a terminal or cannot be encoded in UTF-8."""


def render(report: Report, lang: str) -> str:
    """The same report gives the same bytes."""
    return dump_json(
        {
            "schema": SCHEMA,
            "tool": tool_entry(report.version, report.rules_sha256),
            "summary": summary_entry(report),
            "files": [file_entry(file, lang) for file in report.checked],
            "batch": [finding_entry(found, lang) for found in report.batch],
        }
    )


def dump_json(data: object) -> str:
    """JSON with two blanks a level, keys in the order given, Chinese unescaped, controls escaped."""
    return f"{dump_nested_json(data)}\n"


def dump_json_line(data: object) -> str:
    """The same on one line."""
    return f"{_escape_unsafe(dumps(data, ensure_ascii=False))}\n"


def dump_nested_json(data: object, by: int = 0) -> str:
    """``dump_json`` without the last line break, indented by ``by`` blanks inside a larger document."""
    return _escape_unsafe(_dump_indented(data, "\n" + " " * by))


def _escape_unsafe(text: str) -> str:
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _dump_indented(data: object, line: str) -> str:
    """As ``dumps`` does it with an indent, which is then five times as slow as without one.

    ``line`` is the break with the blanks at the level of ``data``.
    """
    if isinstance(data, str):
        return encode_basestring(data)
    if data is None:
        return "null"
    deeper = f"{line}  "
    if isinstance(data, dict) and data:
        # Most of what there is are texts: they are written without a call of their own.
        pairs = [
            f"{encode_basestring(key)}: "
            f"{encode_basestring(part) if type(part) is str else _dump_indented(part, deeper)}"
            for key, part in data.items()
        ]
        return f"{{{deeper}{f',{deeper}'.join(pairs)}{line}}}"
    if isinstance(data, (list, tuple)) and data:
        parts = [_dump_indented(part, deeper) for part in data]
        return f"[{deeper}{f',{deeper}'.join(parts)}{line}]"
    return dumps(data)


def tool_entry(version: str, rules_sha256: str) -> dict[str, str]:
    return {"name": "sheetlint", "version": version, "rules_sha256": rules_sha256}


def summary_entry(report: Report) -> dict[str, Any]:
    return {
        "files": len(report.checked),
        "sheets": report.sheets,
        "errors": report.count(ERROR),
        "warnings": report.count(WARNING),
        "infos": report.count(INFO),
        "skipped": report.skipped,
        "verdict": report.verdict,
    }


def file_entry(file: FileReport, lang: str) -> dict[str, Any]:
    """What ``files`` holds of a file."""
    return {
        "path": file.path,
        "sha256": file.sha256,
        "format": file.format,
        "sheets": [_sheet(sheet) for sheet in file.sheets],
        "findings": [finding_entry(found, lang) for found in file.findings],
        "skipped": [
            {"code": skip.code, "sheet": skip.sheet, "reason": skip.reason.in_(lang)}
            for skip in file.skipped
        ],
    }


def _sheet(sheet: SheetReport) -> dict[str, Any]:
    return {
        "index": sheet.position,
        "title": sheet.title,
        "year": sheet.year,
        "project": sheet.project,
        "unit": sheet.unit,
        "total": sheet.total,
        "profile": sheet.profile,
        "verdict": sheet.verdict,
    }


def finding_entry(found: ReportedFinding, lang: str) -> dict[str, Any]:
    """What ``findings`` and ``batch`` hold of a finding."""
    where = found.where
    hint = _hint(found)
    return {
        "code": found.check.code,
        "name": found.check.name,
        "severity": found.severity,
        "sheet": found.sheet,
        "message": found.message.in_(lang),
        "where": {
            "label": where.label_text,
            "cell": where.cell,
            "page": where.page,
            "row": where.row,
            "column": where.column,
            "line": where.line,
        },
        "printed": found.printed,
        "expected": list(found.expected),
        "formula": found.formula,
        "basis": found.basis.in_(lang),
        "hint": None if hint is None else hint.in_(lang),
        "fingerprint": found.fingerprint,
        "waived": None if found.waived is None else _waived(found.waived, lang),
    }


def _waived(waived: AppliedWaiver, lang: str) -> dict[str, str | None]:
    return {
        "reason": waived.reason.in_(lang),
        "by": waived.by or None,
        "until": waived.until or None,
    }


def _hint(found: ReportedFinding) -> Text | None:
    """The hint, with the codes of the consequences that go away with the finding."""
    if not found.consequences:
        return found.hint
    codes = dict.fromkeys(c.code for c in found.consequences)
    phrase = messages.CONSEQUENCE_CODES.fill(codes=Text("、".join(codes), ", ".join(codes)))
    return phrase if found.hint is None else messages.BOTH.fill(first=found.hint, second=phrase)
