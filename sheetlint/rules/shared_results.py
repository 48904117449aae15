"""The findings of shared generators: generated once a sheet, divided among the checks by code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sheetlint.profiles import UnknownParameter
from sheetlint.rules.check import EACH_INDICATOR, Check, Finding, SharedGenerator

_Result = tuple[str, Finding] | UnknownParameter


class SharedResults:
    """The results of the shared generators for one sheet."""

    def __init__(self) -> None:
        self._results: dict[tuple[SharedGenerator, tuple[str, ...]], tuple[_Result, ...]] = {}

    def findings_of(
        self, check: Check, shared: SharedGenerator, calls: Iterable[tuple[Any, ...]]
    ) -> Iterator[Finding]:
        """The findings of one check.

        ``calls`` are the arguments of each call of the generator: the sheet, or the rows that meet
        the needs of the check.  UnknownParameter where the generator asked for an unknown parameter
        that the check declares; its findings do not depend on one that only others declare.
        """
        key = shared, check.needs if check.scope == EACH_INDICATOR else ()
        if key not in self._results:
            self._results[key] = tuple(_run(shared, calls))
        for result in self._results[key]:
            if isinstance(result, UnknownParameter):
                if result.key in check.parameters:
                    raise result
            elif result[0] == check.code:
                yield result[1]


def _run(shared: SharedGenerator, calls: Iterable[tuple[Any, ...]]) -> Iterator[_Result]:
    for arguments in calls:
        try:
            yield from shared.run(*arguments)
        except UnknownParameter as unknown:
            yield unknown
