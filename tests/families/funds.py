"""The funds block: a total, its parts, and what the execution rate earns."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from tests.families.figures import Money, half_up, points, rate
from tests.families.printed import NOTHING, Printed, name, nothing, same

AMOUNTS = ("initial", "budget", "executed")
FIELDS = (*AMOUNTS, "weight", "rate", "score", "note")
Part = tuple[str, tuple[str, ...]]
"""What a part is a source of, and its labels."""
PARTS: tuple[Part, ...] = (
    (
        "fiscal",
        ("其中：当年财政拨款", "其中:本年财政拨款", "当年财政拨款", "其中：财政拨款", "财政资金"),
    ),
    ("carryover", ("上年结转资金", "   上年结转资金", "\u00a0\u00a0上年结转资金", "上年结转")),
    ("other", ("其他资金", "  其他资金", "其他资金（包括以前年度结转资金）", "单位资金")),
)
TOTALS = (
    "年度资金总额",
    "年度资金总额：",
    "年度资金总额:",
    "年度总金额",
    "总额",
    "合计",
    "资金总额",
)
REASONS = (
    "因合同尾款下年支付，资金有结余，下一步加快支付进度",
    "年中追加专项，部分尾款下年支付，将督促合同执行",
)


class Fund(NamedTuple):
    """A row of the block."""

    source: str
    label: Printed
    cells: Mapping[str, Printed]

    def document(self) -> dict[str, str | None]:
        cells = {name: self.cells.get(name, NOTHING).value for name in FIELDS}
        return {
            "source": self.source,
            "label": self.label.value,
            **cells,
            "note": cells["note"] or "",
        }


class Funds(NamedTuple):
    rows: tuple[Fund, ...]
    earned: Decimal
    lost: bool
    """Points were lost, or would be where the form gave any."""
    expected_warnings: frozenset[str] = frozenset()
    """FD014 where a part repeats the points of the total."""


def funds(
    pick: random.Random,
    style: Money,
    *,
    full: int | None = 10,
    totals: Sequence[str] = TOTALS,
    parts: Sequence[Part] = PARTS,
    initial: bool = True,
    weighed: bool = True,
    percent_header: bool = False,
    note: bool = False,
) -> Funds:
    """``full`` points for the execution; None where the form gives none."""
    budget = style.amount(pick)
    executed = budget if pick.random() < 0.4 else _share(budget, pick, style)
    quotient = Fraction(executed) / Fraction(budget)
    earned = Decimal(0) if full is None else half_up(full * quotient)
    lost = executed < budget
    # An adjustment of more than a fifth would have to be explained.
    first = budget if pick.random() < 0.5 else _share(budget, pick, style, 850)
    allotted = _split(budget, len(parts), pick, style)
    spent = _spent(allotted, executed, style)
    split = [_split(first, len(parts), pick, style), allotted, spent]
    started = initial and pick.random() < 0.9
    total = _amounts((first, budget, executed), style, pick, started, whole=True)
    total["rate"] = rate(quotient, pick, percent_header)
    if full is not None:
        total["score"] = points(earned, pick)
        # A form without the column prints the points in the block's label.
        total["weight"] = same(str(full))
    if note:
        total["note"] = same(pick.choice(REASONS)) if lost else same(pick.choice(("", "无", "/")))
    rows = [Fund("total", _label(pick.choice(totals)), total)]
    repeated = full is not None and len(parts) > 0 and pick.random() < 0.2
    rated = pick.random() < 0.4
    for number, (source, labels) in enumerate(parts):
        values = tuple(column[number] for column in split)
        cells = _amounts(values, style, pick, started)
        ratio = Fraction(values[2]) / Fraction(values[1]) if values[1] else None
        cells["rate"] = rate(ratio, pick, percent_header) if rated and ratio else nothing(pick)
        if full is not None:
            twice = repeated and number == 0
            cells["score"] = total["score"] if twice else nothing(pick)
            if weighed:
                cells["weight"] = total["weight"] if twice else nothing(pick)
        if note:
            cells["note"] = same(pick.choice(("", "/")))
        rows.append(Fund(source, _label(pick.choice(labels)), cells))
    return Funds(tuple(rows), earned, lost, frozenset({"FD014"} if repeated and earned else ()))


def _amounts(
    values: Sequence[Decimal],
    style: Money,
    pick: random.Random,
    initial: bool,
    whole: bool = False,
) -> dict[str, Printed]:
    """A part without money may print a mark; the total row says 0."""
    cells = {}
    for role, value in zip(AMOUNTS, values, strict=True):
        blank = not (value or whole) and pick.random() < 0.4
        cells[role] = nothing(pick) if blank else style.printed(value, pick)
    return cells if initial else {**cells, "initial": NOTHING}


def _share(whole: Decimal, pick: random.Random, style: Money, least: int = 300) -> Decimal:
    return half_up(Fraction(whole) * pick.randint(least, 1000) / 1000, style.places)


def _split(whole: Decimal, count: int, pick: random.Random, style: Money) -> list[Decimal]:
    """Most of it in the first part, now and then all of it."""
    if not count:
        return []
    parts = [Decimal(0)] * count
    for number in range(count - 1, 0, -1):
        if pick.random() < 0.4:
            parts[number] = half_up(Fraction(whole) * pick.randint(1, 300) / 1000, style.places)
    parts[0] = whole - sum(parts)
    return parts


def _spent(allotted: Sequence[Decimal], executed: Decimal, style: Money) -> list[Decimal]:
    """Nearly in proportion; no part spends more than it has."""
    ratio = Fraction(executed) / Fraction(sum(allotted) or 1)
    parts = []
    left, behind = executed, sum(allotted)
    for value in allotted:
        behind -= value
        part = half_up(Fraction(value) * ratio, style.places)
        parts.append(max(min(part, left, value), left - behind))
        left -= parts[-1]
    return parts


def _label(text: str) -> Printed:
    return Printed(text, name(text).value.strip().rstrip(":："))
