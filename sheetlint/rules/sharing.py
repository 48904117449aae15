"""What several checks find together: generated once for a sheet, given to each by its code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sheetlint.profiles import UnknownParameter
from sheetlint.rules.check import EACH_INDICATOR, Check, Finding, Shared

_Result = tuple[str, Finding] | UnknownParameter


class SharedResults:
    """The results of the shared generators for one sheet."""

    def __init__(self) -> None:
        self._known: dict[tuple[Shared, tuple[str, ...]], tuple[_Result, ...]] = {}

    def of(
        self, check: Check, shared: Shared, calls: Iterable[tuple[Any, ...]]
    ) -> Iterator[Finding]:
        """The findings of one check.  ``calls`` are the arguments that the generator is called with
        one after another: with the sheet, or with the rows that have what the check needs.

        UnknownParameter where the generator met one that the check says it reads; one that only
        others read is not its concern.
        """
        key = shared, check.needs if check.scope == EACH_INDICATOR else ()
        if key not in self._known:
            self._known[key] = tuple(_results(shared, calls))
        for result in self._known[key]:
            if isinstance(result, UnknownParameter):
                if result.key in check.parameters:
                    raise result
            elif result[0] == check.code:
                yield result[1]


def _results(shared: Shared, calls: Iterable[tuple[Any, ...]]) -> Iterator[_Result]:
    for arguments in calls:
        try:
            yield from shared.run(*arguments)
        except UnknownParameter as unknown:
            yield unknown
