"""What a sheet says, before any form lays it out, and the document that must be read of it."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any, NamedTuple

from tests.families import texts
from tests.families.figures import Money, points
from tests.families.funds import Funds
from tests.families.printed import NOTHING, Printed, same, wrapped
from tests.families.rows import Line, Points, Rows

YEARS = range(2019, 2026)
PROJECTS = (
    "残疾人康复服务项目", "51000021R000000019951-工资性支出", "道路养护（二期）工程", "A 类 设备购置",
    "昌州财行（2022）10号 公用经费", "教育改革试点经费_代编",
)  # fmt: skip
DEPARTMENTS = (
    "219-省农业农村厅",
    "[155]临江县水利局",
    "314002-市民政局本级",
    "江东省教育厅（部门）",
)
UNITS = ("219301-省种子站", "高坪镇人民政府", "临江县河道管理所", "市康复中心（本级）", "本单位")


class Content(NamedTuple):
    """All fields of a sheet.  What a family's form does not print is ``NOTHING`` here."""

    title: Printed
    year: Printed
    project: Printed
    department: Printed
    unit: Printed
    money_unit: str | None
    funds: Funds
    planned: Printed
    actual: Printed
    lines: tuple[Line, ...]
    weight: Printed
    score: Printed
    grade: Printed = NOTHING
    remarks: Mapping[str, str] = {}

    def document(self) -> dict[str, Any]:
        """As ``extract`` must give it, under the profile ``p``."""
        return {
            "title": self.title.value,
            "year": None if self.year.value is None else int(self.year.value),
            "project": self.project.value,
            "department": self.department.value,
            "unit": self.unit.value,
            "money_unit": self.money_unit,
            "profile": "p",
            "funds": [row.document() for row in self.funds.rows],
            "objectives": {"planned": self.planned.value, "actual": self.actual.value},
            "indicators": [line.document() for line in self.lines],
            "total": {"weight": self.weight.value, "score": self.score.value},
            "grade": self.grade.value,
            "remarks": dict(self.remarks),
        }


def filled(
    pick: random.Random,
    style: Money,
    block: Funds,
    levels: Points,
    *,
    split: bool = False,
    weighed: bool = True,
    scored: bool = True,
    noted: bool = True,
) -> Content:
    """Everything but the heading.  The form says which of it has a place."""
    year = pick.choice(YEARS)
    rows = Rows(pick, year, split=split, weighed=weighed, scored=scored, noted=noted)
    rows.add(levels)
    total = rows.earned + block.earned
    whole = pick.choice((same("100"), same("100"), same("100.00"), NOTHING))
    explained = any(fund.cells.get("note", NOTHING).text for fund in block.rows[:1])
    return Content(
        title=NOTHING,
        year=same(str(year)),
        project=wrapped(pick.choice(PROJECTS), pick),
        department=same(pick.choice(DEPARTMENTS)),
        unit=same(pick.choice(UNITS)),
        money_unit=style.unit,
        funds=block,
        planned=texts.planned(pick),
        actual=texts.done(pick, block.lost and not explained),
        lines=tuple(rows.lines),
        weight=whole if scored and weighed else NOTHING,
        score=points(total, pick) if scored else NOTHING,
        grade=same("优") if scored and total >= 90 and pick.random() < 0.2 else NOTHING,
    )
