"""The shell of a page: one file that asks nobody for anything."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

from markupsafe import Markup

from sheetlint.model import Text
from sheetlint.report.html.templates import asset, filled

WIDTHS = range(1, 101)


class Entry(NamedTuple):
    """A link in the page's contents."""

    anchor: str
    text: Text


def page(title: Text, contents: Iterable[Entry], main: Markup, footer: Markup, lang: str) -> str:
    """A whole document.  Only the style and the script in it are allowed to do anything."""
    style = asset("page.css") + _widths()
    script = asset("page.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    return str(
        filled(
            lang,
            "page.html",
            title=title,
            policy=policy,
            style=Markup(style),
            script=Markup(script),
            contents=contents,
            main=main,
            footer=footer,
        )
    )


def _widths() -> str:
    """Columns have classes for widths: the policy allows no style in the text."""
    return "".join(f"col.w{width}{{width:{width}%}}" for width in WIDTHS) + "\n"


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
