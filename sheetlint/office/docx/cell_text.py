"""Another text in a cell or a paragraph of Word, which keeps looking as it did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from sheetlint.messages.visible import visible
from sheetlint.office.docx.names import Vocabulary
from sheetlint.office.docx.paragraphs import paragraphs_of
from sheetlint.readers.docx.symbols import drawn, symbol, symbol_font

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TEXT = ("t", "tab", "ptab", "br", "cr", "noBreakHyphen", "sym")
_FIELD = ("fldChar", "instrText")
_ELSEWHERE = ("del", "moveFrom", "txbxContent", "rt", "tbl", "Fallback")
"""What stands in these is not the paragraph's own shown text."""
_OF_THE_MARK = ("ins", "del", "moveFrom", "moveTo", "rPrChange")
_OFF = ("0", "false", "off", "none")
_BESIDE = r"[0-9A-Za-z.,%]"
"""Signs that make one word or one figure with what stands beside them."""


def squeezed(text: str) -> str:
    """Without blanks: line wraps and paragraphs in a cell say nothing."""
    return "".join(text.split())


def replaced(text: str, before: str, after: str) -> str | None:
    """A text with another in its place, or in the only place where it stands by itself."""
    if squeezed(text) == squeezed(before):
        return after
    spots = list(_alone(text, before))
    if len(spots) != 1:
        return None
    return text[: spots[0]] + after + text[spots[0] + len(before) :]


def rewrite(w: Vocabulary, place: Element, before: str, after: str) -> bool:
    """Put ``after`` where ``before`` stands; False, and nothing changed, where it cannot be."""
    paragraphs = [(p, list(_runs(w, p))) for p in paragraphs_of(w, place)]
    whole = "".join(_shown(w, run) for _, runs in paragraphs for run in runs)
    if squeezed(whole) == squeezed(before):
        _rewrite(w, paragraphs, after.split("\n"))
        return True
    plain = [run for _, runs in paragraphs for run in runs if not _symbol_font(w, run)]
    texts = [t for run in plain for t in run.iterchildren(w("t"))]
    spots = [(t, at) for t in texts for at in _alone(t.text or "", before)]
    if len(spots) != 1 or "\n" in after:
        return False
    (text, at), *_ = spots
    own = text.text or ""
    _fill(text, w.text(visible(own[:at] + after + own[at + len(before) :])))
    return True


def drop_fields(w: Vocabulary, place: Element) -> None:
    """What a field showed becomes plain text: it would be calculated anew."""
    for paragraph in paragraphs_of(w, place):
        for simple in list(paragraph.iter(w("fldSimple"))):
            for child in simple:
                simple.addprevious(child)
            _remove(simple)
        for run in list(_runs(w, paragraph)):
            gone = [child for child in run if _is(w, child, _FIELD)]
            for child in gone:
                run.remove(child)
            if gone:
                _remove_bare(w, run)


def _rewrite(
    w: Vocabulary, paragraphs: Sequence[tuple[Element, list[Element]]], lines: Sequence[str]
) -> None:
    filled = [own for own in paragraphs if any(squeezed(_shown(w, run)) for run in own[1])]
    if len(filled) == len(lines):
        for (paragraph, runs), line in zip(filled, lines, strict=True):
            _write(w, paragraph, runs, [line])
        return
    first, *rest = filled or paragraphs[:1]
    _write(w, *first, lines)
    for paragraph, runs in rest:
        _write(w, paragraph, runs, [])
        _remove_empty(w, paragraph)


