"""The shipped profiles as modules, made of their files by ``make readme``.

Python reads a module in a tenth of the time that TOML takes.  Each holds what the file says, without
its parents, its evidence, and the signs by which it is recognised: these stand together in
``shipped``.
"""

from __future__ import annotations

import sys
from typing import Any

from sheetlint.profiles.shipped import SHIPPED


def ready(name: str) -> dict[str, Any]:
    """What the file of a shipped profile says."""
    module = f"{__name__}.{module_name(name)}"
    __import__(module)
    data: dict[str, Any] = sys.modules[module].DATA
    return {**data, **SHIPPED.get(name, {})}


def module_name(name: str) -> str:
    return name.replace("-", "_")
