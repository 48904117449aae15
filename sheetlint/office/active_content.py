"""What an office file may do when it is opened: macros, links to elsewhere, formulas that fetch."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sheetlint.messages import copies as texts
from sheetlint.messages.text import Text
from sheetlint.readers.limits import Limits
from sheetlint.readers.package import Package
from sheetlint.sheet.tables import Unreadable

_ZIP = b"PK"
_NAMES = (
    (re.compile(r"vbaproject\.bin$|xl/macrosheets/", re.I), texts.MACROS),
    (re.compile(r"^xl/(?:externallinks/|querytables/|connections\.xml$)", re.I), texts.LINKS),
)
_CONTENTS = (
    (
        re.compile(r"^xl/externallinks/[^/]+\.xml$", re.I),
        re.compile(rb"<(?:\w+:)?ddeLink\b"),
        texts.DDE,
    ),
    (
        re.compile(r"^word/[^/]+\.xml$", re.I),
        re.compile(rb"instr(?:Text\b[^>]*>|=\")[^<\"]*\bDDE(?:AUTO)?\b"),
        texts.DDE,
    ),
    (
        re.compile(r"^xl/worksheets/[^/]+\.xml$", re.I),
        re.compile(rb"<(?:\w+:)?f(?:\s[^>]*)?>[^<]*\b(?:HYPERLINK|WEBSERVICE|RTD)\s*\(", re.I),
        texts.FETCHING_FORMULAS,
    ),
)


def find_active_content(data: bytes) -> list[Text]:
    """The kinds of it in a workbook or document, each once; none for other files.

    For a sentence to the user: what is hidden with effort is not found.
    """
    if not data.startswith(_ZIP):
        return []
    try:
        return list(dict.fromkeys(_kinds(Package(data, Limits()))))
    except Unreadable:
        return []


def _kinds(package: Package) -> Iterator[Text]:
    for name in package.names:
        yield from (kind for pattern, kind in _NAMES if pattern.search(name))
    for name in package.names:
        for of_name, of_content, kind in _CONTENTS:
            if of_name.search(name) and of_content.search(b"".join(package.chunks(name))):
                yield kind
