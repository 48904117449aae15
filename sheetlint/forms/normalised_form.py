"""An empty form as the normalised document: what repositories of sheets keep."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sheetlint.forms.blank_form import BlankForm
from sheetlint.forms.prompts import cell_prompt
from sheetlint.messages import forms as messages
from sheetlint.messages.text import Text
from sheetlint.recognise.normalised_document import SCHEMA_NAME, dump_sheet
from sheetlint.sheet.numbers.parse import format_plain

_COMMENTED = {"level3": "level3", "target": "target", "actual": "actual", "note": "note"}


def dump_form(blank: BlankForm) -> dict[str, Any]:
    sheet = dump_sheet(blank.sheet, blank.profile.id)
    for row, fund in zip(sheet["funds"], blank.sheet.funds, strict=True):
        for role in ("initial", "budget", "executed", "weight", "rate", "score"):
            row[role] = getattr(fund, role).raw or None
        row["note"] = None
    for row in sheet["indicators"]:
        row["note"] = None
    sheet["remarks"] = dict.fromkeys(label for label, _ in blank.sheet.remarks)
    return {"schema": SCHEMA_NAME, "files": [{"sheets": [sheet]}]}


def write_json(blank: BlankForm, lang: str) -> bytes:
    from sheetlint.report.json import dump_json

    return dump_json(dump_form(blank)).encode()


def write_yaml(blank: BlankForm, lang: str) -> bytes:
    """With comments that say what belongs where, at the first field of each kind."""
    from sheetlint.report.yaml import dump_yaml

    comments = _comments(blank)
    lines = [f"# {messages.YAML_HEAD.fill(profile=blank.profile.id).in_(lang)}"]
    for line in dump_yaml(dump_form(blank)).splitlines():
        name = line.strip().removeprefix("- ").partition(":")[0]
        comment = comments.pop(name, None)
        if comment is not None:
            indent = line[: len(line) - len(line.lstrip(" -"))].replace("-", " ")
            lines.append(f"{indent}# {comment.in_(lang)}")
        lines.append(line)
    return ("\n".join(lines) + "\n").encode()


def _comments(blank: BlankForm) -> dict[str, Text]:
    """By key, in reading order: the first key of that name is the one that is meant."""
    return dict(_text_of(blank))


def _text_of(blank: BlankForm) -> Iterator[tuple[str, Text]]:
    yield "funds", messages.YAML_FUNDS.fill(unit=blank.sheet.money_unit.text)
    yield "planned", messages.PLANNED
    if blank.points:
        levels = "，".join(
            f"{level} {format_plain(points)}" for level, points in blank.points.items()
        )
        yield "indicators", messages.YAML_LEVELS.fill(levels=levels)
    for name, role in _COMMENTED.items():
        comment = cell_prompt(blank, f"indicators.0.{role}")
        if comment is not None and name != "actual":
            yield name, comment
