"""A handler that does for every element what a table says, and passes over what it is told to."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable

from sheetlint.readers import unreadable
from sheetlint.readers.limits import Limits

Start = Callable[[dict[str, str]], None]
End = Callable[[], None]


class ElementHandler(ABC):
    """What an element means is asked once for each name that the part uses."""

    def __init__(self, limits: Limits) -> None:
        self.buffer: list[str] = []
        self.mixed = False
        """Text stands between elements here; elsewhere it is dropped at every end."""
        self._depth = 0
        self._deepest = limits.max_depth
        self._skip_from = 0
        """Depth of the element whose content is not read; 0 outside of one."""
        self._starts: dict[str, Start | None] = {}
        self._ends: dict[str, End] = {}
        self._at_start: dict[str, Start] = {}
        self._at_end: dict[str, End] = {}
        """What elements of the format mean, for ``learn``."""

    @abstractmethod
    def learn(self, name: str, attributes: dict[str, str]) -> tuple[Start | None, End | None]:
        """What to do where the element begins and where it ends.

        ``attributes`` are those with which it is met first, for the root tells the prefixes.
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
            action, at_end = self.learn(name, attributes)
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
        """The end.  The methods in the tables hold what they are methods of: with all that was read
        it would stay in memory until the collector finds the circle."""
        for table in (self._starts, self._ends, self._at_start, self._at_end):
            table.clear()

    def skip(self, _: dict[str, str]) -> None:
        """Pass over the element that has just begun, with all that stands in it."""
        self._skip_from = self._depth
