"""A profile, and the errors of one."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from sheetlint.messages.text import Text

UNKNOWN = "unknown"


_parts = lru_cache(maxsize=1024)(lambda key: key.split("."))
"""The parts of a dotted key; checks read the same keys for every sheet."""


class UnknownParameter(Exception):
    """The profile has no value for a parameter; the check that reads it is skipped."""

    def __init__(self, profile: str, key: str, value: str = "") -> None:
        super().__init__(key)
        self.key = key
        name = f"{key} = {value}" if value else key
        self.text = Text(
            f"口径 {profile} 没有规定 {name}", f"profile {profile} does not say what {name} is"
        )


class BadProfile(Exception):
    """The profile cannot be used; ``text`` names it and gives the reason."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class Profile(NamedTuple):
    """The rules of one place, with those of its parents merged in."""

    id: str
    title: str
    data: dict[str, Any]

    def get(self, key: str) -> Any:
        """The value at a dotted key.  Raises UnknownParameter where it is missing or ``unknown``."""
        value: Any = self.data
        try:
            for part in _parts(key):
                value = value[part]
        except (KeyError, TypeError):
            # There is no such key, or no table above it.
            raise UnknownParameter(self.id, key) from None
        if value == UNKNOWN:
            raise UnknownParameter(self.id, key)
        return value

    def with_value(self, key: str, value: Any) -> Profile:
        """A copy of the profile with another value at a dotted key."""
        head, _, rest = key.partition(".")
        inner = self.data.get(head, {})
        changed = (
            Profile(self.id, self.title, inner).with_value(rest, value).data if rest else value
        )
        return self._replace(data={**self.data, head: changed})

    def number(self, key: str) -> Decimal:
        """The value at ``key`` as a number.  Raises UnknownParameter, as the other readers do."""
        return Decimal(self.get(key))

    def text(self, key: str) -> str:
        return str(self.get(key))

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple(str(item) for item in self.get(key))

    def flag(self, key: str) -> bool:
        return self.get(key) is True

    @property
    def severities(self) -> Mapping[str, str]:
        """Severities that the place sets for codes; ``off`` switches a check off."""
        severities = self.data.get("severity", {})
        return severities if isinstance(severities, dict) else {}

    @property
    def mandatory(self) -> tuple[str, ...]:
        """Selectors of checks that the user cannot switch off."""
        return tuple(self.data.get("mandatory", ()))
