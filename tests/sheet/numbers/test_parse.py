"""Reading a number and writing it back, and what is not one number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetlint.sheet.numbers.parse import (
    format_grouped,
    format_percent,
    format_plain,
    half_width,
    is_dash,
    parse_number,
)
from tests.random_examples import examples

AMOUNTS = st.integers(0, 6).flatmap(
    lambda places: st.decimals(-(10**11), 10**11, places=places, allow_nan=False)
)


@examples(50)
@given(AMOUNTS)
def test_what_is_printed_plainly_is_read_back(value: Decimal) -> None:
    number = parse_number(format_plain(value))
    assert number is not None
    assert number.value == value
    assert format_plain(number.value) == format_plain(value)


@examples(50)
@given(AMOUNTS)
def test_what_is_printed_in_groups_is_read_back(value: Decimal) -> None:
    number = parse_number(format_grouped(value))
    assert number is not None
    assert number.value == value


@examples(50)
@given(st.decimals(0, 2, places=4, allow_nan=False))
def test_a_rate_printed_as_a_percentage_is_read_back(value: Decimal) -> None:
    number = parse_number(format_percent(value))
    assert number is not None
    assert number.percent
    assert number.value == value


@examples(50)
@given(AMOUNTS)
def test_full_width_digits_mean_the_same(value: Decimal) -> None:
    wide = format_plain(value).translate({ord(c): chr(ord(c) + 0xFEE0) for c in "0123456789.-"})
    number = parse_number(wide)
    assert number is not None
    assert number.value == value
    assert half_width(wide) == format_plain(value)


@examples(50)
@given(AMOUNTS)
def test_the_last_printed_place_is_known(value: Decimal) -> None:
    number = parse_number(format_plain(value))
    assert number is not None
    assert number.ulp == Decimal(1).scaleb(int(value.as_tuple().exponent))


@examples(50)
@given(st.text(max_size=60))
def test_any_text_is_a_number_or_none(text: str) -> None:
    number = parse_number(text)
    assert number is None or number.value.is_finite()


@pytest.mark.parametrize(
    ("text", "value", "ulp", "unit"),
    [
        (".00", "0.00", "0.01", ""),
        ("57607470.00", "57607470.00", "0.01", ""),
        ("56,961,217", "56961217", "1", ""),
        ("56，961，217", "56961217", "1", ""),
        ("15.", "15", "1", ""),
        ("98.88%", "0.9888", "0.0001", ""),
        ("0.9‰", "0.0009", "0.0001", ""),
        ("4753.66万元", "4753.66", "0.01", "万元"),
        ("2.38  万元", "2.38", "0.01", "万元"),
        ("¥1,200", "1200", "1", ""),
        ("1 234 567", "1234567", "1", ""),
        ("-1200.00", "-1200.00", "0.01", ""),
    ],
)
def test_numbers(text: str, value: str, ulp: str, unit: str) -> None:
    number = parse_number(text)
    assert number is not None
    assert (number.value, number.ulp, number.unit) == (Decimal(value), Decimal(ulp), unit)


@pytest.mark.parametrize(
    "text",
    ["", "—", "无", "5 76,07470", "7,00.0,77", "1.2.3", "12,34", "二十", "9 8", "1e5", "NaN"],
)
def test_not_one_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize("text", ["—", "——", "-", "/", "N/A", "— —"])
def test_dashes(text: str) -> None:
    assert is_dash(text)


@pytest.mark.parametrize("text", ["", "无", "0", "-1", "a-b"])
def test_not_dashes(text: str) -> None:
    assert not is_dash(text)
