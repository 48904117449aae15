"""Types of values on the command line, and what a shell may complete them to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from sheetlint.cli.bilingual import language
from sheetlint.messages import cli as texts
from sheetlint.messages import gate as gate_texts
from sheetlint.system.byte_sizes import parse_byte_size

if TYPE_CHECKING:
    from collections.abc import Iterable

    from click.shell_completion import CompletionItem

    from sheetlint.config.file import Settings

    ParamType = click.ParamType[Any, Any]
else:
    # Not generic in every release of click that is supported.
    ParamType = click.ParamType

_MAX_JOBS = 9_999
PATH = click.Path(readable=False)
"""Not tested for readability here: a file that cannot be read is a finding about that file."""


class Size(ParamType):
    """Bytes: ``512M``, ``1G`` or a number."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        count = value if isinstance(value, int) else parse_byte_size(value)
        if count is None:
            self.fail(texts.NO_SIZE.fill(wrong=value).in_(language(ctx)), param, ctx)
        return count


class Jobs(ParamType):
    """How many processes; 0 for ``auto``."""

    name = "jobs"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if value == "auto":
            return 0
        if value.isascii() and value.isdigit() and 0 < int(value) <= _MAX_JOBS:
            return int(value)
        raise click.UsageError(gate_texts.BAD_JOBS.fill(wrong=value).in_(language(ctx)), ctx)


class Executor(ParamType):
    """``processes`` or the address of a Dask cluster."""

    name = "executor"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value == "processes" or value.startswith("dask://"):
            return str(value)
        raise click.UsageError(gate_texts.BAD_EXECUTOR.fill(wrong=value).in_(language(ctx)), ctx)


class Checks(ParamType):
    """Codes, names or prefixes of checks, separated by commas."""

    name = "checks"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from sheetlint.rules.registry import BadPlugin, load_usable

        # Pressing a key runs no code of the working folder: only of a configuration that was named.
        own_checks = _settings(ctx).checks if ctx.params.get("config") else ()
        try:
            registry = load_usable(own_checks)
        except BadPlugin:
            return []
        before, comma, last = incomplete.rpartition(",")
        lang = language(ctx)
        offered = (
            (name, check.title.in_(lang))
            for check in registry.checks
            for name in (check.code, check.name)
            if name.lower().startswith(last.lower())
        )
        return _items((f"{before}{comma}{name}", title) for name, title in offered)


class ProfileName(ParamType):
    """The name of a profile."""

    name = "profile"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from sheetlint.profiles import BadProfile, Profiles

        try:
            profiles = Profiles(_settings(ctx).profiles)
            names = [name for name in profiles.names if name.startswith(incomplete)]
            return _items((name, str(profiles.own_values(name).get("title", ""))) for name in names)
        except BadProfile:
            return []


def _settings(ctx: click.Context) -> Settings:
    """The settings for the command line being completed; errors in the file are reported by the run."""
    from sheetlint.config.file import BadSettings, Settings, load

    if ctx.params.get("isolated"):
        return Settings()
    try:
        return load(ctx.params.get("config"))
    except BadSettings:
        return Settings()


def _items(offered: Iterable[tuple[str, str]]) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(value, help=line) for value, line in offered]
