"""The frame of a page: one file without external resources."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from typing import NamedTuple

from markupsafe import Markup

from sheetlint.messages.text import Text
from sheetlint.report.html.templates import read_asset, render_template
from sheetlint.report.page_links import PageLinks

WIDTHS = range(1, 101)


class ContentsEntry(NamedTuple):
    """A link in the page's contents."""

    anchor: str
    text: Text


class _PageAssets(NamedTuple):
    """Style and script of every page, and the policy that allows nothing else."""

    policy: str
    style: Markup
    script: Markup


def render_page(
    title: Text,
    contents: Iterable[ContentsEntry],
    main: Markup,
    footer: Markup,
    lang: str,
    links: PageLinks | None = None,
) -> str:
    """A whole document.  Only the style and the script in it are allowed to do anything."""
    return str(
        render_template(
            lang,
            "page.html",
            title=title,
            works=_page_assets(),
            contents=contents,
            main=main,
            footer=footer,
            links=links,
        )
    )


@cache
def _page_assets() -> _PageAssets:
    style = read_asset("page.css") + _widths()
    script = read_asset("page.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    return _PageAssets(policy, Markup(style), Markup(script))


def _widths() -> str:
    """Classes for column widths: the policy allows no inline style."""
    return "".join(f"col.w{width}{{width:{width}%}}" for width in WIDTHS) + "\n"


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
