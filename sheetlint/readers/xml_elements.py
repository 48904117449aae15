"""A handler that looks up in a table what to do at each element, and that can skip elements."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable

from sheetlint.readers import unreadable
from sheetlint.readers.limits import Limits

Start = Callable[[dict[str, str]], None]
End = Callable[[], None]


class ElementHandler(ABC):
    """``find_actions`` is called once for each element name that the part uses."""

    def __init__(self, limits: Limits) -> None:
        self.buffer: list[str] = []
        self.mixed = False
        """The current element has text between its children; elsewhere text is dropped at every end."""
        self._depth = 0
        self._deepest = limits.max_depth
        self._skip_from = 0
        """Depth of the element whose content is not read; 0 outside of one."""
        self._starts: dict[str, Start | None] = {}
        self._ends: dict[str, End] = {}
        self._at_start: dict[str, Start] = {}
        self._at_end: dict[str, End] = {}
        """What elements of the format mean, for ``find_actions``."""

    @abstractmethod
    def find_actions(
        self, name: str, attributes: dict[str, str]
    ) -> tuple[Start | None, End | None]:
        """What to do where the element begins and where it ends.

        ``attributes`` are those of its first occurrence: those of the root declare the prefixes.
        """

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > self._deepest:
            raise unreadable.bomb()
        if self._skip_from:
            return
        try:
            action = self._starts[name]
        except KeyError:
            action, at_end = self.find_actions(name, attributes)
            self._starts[name] = action
            if at_end is not None:
                self._ends[name] = at_end
        if action is not None:
            action(attributes)

    def end(self, name: str) -> None:
        self._depth -= 1
        if self._skip_from:
            self.buffer.clear()
            if self._skip_from > self._depth:
                self._skip_from = 0
            return
        action = self._ends.get(name)
        if action is not None:
            action()
        elif not self.mixed:
            self.buffer.clear()

    def release(self) -> None:
        """Break the reference cycles between the handler and the bound methods in its tables.

        Otherwise all that was read stays in memory until the garbage collector runs."""
        for table in (self._starts, self._ends, self._at_start, self._at_end):
            table.clear()

    def skip(self, _: dict[str, str]) -> None:
        """Pass over the element that has just begun, with all that stands in it."""
        self._skip_from = self._depth
