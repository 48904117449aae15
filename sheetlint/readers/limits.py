"""How much of a file a reader accepts before it refuses the file as too big.

Every bound counts bytes, cells or tags and none looks at a clock: the same file gives the same
answer on a slow machine and on a fast one.
"""

from typing import NamedTuple

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""Of a worksheet, in every program of today."""


class Limits(NamedTuple):
    """The defaults are far above any real sheet (about 300 cells, 40 KiB)."""

    max_bytes: int = 64 << 20
    """The file itself."""
    max_unpacked: int = 256 << 20
    """All parts of an OOXML package together, as the archive declares them."""
    max_part: int = 64 << 20
    """One XML part."""
    max_ratio: int = 100
    """Unpacked to packed size of one part.  Worksheets reach 30, a zip bomb 1,000."""
    ratio_from: int = 1 << 20
    """Unpacked size from which ``max_ratio`` counts: small parts may be as regular as they like."""
    max_directory: int = 1 << 20
    """The archive's table of contents; 1 MiB is more than 10,000 parts."""
    max_tags: int = 1_000_000
    """Tags, opening and closing, of one XML part: about a second of parsing, or 250,000 cells."""
    max_worksheet_elements: int = LAST_ROW + 200_000
    """Elements of a worksheet of ``xlsx``: one with a format down to its last row has as many rows
    and nothing in them.  A second or a second and a half of parsing."""
    max_names: int = 10_000
    """Different names of elements and attributes in one part; the parser keeps them all."""
    max_depth: int = 256
    """Elements inside each other; Word's own documents reach 40."""
    max_token: int = 8 << 20
    """One tag or comment with everything in it: the parser must hold it in one piece."""
    max_cells: int = 400_000
    """Cells that are not empty, in the whole file."""
    max_text: int = 4 * 32_767
    """Characters of one cell or paragraph; Excel's own bound is 32,767."""
    max_merges: int = 65_536
    """Merged ranges of one worksheet."""
