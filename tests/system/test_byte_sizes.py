"""Numbers of bytes as people write them."""

from __future__ import annotations

import pytest

from sheetlint.system.byte_sizes import format_byte_size, parse_byte_size


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("0", 0),
        ("1000", 1000),
        ("64K", 65_536),
        ("512m", 536_870_912),
        ("1G", 1_073_741_824),
        ("1GB", 1_073_741_824),
        ("", None),
        ("G", None),
        ("-1", None),
        ("1.5G", None),
        ("1T", None),
        ("１G", None),
        ("1 G", None),
        ("9" * 99, None),
    ],
)
def test_parsed(text: str, count: int | None) -> None:
    assert parse_byte_size(text) == count


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0 B"), (1000, "1000 B"), (1536, "1536 B"), (65_536, "64 KB"), (64 << 20, "64 MB"),
     (1 << 30, "1 GB"), (3 << 29, "1536 MB")],
)  # fmt: skip
def test_shown(count: int, text: str) -> None:
    assert format_byte_size(count) == text
