"""Digests of the conditions of a run: the same digest means the same findings."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from hashlib import sha256

import sheetlint
from sheetlint import __version__
from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.rules.registry import Registry
from sheetlint.run.rules_digest import rules_sha256


def findings_digest(configuration: RunConfiguration, registry: Registry) -> str:
    """Equal for two runs that find the same in the same bytes.

    Waivers and the level that is shown apply to findings afterwards, and are not part of it.
    """
    of_findings = (
        configuration.lexicon,
        configuration.decision._replace(show=""),
        configuration.profile,
        configuration.only_sheets,
    )
    parts = [
        __version__,
        rules_sha256(registry),
        program_sha256(),
        *(f"{path}\0{_content_sha256(path)}" for path in _profile_files(configuration)),
        repr(of_findings),
        repr(configuration.bounds),
    ]
    return sha256("\1".join(parts).encode(errors="surrogatepass")).hexdigest()


def _profile_files(configuration: RunConfiguration) -> Iterator[str]:
    for folder in configuration.profiles:
        for name in sorted(os.listdir(folder)):
            if name.endswith(".toml"):
                yield os.path.join(folder, name)


@cache
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
