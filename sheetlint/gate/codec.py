"""Encodes the report on a file as JSON, for other processes and for the store.

Every value of a ``FileReport`` is a NamedTuple, which JSON holds as a list; the declared types of the
fields give what each list is decoded to.  A check is encoded as its code and found again in the
registry.
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

Decoder = Callable[[Any], Any]


class Codec:
    """Encodes and decodes reports on files whose checks are those of one registry."""

    def __init__(self, registry: Registry) -> None:
        self._checks = {check.code: check for check in registry.checks}

    def encode(self, file: FileReport) -> str:
        """The report as JSON, without the content of the file."""
        findings = [found._replace(check=found.check.code) for found in file.findings]  # type: ignore[arg-type]
        plain = file._replace(
            findings=tuple(findings),
            sheets=tuple(sheet._replace(sheet=None) for sheet in file.sheets),
            content=None,
        )
        return dumps(plain, separators=(",", ":"), default=_encode_decimal)

    def decode(self, text: str) -> FileReport:
        """The report in a text of ``encode``.  ValueError, KeyError or TypeError for any other text."""
        plain = loads(text)
        file: FileReport = _decoder(FileReport)(plain)
        return file._replace(findings=tuple(self._with_check(found) for found in file.findings))

    def _with_check(self, found: ReportedFinding) -> ReportedFinding:
        return found._replace(
            check=self._checks[str(found.check)],
            severity=intern(found.severity),
            path=intern(found.path),
        )


# The same reasons, hints and labels occur in many reports, all of which a run keeps in memory.
_shared_text = lru_cache(maxsize=8192)(Text)


@lru_cache(maxsize=8192, typed=True)
def _shared_tuple(*parts: Any) -> tuple[Any, ...]:
    return parts


@cache
def _decoder(hint: Any) -> Decoder:
    """The function that turns a value of JSON into one of the declared type."""
    if isinstance(hint, type) and hasattr(hint, "_fields"):
        return _named_tuple(hint)
    if hint is Decimal:
        return Decimal
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return _sequence(_decoder(arguments[0]))
    if origin is tuple:
        return _fixed_tuple([_decoder(argument) for argument in arguments])
    if origin in (typing.Union, types.UnionType):
        return _optional(next(_decoder(a) for a in arguments if a is not type(None)))
    return _unchanged


def _encode_decimal(value: object) -> str:
    assert isinstance(value, Decimal)
    return str(value)


def _unchanged(value: Any) -> Any:
    return value


def _named_tuple(kind: Any) -> Decoder:
    if kind in (FileContent, Check):
        return _unchanged
    hints = typing.get_type_hints(kind)
    decoders = [_decoder(hints[name]) for name in kind._fields]
    if kind is Text:
        return lambda value: _shared_text(*value)
    nontrivial = [(at, decoder) for at, decoder in enumerate(decoders) if decoder is not _unchanged]

    def decode(value: Any) -> Any:
        if len(value) != len(decoders):
            raise ValueError(kind.__name__)
        for at, decoder in nontrivial:
            value[at] = decoder(value[at])
        return kind(*value)

    return decode


def _sequence(decoder: Decoder) -> Decoder:
    if decoder is _unchanged:
        return lambda value: _shared_tuple(*value)
    return lambda value: tuple([decoder(part) for part in value])


def _fixed_tuple(decoders: list[Decoder]) -> Decoder:
    return lambda value: tuple(
        [decoder(part) for decoder, part in zip(decoders, value, strict=True)]
    )


def _optional(decoder: Decoder) -> Decoder:
    return lambda value: None if value is None else decoder(value)
