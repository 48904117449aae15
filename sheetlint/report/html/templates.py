"""Templates filled in: whatever comes from a sheet is escaped, and what hides is shown."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from sheetlint.messages import html as messages
from sheetlint.messages import report as report_messages
from sheetlint.messages.text import Text
from sheetlint.messages.visible import visible
from sheetlint.system.extras import requires_extra

with requires_extra("html"):
    from jinja2 import Environment, PackageLoader, StrictUndefined, Template
    from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable


def render_template(lang: str, name: str, **values: object) -> Markup:
    """A template as markup; ``Text`` values come out in the language."""
    return Markup(_template(lang, name).render(values))


def read_asset(name: str) -> str:
    """A stylesheet or a script of the package."""
    return (files(__package__) / "assets" / name).read_text(encoding="utf-8")


@cache
def _template(lang: str, name: str) -> Template:
    return _environment(lang).get_template(name)


@cache
def _environment(lang: str) -> Environment:
    environment = Environment(
        loader=PackageLoader(__package__),
        # The templates are part of the package and do not change while it runs.
        auto_reload=False,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_finalize(lang),
    )
    environment.filters["clipped"] = _clip(lang)
    environment.globals.update(messages=messages, report_messages=report_messages, lang=lang)
    return environment


def _finalize(lang: str) -> Callable[[object], object]:
    def finalize(value: object) -> object:
        # This is called for every value of a page: what most of them are is asked first.
        if type(value) is str:
            return visible_lines(value)
        if isinstance(value, Text):
            return visible_lines(value.in_(lang))
        if type(value) is int:
            return str(value)
        return (
            visible_lines(value)
            if isinstance(value, str) and not isinstance(value, Markup)
            else value
        )

    return finalize


def _clip(lang: str) -> Callable[[str | Text, int], str]:
    def clipped(text: str | Text, width: int) -> str:
        """At most so many Chinese characters: a drawing folds no lines."""
        phrase = text.in_(lang) if isinstance(text, Text) else text
        room = width * 2
        return (
            phrase if cell_len(phrase) <= room else set_cell_size(phrase, room - 1).rstrip() + "…"
        )

    return clipped


@lru_cache(maxsize=4096)
def visible_lines(text: str) -> str:
    """Line breaks stay; every other character that hides is shown by its number.

    What the form and the tool say is the same on page after page.
    """
    return "\n".join(map(visible, text.split("\n")))
