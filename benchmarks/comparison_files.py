"""What stands beside the submissions: the list of projects, and the text of the accounts."""

from __future__ import annotations

import io
import re
import zipfile
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from unit_names import CITY, YEAR, Name

EPOCH = (1980, 1, 1, 0, 0, 0)
_GRADES = ((Decimal(90), "优"), (Decimal(80), "良"), (Decimal(60), "中"), (Decimal(0), "差"))


class Project(NamedTuple):
    """What the list and the accounts say of a sheet; figures are None where the form has none."""

    name: Name
    whole: bool
    """Of the whole unit, which is no project of the list."""
    budget: Decimal | None
    total: Decimal | None


def roster(every: tuple[Project, ...]) -> bytes:
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "constant_memory": True})
    page = book.add_worksheet("项目清单")
    page.write_row(0, 0, ("序号", "主管部门", "单位", "项目名称", "预算数（元）"))
    for number, project in enumerate((p for p in every if not p.whole), 1):
        budget = "" if project.budget is None else f"{project.budget:.2f}"
        name = project.name
        page.write_row(number, 0, (number, name.department, name.unit, name.project, budget))
    book.close()
    return timeless(stream.getvalue())


def accounts(every: tuple[Project, ...]) -> bytes:
    """The sentence with count, amount, average and grades."""
    import docx

    listed = [project for project in every if not project.whole]
    amount = sum((p.budget for p in listed if p.budget is not None), Decimal(0)) / 10_000
    totals = [p.total for p in listed if p.total is not None]
    average = (sum(totals, Decimal(0)) / max(1, len(totals))).quantize(
        Decimal("0.01"), ROUND_HALF_UP
    )
    graded = [next(grade for least, grade in _GRADES if total >= least) for total in totals]
    grades = "、".join(f"{grade} {graded.count(grade)} 个" for _, grade in _GRADES)
    document = docx.Document()
    document.add_paragraph(f"{CITY}{YEAR}年度部门决算说明")
    document.add_paragraph(
        f"{YEAR}年度，我市对 {len(listed)} 个项目开展绩效自评，涉及资金 {amount:.2f} 万元，"
        f"平均得分 {average} 分，其中{grades}。"
    )
    stream = io.BytesIO()
    document.save(stream)
    return timeless(stream.getvalue())


def timeless(data: bytes) -> bytes:
    """The package without the moment of writing, which office libraries put into it."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for entry in old.infolist():
            content = re.sub(
                rb"20\d\d-\d\d-\d\dT[\d:.]+Z?", b"2025-01-01T00:00:00Z", old.read(entry)
            )
            new.writestr(zipfile.ZipInfo(entry.filename, EPOCH), content, entry.compress_type)
    return stream.getvalue()
