"""Combines the options of a command and the configuration file into the configuration of a run."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from sheetlint import messages
from sheetlint.cli import status
from sheetlint.cli.options import BoundOptions, RunOptions, SettingsOptions, WaiverOptions
from sheetlint.cli.terminal import write_error
from sheetlint.config.checked_paths import NO_CHECKED_PATHS, CheckedPaths
from sheetlint.config.file import BadSettings, Settings
from sheetlint.config.file import load as load_settings
from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.messages import cli as texts
from sheetlint.messages.text import Text
from sheetlint.messages.visible import visible
from sheetlint.profiles import BadProfile, Choice, Profiles
from sheetlint.rules.check import ERROR, INFO
from sheetlint.rules.decide import Decision, unknown_selectors
from sheetlint.rules.registry import BadPlugin, Registry
from sheetlint.rules.waivers import BadBaseline, Waivers, read_baseline
from sheetlint.run.plan import Plan, load_plan
from sheetlint.sandbox.bounds import DEFAULT, Bounds

if TYPE_CHECKING:
    from sheetlint.run.plan import Plan
    from sheetlint.run.results import Report
    from sheetlint.sandbox.bounds import Bounds


class Refused(Exception):
    """Wrong usage or configuration; ``text`` says what and what would be right."""

    exit_status = status.USAGE

    def __init__(self, text: Text, lang: str) -> None:
        super().__init__(text.en)
        self.text = text
        self.lang = lang


class NotWritten(Refused):
    """An output could not be written when the work was done."""

    exit_status = status.FAILED


class Setup(NamedTuple):
    """The language and the configuration file of a command, and what is loaded by them."""

    lang: str
    settings: Settings

    def load_registry(self) -> Registry:
        """The checks.  Raises Refused."""
        try:
            registry = self._file_configuration.load_registry()
        except BadPlugin as error:
            raise Refused(error.text, self.lang) from error
        _report_broken_plugins(registry, self.lang)
        return registry

    def load_profiles(self) -> Profiles:
        """The profiles.  Raises Refused for one of the user's own that is wrong."""
        try:
            return self._file_configuration.load_profiles()
        except BadProfile as error:
            raise Refused(error.text, self.lang) from error

    def run_configuration(
        self, options: RunOptions, *, only_sheets: bool = False
    ) -> RunConfiguration:
        """The configuration of a run: the options, then the configuration file.

        Raises Refused for a date or a baseline that is wrong.
        """
        settings = self.settings
        decision = Decision(
            selectors(options.selection.select) or settings.select,
            selectors(options.selection.ignore) or settings.ignore,
            settings.severity,
            options.level.fail_on or settings.fail_on or ERROR,
            options.level.show or settings.show or INFO,
        )
        return self._file_configuration._replace(
            decision=decision,
            profile=options.profile or settings.profile or None,
            only_sheets=only_sheets,
            bounds=self._bounds(options.bounds),
            waivers=self._waivers(options.waivers),
            require_plugins=options.require_plugins,
        )

    @property
    def _file_configuration(self) -> RunConfiguration:
        settings = self.settings
        return RunConfiguration(settings.checks, settings.profiles, settings.lexicon)

    def parse_date(self, date: str | None) -> datetime.date | None:
        """The date of an option (``YYYY-MM-DD``).  Raises Refused."""
        if date is None:
            return None
        try:
            return datetime.date.fromisoformat(date)
        except ValueError as error:
            raise Refused(texts.BAD_DATE.fill(date=date), self.lang) from error

    def _bounds(self, options: BoundOptions) -> Bounds:
        """Time, memory and size that a file may take: the options, then the configuration file."""
        bounds: dict[str, Any] = {}
        for name in DEFAULT._fields:
            for source in (self.settings, options):
                value = getattr(source, f"max_{name}")
                if value is not None:
                    bounds[name] = value
        return DEFAULT._replace(**bounds)

    def _waivers(self, options: WaiverOptions) -> Waivers:
        """The waivers and the baseline that count on the date of the options."""
        path = options.baseline or self.settings.baseline
        if options.no_waivers or not (self.settings.waivers or path or options.date):
            return Waivers()
        try:
            known = read_baseline(path) if path else ()
        except BadBaseline as error:
            raise Refused(error.text, self.lang) from error
        today = self.parse_date(options.date) or datetime.date.today()
        return Waivers(self.settings.waivers, today, frozenset(k.fingerprint for k in known))


