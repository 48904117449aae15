"""The levels that the checks of structure look for, with their English names."""

from sheetlint_checks.arithmetic.levels import EFFECT, OUTPUT

REQUIRED_FIRST_LEVELS = {OUTPUT: "output", EFFECT: "effect"}
REQUIRED_SECOND_LEVELS = {"数量": "quantity", "质量": "quality"}
