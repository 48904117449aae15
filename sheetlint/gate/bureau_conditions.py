"""The conditions of a run in words, for the bureau's page; ``run.json`` holds them for programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sheetlint.gate.output_record import RUN
from sheetlint.messages import bureau_page as texts
from sheetlint.messages import report as report_messages
from sheetlint.messages.text import Text


def describe_conditions(record: Mapping[str, Any]) -> list[tuple[Text, str | Text]]:
    """Names and values.  ``record`` is the content of ``run.json``."""
    profiles = [
        texts.PROFILE_USED.fill(name=row["name"], count=row["sheets"]) for row in record["profiles"]
    ]
    waived = [
        texts.WAIVER_USED.fill(
            what=waiver["code"] or waiver["reason"],
            by=waiver["by"],
            until=waiver["until"],
            count=waiver["covered"],
        )
        for waiver in record["waivers"]
    ]
    skipped = [texts.CHECK_SKIPPED.fill(code=c, count=n) for c, n in record["skipped"].items()]
    return [
        (texts.VERSION, f"sheetlint {record['tool']['version']}"),
        (texts.RULES, str(record["tool"]["rules_sha256"])),
        (texts.DATE, str(record["date"])),
        (texts.PROFILES, _lines(profiles, "\n")),
        *_describe_settings(record["configuration"]),
        (texts.WAIVED, _lines(waived, "\n")),
        (texts.SKIPPED, _lines(skipped, " ")),
        (texts.OTHER_SETTINGS, RUN),
    ]


def _describe_settings(settings: Mapping[str, Any]) -> list[tuple[Text, str | Text]]:
    """Those that the run was told, and from which severity on it fails."""
    severities = [
        texts.SEVERITY_SET.fill(
            code=code, severity=report_messages.SEVERITY.get(severity, severity)
        )
        for code, severity in settings["severity"].items()
    ]
    told: list[tuple[Text, str | Text]] = [
        (texts.ONLY_CHECKS, " ".join(settings["select"])),
        (texts.CHECKS_OFF, " ".join(settings["ignore"])),
        (texts.SEVERITIES_SET, _lines(severities, "\n") if severities else ""),
        (texts.PROFILE_NAMED, settings["profile"] or ""),
    ]
    return [
        (texts.FAILS_FROM, report_messages.SEVERITY[settings["fail_on"]]),
        *((name, value) for name, value in told if value),
    ]


def _lines(parts: Iterable[Text], between: str) -> Text:
    listed = list(parts) or [texts.NONE]
    return Text(between.join(p.zh for p in listed), between.join(p.en for p in listed))
