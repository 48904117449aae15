"""A clean sheet is spoiled at one cell, in every format: found at that cell, and nothing else.

Nothing else is reported as an error: what merely follows from the spoiled cell is folded under it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.intake.source import Source
from sheetlint.profiles import Profiles
from sheetlint.rules.check import ERROR, INFO
from sheetlint.rules.registry import Registry
from sheetlint.run.check_files import check_source
from sheetlint.run.plan import Plan
from sheetlint.run.results import FileReport, ReportedFinding
from tests.text_forms import draw, place_in
from tests.writing.formats import SUFFIX, WRITERS

ROWS = [
    "产出指标 | 数量指标 | 康复训练人次 | ≥1500人次 | 1530人次 | 20 | 20 |",
    "产出指标 | 质量指标 | 服务合格率 | ≥95% | 98% | 15 | 15 |",
    "产出指标 | 时效指标 | 按时完成率 | =100% | 96% | 15 | 14.4 | 因台风停训两周，部分课时延后；下一步将提前安排补训",
    "效益指标 | 社会效益指标 | 惠及家庭户数 | ≥300户 | 320户 | 30 | 30 |",
    "满意度指标 | 服务对象满意度指标 | 服务对象满意度 | ≥90% | 95% | 10 | 10 |",
]
SHEET = {"rows": ROWS, "total": {"weight": "100", "score": "99.29"}}
FORMATS = sorted(WRITERS)

# field spoiled, what is written there, code expected, field where it must be found (if another)
SPOILED = [
    ("funds.total.rate", "97.88%", "FD002", ""),
    ("funds.total.rate", "89.88%", "FD002", ""),
    ("funds.total.score", "9.98", "FD003", ""),
    ("funds.total.score", "8.89", "FD003", ""),
    ("total.score", "99.92", "AR020", ""),
    ("total.score", "199.29", "AR020", ""),
    ("total.score", "", "ST005", ""),
    ("indicators.2.note", "", "NT001", ""),
    ("indicators.2.note", "无", "NT002", ""),
    ("indicators.0.weight", "30", "AR001", ""),
    ("indicators.1.weight", "5", "AR001", ""),
    ("indicators.3.weight", "3", "AR001", ""),
    ("indicators.0.weight", "0", "AR004", ""),
    ("funds.total.weight", "20", "FD008", ""),
    ("indicators.0.score", "12", "ID006", ""),
    ("indicators.1.score", "51", "AR010", ""),
    ("indicators.1.score", "-15", "AR011", ""),
    ("indicators.1.score", "", "AR012", ""),
    ("indicators.2.score", "15", "ID005", ""),
    ("indicators.2.score", "14.9", "ID001", ""),
    ("indicators.0.actual", "", "ST009", ""),
    ("indicators.0.actual", "1130人次", "ID005", "indicators.0.score"),
    ("indicators.0.target", "", "ST009", ""),
    ("project", "", "ST002", ""),
    ("unit", "", "ST002", ""),
    ("year", "（ 年度）", "ST001", ""),
    ("planned", "", "ST010", ""),
    ("actual", "43.2", "ST010", ""),
    ("money_unit", "项目资金（万元）", "UN002", ""),
    ("funds.total.executed", "65961217.00", "FD001", ""),
    ("funds.total.budget", "67607470.00", "FD001", ""),
    ("funds.1.executed", "46961217.00", "FD001", ""),
    ("funds.total.executed", "5 69,61217", "UN004", ""),
    ("funds.total.rate", "", "ST003", ""),
    ("indicators.3.score", "三十", "UN004", ""),
]


# the same, where the spoiled cell is no error by itself
WARNED = [
    ("indicators.0.actual", "3061人次", "NT006", "indicators.0.note"),
    ("indicators.0.actual", "1530小时", "ID015", ""),
    ("indicators.0.target", "0人次", "ID009", ""),
    ("indicators.1.score", "14.7", "ID006", ""),
    ("indicators.2.level3", "预算执行率", "ID020", ""),
]


@pytest.fixture(scope="module")
def plan(registry: Registry, profiles: Profiles) -> Plan:
    return Plan(RunConfiguration(), registry, profiles)


def checked(folder: Path, form: str, edits: dict[str, str], plan: Plan) -> FileReport:
    path = folder / f"自评表{SUFFIX[form]}"
    path.write_bytes(WRITERS[form](draw(SHEET, edits)))
    return check_source(Source(str(path)), plan)


def errors(report: FileReport) -> list[ReportedFinding]:
    return [found for found in report.findings if found.severity == ERROR]


@pytest.mark.parametrize("form", FORMATS)
def test_the_sheet_is_clean(form: str, tmp_path: Path, plan: Plan) -> None:
    report = checked(tmp_path, form, {}, plan)
    assert len(report.sheets) == 1
    assert [(f.check.code, f.message.zh) for f in report.findings] == []
    assert report.verdict == "pass"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("field", "text", "code", "elsewhere"), SPOILED, ids=lambda value: value or "empty"
)
def test_spoiled(
    form: str, field: str, text: str, code: str, elsewhere: str, tmp_path: Path, plan: Plan
) -> None:
    report = checked(tmp_path, form, {field: text}, plan)
    found = errors(report)
    said = [(f.check.code, f.where.label_text, f.message.zh) for f in found]
    assert [f.check.code for f in found] == [code] or code == "UN002", said
    (match,) = [f for f in report.findings if f.check.code == code]
    wanted = place_in(draw(SHEET), elsewhere or field, form)
    assert {key: getattr(match.where, key) for key in wanted} == wanted, said
    if code == "UN002":
        assert said == []


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("field", "text", "code", "elsewhere"), WARNED)
def test_spoiled_a_little(
    form: str, field: str, text: str, code: str, elsewhere: str, tmp_path: Path, plan: Plan
) -> None:
    report = checked(tmp_path, form, {field: text}, plan)
    (found,) = [f for f in report.findings if f.severity != INFO]
    assert found.check.code == code, found.message.zh
    wanted = place_in(draw(SHEET), elsewhere or field, form)
    assert {key: getattr(found.where, key) for key in wanted} == wanted
