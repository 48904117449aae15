"""The profile that a sheet asks for, and what the report says of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sheetlint.profiles import Profiles
from sheetlint.readers import read
from sheetlint.recognise import recognise
from sheetlint.recognise.normalised_document import SCHEMA_NAME, dump_sheet, load_document
from sheetlint.testing import build_sheet

FAMILIES = Path(__file__).parents[1] / "fixtures" / "families"
FORMS = {
    "department": ["chongqing"],
    "poverty": ["national-2020"],
    "ten-ninety": ["sichuan"],
    # Called as Yinchuan's, but with the national form's levels.
    "total-in-head": ["national-2020"],
    "transfer": ["central-transfer"],
}
NATIONAL = "没有地方特征，用全国通用口径"
STEPS = ["项目决策", "项目管理", "项目产出", "项目效益"]
SPLIT = ("指标性质", "指标值", "度量单位", "完成值", "原因")


def sheet_with(levels: list[str] | None = None, weight: str = "10", **data: Any) -> Any:
    rows = [
        f"{level} | 数量指标 | {level}完成率 | ≥95% | 98% | 10 | 10 |" for level in levels or ()
    ]
    funds = [f"total | 年度资金总额 | 0.00 | 100.00 | 100.00 | {weight} | 100.00% | {weight} |"]
    return build_sheet({"funds": funds, **({"rows": rows} if rows else {}), **data})


CHOSEN: list[tuple[dict[str, Any], str, str]] = [
    # the form's own number
    ({"details": {"报表编号": "510000_0013zp"}}, "sichuan", "报表编号 510000 是四川省的表样"),
    ({"details": {"报表编号": "370000_0013zp"}}, "national-2020", NATIONAL),
    # headings
    ({"heads": ["执行率(B/A)", "得分(20分*执行率)"]}, "hubei", "表头印有“20分*执行率”"),
    ({"heads": ["得分(20分×执行率)"]}, "hubei", "表头印有“20分*执行率”"),
    ({"heads": ["预算执行情况(万元)(20分)"]}, "hubei", "表头印有“预算执行情况（20分）”"),
    ({"heads": ["得分(10分*执行率)"]}, "national-2020", NATIONAL),
    ({"heads": ["得分系数(%)", "指标权重"]}, "chongqing", "表头印有“得分系数”"),
    ({"heads": ["单项指标得分", "单项指标折算得分"]}, "hebei-county-2020", "表头印有“单项指标折算得分”"),
    ({"heads": ["指标性质", "指标方向", "计量单位"]}, "neimenggu-bayannur", "表头有指标性质、指标方向、计量单位三列"),
    ({"heads": ["指标性质", "计量单位"]}, "national-2020", NATIONAL),
    ({"heads": ["得分计算方法"], "year": 2016}, "beijing-2016", "表头有“得分计算方法”一列，是 2020 年以前的表样"),
    ({"heads": ["得分计算方法"], "year": 2023}, "national-2020", NATIONAL),
    # what it is called, together with how it looks
    ({"title": "部门预算项目支出绩效自评表（2023年度）", "heads": SPLIT}, "sichuan", "表名和表头与四川省的表样相符"),
    ({"title": "部门预算项目支出绩效自评表（2023年度）"}, "national-2020", NATIONAL),
    ({"title": "转移支付区域（项目）绩效目标自评表"}, "central-transfer", "表名是转移支付的自评表"),
    ({"title": "银川市本级部门项目支出绩效自评表", "levels": STEPS}, "yinchuan", "表名和一级指标与银川市的表样相符"),
    ({"unit": "银川市残联", "levels": STEPS}, "yinchuan", "单位名称和一级指标与银川市的表样相符"),
    ({"levels": STEPS}, "national-2020", NATIONAL),
    ({"unit": "广水市水利局", "heads": ["分值", "自评分", "复核分"]}, "suizhou", "单位名称和表头与广水市的表样相符"),
    ({"title": "广水市财政预算支出项目绩效目标自评表", "heads": ["自评分", "复核分"]}, "suizhou", "表名和表头与广水市的表样相符"),
    # a note below the table
    ({"remarks": {"注": "1.一级指标分值统一设置为：产出指标50分……"}}, "anhui", "表后的填报注写明一级指标分值统一设置"),
    ({"remarks": {"注": "一级指标分值统一设置为……如有特殊情况，可作适当调整。"}}, "national-2020", NATIONAL),
    # 20 points and the place
    ({"weight": "20", "department": "湖北省民政厅"}, "hubei", "预算执行 20 分，单位名称也相符"),
    ({"weight": "20", "department": "云南省保山市民政局"}, "hubei", "预算执行 20 分，单位名称也相符"),
    ({"weight": "20"}, "national-2020", NATIONAL),
    # a place that has written its rules down
    ({"department": "河南省民政厅"}, "henan-2020", "单位名称含“河南省”"),
    ({"department": "河南省民政厅", "title": "政府专项债券项目绩效自评表"}, "henan-bond", "表名是专项债券，单位名称含“河南省”"),
    ({"title": "政府专项债券项目绩效自评表"}, "national-2020", NATIONAL),
    (
        {"title": "政府专项债券项目绩效自评表", "department": "河南省水利厅", "year": 2023, "levels": ["成本指标", "产出指标", "效益指标", "满意度指标"]},
        "henan-bond",
        "表名是专项债券，单位名称含“河南省”，成本为一级指标",
    ),
    (
        {"department": "河南省民政厅", "year": 2023, "levels": ["成本指标", "产出指标", "效益指标", "满意度指标"]},
        "henan-2024",
        "单位名称含“河南省”，2023 年度起，成本为一级指标",
    ),
    (
        {"department": "河南省民政厅", "year": 2022, "levels": ["成本指标", "产出指标", "效益指标", "满意度指标"]},
        "henan-2020",
        "单位名称含“河南省”",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("data", "name", "why"), CHOSEN)
def test_a_sheet_is_known_by_what_it_prints(
    data: dict[str, Any], name: str, why: str, profiles: Profiles
) -> None:
    choice = profiles.choose(sheet_with(**data))
    assert (choice.profile.id, choice.reason.zh) == (name, why)


def test_every_profile_with_signs_is_chosen_by_some_sheet_above(profiles: Profiles) -> None:
    with_signs = {name for name in profiles.names if "choose" in profiles.own_values(name)}
    # Shanghai's stands with the tests of profiles as such.
    assert with_signs == {name for _, name, _ in CHOSEN} - {"national-2020"} | {"shanghai"}


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("广西壮族自治区", "guangxi"),
        ("江西省", "jiangxi"),
        ("山西省", "shanxi"),
        ("浙江省", "zhejiang"),
        ("河北省", "hebei-tianjin"),
        ("天津市", "hebei-tianjin"),
        ("湖北省", "hubei"),
        ("四川省", "sichuan"),
        ("重庆市", "chongqing"),
        ("安徽省", "anhui"),
        ("上海市", "shanghai"),
        ("北京市", "beijing-2016"),
    ],
)
def test_the_name_of_a_place_alone_switches_nothing_on(
    place: str, names: str, profiles: Profiles
) -> None:
    """What rests on practice is offered, and not imposed."""
    choice = profiles.choose(build_sheet({"department": f"{place}水利厅（局）"}))
    assert choice.profile.id == "national-2020"
    assert choice.reason.zh == (
        f"没有地方特征，用全国通用口径；单位在{place}，如按当地做法可指定 --profile {names}"
    )
    assert choice.reason.en.endswith(f"a unit of {place} may want --profile {names}")


@pytest.mark.parametrize(
    "name", ["山西路街道办事处", "江西中路小学", "湖南省民政厅", "浙江大学附属医院"]
)
def test_a_street_is_no_place_and_some_places_have_nothing_of_their_own(
    name: str, profiles: Profiles
) -> None:
    assert profiles.choose(build_sheet({"department": name})).reason.zh == NATIONAL


def test_a_form_called_as_in_shanghai_is_not_shanghais_in_another_province(
    profiles: Profiles,
) -> None:
    called = {"title": "财政项目支出绩效自评表", "money_unit": "元"}
    for department, name in (
        ("上海市教育委员会", "shanghai"),
        ("临港县教育局", "shanghai"),
        ("湖南省教育厅", "national-2020"),
        ("江西省教育厅", "national-2020"),
    ):
        chosen = profiles.choose(build_sheet({**called, "department": department})).profile.id
        assert chosen == name, department


def test_what_the_form_prints_of_its_rules_says_more_than_what_it_is_called(
    profiles: Profiles,
) -> None:
    data = {"title": "财政项目支出绩效自评表", "money_unit": "元", "heads": ["得分(20分*执行率)"]}
    assert profiles.choose(build_sheet(data)).profile.id == "hubei"


def test_a_document_names_its_profile_for_it_has_no_headings_to_show_it(
    profiles: Profiles,
) -> None:
    form = (FAMILIES / "ten-ninety.txt").read_bytes()
    (sheet,) = recognise(read(form, "a.txt")).sheets
    chosen = profiles.choose(sheet).profile.id
    (kept,) = load_document(
        {"schema": SCHEMA_NAME, "files": [{"sheets": [dump_sheet(sheet, chosen)]}]}
    )
    assert kept.headings == ()
    again = profiles.choose(kept)
    assert (again.profile.id, again.reason.zh) == ("sichuan", "文档中写明")
    unknown = kept._replace(profile="sichaun")
    assert profiles.choose(unknown).reason.zh == NATIONAL


def own(folder: Path, name: str, signs: str, extends: str = "national-2020") -> None:
    because = f'because_zh = "{name}的特征"\nbecause_en = "signs of {name}"'
    text = f'extends = "{extends}"\n[choose]\n{signs}\n{because}\n'
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def test_signs_that_fit_two_profiles_decide_nothing(tmp_path: Path) -> None:
    own(tmp_path, "jia", 'names = ["临港县"]')
    own(tmp_path, "yi", 'names = ["康复中心"]')
    choice = Profiles([str(tmp_path)]).choose(build_sheet({}))
    assert choice.profile.id == "national-2020"
    assert choice.reason.zh == "与 jia、yi 的特征都相符，无法确定，用全国通用口径"
    assert (
        choice.reason.en
        == "the signs of jia, yi are all there, which decides nothing: the national rules"
    )


def test_ones_own_profile_comes_before_a_shipped_one_with_as_many_signs(tmp_path: Path) -> None:
    own(tmp_path, "huanggang", 'heads = ["20分*执行率"]', "hubei")
    choice = Profiles([str(tmp_path)]).choose(build_sheet({"heads": ["得分(20分*执行率)"]}))
    assert (choice.profile.id, choice.reason.zh) == ("huanggang", "huanggang的特征")
    assert choice.profile.number("budget_score.weight") == 20


def test_a_file_of_the_project_beside_ones_profiles_is_none(tmp_path: Path) -> None:
    own(tmp_path, "jia", 'names = ["临港县"]')
    (tmp_path / "sheetlint.toml").write_text('profiles = ["."]', encoding="utf-8")
    assert Profiles([str(tmp_path)]).user_profiles == ["jia"]


def test_a_county_adds_to_what_the_province_insists_on(tmp_path: Path) -> None:
    (tmp_path / "sheng.toml").write_text('extends = "national-2020"\nmandatory = ["AR001"]')
    (tmp_path / "xian.toml").write_text('extends = "sheng"\nmandatory = ["NT001"]\n')
    (tmp_path / "zhen.toml").write_text('extends = "xian"\n')
    profiles = Profiles([str(tmp_path)])
    assert profiles.load("xian").mandatory == ("AR001", "NT001")
    assert profiles.load("zhen").mandatory == ("AR001", "NT001")


def test_a_profile_without_a_title_is_not_called_after_its_parent(tmp_path: Path) -> None:
    (tmp_path / "xian.toml").write_text('extends = "hubei"\n', encoding="utf-8")
    assert Profiles([str(tmp_path)]).load("xian").title == "xian"


def test_a_file_saved_by_an_editor_on_windows_is_read(tmp_path: Path) -> None:
    text = '﻿extends = "hubei"\r\ntitle = "某县"\r\n[evidence]\r\n'
    (tmp_path / "xian.toml").write_bytes(text.encode())
    assert Profiles([str(tmp_path)]).load("xian").title == "某县"


@pytest.mark.parametrize("label", ["注：", "注\t", "填报注：", "备注："])
def test_the_note_is_found_below_a_table_that_was_read(label: str, profiles: Profiles) -> None:
    form = (FAMILIES / "total-in-head.txt").read_text(encoding="utf-8").rstrip("\n")
    note = f"{label}1.一级指标分值统一设置为：产出指标50分、效益指标30分、满意度指标10分。"
    (sheet,) = recognise(read(f"{form}\n{note}\n".encode(), "a.txt")).sheets
    assert profiles.choose(sheet).profile.id == "anhui"


def test_forms_of_other_families_are_known_when_read(profiles: Profiles) -> None:
    chosen = {
        path.stem: [
            profiles.choose(sheet).profile.id
            for sheet in recognise(read(path.read_bytes(), path.name)).sheets
        ]
        for path in sorted(FAMILIES.glob("*.txt"))
    }
    assert {name: chosen[name] for name in FORMS} == FORMS
