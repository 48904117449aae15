"""Checks one sheet and traces each finding to its cause."""

from typing import NamedTuple

from sheetlint.profiles import Choice, Profile, UnknownParameter
from sheetlint.recognise.values import substitute
from sheetlint.rules.causes import INCOMPLETE, Explanation, find_causes
from sheetlint.rules.engine import Outcome, SheetChecker, TrialRun
from sheetlint.rules.shape import validate_shape
from sheetlint.sheet.sheet import Sheet


class ExaminedSheet(NamedTuple):
    """A sheet as the checks saw it, the outcome of the checks, and the findings by cause."""

    sheet: Sheet
    outcome: Outcome
    explained: list[Explanation]


def examine_sheet(sheet: Sheet, choice: Choice, panel: SheetChecker) -> ExaminedSheet:
    """Check a sheet as it was read."""
    return examine_changed_sheet(settle_levels(sheet, choice), choice.profile, panel)


def examine_changed_sheet(sheet: Sheet, profile: Profile, panel: SheetChecker) -> ExaminedSheet:
    """Check a sheet that was examined before and has been changed since."""
    ready = validate_shape(_without_shape(sheet), profile)
    outcome = panel.check(ready)
    if len(outcome.found) < 2:
        return ExaminedSheet(ready, outcome, [Explanation(f) for f in outcome.found])

    def try_change(sheet: Sheet) -> TrialRun:
        return panel.trial(validate_shape(_without_shape(sheet), profile))

    causes = find_causes(ready, outcome.found, try_change, substitute)
    if not causes.complete:
        outcome = outcome._replace(skipped=(INCOMPLETE, *outcome.skipped))
    return ExaminedSheet(ready, outcome, causes.explanations)


def prepare_sheet(sheet: Sheet, choice: Choice) -> Sheet:
    """A sheet as ``examine_sheet`` gives it to the checks."""
    return validate_shape(_without_shape(settle_levels(sheet, choice)), choice.profile)


def settle_levels(sheet: Sheet, choice: Choice) -> Sheet:
    """Decide level-1 labels that the layout leaves open, by the weights that the profile allows."""
    from sheetlint.recognise.unplaced_rows import place_rows

    try:
        return place_rows(sheet, choice.profile.get("weights.first_level"))
    except UnknownParameter:
        return sheet


def _without_shape(sheet: Sheet) -> Sheet:
    """``validate_shape`` appends to the errors of an earlier run; a changed sheet starts without them."""
    return sheet._replace(shape=()) if sheet.shape else sheet
