"""One field of a sheet: what was printed, what it means, where it stands."""

from decimal import Decimal
from typing import NamedTuple

from sheetlint.sheet.where import Where

PRESENT = "present"
ABSENT = "absent"
"""Nothing is printed."""
DASH = "dash"
"""A mark for *not applicable*: ``—``, ``-``, ``/`` …; not the same as 0."""
UNREADABLE = "unreadable"
"""Something is printed where a number must stand, and it is not one."""
UNCOMPUTED = "uncomputed"
"""A formula without a value: neither empty nor known."""


class Value(NamedTuple):
    """One field of a sheet."""

    path: str
    """Its name inside the sheet: ``funds.total.rate``, ``indicators.3.score``, ``total.score``."""
    raw: str = ""
    """What is printed, for messages."""
    state: str = ABSENT
    text: str = ""
    """The printed text without the blanks of line wraps; what names and texts are compared by."""
    number: Decimal | None = None
    """What a number cell means: 元 or 万元 as the sheet counts, points, or a fraction for a rate."""
    ulp: Decimal = Decimal(1)
    """One unit in the last printed place, on the scale of ``number`` (``98.88%`` → 0.0001)."""
    percent: bool = False
    unit: str = ""
    """A unit printed inside a number cell (``4753.66万元`` → ``万元``)."""
    stored: Decimal | None = None
    """The exact number that a workbook keeps behind what it shows, on the scale of ``number``."""
    where: Where = Where()

    @property
    def known(self) -> bool:
        """There is a number that a check can calculate with."""
        return self.number is not None

    @property
    def sure(self) -> Decimal:
        """``number``, where the check's ``needs`` guarantee it.  Raises LookupError where it is absent."""
        if self.number is None:
            raise LookupError(f"{self.path} has no number: name it in the check's needs")
        return self.number

    @property
    def filled(self) -> bool:
        """Something other than a dash is printed."""
        return self.state in (PRESENT, UNREADABLE, UNCOMPUTED)
