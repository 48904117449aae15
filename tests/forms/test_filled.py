"""Empty forms of every place: empty as they are, clean when they are filled in."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from json import dumps
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.forms import docx_form, normalised_form, xlsx_form
from sheetlint.forms.blank_form import BlankForm, PrefilledFields, make_blank_form
from sheetlint.intake.find_sources import find_sources
from sheetlint.messages.text import Text
from sheetlint.profiles import Choice, Profiles
from sheetlint.report.form.grid import Form
from sheetlint.report.form.sheet_form import build_form
from sheetlint.rules.registry import load
from sheetlint.run.check_files import check_files
from sheetlint.run.plan import Plan
from sheetlint.run.results import Report
from tests.office_suite import convert, needs_office_suite

PROFILES = Profiles()
REGISTRY = load()
SHIPPED = PROFILES.names
WRITERS: dict[str, Callable[[BlankForm, str], bytes]] = {
    "xlsx": xlsx_form.write_xlsx,
    "docx": docx_form.write_docx,
    "yaml": normalised_form.write_yaml,
    "json": normalised_form.write_json,
}
CONTENT = {
    "数量指标": ("培训场次", "=12场", "12场"),
    "质量指标": ("培训合格率", "≥95%", "96%"),
    "时效指标": ("培训按时完成率", "≥95%", "96%"),
    "成本指标": ("培训人均成本", "≤500元", "500元"),
    "经济成本指标": ("培训人均成本", "≤500元", "500元"),
    "社会成本指标": ("误工人均成本", "≤100元", "100元"),
    "生态环境成本指标": ("教材用纸成本", "≤20元", "20元"),
    "经济效益指标": ("学员人均增收", "≥3000元", "3100元"),
    "社会效益指标": ("带动就业人数", "≥300人", "310人"),
    "生态效益指标": ("绿色种植面积", "≥500亩", "510亩"),
    "可持续影响指标": ("学员持续从业年限", "≥3年", "3年"),
    "服务对象满意度指标": ("参训人员满意度", "≥90%", "92%"),
}
MEASURE = re.compile("([≥≤=])([0-9]+)(.+)")
OTHERS = (
    ("培训场次", "=12场", "12场"), ("培训合格率", "≥95%", "96%"), ("参训人员满意度", "≥90%", "92%"),
)  # fmt: skip
"""Where the form has no second level."""


def made(profile: str, **given: Any) -> BlankForm:
    return make_blank_form(
        PROFILES.load(profile), PROFILES.own_values(profile), PrefilledFields(**given)
    )


def checked(path: Path, profile: str) -> Report:
    choice = Choice(PROFILES.load(profile), Text("指定", "named"))
    return check_files(
        find_sources([str(path)]), Plan(RunConfiguration(), REGISTRY, PROFILES, choice)
    )


def said(report: Report) -> list[tuple[str, str, str]]:
    return [
        (f.check.code, f.message.zh, f.where.label_text)
        for _, f in report.findings()
        if f.severity != "info"
    ]


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("profile", SHIPPED)
def test_an_empty_form_is_known_for_one(profile: str, form: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{form}"
    path.write_bytes(WRITERS[form](made(profile), "zh"))
    assert [(code, text) for code, text, _ in said(checked(path, profile))] == [
        ("RD002", "空白表，没有填写")
    ]


# ── filled in ───────────────────────────────────────────────────────────────────────────────────


def filling(what: BlankForm) -> dict[str, str]:
    """A sheet in which all is well, field by field."""
    sheet = what.sheet
    values = {
        "year": "（2024年度）",
        "project": "农村实用人才培训项目",
        "department": "东川市农业农村局",
        "unit": "东川市农民培训中心",
        "planned": "全年培训农村实用人才，带动就业。",
        "actual": "全年培训农村实用人才，带动就业，各项指标全部完成。",
        "funds.total.note": "",
    }
    for index, row in enumerate(sheet.funds):
        key = "total" if row.source == "total" else str(index)
        amount = "120000.00" if index < 2 else "0.00"
        for role in ("initial", "budget", "executed"):
            values[f"funds.{key}.{role}"] = amount
        if not row.rate.raw and index < 2:
            plain_rate = what.profile.data["funds"].get("rate_percent_sign") is False
            values[f"funds.{key}.rate"] = "100.00" if plain_rate else "100.00%"
    if points := execution(what):
        values |= {f"funds.total.{role}": f"{points}" for role in ("weight", "score")}
    weights = shared(what)
    for index, row in enumerate(sheet.indicators):
        at = f"indicators.{index}."
        if weights[index] == "0":
            # Fewer points than rows: nobody fills in the others.
            continue
        name, target, actual = CONTENT.get(row.level2.text) or OTHERS[index % 3]
        name = name if row.level2.text else row.level1.text + name
        values |= {
            at + "level3": name,
            at + "target": target,
            at + "actual": actual,
            at + "weight": weights[index],
            at + "score": weights[index],
        }
        if "sign" in sheet.columns:
            sign, figure, unit = MEASURE.fullmatch(target).groups()
            values |= {at + "sign": sign, at + "target": figure, at + "measure": unit}
            values[at + "actual"] = actual.removesuffix(unit)
        if "item_score" in sheet.columns:
            values[at + "item_score"] = "100"
        if "coefficient" in sheet.columns:
            values[at + "coefficient"] = "1"
        if "deduction" in sheet.columns:
            values[at + "deduction"] = "0"
    values |= {"total.weight": "100", "total.score": "100"}
    values |= {value.path: "无" for _, value in sheet.remarks}
    return {path: text for path, text in values.items() if text}


def execution(what: BlankForm) -> int:
    """Points in the funds block; ten where the place is known to have some, and not how many."""
    if what.budget is not None:
        return int(what.budget)
    return 10 if "weight" in what.sheet.fund_columns else 0


def shared(what: BlankForm) -> list[str]:
    """The points of each level over its rows, in whole points."""
    rows = [row.level1.text for row in what.sheet.indicators]
    levels = list(dict.fromkeys(rows))
    rest = 100 - execution(what)
    points = {level: int(what.points.get(level, 0)) for level in levels}
    if not any(points.values()):
        points = {level: rest * rows.count(level) // len(rows) for level in levels}
        points[levels[0]] += rest - sum(points.values())
    weights = []
    for level in levels:
        count = rows.count(level)
        each, more = divmod(points[level], count)
        weights += [str(each + (number < more)) for number in range(count)]
    return weights


def in_workbook(data: bytes, form: Form, values: dict[str, str]) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(data))
    page = book.worksheets[0]
    for path, text in values.items():
        box = form.find_cell(path)
        if box is None:
            continue
        cell = page.cell(box.row + 1, box.column + 1)
        if cell.data_type == "f":
            continue
        figure = path.startswith(("funds.", "indicators.")) and path.endswith(
            ("initial", "budget", "executed", "weight", "score")
        )
        cell.value = float(text) if figure else text
        if not figure:
            cell.data_type = "s"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def in_document(data: bytes, form: Form, values: dict[str, str]) -> bytes:
    opened = docx.Document(io.BytesIO(data))
    cells = [row.cells for row in opened.tables[0].rows]
    for path, text in values.items():
        box = form.find_cell(path)
        if box is None:
            continue
        if path == "year":
            opened.paragraphs[1].runs[0].text = text
        else:
            cell = cells[box.row - 2][box.column]
            cell.paragraphs[0].runs[0].text = text
    stream = io.BytesIO()
    opened.save(stream)
    return stream.getvalue()


def in_plain(what: BlankForm, values: dict[str, str]) -> bytes:
    data = normalised_form.dump_form(what)
    (sheet,) = data["files"][0]["sheets"]
    keys = [
        (row["source"] == "total" and "total") or str(i) for i, row in enumerate(sheet["funds"])
    ]
    for path, text in values.items():
        holder: Any = sheet
        head, _, rest = path.partition(".")
        if path in ("planned", "actual"):
            holder, rest = sheet["objectives"], path
        elif head == "funds":
            key, _, rest = rest.partition(".")
            holder = sheet["funds"][keys.index(key)]
        elif head == "indicators":
            key, _, rest = rest.partition(".")
            holder = sheet["indicators"][int(key)]
        elif head in ("total", "remarks"):
            holder = sheet[head]
        else:
            rest = head
        if rest in holder:
            # Rates are fractions there.
            holder[rest] = "2024" if path == "year" else "1" if rest == "rate" else text
    return dumps(data, ensure_ascii=False).encode()


@pytest.mark.parametrize("profile", SHIPPED)
def test_a_document_that_is_filled_in_checks_clean(profile: str, tmp_path: Path) -> None:
    what = made(profile)
    path = tmp_path / "a.docx"
    form = build_form(what.sheet)
    path.write_bytes(in_document(docx_form.write_docx(what, "zh"), form, filling(what)))
    assert said(checked(path, profile)) == []


@pytest.mark.parametrize("profile", SHIPPED)
def test_a_normalised_document_that_is_filled_in_checks_clean(profile: str, tmp_path: Path) -> None:
    what = made(profile)
    path = tmp_path / "a.json"
    path.write_bytes(in_plain(what, filling(what)))
    assert said(checked(path, profile)) == []


@needs_office_suite
def test_workbooks_that_are_filled_in_and_calculated_check_clean(tmp_path: Path) -> None:
    """All of them in one run of the office suite: starting it is what takes time."""
    for profile in SHIPPED:
        what = made(profile)
        data = in_workbook(xlsx_form.write_xlsx(what, "zh"), build_form(what.sheet), filling(what))
        (tmp_path / f"{profile}.xlsx").write_bytes(data)
    convert([tmp_path / f"{profile}.xlsx" for profile in SHIPPED], "xlsx", tmp_path / "out")
    problems = {
        profile: said(checked(tmp_path / "out" / f"{profile}.xlsx", profile)) for profile in SHIPPED
    }
    assert {
        profile: find_sources for profile, find_sources in problems.items() if find_sources
    } == {}
