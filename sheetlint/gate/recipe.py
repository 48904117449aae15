"""What is wanted of a run, in a form that another process can make the run of."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

import sheetlint
from sheetlint import __version__
from sheetlint.messages.gate import PROFILE_NAMED
from sheetlint.profiles import Choice, Profiles
from sheetlint.rules.decide import Decision
from sheetlint.rules.registry import Registry, load_what_works
from sheetlint.run.check_files import Plan
from sheetlint.run.rules_digest import rules_sha256
from sheetlint.sandbox.bounds import DEFAULT, Bounds

Lexicon = tuple[tuple[str, tuple[str, ...]], ...]


class Recipe(NamedTuple):
    """The ingredients of a ``Plan``.  Waivers are none of them: what is waived, and when that ends,
    is decided about results that are there."""

    checks: tuple[str, ...] = ()
    """Folders of local checks."""
    profiles: tuple[str, ...] = ()
    """Folders of local profiles."""
    lexicon: Lexicon = ()
    decision: Decision = Decision()
    profile: str | None = None
    only_sheets: bool = False
    bounds: Bounds = DEFAULT

    def plan(self) -> Plan:
        """Raises what loading checks and profiles raises."""
        words = None
        if self.lexicon:
            from sheetlint.recognise.extra_labels import extended

            words = extended(dict(self.lexicon))
        profiles = Profiles(self.profiles, words)
        choice = (
            None if self.profile is None else Choice(profiles.load(self.profile), PROFILE_NAMED)
        )
        return Plan(
            load_what_works(self.checks),
            self.decision,
            profiles,
            choice,
            self.only_sheets,
            bounds=self.bounds,
            lexicon=words,
            summaries=True,
        )

    def digest(self, registry: Registry) -> str:
        """Two runs with the same one find the same in the same bytes."""
        parts = [
            __version__,
            rules_sha256(registry),
            program_sha256(),
            *(f"{path}\0{_content_sha256(path)}" for path in self._profile_files()),
            repr((self.lexicon, self.decision._replace(show=""), self.profile, self.only_sheets)),
            repr(self.bounds),
        ]
        return sha256("\1".join(parts).encode(errors="surrogatepass")).hexdigest()

    def _profile_files(self) -> Iterator[str]:
        for folder in self.profiles:
            for name in sorted(os.listdir(folder)):
                if name.endswith(".toml"):
                    yield os.path.join(folder, name)


def program_sha256() -> str:
    """Over the files of the engine: its version alone says nothing of a checkout."""
    top = os.path.dirname(sheetlint.__file__)
    digests = [
        f"{os.path.relpath(path, top)}\0{_content_sha256(path)}" for path in sorted(_files(top))
    ]
    return sha256("\1".join(digests).encode(errors="surrogatepass")).hexdigest()


def _files(top: str) -> Iterator[str]:
    for folder, _, names in os.walk(top):
        for name in names:
            if name.endswith((".py", ".toml")):
                yield os.path.join(folder, name)


def _content_sha256(path: str) -> str:
    with open(path, "rb") as file:
        return sha256(file.read()).hexdigest()
