"""What a workbook keeps of a cell that shows a figure: the number, and the format that shows it."""

from __future__ import annotations

from typing import NamedTuple

from tests.writing.boxes import Box


class Shown(NamedTuple):
    """A number with the code of the format that prints it as the drawing has it."""

    number: float
    code: str


def shown(box: Box) -> Shown | None:
    """None where the cell holds a text."""
    bare = box.text.replace(",", "")
    digits = bare.removesuffix("%")
    whole, point, decimals = digits.partition(".")
    if not (whole.removeprefix("-") + decimals).isdigit() or (point and not decimals):
        return None
    if len(whole) > 1 and whole.startswith("0"):
        return None
    percent = bare.endswith("%")
    code = "#,##0" if "," in box.text else "0" if whole else "#"
    code += "." + "0" * len(decimals) if decimals else ""
    if box.stored is not None:
        return Shown(float(box.stored), code + "%" * percent)
    # One division by a power of ten: the number nearest to what is printed, as Excel stores it.
    number = int(whole.removeprefix("-") + decimals) / 10 ** (len(decimals) + 2 * percent)
    return Shown(-number if whole.startswith("-") else number, code + "%" * percent)
