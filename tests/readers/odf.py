"""Small OpenDocument packages, written part by part."""

from __future__ import annotations

from ooxml import archive

SPACE = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = "".join(
    f' xmlns:{name}="{SPACE}{full}:1.0"'
    for name, full in (
        ("office", "office"),
        ("style", "style"),
        ("table", "table"),
        ("text", "text"),
        ("draw", "drawing"),
    )
)
TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def package(content: str, mimetype: str = TYPE, **parts: str) -> bytes:
    return archive({"mimetype": mimetype, "content.xml": content, **parts})


def content(tables: str, styles: str = "") -> str:
    return (
        f"<office:document-content{SPACES}>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )


def cell(text: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"
