"""Libraries that only some of what the tool does needs: extras of the distribution."""

from __future__ import annotations

from types import TracebackType

from sheetlint.messages.text import Text

_MISSING = Text(
    "这项功能还要用到 {module}：请运行 pip install 'sheetlint[{extra}]'",
    "this needs {module} as well: run pip install 'sheetlint[{extra}]'",
)


class Missing(Exception):
    """A library is not installed; ``text`` says which and how to get it."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class needed:  # noqa: N801  a statement rather than a thing: with needed("office"): import docx
    """Imports in its block that fail name the extra which brings the library."""

    def __init__(self, extra: str) -> None:
        self._extra = extra

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        if isinstance(error, ModuleNotFoundError) and error.name:
            module = error.name.partition(".")[0]
            raise Missing(_MISSING.fill(module=module, extra=self._extra)) from error
