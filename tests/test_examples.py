"""The examples do what their READMEs and comments say."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"


def sheetlint(*arguments: str, cwd: Path = ROOT, path: Path | None = None) -> tuple[int, str]:
    environment = {**os.environ, "PYTHONUTF8": "1"}
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    done = subprocess.run(
        (sys.executable, "-m", "sheetlint", *arguments),
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout


def found(*arguments: str, **where: Path) -> dict[str, list[tuple[int, str, str]]]:
    """Errors and warnings by file name: worksheet index, code and severity."""
    _, printed = sheetlint("check", "--format", "json", *arguments, **where)
    return {
        Path(file["path"]).name: [
            (item["sheet"], item["code"], item["severity"])
            for item in file["findings"]
            if item["severity"] != "info"
        ]
        for file in json.loads(printed)["files"]
    }


def test_each_mistake_in_the_sheets_is_found_and_nothing_else() -> None:
    assert found(str(EXAMPLES / "sheets")) == {
        "1 乡村小学图书角.xlsx": [],
        "2 电梯安全评估.xlsx": [
            (0, "FD002", "error"),
            (0, "NT014", "warning"),
            (0, "NT001", "error"),
        ],
        "3 日间照料中心.docx": [(0, "AR002", "warning"), (0, "AR001", "error")],
        "4 城市绿地养护.txt": [],
        "5 图书馆夜间开放.yaml": [(0, "AR010", "error"), (0, "NT002", "error")],
        "6 防汛（两张表）.xlsx": [(0, "AR020", "error"), (1, "FD003", "error")],
    }


def test_the_sheet_repository_is_clean_down_to_the_hints() -> None:
    folder = EXAMPLES / "sheet-repository"
    assert sheetlint("check", "--format", "concise", "--fail-on", "info", ".", cwd=folder) == (
        0,
        "",
    )


def test_the_local_check_is_found_through_the_configuration() -> None:
    folder = EXAMPLES / "local-checks"
    assert found("城市绿地养护.txt", cwd=folder) == {"城市绿地养护.txt": [(0, "LC001", "error")]}


def test_the_countys_profile_is_chosen_and_its_demands_are_told() -> None:
    folder = EXAMPLES / "county"
    _, printed = sheetlint("check", "--format", "json", "编码正确.txt", "编码有误.txt", cwd=folder)
    right, wrong = json.loads(printed)["files"]
    assert [file["sheets"][0]["profile"] for file in (right, wrong)] == ["linxi", "linxi"]
    assert right["findings"] == []
    assert [
        (found["code"], found["where"]["label"], found["printed"], found["message"])
        for found in wrong["findings"]
    ] == [
        ("ST002", "基本信息 › 实施单位", "绿化所", "“实施单位”写的是“绿化所”：写单位全称"),
        (
            "ST002",
            "基本信息 › 项目编码",
            "2023-7号",
            "“项目编码”写的是“2023-7号”：应写行政区划代码-年度-序号，如 411722-2023-007",
        ),
    ]


def test_what_the_county_insists_on_is_not_to_be_ignored() -> None:
    folder = EXAMPLES / "county"
    _, printed = sheetlint("check", "--ignore", "AR", "编码正确.txt", cwd=folder)
    assert "AR001、AR020为该口径必查项，不能关闭或降级" in "".join(printed.split())


def members(path: Path) -> dict[str, bytes]:
    """What a package holds, whatever compressed it; other files as they are."""
    if path.suffix not in (".xlsx", ".docx"):
        return {"": path.read_bytes()}
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_sheets_are_what_the_script_makes(tmp_path: Path) -> None:
    script = EXAMPLES / "make_examples.py"
    subprocess.run((sys.executable, str(script), str(tmp_path)), check=True)
    made = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file())
    assert len(made) == 11
    for path in made:
        assert members(EXAMPLES / path) == members(tmp_path / path), path


@pytest.fixture
def plugin(tmp_path: Path) -> Path:
    """A folder where the plug-in is installed, out of the tests' own environment."""
    source = shutil.copytree(EXAMPLES / "plugin", tmp_path / "plugin")
    options = ("--no-index", "--no-deps", "--no-build-isolation", "--quiet")
    target = tmp_path / "installed"
    subprocess.run(
        (sys.executable, "-m", "pip", "install", *options, "--target", str(target), str(source)),
        check=True,
    )
    return target


def test_the_plug_in_is_found_once_installed_and_passes_its_own_tests(
    plugin: Path, tmp_path: Path
) -> None:
    _, rules = sheetlint("rules", "--format", "json", path=plugin)
    codes = [rule["code"] for rule in json.loads(rules)["rules"]]
    assert "SV001" in codes
    assert "FD002" in codes
    done = subprocess.run(
        (sys.executable, "-m", "pytest", "-q", "tests"),
        cwd=tmp_path / "plugin",
        env={**os.environ, "PYTHONPATH": str(plugin)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
