"""One field of a sheet: the printed text, its meaning, its place."""

from decimal import Decimal
from typing import NamedTuple

from sheetlint.sheet.where import Where

PRESENT = "present"
ABSENT = "absent"
"""Nothing is printed."""
DASH = "dash"
"""A mark for *not applicable* (``—``, ``-``, ``/`` …), which is not 0."""
UNREADABLE = "unreadable"
"""A text that is no number, in a cell that must hold one."""
UNCOMPUTED = "uncomputed"
"""A formula whose value the file does not hold."""


class Value(NamedTuple):
    """One field of a sheet."""

    path: str
    """Name of the field in the sheet: ``funds.total.rate``, ``indicators.3.score``, ``total.score``."""
    raw: str = ""
    """The printed text on one line, for messages."""
    state: str = ABSENT
    text: str = ""
    """The printed text without the blanks of line wraps; names and texts are compared by it."""
    number: Decimal | None = None
    """Amount in the sheet's money unit (元 or 万元), points, or a fraction for a rate."""
    ulp: Decimal = Decimal(1)
    """One unit in the last printed place, on the scale of ``number`` (``98.88%`` → 0.0001)."""
    percent: bool = False
    unit: str = ""
    """A money unit printed in the cell of the number (``4753.66万元`` → ``万元``)."""
    stored: Decimal | None = None
    """The exact number that a workbook stores behind the displayed one, on the scale of ``number``."""
    where: Where = Where()

    @property
    def known(self) -> bool:
        """The cell holds a number."""
        return self.number is not None

    @property
    def sure(self) -> Decimal:
        """``number``, where the check's ``needs`` guarantee it.  Raises LookupError where it is absent."""
        if self.number is None:
            raise LookupError(f"{self.path} has no number: name it in the check's needs")
        return self.number

    @property
    def filled(self) -> bool:
        """Something other than a mark for *not applicable* is printed."""
        return self.state in (PRESENT, UNREADABLE, UNCOMPUTED)
