"""What several commands start from: the language, the configuration, the checks, the profiles."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from sheetlint import locale
from sheetlint.cli.terminal import complain
from sheetlint.decide import unknown_selectors
from sheetlint.locale import cli as words
from sheetlint.model import Text
from sheetlint.profiles import BadProfile, Choice, Profiles
from sheetlint.registry import BadPlugin, Registry, load_what_works
from sheetlint.registry import load as load_checks
from sheetlint.report.visible import visible
from sheetlint.settings import BadSettings, Settings
from sheetlint.settings import load as load_settings

if TYPE_CHECKING:
    from sheetlint.batch.bounds import Bounds
    from sheetlint.recognise.lexicon import Lexicon


class Refused(Exception):
    """Wrong usage or configuration; ``text`` says what and what would be right."""

    def __init__(self, text: Text, lang: str) -> None:
        super().__init__(text.en)
        self.text = text
        self.lang = lang


class Context(NamedTuple):
    """Language and configuration, and what they make available."""

    lang: str
    settings: Settings

    def bounds(self, options: Mapping[str, Any]) -> Bounds:
        """What a file may cost, by the options (``max_seconds`` …), then the configuration."""
        from sheetlint.batch.bounds import DEFAULT

        said = {
            name: next(
                (v for v in (options[key], getattr(self.settings, key)) if v is not None), standard
            )
            for name, standard in DEFAULT._asdict().items()
            for key in [f"max_{name}"]
        }
        return DEFAULT._replace(**said)

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
        from sheetlint.recognise.ownwords import extended

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

    def chosen(self, profiles: Profiles, name: str | None) -> Choice | None:
        """The profile that the user named, on the command line or in the configuration."""
        name = name or self.settings.profile
        if not name:
            return None
        try:
            return Choice(profiles.load(name), words.PROFILE_NAMED)
        except BadProfile as error:
            raise Refused(error.text, self.lang) from error


def context(lang: str | None, config: str | None = None) -> Context:
    """The flag decides the language, then ``SHEETLINT_LANG``, the configuration, the locale."""
    said = lang or os.environ.get(locale.VARIABLE)
    spoken = lang or locale.chosen(os.environ)
    try:
        settings = load_settings(config)
    except BadSettings as error:
        raise Refused(error.text, spoken) from error
    return Context(spoken if said or not settings.lang else settings.lang, settings)


def selectors(given: Iterable[str]) -> tuple[str, ...]:
    """``FD,AR001`` and repeated options, as one list; codes in capitals, names as they are."""
    return tuple(part.strip() for text in given for part in text.split(",") if part.strip())


def known(registry: Registry, wanted: Iterable[str], lang: str) -> None:
    """Refuse selectors that mean no check at all, and name the nearest that does."""
    unknown = unknown_selectors(registry, wanted)
    if not unknown:
        return
    wrong = unknown[0]
    near = nearest(wrong, registry)
    text = words.UNKNOWN_CHECK_NEAR if near else words.UNKNOWN_CHECK
    raise Refused(text.fill(wrong=wrong, near=near), lang)


def vetted(profiles: Profiles, registry: Registry, lang: str) -> None:
    """Refuse a profile of the user's own that speaks of a check which does not exist."""
    for name in profiles.local:
        own = profiles.own(name)
        for key in ("severity", "mandatory"):
            for wrong in unknown_selectors(registry, own.get(key, ())):
                near = nearest(wrong, registry)
                text = words.PROFILE_CHECK_NEAR if near else words.PROFILE_CHECK
                said = text.fill(path=profiles.path(name), key=key, wrong=wrong, near=near)
                raise Refused(said, lang)


def nearest(wrong: str, registry: Registry) -> str:
    """The code or name that was probably meant; empty where none looks like it."""
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
