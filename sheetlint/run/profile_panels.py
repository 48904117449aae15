"""What each profile of a run asks for, put together at its first sheet."""

from __future__ import annotations

from typing import NamedTuple

from sheetlint.profiles import Profile
from sheetlint.rules.decide import Decision
from sheetlint.rules.engine import SheetChecker
from sheetlint.rules.registry import Registry


class ProfilePanel(NamedTuple):
    """The checks for the sheets of one profile."""

    panel: SheetChecker
    overruled_codes: tuple[str, ...]
    """Codes that the user switched off or made milder and that the place insists on."""


class ProfilePanels:
    """The checks by profile."""

    def __init__(self, registry: Registry, decision: Decision) -> None:
        self._registry = registry
        self._decision = decision
        self._seats: dict[str, ProfilePanel] = {}

    def of(self, profile: Profile) -> ProfilePanel:
        """What the user wants, within what the place leaves to the user."""
        seat = self._seats.get(profile.id)
        if seat is None:
            decision = self._decision.with_profile(profile.severities, profile.mandatory)
            panel = SheetChecker(profile, self._registry, decision)
            seat = ProfilePanel(panel, tuple(decision.overruled_codes(self._registry)))
            self._seats[profile.id] = seat
        return seat
