"""Text whose characters are lost or have become others, so that no label of the form is found in it."""

from __future__ import annotations

from sheetlint.messages.text import Text
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.tables import Document

_UNKNOWN_CHARACTERS = Text(
    "文字里有许多读不出来的字：字体没有对应的文字编码，或编码已坏",
    "many characters of its text are unknown: the font maps them to none, or the encoding is broken",
)
_WRONG_ENCODING = Text(
    "文字是乱码：有程序按错误的编码打开后又另存过",
    "its text is garbled: some program read it in a wrong encoding and saved it",
)
_UNKNOWN = LazyPattern("[\ufffd\ue000-\uf8ff]")
_FEWEST_UNKNOWN = 10
_UNKNOWN_SHARE = 10
"""One character in so many."""
_LONGEST_SAMPLE = 1_500
_ENCODINGS = (("gb18030", "utf-8"), ("latin-1", "utf-8"), ("latin-1", "gb18030"))
"""In which a text was read wrongly, and the one that it is in."""
_LEAST_RESTORED = 4
"""Characters of a garbled text make one of the text that it was, at most."""
_FEWEST_LABELS = 3
_SHORTEST_LABEL = 3


def why_garbled(document: Document, lexicon: Lexicon) -> Text | None:
    """What has happened to the text, where it is garbled; else None."""
    sample = _sample(document)
    unknown = len(_UNKNOWN.findall(sample))
    if unknown >= max(_FEWEST_UNKNOWN, len(sample) // _UNKNOWN_SHARE):
        return _UNKNOWN_CHARACTERS
    for wrong, right in _ENCODINGS:
        restored = sample.encode(wrong, "ignore").decode(right, "ignore")
        # Of an ordinary text little is left but its ASCII characters.
        little = len(restored) * _LEAST_RESTORED < len(sample) or restored.isascii()
        if not little and _has_labels(restored, lexicon):
            return _WRONG_ENCODING
    return None


def _sample(document: Document) -> str:
    texts: list[str] = []
    length = 0
    for table in document.tables:
        for row in table.rows:
            texts += [cell.text for cell in row.cells]
            length += sum(len(cell.text) for cell in row.cells)
            if length > _LONGEST_SAMPLE:
                return "\n".join(texts)[:_LONGEST_SAMPLE]
    return "\n".join(texts)


def _has_labels(text: str, lexicon: Lexicon) -> bool:
    labels = (name for name in lexicon.telling_labels if len(name) >= _SHORTEST_LABEL)
    return sum(name in text for name in labels) >= _FEWEST_LABELS
