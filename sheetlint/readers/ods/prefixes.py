"""Names of elements and attributes in OpenDocument, whatever prefixes a document gives them."""

from __future__ import annotations

_SPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {
    _SPACE + "office:1.0": "office",
    _SPACE + "style:1.0": "style",
    _SPACE + "table:1.0": "table",
    _SPACE + "text:1.0": "text",
    _SPACE + "drawing:1.0": "draw",
}
_SKIPPED = frozenset(
    (
        # Comments, shapes above the worksheet, phonetic readings.
        *("office:annotation", "office:annotation-end", "table:shapes", "text:ruby-text"),
        # Tables that are no worksheets: what was changed, what is linked, what is declared.
        *("table:tracked-changes", "table:dde-links", "table:content-validations"),
        *("table:detective", "office:forms", "office:event-listeners"),
    )
)


def is_skipped(name: str) -> bool:
    """An element in which nothing is a worksheet."""
    return name in _SKIPPED or name.startswith(("draw:", "dr3d:"))


class Prefixes:
    """Those of a document that are not the usual ones: none, in every known program."""

    def __init__(self, root: dict[str, str]) -> None:
        """``root`` are the attributes of the document's first element."""
        self._unusual = {
            key[6:]: _PREFIXES[value]
            for key, value in root.items()
            if key.startswith("xmlns") and _PREFIXES.get(value, key[6:]) != key[6:]
        }

    def __bool__(self) -> bool:
        return bool(self._unusual)

    def usual(self, name: str) -> str:
        """``name`` with the prefix that it usually has."""
        if not self._unusual:
            return name
        prefix, _, rest = name.rpartition(":")
        return f"{self._unusual.get(prefix, prefix)}:{rest}"

    def usual_keys(self, attributes: dict[str, str]) -> dict[str, str]:
        return {self.usual(key): value for key, value in attributes.items()}
