"""What of a binary workbook reaches ``xlrd``, and what becomes of it there.

``xlrd`` knows the records of twenty years of Excel, and it trusts them: a hyperlink over a whole
worksheet becomes sixteen million entries, one cell in the last corner a grid up to it.  So only the
records that say what a cell shows are handed to it, each is counted, and cells are taken from it
one by one in place of its grid.  What is left out cannot be damaged either: a broken hyperlink or
drawing, which it would stop at, is no reason to refuse the cells.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable

from xlrd.biffh import XL_WORKBOOK_GLOBALS, XL_WORKSHEET, unpack_string, unpack_unicode
from xlrd.book import Book
from xlrd.sheet import Sheet

from sheetlint.readers import refusals
from sheetlint.readers.columns import HiddenRanges
from sheetlint.readers.limits import Limits
from sheetlint.readers.workbook.values import format_code
from sheetlint.readers.xls.strings import shared_strings

_EXCEL_5, _EXCEL_97 = (50, 70), 80
_BOF = 0x0009, 0x0209, 0x0409, 0x0809
_CONTINUE = 0x003C
_FORMULA = 0x0006, 0x0206, 0x0406
_COLUMNS = 0x007D
_KEPT = frozenset(
    (
        *_BOF,
        *_FORMULA,
        0x000A,  # EOF
        0x0022,  # DATEMODE
        0x002F,  # FILEPASS
        _CONTINUE,
        0x0042,  # CODEPAGE
        0x0085,  # BOUNDSHEET
        0x00BD,  # MULRK
        0x00D6,  # RSTRING
        0x00E0,  # XF
        0x00E5,  # MERGEDCELLS
        0x00FC,  # SST
        0x00FD,  # LABELSST
        0x0203,  # NUMBER
        0x0204,  # LABEL
        0x0205,  # BOOLERR
        0x0207,  # STRING
        0x0208,  # ROW
        0x027E,  # RK
        0x041E,  # FORMAT
    )
)
_HEADER = struct.Struct("<HH")
_COLUMN_FORMAT = struct.Struct("<HHH2xB")
_RESULT = struct.Struct("<6x8sH")
_NO_RESULT = bytes(8)
_ON_LOAD = 2
"""Flag of a formula that is to be computed when Excel opens the file."""
_MOST_STYLES = 1 << 16

Put = Callable[[int, int, "int | None", object, int], None]
"""Row and column from 0, type (None for a number), value, style."""


class _Nowhere:
    """Where the remarks of ``xlrd`` go."""

    def write(self, text: str) -> int:
        return len(text)


class _Merges(list[tuple[int, int, int, int]]):
    def __init__(self, most: int) -> None:
        self._most = most

    def append(self, item: tuple[int, int, int, int]) -> None:
        if len(self) >= self._most:
            raise refusals.too_big()
        super().append(item)


class Worksheet(Sheet):  # type: ignore[misc]
    """One worksheet; its cells go to ``put`` and nowhere else."""

    put: Put

    def put_cell_ragged(
        self, row: int, column: int, kind: int | None, value: object, style: int
    ) -> None:
        """The name by which ``xlrd`` stores a cell in rows of unequal length."""
        if not 0 <= column < self.utter_max_cols:
            raise refusals.damaged()
        self.put(row, column, kind, value, style)


class Workbook(Book):  # type: ignore[misc]
    """The records of one workbook stream, read within ``limits``."""

    _position: int

    def __init__(self, stream: bytes, limits: Limits) -> None:
        """Raises ``Unreadable``, or anything where the stream is damaged."""
        super().__init__()
        self.formats: list[str] = []
        """The number format of every cell style."""
        self.computed = True
        """False while a formula is read whose result the file does not hold."""
        self.hidden_columns = HiddenRanges()
        """Of the worksheet that was read last."""
        self._codes: dict[int, str] = {}
        self._limits = limits
        self._count = 0
        if not stream.startswith(b"\x09"):
            raise refusals.damaged()
        self.biff2_8_load(
            file_contents=stream,
            logfile=_Nowhere(),
            formatting_info=True,
            on_demand=True,
            ragged_rows=True,
        )
        # The book writes its own handlers into the class; those of the instance come before them.
        self.handle_format = self._take_format
        self.handle_xf = self._take_style
        self.xf_epilogue = self.palette_epilogue = self.names_epilogue = lambda: None
        self.biff_version = self.getbof(XL_WORKBOOK_GLOBALS)
        if self.biff_version not in (*_EXCEL_5, _EXCEL_97):
            raise refusals.damaged()
        self.parse_globals()

    def get_record_parts(self) -> tuple[int, int, bytes]:
        """The next record that is wanted: its code, length and content."""
        mem, position = self.mem, self._position
        while True:
            self._count += 1
            if self._count > self._limits.max_tags:
                raise refusals.too_big()
            code, length = _HEADER.unpack_from(mem, position)
            position += _HEADER.size
            if code in _KEPT:
                break
            if code == _COLUMNS:
                self._take_columns(mem[position : position + length])
            position += length
        self._position = position + length
        data = mem[position : position + length]
        if code in _FORMULA:
            result, flags = _RESULT.unpack_from(data)
            # A program without a calculator writes 0 and leaves the sum to Excel.
            self.computed = result != _NO_RESULT or not flags & _ON_LOAD
        else:
            self.computed = True
        return code, length, data

    def handle_filepass(self, data: bytes) -> None:
        """All that follows is encrypted."""
        raise refusals.encrypted()

    def handle_sst(self, data: bytes) -> None:
        """Shared strings, with the records that continue them."""
        records = [data]
        while True:
            code, _, data = self.get_record_parts_conditional(_CONTINUE)
            if code is None:
                break
            records.append(data)
        self._sharedstrings = shared_strings(records, self._limits)

    def derive_encoding(self) -> str:
        """Of text before Unicode: gb18030, which reads gb2312 and gbk too, unless another is named."""
        if self.biff_version < _EXCEL_97 and self.codepage in (None, 936):
            self.encoding = "gb18030"
        else:
            super().derive_encoding()
        return str(self.encoding)

    def _take_format(self, data: bytes) -> None:
        number = int.from_bytes(data[:2], "little")
        if self.biff_version >= _EXCEL_97:
            self._codes[number] = unpack_unicode(data, 2)
        else:
            self._codes[number] = unpack_string(data, 2, self.derive_encoding(), lenlen=1)

    def _take_style(self, data: bytes) -> None:
        if len(self.formats) >= _MOST_STYLES:
            raise refusals.damaged()
        number = int.from_bytes(data[2:4], "little")
        self.formats.append(format_code(number, self._codes))

    def _take_columns(self, data: bytes) -> None:
        """Kept from ``xlrd``, which makes an object of every column of every range."""
        first, last, width, flags = _COLUMN_FORMAT.unpack_from(data)
        if flags & 1 or width == 0:
            self.hidden_columns.add(first, last)

    def worksheets(self) -> Iterable[tuple[int, str, bool]]:
        """Index, name and whether it is hidden, in the order of the tabs."""
        for index, name in enumerate(self._sheet_names):
            yield index, name, self._sheet_visibility[index] & 3 != 0

    def worksheet(self, index: int, put: Put) -> Worksheet:
        """Read a worksheet: its cells to ``put``, its merged ranges and rows to the result."""
        self.hidden_columns = HiddenRanges()
        self._position = self._sh_abs_posn[index]
        self.getbof(XL_WORKSHEET)
        sheet = Worksheet(self, self._position, self._sheet_names[index], index)
        sheet.put = put
        sheet.merged_cells = _Merges(self._limits.max_merges)
        sheet.read(self)
        return sheet
