"""Replacing the text of a cell or paragraph of Word; the formatting stays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from sheetlint.messages.visible import visible
from sheetlint.office.docx.elements import WordElements
from sheetlint.office.docx.paragraphs import ensure_paragraphs
from sheetlint.readers.docx.symbols import decode_run, decode_symbol, find_symbol_font

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TEXT_ELEMENTS = ("t", "tab", "ptab", "br", "cr", "noBreakHyphen", "sym")
_FIELD_ELEMENTS = ("fldChar", "instrText")
_FOREIGN_CONTAINERS = ("del", "moveFrom", "txbxContent", "rt", "tbl", "Fallback")
"""Elements whose text is not the paragraph's own shown text."""
_MARK_PROPERTIES = ("ins", "del", "moveFrom", "moveTo", "rPrChange")
"""Properties of a paragraph mark that a run of text must not take over."""
_FALSE = ("0", "false", "off", "none")
_WORD_CHARACTER = r"[0-9A-Za-z.,%]"
"""A character that continues the word or figure beside it."""


def remove_blanks(text: str) -> str:
    """Without white space: line wraps and paragraphs in a cell carry no meaning."""
    return "".join(text.split())


def replace_in_text(text: str, before: str, after: str) -> str | None:
    """``text`` with ``after`` in place of ``before``, which is all of it or stands in it once.

    None where ``before`` does not stand by itself in exactly one place.
    """
    if remove_blanks(text) == remove_blanks(before):
        return after
    spots = list(_find_standalone(text, before))
    if len(spots) != 1:
        return None
    return text[: spots[0]] + after + text[spots[0] + len(before) :]


def replace_text(w: WordElements, element: Element, before: str, after: str) -> bool:
    """Write ``after`` where ``before`` stands in a cell or paragraph.

    False, with nothing changed, where ``before`` is not found exactly once.
    """
    paragraphs = [(p, list(_runs(w, p))) for p in ensure_paragraphs(w, element)]
    whole_text = "".join(_shown_text(w, run) for _, runs in paragraphs for run in runs)
    if remove_blanks(whole_text) == remove_blanks(before):
        _replace_whole(w, paragraphs, after.split("\n"))
        return True
    plain = [run for _, runs in paragraphs for run in runs if not _symbol_font(w, run)]
    texts = [t for run in plain for t in run.iterchildren(w("t"))]
    spots = [(t, at) for t in texts for at in _find_standalone(t.text or "", before)]
    if len(spots) != 1 or "\n" in after:
        return False
    (text, at), *_ = spots
    content = text.text or ""
    _copy_content(text, w.text(visible(content[:at] + after + content[at + len(before) :])))
    return True


def fields_to_text(w: WordElements, element: Element) -> None:
    """Make the result of each field plain text, which Word will not calculate again."""
    for paragraph in ensure_paragraphs(w, element):
        for simple in list(paragraph.iter(w("fldSimple"))):
            for child in simple:
                simple.addprevious(child)
            _remove(simple)
        for run in list(_runs(w, paragraph)):
            marks = [child for child in run if _is_one_of(w, child, _FIELD_ELEMENTS)]
            for child in marks:
                run.remove(child)
            if marks:
                _remove_empty_run(w, run)


def _replace_whole(
    w: WordElements, paragraphs: Sequence[tuple[Element, list[Element]]], lines: Sequence[str]
) -> None:
    """Line by line where there are as many lines as paragraphs; else all lines in the first."""
    nonempty = [
        (paragraph, runs)
        for paragraph, runs in paragraphs
        if any(remove_blanks(_shown_text(w, run)) for run in runs)
    ]
    if len(nonempty) == len(lines):
        for (paragraph, runs), line in zip(nonempty, lines, strict=True):
            _write_lines(w, paragraph, runs, [line])
        return
    first, *rest = nonempty or paragraphs[:1]
    _write_lines(w, *first, lines)
    for paragraph, runs in rest:
        _write_lines(w, paragraph, runs, [])
        _remove_empty_paragraph(w, paragraph)


