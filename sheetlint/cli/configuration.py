"""From the options of a command and the configuration file to what a run is made of."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from sheetlint import messages
from sheetlint.cli.options import BoundOptions, RunOptions, SettingsOptions, WaiverOptions
from sheetlint.cli.terminal import complain
from sheetlint.config.file import BadSettings, Settings
from sheetlint.config.file import load as load_settings
from sheetlint.messages import cli as words
from sheetlint.messages.text import Text
from sheetlint.messages.visible import visible
from sheetlint.profiles import BadProfile, Choice, Profiles
from sheetlint.rules.decide import Decision, unknown_selectors
from sheetlint.rules.registry import BadPlugin, Registry, load_what_works
from sheetlint.rules.registry import load as load_checks
from sheetlint.rules.waivers import BadBaseline, Waivers, read_baseline

if TYPE_CHECKING:
    from sheetlint.recognise.lexicon import Lexicon
    from sheetlint.run.check_files import Plan
    from sheetlint.run.results import Report
    from sheetlint.sandbox.bounds import Bounds


class Refused(Exception):
    """Wrong usage or configuration; ``text`` says what and what would be right."""

    def __init__(self, text: Text, lang: str) -> None:
        super().__init__(text.en)
        self.text = text
        self.lang = lang


class Configured(NamedTuple):
    """Language and configuration, and what they make available."""

    lang: str
    settings: Settings

    def bounds(self, options: BoundOptions) -> Bounds:
        """What a file may cost, by the options, then the configuration."""
        from sheetlint.sandbox.bounds import DEFAULT

        given: dict[str, Any] = {}
        for name in DEFAULT._fields:
            for source in (self.settings, options):
                value = getattr(source, f"max_{name}")
                if value is not None:
                    given[name] = value
        return DEFAULT._replace(**given)

    def registry(self, all_of_them: bool = False) -> Registry:
        """The checks.  A plug-in that cannot be used is named on the error stream and the others
        run, unless all of them are wanted."""
        try:
            if all_of_them:
                return load_checks(self.settings.checks)
            registry = load_what_works(self.settings.checks)
        except BadPlugin as error:
            raise Refused(error.text, self.lang) from error
        for problem in registry.broken:
            complain(visible(words.PLUGIN_LEFT_OUT.fill(problem=problem).in_(self.lang)))
        return registry

    def lexicon(self) -> Lexicon | None:
        """The vocabulary with the user's own labels; None where there are none."""
        if not self.settings.lexicon:
            return None
        from sheetlint.recognise.extra_labels import extended

        return extended(dict(self.settings.lexicon))

    def profiles(self) -> Profiles:
        """Those of the user's own are opened at once: a slip in one is said before any work."""
        try:
            profiles = Profiles(self.settings.profiles, self.lexicon())
            for name in profiles.local:
                profiles.load(name)
        except BadProfile as error:
            raise Refused(error.text, self.lang) from error
        return profiles

    def profile(self, profiles: Profiles, name: str | None) -> Choice | None:
        """The profile that the user named, on the command line or in the configuration."""
        name = name or self.settings.profile
        if not name:
            return None
        try:
            return Choice(profiles.load(name), words.PROFILE_NAMED)
        except BadProfile as error:
            raise Refused(error.text, self.lang) from error

    def day(self, date: str | None) -> datetime.date | None:
        """Of an option (``YYYY-MM-DD``)."""
        if date is None:
            return None
        try:
            return datetime.date.fromisoformat(date)
        except ValueError as error:
            raise Refused(words.BAD_DATE.fill(date=date), self.lang) from error

    def waivers(self, options: WaiverOptions) -> Waivers:
        """What is waived on the day asked for."""
        path = options.baseline or self.settings.baseline
        if options.no_waivers or not (self.settings.waivers or path or options.date):
            return Waivers()
        try:
            known = read_baseline(path) if path else ()
        except BadBaseline as error:
            raise Refused(error.text, self.lang) from error
        today = self.day(options.date) or datetime.date.today()
        return Waivers(self.settings.waivers, today, frozenset(k.fingerprint for k in known))


