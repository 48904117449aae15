"""The one module that rounds, held against exact fractions and against ``decimal``."""

from __future__ import annotations

import decimal
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetlint.sheet.numbers.rounding import (
    COARSE,
    COARSE_OTHER,
    EXACT,
    MODES,
    NEAR,
    ROUNDED,
    STYLE,
    WRONG,
    divide_intervals,
    exact_interval,
    format_rounded,
    format_short,
    is_multiple,
    judge,
    printed_interval,
    round_to,
)
from tests.random_examples import examples

DECIMAL_MODE = {
    "half_up": decimal.ROUND_HALF_UP,
    "half_even": decimal.ROUND_HALF_EVEN,
    "down": decimal.ROUND_DOWN,
    "up": decimal.ROUND_UP,
}
ULPS = st.sampled_from([Decimal(1).scaleb(-digits) for digits in range(5)])
AMOUNTS = st.decimals(-(10**9), 10**9, places=6, allow_nan=False)
FRACTIONS = st.fractions(min_value=-(10**6), max_value=10**6, max_denominator=10**6)


@examples(50)
@given(AMOUNTS, ULPS, st.sampled_from(MODES))
def test_decimals_round_as_decimal_does(value: Decimal, ulp: Decimal, mode: str) -> None:
    with decimal.localcontext(prec=60):
        assert round_to(Fraction(value), ulp, mode) == value.quantize(ulp, DECIMAL_MODE[mode])


@examples(50)
@given(FRACTIONS, ULPS)
def test_half_up_is_the_nearest_multiple(value: Fraction, ulp: Decimal) -> None:
    rounded = Fraction(round_to(value, ulp))
    assert (rounded / Fraction(ulp)).denominator == 1
    assert abs(rounded - value) <= Fraction(ulp) / 2


@examples(50)
@given(FRACTIONS, ULPS)
def test_down_and_up_enclose_the_value(value: Fraction, ulp: Decimal) -> None:
    down, up = (Fraction(round_to(value, ulp, mode)) for mode in ("down", "up"))
    assert abs(down) <= abs(value) <= abs(up)
    assert abs(up) - abs(down) in (0, Fraction(ulp))


@examples(50)
@given(FRACTIONS, ULPS, st.sampled_from(MODES))
def test_rounding_is_odd(value: Fraction, ulp: Decimal, mode: str) -> None:
    assert round_to(-value, ulp, mode) == -round_to(value, ulp, mode)


@examples(50)
@given(FRACTIONS, ULPS)
def test_a_printed_multiple_stays(value: Fraction, ulp: Decimal) -> None:
    once = round_to(value, ulp)
    assert all(round_to(Fraction(once), ulp, mode) == once for mode in MODES)


def test_the_tie_that_binary_floats_lose() -> None:
    assert round_to(Fraction(Decimal("2.675")), Decimal("0.01")) == Decimal("2.68")
    assert round_to(Fraction(Decimal("9.885")), Decimal("0.01")) == Decimal("9.89")
    assert round_to(Fraction(Decimal("9.885")), Decimal("0.01"), "half_even") == Decimal("9.88")


@examples(50)
@given(FRACTIONS, st.integers(0, 6))
def test_shown_has_the_digits_asked_for(value: Fraction, decimals: int) -> None:
    text = format_rounded(value, decimals)
    assert len(text.partition(".")[2]) == decimals
    assert abs(Fraction(text) - value) <= Fraction(1, 2 * 10**decimals)


@examples(50)
@given(AMOUNTS)
def test_shown_short_drops_only_zeros(value: Decimal) -> None:
    assert Fraction(format_short(Fraction(value), 6)) == Fraction(value)


@pytest.mark.parametrize(
    ("printed", "exact", "kind", "above"),
    [
        ("9.89", "9.89", EXACT, False),
        ("9.89", "9.8878", ROUNDED, True),
        ("9.88", "9.885", STYLE, False),
        ("9.88", "9.8878", STYLE, False),
        ("9.9", "9.8878", COARSE, True),
        ("10", "9.8878", COARSE, True),
        ("9", "9.9", COARSE_OTHER, False),
        ("10", "9.2", COARSE_OTHER, True),
        ("9.93", "9.8878", NEAR, True),
        ("9.50", "9.8878", WRONG, False),
        ("9.95", "9.8878", WRONG, True),
    ],
)
def test_the_ladder(printed: str, exact: str, kind: str, above: bool) -> None:
    value = Decimal(printed)
    ulp = Decimal(1).scaleb(int(value.as_tuple().exponent))
    judgement = judge(value, ulp, [Fraction(Decimal(exact))])
    assert (judgement.kind, judgement.above) == (kind, above)


@examples(50)
@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(1, 100))
def test_a_figure_rounded_half_up_is_never_wrong(over: int, under: int, weight: int) -> None:
    exact = Fraction(weight * over, under)
    printed = round_to(exact, Decimal("0.01"))
    assert judge(printed, Decimal("0.01"), [exact]).right


@examples(50)
@given(FRACTIONS, FRACTIONS)
def test_a_second_accepted_figure_never_makes_it_worse(one: Fraction, other: Fraction) -> None:
    ladder = (EXACT, ROUNDED, STYLE, COARSE, COARSE_OTHER, NEAR, WRONG)
    printed, ulp = Decimal("9.89"), Decimal("0.01")
    alone = judge(printed, ulp, [one]).kind
    both = judge(printed, ulp, [one, other]).kind
    assert ladder.index(both) <= ladder.index(alone)


@examples(50)
@given(
    st.decimals(0, 10**6, places=2, allow_nan=False),
    st.decimals(Decimal("0.02"), 10**6, places=2, allow_nan=False),
)
def test_a_quotient_of_printed_amounts_holds_every_true_one(over: Decimal, under: Decimal) -> None:
    cent = Decimal("0.01")
    rate = divide_intervals(printed_interval(over, cent), printed_interval(under, cent))
    assert rate is not None
    assert rate.contains(Fraction(over) / Fraction(under))
    exact = divide_intervals(exact_interval(over), exact_interval(under))
    assert exact is not None
    assert exact.low == exact.high == Fraction(over) / Fraction(under)


@pytest.mark.parametrize(
    ("value", "step", "expected"),
    [("0.15", "0.05", True), ("0.15", "0.1", False), ("-3", "1", True), ("9" * 40, "0.01", True)],
)
def test_multiples_of_any_length(value: str, step: str, expected: bool) -> None:
    assert is_multiple(Decimal(value), Decimal(step)) is expected
