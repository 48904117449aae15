"""The methods of scoring the execution rate that places prescribe, by name.

A method says which scores are right, as intervals: amounts printed in 万元 leave the rate open by a
little, and several rates (from the amounts, from the printed rate) are accepted side by side.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile, UnknownParameter
from sheetlint.sheet.numbers.rounding import Interval, exact_interval
from sheetlint.sheet.sheet import FundRow, Sheet
from sheetlint_checks.funds.execution import execution_rate, is_certainly_over, possible_rates

_TEN = Fraction(10)
"""Steps are printed for a weight of 10 and scaled to the weight at hand."""


class Execution(NamedTuple):
    """The values from which a method calculates."""

    weight: Fraction
    rates: tuple[Interval, ...]
    """The accepted rates as fractions, the exact one first."""
    within_budget: bool
    """The executed amount does not exceed the budget: the project may be complete."""


class Method(NamedTuple):
    """A method of scoring."""

    name: Text
    scores: Callable[[Execution, Profile], Iterator[Interval]]


def execution_of(row: FundRow, sheet: Sheet, profile: Profile) -> Execution | None:
    """None where the sheet has no rate to calculate from, or the profile leaves 0 ÷ 0 open."""
    rates = tuple(dict.fromkeys(_rates(row, sheet, profile)))
    if not rates:
        return None
    return Execution(Fraction(row.weight.sure), rates, not is_certainly_over(row, sheet))


def _rates(row: FundRow, sheet: Sheet, profile: Profile) -> Iterator[Interval]:
    if row.budget.number == 0:
        fixed = profile.get("funds.zero_zero_rate")
        if row.executed.number == 0 and not isinstance(fixed, str):
            whole = Fraction(fixed) / 100
            yield Interval(whole, whole)
        return
    sources = profile.texts("budget_score.from")
    if "exact_rate" in sources:
        exact = execution_rate(row)
        if exact is not None:
            yield Interval(exact, exact)
        yield from possible_rates(row, sheet)
    if "printed_rate" in sources and row.rate.number is not None:
        yield exact_interval(row.rate.number)
        if row.rate.stored is not None:
            yield exact_interval(row.rate.stored)


def scores_by_budget_methods(
    names: Sequence[str], execution: Execution, profile: Profile
) -> list[Interval]:
    """The scores that the named methods give, each once."""
    found: dict[Interval, None] = {}
    for name in names:
        method = METHODS.get(name)
        if method is None:
            raise UnknownParameter(profile.id, "budget_score.methods", name)
        found.update(dict.fromkeys(method.scores(execution, profile)))
    return list(found)


def _linear(execution: Execution, profile: Profile) -> Iterator[Interval]:
    """Weight × rate, at most the weight."""
    for rate in execution.rates:
        yield Interval(_share(execution.weight, rate.low), _share(execution.weight, rate.high))


def _share(weight: Fraction, rate: Fraction) -> Fraction:
    return weight * max(Fraction(0), min(Fraction(1), rate))


def _tiers(execution: Execution, profile: Profile) -> Iterator[Interval]:
    """Steps by rate, with closed lower bounds."""
    yield from _stepped(execution, profile.get("budget_score.steps"))


def _tiers_101(execution: Execution, profile: Profile) -> Iterator[Interval]:
    """Full marks for a project that is complete within its budget, else steps by rate.

    Whether it is complete the sheet does not say in figures: both are accepted.
    """
    if execution.within_budget:
        full = Fraction(profile.number("budget_score.tiers_101.done_within_budget"))
        yield _scaled(execution, full)
    yield from _stepped(execution, profile.get("budget_score.tiers_101.steps"))


def _stepped(execution: Execution, steps: Sequence[Sequence[object]]) -> Iterator[Interval]:
    bounds = [(Fraction(str(bound)), Fraction(str(score))) for bound, score in steps]
    for rate in execution.rates:
        for end in (rate.low, rate.high):
            score = next((score for bound, score in bounds if end >= bound), None)
            if score is not None:
                yield _scaled(execution, score)


def _scaled(execution: Execution, score: Fraction) -> Interval:
    value = score * execution.weight / _TEN
    return Interval(value, value)


METHODS: Mapping[str, Method] = {
    "linear": Method(Text("分值 × 执行率", "weight × rate"), _linear),
    "tiers": Method(Text("按执行率分档", "steps by rate"), _tiers),
    "tiers_101": Method(
        Text(
            "项目完成且不超预算得满分、未完成按执行率分档", "full marks when complete, else steps"
        ),
        _tiers_101,
    ),
}
"""Every method that a profile may name in ``budget_score.methods``."""