def _write_lines(
    w: WordElements, paragraph: Element, runs: Sequence[Element], lines: Sequence[str]
) -> None:
    """Write the lines into the first run of an ordinary font; the other runs lose their text."""
    with_text = [run for run in runs if _shown_text(w, run)]
    target = next((run for run in with_text if not _symbol_font(w, run)), None)
    if target is None and any(lines):
        target = _new_run(w, paragraph, runs)
    if target is not None and any(lines):
        children = enumerate(target)
        at = next((i for i, e in children if _is_one_of(w, e, _TEXT_ELEMENTS)), len(target))
        for line in reversed(lines):
            target.insert(at, w.text(visible(line)))
            if line is not lines[0]:
                target.insert(at, w.new("br"))
    kept = 2 * len(lines) - 1 if any(lines) else 0
    for run in with_text:
        texts = [child for child in run if _is_one_of(w, child, _TEXT_ELEMENTS)]
        for child in texts[kept if run is target else 0 :]:
            run.remove(child)
        if run is not target or not kept:
            _remove_empty_run(w, run)


def _new_run(w: WordElements, paragraph: Element, runs: Sequence[Element]) -> Element:
    """A run formatted like one of ordinary font, or like the paragraph mark."""
    model = next((run.find(w("rPr")) for run in runs if not _symbol_font(w, run)), None)
    if model is None:
        model = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    run = w.new("r")
    if model is not None:
        properties = deepcopy(model)
        properties.tag = w("rPr")
        for child in list(properties):
            if _is_one_of(w, child, _MARK_PROPERTIES):
                properties.remove(child)
        run.append(properties)
    paragraph.append(run)
    return run


def _runs(w: WordElements, paragraph: Element) -> Iterator[Element]:
    """The runs of the paragraph itself whose text is shown."""
    for run in paragraph.iter(w("r")):
        if not _is_foreign(run, paragraph) and not _is_hidden(w, run):
            yield run


def _is_foreign(run: Element, paragraph: Element) -> bool:
    from lxml.etree import QName

    for parent in run.iterancestors():
        if parent is paragraph:
            return False
        if QName(parent).localname in _FOREIGN_CONTAINERS:
            return True
    return True


def _is_hidden(w: WordElements, run: Element) -> bool:
    mark = run.find(f"{w('rPr')}/{w('vanish')}")
    return mark is not None and mark.get(w("val"), "1") not in _FALSE


def _symbol_font(w: WordElements, run: Element) -> str:
    fonts = run.find(f"{w('rPr')}/{w('rFonts')}")
    return "" if fonts is None else find_symbol_font(fonts.get(w("ascii")) or "")


def _shown_text(w: WordElements, run: Element) -> str:
    """The text that the reader reads, apart from blanks."""
    font = _symbol_font(w, run)
    return "".join(
        _child_text(w, child, font) for child in run if _is_one_of(w, child, _TEXT_ELEMENTS)
    )


def _child_text(w: WordElements, child: Element, font: str) -> str:
    if child.tag == w("t"):
        text = child.text or ""
        return decode_run(font, text) if font else text
    if child.tag == w("sym"):
        return decode_symbol(child.get(w("font")) or "", child.get(w("char")) or "")
    return "-" if child.tag == w("noBreakHyphen") else " "


def _is_one_of(w: WordElements, element: Element, names: Sequence[str]) -> bool:
    return any(element.tag == w(name) for name in names)


def _find_standalone(text: str, wanted: str) -> Iterator[int]:
    """Positions at which ``wanted`` is not a part of a longer word or figure."""
    if not wanted.strip():
        return
    pattern = rf"(?<!{_WORD_CHARACTER}){re.escape(wanted)}(?!{_WORD_CHARACTER})"
    for found in re.finditer(pattern, text):
        yield found.start()


def _copy_content(target: Element, source: Element) -> None:
    target.text = source.text
    for key, value in source.attrib.items():
        target.set(key, value)


def _remove_empty_run(w: WordElements, run: Element) -> None:
    """Remove a run that has nothing but its properties."""
    if all(child.tag == w("rPr") for child in run):
        _remove(run)


def _remove_empty_paragraph(w: WordElements, paragraph: Element) -> None:
    """Remove a paragraph without content, unless it is the one with which the cell must end."""
    is_empty = all(child.tag == w("pPr") for child in paragraph)
    ends_section = paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None
    before, after = paragraph.getprevious(), paragraph.getnext()
    must_end_cell = after is None and (before is None or before.tag != w("p"))
    if is_empty and not ends_section and not must_end_cell:
        _remove(paragraph)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
