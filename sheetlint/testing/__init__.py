"""The public kit for authors of checks: builds sheets and runs the cases of a check.

A case is a clean sheet with a few cells changed, and the findings that are expected::

    - name: 执行率错一位
      set: {funds.total.rate: 97.88%}
      expect: [{at: funds.total.rate, severity: error, expected: [98.88%]}]
    - name: 正确
      expect: []

``rows`` replaces the indicator table (``一级 | 二级 | 三级 | 指标值 | 完成值 | 分值 | 得分 | 说明``),
``funds`` the funds block (``来源 | 名称 | 年初 | 全年 | 执行 | 分值 | 执行率 | 得分 | 说明``), and
``profile`` names the profile (``national-2020`` by default), and ``parameters`` changes single values
of it (``{funds.over_budget: allow}``).  Fields that only some forms have:
``headline`` (the total in the head), ``level_points`` (``{产出指标: 50}``), ``subtotals``
(``{产出指标: {score: 48}}``), ``details`` (``{联系电话: …}``), ``extra`` (``{0: {deduction: 2}}``, by row), ``misplaced`` (``{2: 时效指标}``), ``heads`` (headings), ``family``.

A case of a check across sheets has ``sheets`` instead: each is a clean sheet with its changes, with
``file`` (``1.xlsx``, ``2.xlsx`` … by default), ``bytes`` (files with the same are copies) and
``times`` (the number of such sheets; their projects are numbered).  They are compared with
``last_year`` and ``targets`` (sheets again), ``roster`` (``项目 | 单位 | 部门 | 编码 | 预算数``) and
``summary`` (a text)::

    - name: 同一项目两张
      sheets: [{project: 道路养护}, {project: 道路养护}, {project: 桥梁检测}]
      expect: [{severity: error, files: [1.xlsx, 2.xlsx]}]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from sheetlint.messages.text import Text
from sheetlint.profiles import DEFAULT, Profile, Profiles
from sheetlint.recognise.values import text_value
from sheetlint.rules.check import Crash, FileReading, Skip
from sheetlint.rules.decide import Decision
from sheetlint.rules.engine import ResolvedFinding, check_batch, check_file, check_sheet
from sheetlint.rules.registry import Registry
from sheetlint.rules.shape import validate_shape
from sheetlint.sheet.sheet import ReadingNote
from sheetlint.sheet.value import PRESENT, Value
from sheetlint.sheet.where import Where
from sheetlint.testing.crosscheck import build_batch
from sheetlint.testing.sheets import CLEAN_SHEET, build_sheet

__all__ = ["CLEAN_SHEET", "Case", "build_batch", "build_sheet", "read_cases", "run_case"]


class Case(NamedTuple):
    """One case of one check."""

    code: str
    name: str
    data: Mapping[str, Any]

    @property
    def expect(self) -> list[Mapping[str, Any]]:
        return list(self.data.get("expect", ()))


def read_cases(folder: Path) -> Iterator[Case]:
    """The cases of every ``CODE.yml`` in the folder."""
    import yaml

    # A thousand cases take a second less with the parser in C, which not every build has.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    for path in sorted(folder.glob("*.yml")):
        for data in yaml.load(path.read_text(encoding="utf-8"), loader):
            yield Case(path.stem, str(data["name"]), data)


def run_case(
    case: Case, registry: Registry, profiles: Profiles | None = None
) -> list[ResolvedFinding]:
    """The findings of the case's check; the other checks are not run."""
    # Selected by code, so that a check which is off by default runs too.
    decision = Decision(select=(case.code,))
    if "file" in case.data:
        return [f for f in check_file(_build_file_reading(case.data["file"]), registry, decision)
                if f.check.code == case.code]  # fmt: skip
    check = next(check for check in registry.checks if check.code == case.code)
    if "crash" in case.data:
        at = Value("title", "项目支出绩效自评表", PRESENT, where=Where(("表名",)))
        crash = Crash("FD002", str(case.data["crash"]), at)
        return [ResolvedFinding(check, f, f.severity or check.severity) for f in check.run(crash)]
    if "skip" in case.data:
        reason = str(case.data["skip"])
        skip = Skip("FD002", Text(reason, reason))
        return [ResolvedFinding(check, f, f.severity or check.severity) for f in check.run(skip)]
    profile = _load_profile(case, profiles or Profiles())
    decision = decision.with_profile(profile.severities, profile.mandatory)
    if "sheets" in case.data:
        return list(check_batch(build_batch(case.data), profile, registry, decision).found)
    sheet = validate_shape(build_sheet(case.data), profile)
    return list(check_sheet(sheet, profile, registry, decision, only=(case.code,)).found)


def _load_profile(case: Case, profiles: Profiles) -> Profile:
    profile = profiles.load(str(case.data.get("profile", DEFAULT)))
    for key, value in dict(case.data.get("parameters", {})).items():
        profile = profile.with_value(key, value)
    return profile


def _build_file_reading(data: Mapping[str, Any]) -> FileReading:
    at = Value("file", where=Where(("文件",)))
    reason, note = data.get("unreadable"), data.get("note")
    return FileReading(
        at,
        (Text(reason, reason), Text("重新保存", "save it again")) if reason else None,
        int(data.get("sheets", 0)),
        int(data.get("empty_forms", 0)),
        tuple(ReadingNote(Text(t, t), at) for t in data.get("hidden", ())),
        Text(note, note) if note else None,
        tuple(_build_project(str(name)) for name in data.get("listed", ())),
        tuple(_build_project(str(name)) for name in data.get("projects", ())),
    )


def _build_project(name: str) -> Value:
    return text_value("project", name, Where(("项目名称",)))
