"""The texts that form fields show: web systems save sheets with them."""

from __future__ import annotations

_NO_TEXT = ("hidden", "button", "submit", "reset", "image", "file", "password")
_BOXES = ("checkbox", "radio")


def input_text(attributes: dict[str, str]) -> str:
    """The text that an ``input`` shows."""
    kind = attributes.get("type", "").strip().lower()
    if kind in _BOXES:
        return "☑" if "checked" in attributes else "□"
    return "" if kind in _NO_TEXT else attributes.get("value", "")


class SelectField:
    """A ``select`` that is being read."""

    def __init__(self, before: list[str], multiple: bool) -> None:
        self.before = before
        """The text of the line before it."""
        self._multiple = multiple
        self._first: str | None = None
        self._chosen: list[str] = []
        self._open: bool | None = None
        """There is an option before, and whether it is selected."""

    def option(self, text: str, selected: bool | None) -> None:
        """The next option begins; ``text`` belongs to the one before."""
        if self._open is not None:
            text = text.strip()
            if self._first is None:
                self._first = text
            if self._open:
                self._chosen.append(text)
        self._open = selected

    def shown(self, text: str) -> str:
        """What the closed field shows; ``text`` belongs to the last option."""
        self.option(text, None)
        if self._multiple:
            return "、".join(self._chosen)
        return self._chosen[-1] if self._chosen else self._first or ""
