"""The rule pack: an ordinary plug-in of the engine, one module a check.

The list is explicit: what is in the pack can be read here, and nothing is found by accident.
"""

_READING: tuple[str, ...] = ()
_TOOL: tuple[str, ...] = ()
_STRUCTURE: tuple[str, ...] = ()
_FUNDS: tuple[str, ...] = ("rate_mismatch",)
_UNITS: tuple[str, ...] = ()
_ARITHMETIC: tuple[str, ...] = ()
_INDICATORS: tuple[str, ...] = ()
_NOTES: tuple[str, ...] = ()

MODULES = (
    *(f"sheetlint_checks.reading.{name}" for name in _READING),
    *(f"sheetlint_checks.tool.{name}" for name in _TOOL),
    *(f"sheetlint_checks.structure.{name}" for name in _STRUCTURE),
    *(f"sheetlint_checks.funds.{name}" for name in _FUNDS),
    *(f"sheetlint_checks.units.{name}" for name in _UNITS),
    *(f"sheetlint_checks.arithmetic.{name}" for name in _ARITHMETIC),
    *(f"sheetlint_checks.indicators.{name}" for name in _INDICATORS),
    *(f"sheetlint_checks.notes.{name}" for name in _NOTES),
)