def _write(
    w: Vocabulary, paragraph: Element, runs: Sequence[Element], lines: Sequence[str]
) -> None:
    """The lines in the first of the runs that draws letters; the others lose their text."""
    bearing = [run for run in runs if _shown(w, run)]
    own = next((run for run in bearing if not _symbol_font(w, run)), None)
    if own is None and any(lines):
        own = _new_run(w, paragraph, runs)
    if own is not None and any(lines):
        at = next((i for i, child in enumerate(own) if _is(w, child, _TEXT)), len(own))
        for line in reversed(lines):
            own.insert(at, w.text(visible(line)))
            if line is not lines[0]:
                own.insert(at, w.new("br"))
    kept = 2 * len(lines) - 1 if any(lines) else 0
    for run in bearing:
        shown = [child for child in run if _is(w, child, _TEXT)]
        for child in shown[kept if run is own else 0 :]:
            run.remove(child)
        if run is not own or not kept:
            _remove_bare(w, run)


def _new_run(w: Vocabulary, paragraph: Element, runs: Sequence[Element]) -> Element:
    """Looking like a run without text that is there, or as the paragraph wants new text to look."""
    like = next((run.find(w("rPr")) for run in runs if not _symbol_font(w, run)), None)
    if like is None:
        like = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    run = w.new("r")
    if like is not None:
        about = deepcopy(like)
        about.tag = w("rPr")
        for child in list(about):
            if _is(w, child, _OF_THE_MARK):
                about.remove(child)
        run.append(about)
    paragraph.append(run)
    return run


def _runs(w: Vocabulary, paragraph: Element) -> Iterator[Element]:
    """Those of the paragraph itself whose text is shown."""
    for run in paragraph.iter(w("r")):
        if not _elsewhere(run, paragraph) and not _is_vanished(w, run):
            yield run


def _elsewhere(run: Element, paragraph: Element) -> bool:
    from lxml.etree import QName

    for parent in run.iterancestors():
        if parent is paragraph:
            return False
        if QName(parent).localname in _ELSEWHERE:
            return True
    return True


def _is_vanished(w: Vocabulary, run: Element) -> bool:
    mark = run.find(f"{w('rPr')}/{w('vanish')}")
    return mark is not None and mark.get(w("val"), "1") not in _OFF


def _symbol_font(w: Vocabulary, run: Element) -> str:
    fonts = run.find(f"{w('rPr')}/{w('rFonts')}")
    return "" if fonts is None else symbol_font(fonts.get(w("ascii")) or "")


def _shown(w: Vocabulary, run: Element) -> str:
    """As the reader reads it, but for blanks."""
    font = _symbol_font(w, run)
    return "".join(_sign(w, child, font) for child in run if _is(w, child, _TEXT))


def _sign(w: Vocabulary, child: Element, font: str) -> str:
    if child.tag == w("t"):
        text = child.text or ""
        return drawn(font, text) if font else text
    if child.tag == w("sym"):
        return symbol(child.get(w("font")) or "", child.get(w("char")) or "")
    return "-" if child.tag == w("noBreakHyphen") else " "


def _is(w: Vocabulary, element: Element, names: Sequence[str]) -> bool:
    return any(element.tag == w(name) for name in names)


def _alone(text: str, wanted: str) -> Iterator[int]:
    """Where it stands in the text, and is not a part of a longer word or figure."""
    if not wanted.strip():
        return
    pattern = rf"(?<!{_BESIDE}){re.escape(wanted)}(?!{_BESIDE})"
    for found in re.finditer(pattern, text):
        yield found.start()


def _fill(text: Element, like: Element) -> None:
    text.text = like.text
    for key, value in like.attrib.items():
        text.set(key, value)


def _remove_bare(w: Vocabulary, run: Element) -> None:
    """A run in which nothing is left but how it would look."""
    if all(child.tag == w("rPr") for child in run):
        _remove(run)


def _remove_empty(w: Vocabulary, paragraph: Element) -> None:
    """A paragraph in which nothing is left; a cell has to end with one."""
    bare = all(child.tag == w("pPr") for child in paragraph)
    section = paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None
    before, after = paragraph.getprevious(), paragraph.getnext()
    ends = after is None and (before is None or before.tag != w("p"))
    if bare and not section and not ends:
        _remove(paragraph)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
