"""Short texts are read once, long ones every time, and what is kept is bounded."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sheetlint.sheet.numbers import short_text_cache
from sheetlint.sheet.numbers.short_text_cache import LONGEST_CACHED, cache_short_texts

Read = tuple[Callable[[str], str], list[str]]


@pytest.fixture(name="reading")
def _reading(monkeypatch: pytest.MonkeyPatch) -> Read:
    """A function that keeps three texts, and those that it was called for."""
    monkeypatch.setattr(short_text_cache, "_KEPT", 3)
    called: list[str] = []

    def read(text: str) -> str:
        called.append(text)
        return text.upper()

    return cache_short_texts(read), called


def test_a_text_is_read_once(reading: Read) -> None:
    known, called = reading
    assert [known(text) for text in ("a", "b", "a", "b")] == ["A", "B", "A", "B"]
    assert called == ["a", "b"]


def test_a_long_text_is_read_every_time(reading: Read) -> None:
    known, called = reading
    long = "x" * (LONGEST_CACHED + 1)
    assert known(long) == known(long) == long.upper()
    assert called == [long, long]


def test_what_was_met_last_is_kept_and_the_rest_forgotten(reading: Read) -> None:
    known, called = reading
    for text in ("a", "b", "c", "a", "d", "a"):
        assert known(text) == text.upper()
    assert called == ["a", "b", "c", "d"]
    known("b")
    assert called == ["a", "b", "c", "d", "b"]
