"""Writing changed fields into a normalised document in YAML or JSON.

The positions of fields come from the parser; all other bytes stay, comments and quotes included.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from sheetlint.correct.printed_text import find_only
from sheetlint.correct.writers.text import encode_like
from sheetlint.messages import fix as messages
from sheetlint.office.errors import Uneditable
from sheetlint.readers.encoding import decode_text
from sheetlint.sheet.numbers.parse import format_plain, parse_number
from sheetlint.sheet.where import Where


class FieldChange(NamedTuple):
    """New content of one field of one sheet."""

    sheet: int
    """Index of the sheet in the file."""
    path: str
    where: Where
    before: str
    after: str


def write_changes(data: bytes, changes: Sequence[FieldChange], name: str) -> bytes:
    """The document with the changes in it.

    Raises ``Uneditable`` where a field does not hold the printed value exactly once.
    """
    import yaml

    encoded = encode_like(data, decode_text(data, name))
    root = yaml.compose(encoded.text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    text = encoded.text
    edits: list[tuple[int, int, str]] = []
    for change in changes:
        node = _node(root, change)
        start, end = node.start_mark.index, node.end_mark.index
        old = str(node.value)
        offset = find_only(text[start:end], old)
        new = _new_text(old, change)
        if offset is None or new is None:
            raise Uneditable(
                messages.NOT_FOUND.fill(place=change.where.label_text, printed=change.before)
            )
        edits.append((start + offset, start + offset + len(old), new))
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return encoded.bytes_of(text)


def _new_text(old: str, change: FieldChange) -> str | None:
    """The new text of a field, a rate as a fraction where the document has it so.

    None where the field has another value than the printed one.
    """
    if old == change.before:
        return change.after
    number, printed = parse_number(old), parse_number(change.before)
    right = parse_number(change.after)
    if number is None or printed is None or right is None or number.value != printed.value:
        return None
    return format_plain(right.value)


def _node(root: Any, change: FieldChange) -> Any:
    sheets = [
        sheet for file in _items(_child(root, "files")) for sheet in _items(_child(file, "sheets"))
    ]
    head, *rest = change.path.split(".")
    node = _child(sheets[change.sheet], head)
    if head == "funds":
        rows = _items(node)
        index = _total_index(rows) if rest[0] == "total" else int(rest[0])
        return _child(rows[index], rest[1])
    if head == "indicators":
        return _child(_items(node)[int(rest[0])], rest[1])
    return _child(node, rest[0]) if rest else node


def _total_index(rows: Sequence[Any]) -> int:
    return next(i for i, row in enumerate(rows) if _child(row, "source").value == "total")


def _items(node: Any) -> list[Any]:
    return list(node.value)


def _child(node: Any, key: str) -> Any:
    """The value of a key, which exists: the field was read from it."""
    return next(value for name, value in node.value if name.value == key)