def load_setup(
    options: SettingsOptions, *, quiet: bool = False, checked: CheckedPaths = NO_CHECKED_PATHS
) -> Setup:
    """The option decides the language, then ``SHEETLINT_LANG``, the configuration, the locale.

    A configuration in what is checked (``checked``) counts only where the user names it.  The error
    stream says which one is in force, unless quiet.  Raises Refused for one that cannot be used.
    """
    wanted = options.lang or os.environ.get(messages.LANGUAGE_VARIABLE)
    lang = options.lang or messages.choose_language(os.environ)
    if options.isolated and options.config is not None:
        raise Refused(texts.ISOLATED_AND_CONFIG, lang)
    try:
        settings = Settings() if options.isolated else load_settings(options.config, ".", checked)
    except BadSettings as error:
        raise Refused(error.text, lang) from error
    setup = Setup(lang if wanted or not settings.lang else settings.lang, settings)
    _report_configuration(setup, quiet)
    return setup


def _report_configuration(setup: Setup, quiet: bool) -> None:
    """Name on the error stream the configuration in force, and those that are not honoured."""
    settings = setup.settings
    for path in settings.not_honoured:
        write_error(visible(texts.CONFIG_NOT_HONOURED.fill(path=path).in_(setup.lang)))
    if quiet or not settings.path:
        return
    text = texts.CONFIG_WITH_CHECKS if settings.checks else texts.CONFIG_IN_FORCE
    checks = ", ".join(map(os.path.normpath, settings.checks))
    write_error(visible(text.fill(path=settings.path, checks=checks).in_(setup.lang)))


def prepare_plan(configuration: RunConfiguration, lang: str) -> Plan:
    """The plan of a run, with everything loaded.  Raises Refused for wrong checks and profiles."""
    try:
        plan = load_plan(configuration)
    except (BadPlugin, BadProfile) as error:
        raise Refused(error.text, lang) from error
    _report_broken_plugins(plan.registry, lang)
    decision = plan.decision
    wanted = (*decision.select, *decision.ignore, *(code for code, _ in decision.overrides))
    refuse_unknown_checks(plan.registry, wanted, lang)
    _refuse_wrong_profiles(plan.profiles, plan.registry, lang)
    return plan


def chosen_profile(configuration: RunConfiguration, lang: str) -> tuple[Profiles, Choice | None]:
    """All profiles, and the one for every sheet where one is named.  Raises Refused."""
    try:
        profiles = configuration.load_profiles()
        return profiles, configuration.load_profile(profiles)
    except BadProfile as error:
        raise Refused(error.text, lang) from error


def _report_broken_plugins(registry: Registry, lang: str) -> None:
    """Name on the error stream the plug-ins that cannot be used; the others run."""
    for problem in registry.broken:
        write_error(visible(texts.PLUGIN_LEFT_OUT.fill(problem=problem).in_(lang)))


def selectors(given: Iterable[str]) -> tuple[str, ...]:
    """``FD,AR001`` and repeated options, as one list; codes in capitals, names as they are."""
    return tuple(part.strip() for text in given for part in text.split(",") if part.strip())


def refuse_unknown_checks(registry: Registry, wanted: Iterable[str], lang: str) -> None:
    """Raises Refused for a selector of no check at all, with the nearest that there is."""
    for wrong in unknown_selectors(registry, wanted):
        near = nearest_check(wrong, registry)
        text = texts.UNKNOWN_CHECK_NEAR if near else texts.UNKNOWN_CHECK
        raise Refused(text.fill(wrong=wrong, near=near), lang)


def _refuse_wrong_profiles(profiles: Profiles, registry: Registry, lang: str) -> None:
    """Raises Refused for a profile of the user's own that names a check which does not exist."""
    for name in profiles.user_profiles:
        own = profiles.own_values(name)
        for key in ("severity", "mandatory"):
            for wrong in unknown_selectors(registry, own.get(key, ())):
                near = nearest_check(wrong, registry)
                text = texts.PROFILE_CHECK_NEAR if near else texts.PROFILE_CHECK
                message = text.fill(path=profiles.path(name), key=key, wrong=wrong, near=near)
                raise Refused(message, lang)


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
    expired, unused = waivers.expired_and_unused(report.waived)
    for waiver in expired:
        text = texts.EXPIRED.fill(what=waiver.label, by=waiver.by, until=waiver.until.isoformat())
        write_error(visible(text.in_(lang)))
    for waiver in unused:
        write_error(visible(texts.UNUSED.fill(what=waiver.label, by=waiver.by).in_(lang)))
    stale = waivers.baseline - {found.fingerprint for found in report.all_findings()}
    if stale:
        write_error(texts.STALE.fill(count=len(stale)).in_(lang))
