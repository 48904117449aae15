"""What a place demands of the sheet's own fields, in Cerberus' words."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from sheetlint.profiles import BadProfile, Profile, Profiles
from sheetlint.profiles.field_requirements import find_violations
from sheetlint.rules.decide import Decision
from sheetlint.rules.engine import check_sheet
from sheetlint.rules.registry import Registry
from sheetlint.rules.shape import validate_shape
from sheetlint.testing import build_sheet

CODE = '[schema.details."项目编码"]\nrequired = true\nregex = "\\\\d{6}-\\\\d{4}"\n'
HEADS = ["年初预算数"]
"""A sheet with headings was read from a table, and has a head where labels may stand."""


def profile(folder: Path, text: str, name: str = "xian") -> Profile:
    (folder / f"{name}.toml").write_text(f'extends = "national-2020"\n{text}', encoding="utf-8")
    return Profiles([str(folder)]).load(name)


def problems(folder: Path, text: str, **data: Any) -> list[tuple[str, str, str, str]]:
    sheet = build_sheet({"heads": HEADS, **data})
    return [
        (found.code, found.path, found.message.zh, found.message.en)
        for found in find_violations(sheet, profile(folder, text))
        if found.message is not None
    ]


@pytest.mark.parametrize("code", ["410122-2023", "000000-0000"])
def test_a_code_that_fits(code: str, tmp_path: Path) -> None:
    assert problems(tmp_path, CODE, details={"项目编码": code}) == []
    assert problems(tmp_path, CODE, details={"项目编码：": code}) == []


def test_a_code_that_does_not_fit(tmp_path: Path) -> None:
    assert problems(tmp_path, CODE, details={"项目编码": "2023-17"}) == [
        (
            "ST002",
            "details.项目编码",
            "“项目编码”写的是“2023-17”，应符合格式 \\d{6}-\\d{4}",
            "项目编码 is “2023-17”; it must match \\d{6}-\\d{4}",
        )
    ]
    assert problems(tmp_path, CODE, details={"项目编码": "410122-2023号"}) != []


@pytest.mark.parametrize("details", [{}, {"项目编码": ""}, {"项目编码": "—"}, {"联系人": "张某"}])
def test_a_code_that_is_not_there(details: dict[str, str], tmp_path: Path) -> None:
    assert problems(tmp_path, CODE, details=details) == [
        ("ST002", "details.项目编码", "“项目编码”没有填写", "项目编码 is not filled in")
    ]


def test_what_need_not_be_there_is_looked_at_only_where_it_is(tmp_path: Path) -> None:
    text = CODE.replace("required = true\n", "")
    assert problems(tmp_path, text) == []
    assert [p[1] for p in problems(tmp_path, text, details={"项目编码": "x"})] == [
        "details.项目编码"
    ]


def test_the_places_own_words_are_said(tmp_path: Path) -> None:
    text = CODE + 'meta = { zh = "编码由财政局统一下达", en = "the bureau hands the codes out" }\n'
    assert problems(tmp_path, text, details={"项目编码": "x"})[0][2:] == (
        "“项目编码”写的是“x”：编码由财政局统一下达",
        "项目编码 is “x”: the bureau hands the codes out",
    )
    assert problems(tmp_path, text)[0][2:] == (
        "“项目编码”没有填写：编码由财政局统一下达",
        "项目编码 is not filled in: the bureau hands the codes out",
    )


@pytest.mark.parametrize(
    ("text", "data", "found"),
    [
        ('[schema.title]\nregex = ".*某县.*"', {}, ("ST001", "title", "“表名”写的是“项目支出绩效自评表”，应符合格式 .*某县.*")),
        ('[schema.department]\nforbidden = ["临港县民政局"]', {}, ("ST002", "department", "“主管部门”写的是“临港县民政局”，不能是 临港县民政局")),
        ('[schema.unit]\nallowed = ["甲", "乙"]', {}, ("ST002", "unit", "“实施单位”写的是“临港县康复中心”，只能是 甲、乙")),
        ("[schema.project]\nmaxlength = 5", {}, ("ST002", "project", "“项目名称”写的是“残疾人康复服务项目”，不能超过 5 字")),
        ("[schema.objectives.planned]\nminlength = 50", {}, ("ST010", "planned", "“预期目标”写的是“为残疾人提供康复训练，改善生活质量。”，不能少于 50 字")),
        ('[schema.remarks."评价结论"]\nrequired = true', {}, ("ST002", "remarks.评价结论", "“评价结论”没有填写")),
        ('[schema.indicators.level2]\nforbidden = ["时效指标"]', {}, ("ST009", "indicators.2.level2", "“二级指标”写的是“时效指标”，不能是 时效指标")),
        ("[schema.indicators.note]\nrequired = true", {"set": {f"indicators.{i}.note": "已完成" for i in (0, 1, 2, 4)}}, ("ST009", "indicators.3.note", "“偏差原因分析及改进措施”没有填写")),
    ],
)  # fmt: skip
def test_each_part_of_the_form_and_the_check_that_speaks_of_it(
    text: str, data: dict[str, Any], found: tuple[str, str, str], tmp_path: Path
) -> None:
    assert [problem[:3] for problem in problems(tmp_path, text, **data)] == [found]


def test_the_check_of_that_part_tells_it(tmp_path: Path, registry: Registry) -> None:
    demanding = profile(tmp_path, CODE + '[severity]\nST002 = "warning"')
    sheet = validate_shape(build_sheet({"heads": HEADS, "details": {"项目编码": "x"}}), demanding)
    decision = Decision().with_profile(demanding.severities)
    outcome = check_sheet(sheet, demanding, registry, decision, only=("ST002",))
    assert [
        (f.check.code, f.severity, f.finding.at.path, f.finding.printed) for f in outcome.found
    ] == [("ST002", "warning", "details.项目编码", "x")]
    assert outcome.found[0].finding.basis is not None
    assert outcome.found[0].finding.at.where.label_text == "项目编码"


def test_what_the_form_demands_anyway_is_told_once(tmp_path: Path) -> None:
    demanding = profile(tmp_path, "[schema.project]\nrequired = true")
    sheet = validate_shape(build_sheet({"project": None, "heads": HEADS}), demanding)
    assert [problem.path for problem in sheet.shape] == ["project"]


def test_a_document_without_a_place_for_the_label_is_not_told_to_have_it(tmp_path: Path) -> None:
    """The normalised document keeps no labels of the head but the form's own."""
    assert find_violations(build_sheet({}), profile(tmp_path, CODE)) == ()


