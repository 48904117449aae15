"""What became of a file, as text: from process to process, and into the store.

Every value of a ``FileReport`` is a tuple with named fields, so that JSON holds it as lists; the
types that the fields declare say what each list was.  A check is written as its code and found
again in the registry.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from decimal import Decimal
from functools import cache, lru_cache
from json import dumps, loads
from sys import intern
from typing import Any

from sheetlint.messages.text import Text
from sheetlint.rules.check import Check
from sheetlint.rules.registry import Registry
from sheetlint.run.results import FileContent, FileReport, ReportedFinding

Maker = Callable[[Any], Any]


class Codec:
    """Writes and reads reports on files, whose checks are those of one registry."""

    def __init__(self, registry: Registry) -> None:
        self._checks = {check.code: check for check in registry.checks}

    def written(self, file: FileReport) -> str:
        """The report without what a run was asked to keep of the file itself."""
        findings = [found._replace(check=found.check.code) for found in file.findings]  # type: ignore[arg-type]
        plain = file._replace(
            findings=tuple(findings),
            sheets=tuple(sheet._replace(sheet=None) for sheet in file.sheets),
            content=None,
        )
        return dumps(plain, separators=(",", ":"), default=_figure)

    def read(self, text: str) -> FileReport:
        """Raises ValueError, KeyError or TypeError for what this version did not write."""
        plain = loads(text)
        file: FileReport = _of(FileReport)(plain)
        return file._replace(findings=tuple(self._with_check(found) for found in file.findings))

    def _with_check(self, found: ReportedFinding) -> ReportedFinding:
        return found._replace(
            check=self._checks[str(found.check)],
            severity=intern(found.severity),
            path=intern(found.path),
        )


# Reports say the same over and over: reasons, hints, labels of the form.  A run keeps them all.
_shared_text = lru_cache(maxsize=8192)(Text)


@lru_cache(maxsize=8192, typed=True)
def _shared_tuple(*parts: Any) -> tuple[Any, ...]:
    return parts


@cache
def _of(hint: Any) -> Maker:
    """What makes a value of the declared type from what JSON gave."""
    if isinstance(hint, type) and hasattr(hint, "_fields"):
        return _named(hint)
    if hint is Decimal:
        return Decimal
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return _several(_of(arguments[0]))
    if origin is tuple:
        return _fixed([_of(argument) for argument in arguments])
    if origin in (typing.Union, types.UnionType):
        return _optional(next(_of(a) for a in arguments if a is not type(None)))
    return _as_it_is


def _figure(value: object) -> str:
    """A decimal as its digits."""
    assert isinstance(value, Decimal)
    return str(value)


def _as_it_is(value: Any) -> Any:
    return value


def _named(kind: Any) -> Maker:
    if kind in (FileContent, Check):
        return _as_it_is
    hints = typing.get_type_hints(kind)
    makers = [_of(hints[name]) for name in kind._fields]
    if kind is Text:
        return lambda value: _shared_text(*value)
    made = [(at, maker) for at, maker in enumerate(makers) if maker is not _as_it_is]

    def make(value: Any) -> Any:
        if len(value) != len(makers):
            raise ValueError(kind.__name__)
        for at, maker in made:
            value[at] = maker(value[at])
        return kind(*value)

    return make


def _several(maker: Maker) -> Maker:
    if maker is _as_it_is:
        return lambda value: _shared_tuple(*value)
    return lambda value: tuple([maker(part) for part in value])


def _fixed(makers: list[Maker]) -> Maker:
    return lambda value: tuple([maker(part) for maker, part in zip(makers, value, strict=True)])


def _optional(maker: Maker) -> Maker:
    return lambda value: None if value is None else maker(value)
