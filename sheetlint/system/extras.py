"""Optional libraries, which extras of the distribution install."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sheetlint.messages.text import Text

_MISSING = Text(
    "这项功能还要用到 {module}：请运行 pip install 'sheetlint[{extra}]'",
    "this needs {module} as well: run pip install 'sheetlint[{extra}]'",
)


class MissingExtra(Exception):
    """A library is not installed; ``text`` names it and the extra that installs it."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@contextmanager
def requires_extra(extra: str) -> Iterator[None]:
    """``with requires_extra("office"): import docx`` raises ``MissingExtra`` if docx is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        if not error.name:
            raise
        module = error.name.partition(".")[0]
        raise MissingExtra(_MISSING.fill(module=module, extra=extra)) from error
