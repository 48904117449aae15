"""Table cells of a Word document, each form of which is parsed once.

A cell is ten elements and more around one text, and the same ten for most cells of a table.  Each
form is parsed once with signs in place of the texts; after that the texts are inserted where the
signs came out.  A cell whose signs do not come out, each once and in order, is left to the parser.
So is everything around the cells, except what lies between two rows: that has forms as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import add
from typing import NamedTuple, TypeVar

from sheetlint.readers import unreadable
from sheetlint.readers.docx.blocks import Block, WordCell, WordRow, WordTable
from sheetlint.readers.docx.body import BodyHandler
from sheetlint.readers.docx.known_elements import (
    ElementRun,
    remove_known_elements,
    resolve_references,
)
from sheetlint.readers.limits import Limits
from sheetlint.readers.xml_stream import parse_xml
from sheetlint.sheet.tables import Unreadable

_START, _END = "<w:tc>", "</w:tc>"
_CELLS = ElementRun(re.compile(rb"<w:body>"), _START.encode(), b"</w:body>")
_BEFORE, _BEHIND = ">", "</w:t>"
_TEXT = re.compile(f"{_BEFORE}([^<>]++){_BEHIND}")
_NEXT_ROW = re.compile(
    "</w:tr><w:tr(?: [^<>]*+)?>"
    "(?:<w:tblPrEx>(?:<(?!/?w:tblPrEx)[^<>]*+>)*+</w:tblPrEx>)?"
    "(?:<w:trPr>(?:<(?!/?w:trPr>)[^<>]*+>)*+</w:trPr>)?"
)
_IDS = re.compile(r'((?:(?<=<w:[pr])|(?<=<w:tr))(?: w(?:14)?:[A-Za-z]++="[0-9A-F]{8}")++)>')
_ID = re.compile("[^ ]+=")
"""Identifiers of paragraphs, runs and rows: different in each and without meaning for the reader."""
_SIGN = "\xff"
"""Stands around the number of a text; in a font of pictures it would come out as another."""
_NUMBER = re.compile(f"{_SIGN}([0-9]+){_SIGN}")
_BOX = ":txbxContent"
"""Behind it the reader takes what follows for the rest of a run, even beyond the cell."""
_DEEPEST = 24
"""Elements inside each other in a cell and its table."""
_MOST_KNOWN, _LONGEST_KNOWN = 2_000, 2_000
"""Forms that are kept for the next document, and characters of each."""


class _CellForm(NamedTuple):
    """The form of a cell: everything but its texts."""

    columns: int
    vertical: str
    horizontal: str
    paragraphs: tuple[tuple[str, ...], ...]
    """What stands before, between and behind the texts of each."""

    def cell(self, texts: Sequence[str], most: int) -> WordCell:
        """The cell with ``texts``.  Raises ``Unreadable`` for a paragraph longer than ``most``."""
        made = WordCell()
        made.columns, made.vertical, made.horizontal, paragraphs = self
        blocks = texts if paragraphs == _ONE_TEXT else _join_paragraphs(paragraphs, texts)
        made.blocks += blocks
        if max(map(len, blocks), default=0) > most:
            raise unreadable.too_big()
        return made


_ONE_TEXT = (("", ""),)


def _join_paragraphs(paragraphs: Iterable[tuple[str, ...]], texts: Iterable[str]) -> list[str]:
    coming = iter(texts)
    made: list[str] = []
    for first, *further in paragraphs:
        text = first
        for behind in further:
            text += next(coming) + behind
        made.append(text)
    return made


class _Row(NamedTuple):
    """The properties of a row without its cells."""

    before: int
    hidden: bool
    deleted: bool


class _Forms(NamedTuple):
    """Known forms; None for a form that is left to the parser."""

    cells: dict[str, _CellForm | None]
    rows: dict[str, _Row | None]
    """By what stands between a row's last cell and the first of the next."""

    def keep(self, more: _Forms) -> None:
        """Add further forms, as far as there is room."""
        _keep(self.cells, more.cells)
        _keep(self.rows, more.rows)


Kind = TypeVar("Kind")


def _keep(own: dict[str, Kind], found: Mapping[str, Kind]) -> None:
    short = {form: one for form, one in found.items() if len(form) <= _LONGEST_KNOWN}
    if len(own) + len(short) > _MOST_KNOWN:
        own.clear()
    if len(short) <= _MOST_KNOWN:
        own.update(short)


