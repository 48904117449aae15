"""What is wanted of a run, from the options of a command and the configuration."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sheetlint.cli.context import Context, known, selectors, vetted

if TYPE_CHECKING:
    from sheetlint.batch.run import Plan
    from sheetlint.waivers import Waivers


def planned(ctx: Context, options: Mapping[str, Any], *, only_sheets: bool = False) -> Plan:
    """The options that a command lacks are as if they were not given.

    Raises Refused for checks and profiles that there are not.
    """
    from sheetlint.batch.run import Plan
    from sheetlint.decide import Decision

    settings = ctx.settings
    registry, profiles = ctx.registry(options.get("require_plugins", False)), ctx.profiles()
    decision = Decision(
        selectors(options.get("select", ())) or settings.select,
        selectors(options.get("ignore", ())) or settings.ignore,
        settings.severity,
        options.get("fail_on") or settings.fail_on or "error",
        options.get("show") or settings.show or "info",
    )
    wanted = (*decision.select, *decision.ignore, *(code for code, _ in decision.overrides))
    known(registry, wanted, ctx.lang)
    vetted(profiles, registry, ctx.lang)
    plan = Plan(
        registry,
        decision,
        profiles,
        ctx.chosen(profiles, options.get("profile")),
        only_sheets,
        bounds=ctx.bounds(options),
        lexicon=ctx.lexicon(),
    )
    waivers = _waivers(ctx, options)
    return plan if waivers is None else plan._replace(waivers=waivers)


def _waivers(ctx: Context, options: Mapping[str, Any]) -> Waivers | None:
    """None where nothing is waived, as almost always."""
    baseline, date = options.get("baseline"), options.get("date")
    some = ctx.settings.waivers or ctx.settings.baseline or baseline or date
    if options.get("no_waivers") or not some:
        return None
    from sheetlint.cli.waiving import waivers_of

    return waivers_of(ctx, baseline, date)
