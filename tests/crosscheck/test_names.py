"""Names as they are compared."""

from __future__ import annotations

import pytest

from sheetlint.crosscheck.names import name_key, project_code, without_code, without_years


@pytest.mark.parametrize(
    ("name", "code", "key"),
    [
        ("51000021R000000019951-工资性支出", "51000021R000000019951", "工资性支出"),
        ("[155]临江县水利局", "155", "临江县水利局"),
        ("219-省农业农村厅", "219", "省农业农村厅"),
        ("314002-市民政局本级", "314002", "市民政局本级"),
        ("2022年道路养护", "", "2022年道路养护"),
        ("2022-2023学年补助", "", "2022-2023学年补助"),
        ("110指挥中心建设", "", "110指挥中心建设"),
        ("A 类 设备购置", "", "a类设备购置"),
        ("“道路 养护”（二期）工程", "", "道路养护(二期)工程"),
        ("昌州财行〔2022〕10号公用经费", "", "昌州财行(2022)10号公用经费"),
        ("219301", "", "219301"),
        ("", "", ""),
    ],
)
def test_names(name: str, code: str, key: str) -> None:
    assert (project_code(name), name_key(name)) == (code, key)


def test_spellings_keep_what_a_person_wrote() -> None:
    assert without_code("219301-省种子站（ 本级）") == "省种子站（本级）"


def test_another_year_of_the_same_project() -> None:
    assert without_years(name_key("2021年道路养护")) == without_years(name_key("2022年度道路养护"))
