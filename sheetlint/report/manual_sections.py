"""The manual of a check, taken apart: the module's docstring holds it in both languages."""

from __future__ import annotations

from sheetlint.messages import EN

_ENGLISH_BEGINS = "What it checks"


def split_manual(manual: str, lang: str) -> list[tuple[str, list[str]]]:
    """Headings and the paragraphs below them, of one of the two languages.

    Lines of the source are joined: it is broken at 100 columns, the terminal somewhere else.
    """
    lines = manual.strip().splitlines()[1:]
    english = next((i for i, line in enumerate(lines) if line == _ENGLISH_BEGINS), len(lines))
    found: list[tuple[str, list[str]]] = []
    for line in lines[english:] if lang == EN else lines[:english]:
        if not line.strip():
            continue
        if not line.startswith(" "):
            found.append((line.strip(), []))
        elif found:
            _join(found[-1][1], line.strip())
    return found


_SENTENCE_ENDS = ("。", "；", ".", "：", ":", ")", "）")


def _join(paragraphs: list[str], line: str) -> None:
    """A line that goes on belongs to the one before; one that follows a full stop stands alone."""
    if not paragraphs or paragraphs[-1].endswith(_SENTENCE_ENDS):
        paragraphs.append(line)
    else:
        blank = " " if paragraphs[-1][-1].isascii() or line[0].isascii() else ""
        paragraphs[-1] += blank + line
