"""The checks that run for each profile, put together at the first sheet of the profile."""

from typing import NamedTuple

from sheetlint.profiles import Profile
from sheetlint.rules.decide import Decision
from sheetlint.rules.engine import SheetChecker
from sheetlint.rules.registry import Registry


class ProfilePanel(NamedTuple):
    """The checks for the sheets of one profile."""

    panel: SheetChecker
    overruled_codes: tuple[str, ...]
    """Codes that the user switched off or made milder and that the profile insists on."""


class ProfilePanels:
    """The checks by profile."""

    def __init__(self, registry: Registry, decision: Decision) -> None:
        self._registry = registry
        self._decision = decision
        self._panels: dict[str, ProfilePanel] = {}

    def of(self, profile: Profile) -> ProfilePanel:
        """The checks that the user selected, with those that the profile makes mandatory."""
        profile_panel = self._panels.get(profile.id)
        if profile_panel is None:
            decision = self._decision.with_profile(profile.severities, profile.mandatory)
            panel = SheetChecker(profile, self._registry, decision)
            profile_panel = ProfilePanel(panel, tuple(decision.overruled_codes(self._registry)))
            self._panels[profile.id] = profile_panel
        return profile_panel
