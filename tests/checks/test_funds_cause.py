"""One slip in the funds block: one finding, at the cell that is wrong, with the right figure."""

from __future__ import annotations

import pytest

from sheetlint.profiles import DEFAULT, Profiles
from sheetlint.recognise.values import substitute
from sheetlint.rules.causes import Explanation, find_causes
from sheetlint.rules.check import ERROR, INFO
from sheetlint.rules.decide import Decision
from sheetlint.rules.engine import SheetChecker, TrialRun
from sheetlint.rules.registry import Registry
from sheetlint.rules.shape import validate_shape
from sheetlint.sheet.sheet import Sheet
from sheetlint.testing import build_sheet


def left(path: str, text: str, registry: Registry, profiles: Profiles) -> list[Explanation]:
    """What remains of one cell typed wrong, hints aside."""
    profile = profiles.load(DEFAULT)

    panel = SheetChecker(profile, registry, Decision())

    def again(sheet: Sheet) -> TrialRun:
        return panel.trial(validate_shape(sheet, profile))

    sheet = validate_shape(build_sheet({"set": {path: text}}), profile)
    return [
        e
        for e in find_causes(sheet, panel.check(sheet).found, again, substitute).explanations
        if e.found.severity != INFO
    ]


@pytest.mark.parametrize(
    ("path", "typed", "code", "right"),
    [
        ("funds.total.budget", "75607470.00", "FD001", ("57607470.00",)),
        ("funds.total.budget", "57607471", "FD001", ("57607470.00",)),
        ("funds.total.budget", "", "ST003", ()),
        ("funds.total.budget", "5 7607470", "UN004", ()),
        ("funds.total.executed", "5696121.00", "FD001", ("56961217.00",)),
        ("funds.total.executed", "59696121.00", "FD001", ("56961217.00",)),
        ("funds.total.executed", "5696.1217", "FD001", ("56961217.00",)),
        ("funds.total.rate", "97.88%", "FD002", ("98.88%",)),
        ("funds.total.rate", "", "ST003", ("98.88%",)),
        ("funds.total.score", "9.98", "FD003", ("9.89",)),
        ("funds.total.score", "8.89", "FD003", ("9.89",)),
        ("funds.total.score", "", "ST003", ()),
        ("funds.total.weight", "100", "FD008", ("10",)),
        ("funds.total.initial", "5", "FD001", ("0.00",)),
        ("funds.1.budget", "75607470.00", "FD001", ("57607470.00",)),
        ("funds.1.executed", "5696121.00", "FD001", ("56961217.00",)),
    ],
)
def test_the_cell_typed_wrong_is_the_one_that_is_named(
    path: str,
    typed: str,
    code: str,
    right: tuple[str, ...],
    registry: Registry,
    profiles: Profiles,
) -> None:
    found = [e.found for e in left(path, typed, registry, profiles)]
    said = [(f.check.code, f.finding.at.path, f.finding.expected, f.severity) for f in found]
    assert said == [(code, path, right, ERROR)]


def test_consequences_are_kept_under_their_cause(registry: Registry, profiles: Profiles) -> None:
    [cause] = left("funds.total.weight", "100", registry, profiles)
    assert [f.check.code for f in cause.consequences] == ["AR001", "AR025", "FD003"]
