"""Which regular expressions of other people are run, and on how long a text."""

from __future__ import annotations

import pytest

from sheetlint.schema.user_patterns import (
    NO_PATTERN,
    UNBOUNDED,
    find_pattern_problem,
    longest_safe_text,
)


@pytest.mark.parametrize(
    ("pattern", "length"),
    [
        (r"\d{6}-[A-Z]{2}-\d{4}", 20_000),
        (r"(?:XM|ZX)\d{8}(?:-\d+)?", 20_000),
        ("自评表", 20_000),
        ("[甲乙]+", 20_000),
        ("(?:ab){2,5}", 20_000),
        (".*绩效.*", 5_000),
        (r"^(?=.*\d)[A-Z]+$", 5_000),
        (".*a.*b.*", 300),
        (r"(\d+-){3}", 300),
    ],
)
def test_a_pattern_reaches_as_far_as_it_is_quick(pattern: str, length: int) -> None:
    assert find_pattern_problem(pattern) is None
    assert longest_safe_text(pattern) == length


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+",
        "(a|a)*b",
        "(a?){30}a{30}",
        "(?:项目|工程)+",
        ".*.*.*.*x",
        r"(.)\1",
        r"(a)?(?(1)b|c)",
        "((((a{0,9}){9}){9}){9}){9}",
        "(?:a|bc){20000}",
        "x" * 201,
        "(" * 90 + ")" * 90 + "+" * 1 + "(a*)*",
    ],
)
def test_a_pattern_that_could_take_for_ever_is_refused(pattern: str) -> None:
    assert find_pattern_problem(pattern) == UNBOUNDED


@pytest.mark.parametrize("pattern", ["(", "[a", "a{0,99999999999999999999}", "*"])
def test_what_is_no_pattern_is_said_to_be_none(pattern: str) -> None:
    assert find_pattern_problem(pattern) == NO_PATTERN
