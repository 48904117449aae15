"""Enumerates places and names in a message."""

from collections.abc import Sequence

from sheetlint.messages.text import Text
from sheetlint.sheet.value import Value

_MAX_NAMED = 5


def enumerate_places(values: Sequence[Value]) -> Text:
    """``G8、G9、G10等`` for the first few of many places; labels where there are no cells."""
    return enumerate_names([v.where.cell or v.where.label_text or v.raw for v in values])


def enumerate_names(names: Sequence[str]) -> Text:
    """The first few of many names, each once."""
    names = list(dict.fromkeys(names))
    more = len(names) > _MAX_NAMED
    shown = names[:_MAX_NAMED]
    return Text("、".join(shown) + ("等" if more else ""), ", ".join(shown) + (", …" * more))