def configured(options: SettingsOptions) -> Configured:
    """The option decides the language, then ``SHEETLINT_LANG``, the configuration, the locale.

    Raises Refused for a configuration that cannot be used.
    """
    wanted = options.lang or os.environ.get(messages.VARIABLE)
    lang = options.lang or messages.chosen(os.environ)
    try:
        settings = load_settings(options.config)
    except BadSettings as error:
        raise Refused(error.text, lang) from error
    return Configured(lang if wanted or not settings.lang else settings.lang, settings)


def planned(configured: Configured, options: RunOptions, *, only_sheets: bool = False) -> Plan:
    """What a run is made of.  Raises Refused for checks, profiles and waivers that are wrong."""
    from sheetlint.run.check_files import Plan

    settings, lang = configured.settings, configured.lang
    registry, profiles = configured.registry(options.require_plugins), configured.profiles()
    decision = Decision(
        selectors(options.selection.select) or settings.select,
        selectors(options.selection.ignore) or settings.ignore,
        settings.severity,
        options.level.fail_on or settings.fail_on or "error",
        options.level.show or settings.show or "info",
    )
    wanted = (*decision.select, *decision.ignore, *(code for code, _ in decision.overrides))
    refuse_unknown_checks(registry, wanted, lang)
    _refuse_wrong_profiles(profiles, registry, lang)
    return Plan(
        registry,
        decision,
        profiles,
        configured.profile(profiles, options.profile),
        only_sheets,
        configured.waivers(options.waivers),
        configured.bounds(options.bounds),
        configured.lexicon(),
    )


def selectors(given: Iterable[str]) -> tuple[str, ...]:
    """``FD,AR001`` and repeated options, as one list; codes in capitals, names as they are."""
    return tuple(part.strip() for text in given for part in text.split(",") if part.strip())


def refuse_unknown_checks(registry: Registry, wanted: Iterable[str], lang: str) -> None:
    """Raises Refused for a selector of no check at all, with the nearest that there is."""
    for wrong in unknown_selectors(registry, wanted):
        near = nearest_check(wrong, registry)
        text = words.UNKNOWN_CHECK_NEAR if near else words.UNKNOWN_CHECK
        raise Refused(text.fill(wrong=wrong, near=near), lang)


def _refuse_wrong_profiles(profiles: Profiles, registry: Registry, lang: str) -> None:
    """Raises Refused for a profile of the user's own that names a check which does not exist."""
    for name in profiles.local:
        own = profiles.own(name)
        for key in ("severity", "mandatory"):
            for wrong in unknown_selectors(registry, own.get(key, ())):
                near = nearest_check(wrong, registry)
                text = words.PROFILE_CHECK_NEAR if near else words.PROFILE_CHECK
                said = text.fill(path=profiles.path(name), key=key, wrong=wrong, near=near)
                raise Refused(said, lang)


def nearest_check(wrong: str, registry: Registry) -> str:
    """The code or name most like a mistyped one; empty where none looks like it."""
    from difflib import SequenceMatcher, get_close_matches

    names = [key for check in registry.checks for key in (check.code, check.name)]
    families = sorted({check.family for check in registry.checks})
    for tried in (wrong.upper(), wrong.lower()):
        near = get_close_matches(tried, [*names, *families], 9)
        if near:
            # Codes that are equally near: the first, for the commonest checks have the low numbers.
            likeness = {name: SequenceMatcher(None, name, tried).ratio() for name in near}
            return min(near, key=lambda name: (-likeness[name], name))
    return ""


def report_idle_waivers(report: Report, waivers: Waivers, lang: str) -> None:
    """On the error stream: waivers that have expired or cover nothing, baseline entries that are
    gone."""
    if not waivers.any:
        return
    expired, unused = waivers.idle(report.waived)
    for waiver in expired:
        text = words.EXPIRED.fill(what=waiver.what, by=waiver.by, until=waiver.until.isoformat())
        complain(visible(text.in_(lang)))
    for waiver in unused:
        complain(visible(words.UNUSED.fill(what=waiver.what, by=waiver.by).in_(lang)))
    stale = waivers.baseline - {found.fingerprint for found in report.all_findings()}
    if stale:
        complain(words.STALE.fill(count=len(stale)).in_(lang))
