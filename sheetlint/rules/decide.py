"""Which checks run, which findings are reported, and at what severity.

One object decides it for the whole tool.  A check that is switched off is not run; its findings are
not filtered afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sheetlint.rules.check import ERROR, INFO, SEVERITIES, Check
from sheetlint.rules.registry import Registry, matches

OFF = "off"


class Decision(NamedTuple):
    """The selection and the severities that the user and the profile ask for.

    ``select`` empty means every check that is on by default.  ``overrides`` maps selectors to a
    severity or ``off``; the most specific selector wins.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    overrides: tuple[tuple[str, str], ...] = ()
    fail_on: str = ERROR
    show: str = INFO
    profile_overrides: tuple[tuple[str, str], ...] = ()
    """The profile's overrides; those of the user take precedence."""
    mandatory: tuple[str, ...] = ()
    """Selectors of checks that the user cannot switch off or make milder."""

    def runs(self, check: Check) -> bool:
        """Whether the check is run: the most specific selector decides, and between equals ``ignore``."""
        if self.is_mandatory(check):
            return True
        override = self.override(check)
        named = check.code in self.select or check.name in self.select
        if not named and (override == OFF or not (check.enabled or override)):
            return False
        selected = _best_match(check, self.select) if self.select else 0
        ignored = _best_match(check, self.ignore)
        if self.select and selected < 0:
            return False
        return ignored < 0 or selected > ignored

    def is_mandatory(self, check: Check) -> bool:
        """Whether the profile forbids to switch the check off or to make it milder."""
        return _best_match(check, self.mandatory) >= 0

    def overruled_codes(self, registry: Registry) -> list[str]:
        """Codes of mandatory checks that the user tried to switch off or to make milder."""
        if not self.mandatory:
            return []
        requested = self._replace(mandatory=())
        return [
            check.code
            for check in registry.checks
            if self.is_mandatory(check)
            and (
                not requested.runs(check)
                or rank(requested.severity(check, "")) < rank(self.severity(check, ""))
            )
        ]

    def severity(self, check: Check, own: str) -> str:
        """The reported severity of a finding to which the check gave ``own`` (empty for its default)."""
        override = self.override(check)
        if override and override != OFF:
            return override
        return own or check.severity

    def override(self, check: Check) -> str:
        """The severity or ``off`` that the most specific override sets; empty where none does."""
        best, best_match = "", -1
        for selector, severity in self.profile_overrides + (
            () if self.is_mandatory(check) else self.overrides
        ):
            match = _specificity(check, selector)
            if match >= best_match and match >= 0:
                best, best_match = severity, match
        return best

    def fails(self, severity: str) -> bool:
        """Whether a finding of this severity fails the run (``--fail-on``)."""
        return reaches(severity, self.fail_on)

    def with_profile(
        self, severities: Mapping[str, str], mandatory: Sequence[str] = ()
    ) -> Decision:
        """The same with the overrides and the mandatory checks of a profile."""
        if not severities and not mandatory:
            return self
        return self._replace(
            profile_overrides=tuple(severities.items()), mandatory=tuple(mandatory)
        )


def rank(severity: str) -> int:
    """0 for info, 1 for warning, 2 for error."""
    return SEVERITIES.index(severity)


def reaches(severity: str, bound: str) -> bool:
    """Whether ``severity`` is at least ``bound``."""
    return rank(severity) >= rank(bound)


def unknown_selectors(registry: Registry, selectors: Iterable[str]) -> list[str]:
    """Selectors that match no check: typing errors."""
    return [selector for selector in selectors if not registry.find(selector)]


def _specificity(check: Check, selector: str) -> int:
    """How specific a selector is for a check; -1 where it does not match."""
    if not matches(check, selector):
        return -1
    if selector == "ALL":
        return 0
    return 99 if selector == check.name else len(selector)


def _best_match(check: Check, selectors: Sequence[str]) -> int:
    return max((_specificity(check, selector) for selector in selectors), default=-1)
