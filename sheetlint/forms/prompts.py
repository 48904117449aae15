"""Input prompts of the cells of an empty form: what to fill in."""

from __future__ import annotations

from sheetlint.forms.blank_form import BlankForm, profile_value
from sheetlint.messages import forms as messages
from sheetlint.messages.text import Text
from sheetlint.sheet.numbers.parse import format_plain

_ROLES = {
    "target": messages.TARGET,
    "actual": messages.ACTUAL,
    "level3": messages.NAME,
    "planned": messages.PLANNED,
    "year": messages.YEAR,
}


def cell_prompt(blank: BlankForm, path: str) -> Text | None:
    """For the cell of the field; None where its label says enough."""
    role = path.rpartition(".")[2]
    if path == "actual":
        return messages.RESULT
    if path.startswith("remarks."):
        return messages.NOTES_OF_SHEET
    if role == "note":
        least = profile_value(blank.profile, "notes.min_chars") or 0
        return messages.NOTE.fill(count=least)
    if path == "funds.total.score" and blank.budget is not None:
        return _budget_score_hint(blank)
    if role == "weight" and path.startswith("indicators."):
        level = blank.sheet.indicators[int(path.split(".")[1])].level1.text
        if level in blank.points:
            return messages.WEIGHT_OF_LEVEL.fill(
                level=level, points=format_plain(blank.points[level])
            )
        return messages.WEIGHT
    if role == "score" and path.startswith("indicators."):
        return messages.SCORE
    return _ROLES.get(role)


def _budget_score_hint(blank: BlankForm) -> Text:
    """How the points for execution are calculated, where no formula can do it."""
    steps = profile_value(blank.profile, "budget_score.tiers_101.steps") or []
    if (profile_value(blank.profile, "budget_score.methods") or [""])[
        0
    ] != "tiers_101" or not steps:
        return messages.BUDGET_SCORE
    full = profile_value(blank.profile, "budget_score.tiers_101.done_within_budget")
    listed = "；".join(f"≥{int(least * 100)}% {points} 分" for least, points in steps)
    english = "; ".join(f"≥{int(least * 100)}%: {points}" for least, points in steps)
    return messages.BUDGET_STEPS.fill(full=full, steps=Text(listed, english))
