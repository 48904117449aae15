"""Elements of a web page, grouped by how the reader treats them."""

from __future__ import annotations

VOID_ELEMENTS = frozenset(
    (
        *("area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input"),
        *("link", "meta", "param", "source", "track", "wbr"),
    )
)
"""They have no content and no end."""
NOT_HTML = frozenset(("xml", "noscript", "template", "svg", "object"))
"""Their content is not shown and has tags of other languages."""
HIDDEN_ELEMENTS = NOT_HTML | {
    *("button", "datalist"),
    # Readings above a word; text that was deleted.
    *("rt", "rp", "del"),
}
READ_ALTHOUGH_HIDDEN = frozenset(
    ("html", "body", "tbody", "thead", "tfoot", "tr", "colgroup", "col")
)
"""Hidden rows and columns are marked, and a hidden page is one that its script would show."""
LINE_ELEMENTS = frozenset(
    (
        *("html", "body", "main", "header", "footer", "nav", "section", "article", "aside"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "center", "blockquote", "address"),
        *("ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption"),
        *("form", "fieldset", "legend", "caption", "br", "hr"),
    )
)
"""They begin and end a line."""
TABLE_ELEMENTS = frozenset(("table", "caption", "tbody", "thead", "tfoot", "tr", "td", "th"))
