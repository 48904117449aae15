"""Optional libraries, which extras of the distribution install."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sheetlint.messages.text import Text

INSTALL_EXTRA = Text(
    '在 sheetlint 的源文件夹里运行 pip install ".[{extra}]"',
    'run pip install ".[{extra}]" in the folder of sheetlint\'s source',
)
"""Not by the name ``sheetlint``, which an index of packages may know for something else."""
_MISSING = Text("这项功能还要用到 {module}：请{install}", "this needs {module} as well: {install}")


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
        raise MissingExtra(
            _MISSING.fill(module=module, install=INSTALL_EXTRA.fill(extra=extra))
        ) from error