class _KnownCells:
    """Adds known cells to the tables of ``body`` while everything around them is parsed."""

    def __init__(self, body: BodyHandler, limits: Limits) -> None:
        self._body = body
        self._limits = limits
        self._forms = _Forms({"": None}, {"": None})

    def remove(self, text: str) -> Iterator[str]:
        """The pieces of ``text`` that the parser must read, each up to a known cell."""
        if _SIGN in text:
            yield text
            return
        waiting, *pieces = text.split(_START)
        cells = [_split_cell(piece) for piece in pieces]
        self._learn(cells)
        forms, body, most = self._forms, self._body, self._limits.max_text
        ready = False
        for piece, (form, texts, after) in zip(pieces, cells, strict=True):
            known = forms.cells[form]
            if known is not None and waiting:
                yield waiting
                waiting = ""
                ready = body.accepts_cells(_DEEPEST)
            if known is None or not ready:
                waiting += _START + piece
                continue
            body.add_cell(known.cell(texts, most))
            row = forms.rows.get(after)
            if row is None:
                waiting = after
            else:
                # The parser goes on as if it were the same row.
                body.next_row(*row)
        yield waiting

    def _learn(self, split: Sequence[tuple[str, Sequence[str], str]]) -> None:
        """Parse the forms of these cells that are not known yet."""
        own = self._forms
        known = _known_forms(self._body.vocabularies)
        forms, between = (
            dict.fromkeys(form for form, _, _ in split),
            dict.fromkeys(after for _, _, after in split),
        )
        new = _Forms(
            dict.fromkeys(form for form in forms if form not in own.cells),
            dict.fromkeys(
                form for form in between if form not in own.rows and _NEXT_ROW.fullmatch(form)
            ),
        )
        cells = [form for form in new.cells if form not in known.cells]
        rows = [form for form in new.rows if form not in known.rows]
        if cells or rows:
            known.keep(self._parse_forms(cells, rows))
        own.cells.update({form: known.cells.get(form) for form in new.cells})
        own.rows.update({form: known.rows.get(form) for form in new.rows})

    def _parse_forms(self, cells: Sequence[str], rows: Sequence[str]) -> _Forms:
        """The forms, each parsed once with signs in place of its texts."""
        shown = self._body.new_for_same_document()
        inside = "".join(f"{_START}{_insert_signs(form)}{_END}" for form in cells)
        inside += "".join(f"{form}{_START}{_END}" for form in rows)
        try:
            table = f"<w:tbl><w:tr>{inside}</w:tr></w:tbl>"
            parse_xml((table.encode(),), shown, self._limits._replace(max_depth=_DEEPEST))
        except Unreadable:
            # The parser will say so where it comes to it.
            return _Forms({}, {})
        finally:
            shown.release()
        first, *others = _rows(shown.blocks) or [WordRow()]
        if len(first.cells) != len(cells) or len(others) != len(rows):
            return _Forms({}, {})
        return _Forms(
            dict(zip(cells, map(_form, cells, first.cells), strict=True)),
            {form: _row(row) for form, row in zip(rows, others, strict=True)},
        )


@lru_cache(4)
def _known_forms(vocabularies: frozenset[tuple[str, str]]) -> _Forms:
    """Documents that were written by the same programs have the same forms of cells."""
    return _Forms({}, {})


def _split_cell(piece: str) -> tuple[str, Sequence[str], str]:
    """A cell without its texts, the texts, and what stands behind it.

    Nothing of the first for a cell that does not end before the next one begins.
    """
    inner, end, after = piece.partition(_END)
    if not end:
        return "", (), ""
    parts = _TEXT.split(inner)
    texts = parts[1::2]
    if "&" in inner or "\t" in inner:
        texts = [resolve_references(text).replace("\t", " ") for text in texts]
    return _normalise(_SIGN.join(parts[::2])), texts, _normalise(after)


def _normalise(form: str) -> str:
    return _IDS.sub(_remove_ids, form) if ":rsid" in form or ":paraId" in form else form


def _remove_ids(ids: re.Match[str]) -> str:
    """A tag without its identifiers; a repeated one stays, so that the parser refuses it."""
    names = _ID.findall(ids[1])
    return ">" if len(set(names)) == len(names) else ids[0]


def _insert_signs(form: str) -> str:
    """With the number of each text between signs."""
    first, *further = form.split(_SIGN)
    texts = (f"{_BEFORE}{_SIGN}{number}{_SIGN}{_BEHIND}" for number in range(len(further)))
    return first + "".join(map(add, texts, further))


def _rows(blocks: Sequence[Block]) -> list[WordRow]:
    """The rows of a document that is one table; none where the first has properties."""
    if len(blocks) != 1 or not isinstance(blocks[0], WordTable):
        return []
    rows = blocks[0].rows
    return [] if _row(rows[0]) != _Row(0, False, False) else rows


def _row(row: WordRow) -> _Row:
    return _Row(row.before, row.hidden, row.deleted)


def _form(written: str, cell: WordCell) -> _CellForm | None:
    if cell.hidden_blocks is not None or _BOX in written:
        return None
    paragraphs: list[tuple[str, ...]] = []
    numbers: list[int] = []
    for block in cell.blocks:
        if not isinstance(block, str):
            return None
        parts = _NUMBER.split(block)
        numbers += map(int, parts[1::2])
        paragraphs.append(tuple(parts[::2]))
    if numbers != list(range(written.count(_SIGN))) or _SIGN in "".join(map("".join, paragraphs)):
        return None
    return _CellForm(cell.columns, cell.vertical, cell.horizontal, tuple(paragraphs))


def _limit_tags(chunks: Iterable[bytes], limits: Limits) -> Iterator[bytes]:
    """The chunks.  Raises ``Unreadable`` for too many tags, those of known cells included."""
    tags = 0
    for chunk in chunks:
        tags += chunk.count(b"<")
        if tags > limits.max_tags:
            raise unreadable.too_big()
        yield chunk


def read_body(chunks: Iterable[bytes], limits: Limits) -> list[Block]:
    """Paragraphs and tables of the document in their order.  Raises ``Unreadable``."""
    body = BodyHandler(limits)
    cells = _KnownCells(body, limits)
    parse_xml(
        remove_known_elements(_limit_tags(chunks, limits), _CELLS, cells.remove), body, limits
    )
    body.release()
    return body.blocks
