"""Attributes of elements of a Word document, whatever their prefix."""

from __future__ import annotations

from sheetlint.readers.xml_stream import local


def attribute(attributes: dict[str, str], name: str) -> str | None:
    return next((value for key, value in attributes.items() if local(key) == name), None)


def value(attributes: dict[str, str], default: str) -> str:
    value = attribute(attributes, "val")
    return default if value is None else value


def count(attributes: dict[str, str]) -> int:
    """A number of grid columns; Word takes what is no number for nothing said."""
    digits = value(attributes, "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else 0
