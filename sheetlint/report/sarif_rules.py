"""Checks as SARIF describes rules, and texts as it writes messages."""

from __future__ import annotations

from typing import Any

from sheetlint.messages.visible import visible
from sheetlint.report.manual_sections import split_manual
from sheetlint.report.markup import escape_markdown
from sheetlint.rules.check import ERROR, HIGH, INFO, LOW, MEDIUM, WARNING, Check

LEVELS = {ERROR: "error", WARNING: "warning", INFO: "note"}
_PROBLEMS = {ERROR: "error", WARNING: "warning", INFO: "recommendation"}
_PRECISION = {HIGH: "high", MEDIUM: "medium", LOW: "low"}


def rule_entry(check: Check, lang: str) -> dict[str, Any]:
    title = check.title.in_(lang)
    manual = split_manual(check.manual, lang)
    return {
        "id": check.code,
        "name": check.name,
        "shortDescription": message_entry(title),
        "fullDescription": message_entry(*(manual[0][1] if manual else [title])),
        # GitHub wants one, also of somebody's own check that has no manual.
        "help": _help_entry(manual) if manual else message_entry(title),
        "defaultConfiguration": {"level": LEVELS[check.severity], "enabled": check.enabled},
        "properties": {
            "tags": [check.family],
            "precision": _PRECISION[check.confidence],
            "problem.severity": _PROBLEMS[check.severity],
            "basis": check.basis.in_(lang),
        },
    }


def _help_entry(manual: list[tuple[str, list[str]]]) -> dict[str, str]:
    plain = [line for heading, texts in manual for line in (heading, *texts, "")]
    marked = "\n\n".join(
        "\n\n".join([f"## {escape_markdown(heading)}", *map(escape_markdown, texts)])
        for heading, texts in manual
    )
    return message_entry(*plain[:-1]) | {"markdown": _braces(marked)}


def message_entry(*lines: str) -> dict[str, str]:
    """Plain text.  What the standard takes for a place to fill in, or for a link, is escaped."""
    shown = "\n".join(map(visible, lines))
    return {"text": _braces(shown).replace("](", "\\](")}


def _braces(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
