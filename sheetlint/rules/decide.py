"""Which checks run, which findings are reported, and at what severity.

One object answers for the whole tool.  A check that is switched off is not run at all; nobody
filters its findings afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sheetlint.rules.check import ERROR, INFO, SEVERITIES, Check
from sheetlint.rules.registry import Registry, matches

OFF = "off"


class Decision(NamedTuple):
    """What the user and the profile want.

    ``select`` empty means every check that is on by default.  ``overrides`` maps selectors to a
    severity or ``off``; the most specific selector wins.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    overrides: tuple[tuple[str, str], ...] = ()
    fail_on: str = ERROR
    show: str = INFO
    place: tuple[tuple[str, str], ...] = ()
    """The profile's own overrides; the user's are stronger."""
    mandatory: tuple[str, ...] = ()
    """Selectors of checks that the profile does not leave to the user."""

    def runs(self, check: Check) -> bool:
        """The longest selector that fits decides; at equal length ``ignore`` wins."""
        if self.must(check):
            return True
        override = self.override(check)
        named = check.code in self.select or check.name in self.select
        if not named and (override == OFF or not (check.on or override)):
            return False
        wanted = _longest(check, self.select) if self.select else 0
        refused = _longest(check, self.ignore)
        if self.select and wanted < 0:
            return False
        return refused < 0 or wanted > refused

    def must(self, check: Check) -> bool:
        """The profile forbids to switch the check off."""
        return _longest(check, self.mandatory) >= 0

    def overruled(self, registry: Registry) -> list[str]:
        """Codes that the user switched off or made milder and that the profile insists on."""
        if not self.mandatory:
            return []
        alone = self._replace(mandatory=())
        return [
            check.code
            for check in registry.checks
            if self.must(check)
            and (
                not alone.runs(check)
                or rank(alone.severity(check, "")) < rank(self.severity(check, ""))
            )
        ]

    def severity(self, check: Check, own: str) -> str:
        """The reported severity of a finding that the check itself gives ``own`` ("" = default)."""
        override = self.override(check)
        if override and override != OFF:
            return override
        return own or check.severity

    def override(self, check: Check) -> str:
        best, length = "", -1
        for selector, severity in self.place + (() if self.must(check) else self.overrides):
            fit = _fit(check, selector)
            if fit >= length and fit >= 0:
                best, length = severity, fit
        return best

    def fails(self, severity: str) -> bool:
        return reaches(severity, self.fail_on)

    def with_profile(
        self, severities: Mapping[str, str], mandatory: Sequence[str] = ()
    ) -> Decision:
        """As the place has it."""
        if not severities and not mandatory:
            return self
        return self._replace(place=tuple(severities.items()), mandatory=tuple(mandatory))


def rank(severity: str) -> int:
    """0 for info, 1 for warning, 2 for error."""
    return SEVERITIES.index(severity)


def reaches(severity: str, bound: str) -> bool:
    """At least as severe as ``bound``."""
    return rank(severity) >= rank(bound)


def unknown_selectors(registry: Registry, selectors: Iterable[str]) -> list[str]:
    """Selectors that mean no check at all: a typing error rather than a wish."""
    return [selector for selector in selectors if not registry.find(selector)]


def _fit(check: Check, selector: str) -> int:
    """How specific a selector is for a check; -1 where it does not mean it."""
    if not matches(check, selector):
        return -1
    if selector == "ALL":
        return 0
    return 99 if selector == check.name else len(selector)


def _longest(check: Check, selectors: Sequence[str]) -> int:
    return max((_fit(check, selector) for selector in selectors), default=-1)
