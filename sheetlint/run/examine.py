"""One sheet examined: checked, and each finding brought to its cause."""

from __future__ import annotations

from typing import NamedTuple

from sheetlint.profiles import Choice, Profile, UnknownParameter
from sheetlint.recognise.values import substitute
from sheetlint.rules.causes import Explanation, find_causes
from sheetlint.rules.engine import Outcome, SheetChecker, TrialRun
from sheetlint.rules.shape import validate_shape
from sheetlint.sheet.sheet import Sheet


class ExaminedSheet(NamedTuple):
    """A sheet as the checks saw it, and what came of it."""

    sheet: Sheet
    outcome: Outcome
    explained: list[Explanation]


def examine_sheet(sheet: Sheet, choice: Choice, panel: SheetChecker) -> ExaminedSheet:
    """A sheet as it was read."""
    return examine_changed_sheet(settle_levels(sheet, choice), choice.profile, panel)


def examine_changed_sheet(sheet: Sheet, profile: Profile, panel: SheetChecker) -> ExaminedSheet:
    """A sheet that was examined before and has been changed since."""
    ready = validate_shape(_bare(sheet), profile)
    outcome = panel.check(ready)
    if len(outcome.found) < 2:
        return ExaminedSheet(ready, outcome, [Explanation(f) for f in outcome.found])

    def again(sheet: Sheet) -> TrialRun:
        return panel.trial(validate_shape(_bare(sheet), profile))

    return ExaminedSheet(ready, outcome, find_causes(ready, outcome.found, again, substitute))


def prepare_sheet(sheet: Sheet, choice: Choice) -> Sheet:
    """A sheet as ``examined`` has the checks see it."""
    return validate_shape(_bare(settle_levels(sheet, choice)), choice.profile)


def settle_levels(sheet: Sheet, choice: Choice) -> Sheet:
    """First levels that the layout leaves open, decided by the weights that the place allows."""
    from sheetlint.recognise.unplaced_rows import place_rows

    try:
        return place_rows(sheet, choice.profile.get("weights.first_level"))
    except UnknownParameter:
        return sheet


def _bare(sheet: Sheet) -> Sheet:
    """``shaped`` adds to what it finds; a changed sheet is looked at afresh."""
    return sheet._replace(shape=()) if sheet.shape else sheet
