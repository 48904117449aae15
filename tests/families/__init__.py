"""Random clean sheets of every family of forms, each with the document that must be read of it.

A family is a module with ``draw(pick)``.  ``tests.writing`` writes what it draws in every format.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.families import (
    chongqing,
    hubei,
    hunan,
    national,
    poverty,
    sichuan,
    split,
    transfer,
)
from tests.families.drawn import Drawn

FAMILIES: dict[str, Callable[[random.Random], Drawn]] = {
    "national": national.draw,
    "split": split.draw,
    "sichuan": sichuan.draw,
    "hubei": hubei.draw,
    "poverty": poverty.draw,
    "transfer": transfer.draw,
    "chongqing": chongqing.draw,
    "hunan": hunan.draw,
}

__all__ = ["FAMILIES", "Drawn"]
