"""The list of checks, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sheetlint.messages import report as messages
from sheetlint.rules.check import Check
from sheetlint.rules.registry import Registry

if TYPE_CHECKING:
    from rich.console import RenderableType

SCHEMA = "sheetlint-rules/1"
_BESIDE = 16
"""Columns that a text needs at least, to stand beside what it belongs to."""


def as_json(registry: Registry, lang: str) -> str:
    from sheetlint.report.json import dump_json

    return dump_json({"schema": SCHEMA, "rules": [_rule(c, lang) for c in registry.checks]})


def _rule(check: Check, lang: str) -> dict[str, object]:
    return {
        "code": check.code,
        "name": check.name,
        "title": check.title.in_(lang),
        "severity": check.severity,
        "family": check.family,
        "since": check.since,
        "basis": check.basis.in_(lang),
        "parameters": list(check.parameters),
    }


def as_table(registry: Registry, lang: str, width: int, colour: bool) -> str:
    from sheetlint.report.terminal_layout import FirstFitting, render_text

    # The basis is left to ``explain`` where there is no room for it.
    bare = FirstFitting(_table(registry, lang, basis=False), _list(registry, lang))
    return render_text([FirstFitting(_table(registry, lang, basis=True), bare)], width, colour)


def _table(registry: Registry, lang: str, basis: bool) -> RenderableType:
    from rich.table import Table

    from sheetlint.report.terminal_layout import GAP, WrappedText, unwrapped

    table = Table.grid(padding=(0, GAP, 0, 0))
    for _ in range(3 + basis):
        table.add_column(no_wrap=True)
    table.add_column()
    family = ""
    for check in registry.checks:
        if family not in ("", check.family):
            table.add_row()
        family = check.family
        title = check.title.in_(lang)
        table.add_row(
            unwrapped(f"{check.code} ", "strong"),
            unwrapped(messages.SEVERITY[check.severity].in_(lang), check.severity),
            unwrapped(check.name),
            unwrapped(title) if basis else WrappedText(title, least=_BESIDE),
            *([WrappedText(check.basis.in_(lang), "dim", _BESIDE)] if basis else []),
        )
    return table


def _list(registry: Registry, lang: str) -> RenderableType:
    """Title and name below each other."""
    from rich.console import Group

    from sheetlint.report.terminal_layout import WrappedText, label_table

    return Group(
        *(
            label_table(
                [
                    (WrappedText(check.code, "strong"), WrappedText(check.title.in_(lang))),
                    (WrappedText(""), WrappedText(f"{severity}  {check.name}", check.severity)),
                ]
            )
            for check in registry.checks
            for severity in [messages.SEVERITY[check.severity].in_(lang)]
        )
    )
