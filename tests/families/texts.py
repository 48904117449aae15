"""The prose of a sheet."""

from __future__ import annotations

import random

from tests.families.printed import Printed

PLANNED = (
    "为服务对象提供康复训练，改善生活质量。",
    "1.完成年度采购任务；\n2.保障人员经费足额发放。",
    "完成第一阶段建设任务，按计划推进\n各项工作。",
)
DONE = (
    "全年为服务对象提供康复训练1530人次，生活质量明显改善。",
    "1.采购任务已完成；\n2.人员经费足额发放。",
    "第一阶段建设任务全部完成，各项工作\n按计划推进。",
)
UNSPENT = "因合同尾款下年支付，资金有结余。"


def planned(pick: random.Random) -> Printed:
    return _prose(pick.choice(PLANNED))


def done(pick: random.Random, unspent: bool) -> Printed:
    """``unspent``: with a word on why money is left, where no other cell could hold it."""
    return _prose(pick.choice(DONE) + (UNSPENT if unspent else ""))


def _prose(text: str) -> Printed:
    """A break between two Chinese characters is a wrap, any other one stays as a blank."""
    parts = text.split("\n")
    value = parts[0]
    for part in parts[1:]:
        wrap = value[-1] >= "\u2e80" and part[0] >= "\u2e80"
        value += part if wrap else f" {part}"
    return Printed(text, value)
