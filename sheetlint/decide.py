"""Which checks run, which findings are reported, and at what severity.

One object answers for the whole tool.  A check that is switched off is not run at all; nobody
filters its findings afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sheetlint.check import ERROR, INFO, SEVERITIES, Check
from sheetlint.registry import Registry, matches

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

    def runs(self, check: Check) -> bool:
        """The longest selector that fits decides; at equal length ``ignore`` wins."""
        if self.override(check) == OFF and not any(
            s in self.select for s in (check.code, check.name)
        ):
            return False
        wanted = _longest(check, self.select) if self.select else 0
        refused = _longest(check, self.ignore)
        if self.select and wanted < 0:
            return False
        return refused < 0 or wanted > refused

    def severity(self, check: Check, own: str) -> str:
        """The reported severity of a finding that the check itself gives ``own`` ("" = default)."""
        override = self.override(check)
        if override and override != OFF:
            return override
        return own or check.severity

    def override(self, check: Check) -> str:
        best, length = "", -1
        for selector, severity in self.overrides:
            fit = _fit(check, selector)
            if fit >= length and fit >= 0:
                best, length = severity, fit
        return best

    def fails(self, severity: str) -> bool:
        return reaches(severity, self.fail_on)

    def with_profile(self, severities: Mapping[str, str]) -> Decision:
        """The profile's severities come first, so that the user's own are stronger."""
        if not severities:
            return self
        return self._replace(overrides=tuple(severities.items()) + self.overrides)


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
