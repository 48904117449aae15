"""Attributes of elements of a Word document, whatever their prefix."""

from __future__ import annotations

from sheetlint.readers.xml_stream import local_name


def find_attribute(attributes: dict[str, str], name: str) -> str | None:
    return next((value for key, value in attributes.items() if local_name(key) == name), None)


def find_value(attributes: dict[str, str], default: str) -> str:
    found = find_attribute(attributes, "val")
    return default if found is None else found


def parse_count(attributes: dict[str, str]) -> int:
    """A number of grid columns; 0 for what is no number, as in Word."""
    digits = find_value(attributes, "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else 0