def test_a_countys_demands_come_on_top_of_the_provinces(tmp_path: Path) -> None:
    profile(tmp_path, CODE, "sheng")
    (tmp_path / "xian.toml").write_text(
        'extends = "sheng"\n[schema.unit]\nallowed = ["甲"]', encoding="utf-8"
    )
    found = find_violations(build_sheet({"heads": HEADS}), Profiles([str(tmp_path)]).load("xian"))
    assert [problem.path for problem in found] == ["details.项目编码", "unit"]


def test_two_folders_may_hold_profiles_of_one_name(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first = profile(tmp_path / "a", '[schema.unit]\nallowed = ["甲"]')
    second = profile(tmp_path / "b", '[schema.unit]\nallowed = ["临港县康复中心"]')
    assert [len(find_violations(build_sheet({}), each)) for each in (first, second, first)] == [
        1,
        0,
        1,
    ]


def test_a_long_text_is_not_looked_through_for_ever(tmp_path: Path) -> None:
    text = '[schema.objectives.actual]\nregex = ".*a.*b.*"'
    start = time.perf_counter()
    found = problems(tmp_path, text, objectives={"planned": "目标", "actual": "a" * 100_000})
    assert time.perf_counter() - start < 20
    assert "不能超过 300 字" in " ".join(problem[2] for problem in found)


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        (
            '[schema.details."项目编马"]\nrequired = true',
            "schema.details.项目编马：工具不读“项目编马”这一栏，是不是 项目编码？",
            "schema.details.项目编马: no field 项目编马 is read; did you mean 项目编码?",
        ),
        (
            "[schema.unti]\nrequired = true",
            "schema.unti 没有这个键，是不是 unit？",
            "schema.unti there is no such key; did you mean unit?",
        ),
        (
            "[schema.unit]\nregexp = 'a'",
            "schema.unit.regexp 没有这个键，是不是 regex？",
            "schema.unit.regexp there is no such key; did you mean regex?",
        ),
        (
            "[schema.unit]\nregex = '('",
            "schema.unit.regex 不是合格的正则表达式",
            "schema.unit.regex is not a regular expression",
        ),
        (
            "[schema.unit]\nregex = '(a+)+'",
            "schema.unit.regex 写法太复杂，匹配时间没有上限：重复里不要再套可变的重复或“|”，不要用反向引用",
            "schema.unit.regex could take for ever: no variable repeat and no | within a repeat, "
            "no back references",
        ),
        (
            "[schema.unit]\nrequired = 'yes'",
            "schema.unit.required 类型不对，应为 boolean",
            "schema.unit.required wrong type, must be boolean",
        ),
        (
            "[schema.unit]\nallowed = '甲'",
            "schema.unit.allowed 类型不对，应为 list",
            "schema.unit.allowed wrong type, must be list",
        ),
    ],
)
def test_a_slip_in_the_table_is_named(text: str, zh: str, en: str, tmp_path: Path) -> None:
    with pytest.raises(BadProfile) as refused:
        profile(tmp_path, text)
    assert refused.value.text.zh.partition("：")[2] == zh
    assert refused.value.text.en.partition(": ")[2] == en
