"""``sheetlint diff``: the same sheets before and after, in other formats and other order."""

from __future__ import annotations

import json
import shutil
from importlib.resources import files
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from sheetlint.diff.changes import compare_sheets
from sheetlint.recognise.normalised_document import load_document
from tests.cli.conftest import Call
from tests.report.snapshot import same

SHEETS = Path(__file__).parent.parent.parent / "examples" / "sheets"
OLD = SHEETS / "2 电梯安全评估.xlsx"


@pytest.fixture
def document(call: Call) -> dict[str, object]:
    """The workbook's sheets as plain data, to be changed."""
    loaded: dict[str, object] = yaml.safe_load(call("extract", str(OLD)).out)
    return loaded


def sheet_of(document: dict[str, object]) -> dict[str, object]:
    return document["files"][0]["sheets"][0]  # type: ignore[index,no-any-return]


def written(document: dict[str, object], path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")
    return str(path)


def corrected(document: dict[str, object]) -> dict[str, object]:
    """The rate put right, a note written, a target moved, a row taken out and one put in."""
    sheet = sheet_of(document)
    sheet["funds"][0]["rate"] = "0.9569"  # type: ignore[index]
    rows = sheet["indicators"]
    assert isinstance(rows, list)
    rows[0]["target"] = "≥1台"
    rows[-1]["note"] = "部分居民对施工噪声有意见；今后错峰施工"
    rows[1]["level3"] = "新的指标名称"
    rows[2], rows[3] = rows[3], rows[2]
    return document


def test_the_page(call: Call, document: dict[str, object], tmp_path: Path) -> None:
    written(corrected(document), tmp_path / "重报.yaml")
    shutil.copy(OLD, tmp_path / "退回前.xlsx")
    for lang in ("zh", "en"):
        ran = call("diff", "退回前.xlsx", "重报.yaml", "--width", "100", "--lang", lang)
        assert ran.err == ""
        same(f"diff-{lang}.txt", ran.out)


def test_as_json_it_is_what_the_schema_says(
    call: Call, document: dict[str, object], tmp_path: Path
) -> None:
    new = written(corrected(document), tmp_path / "new.yaml")
    ran = call("diff", str(OLD), new, "--format", "json")
    data = json.loads(ran.out)
    path = files("sheetlint.report") / "schemas" / "diff-1.schema.json"
    Draft202012Validator(json.loads(path.read_text(encoding="utf-8"))).validate(data)
    [pair] = data["sheets"]
    assert "FD002" in [found["code"] for found in pair["gone"]]
    assert "NT001" in [found["code"] for found in pair["gone"]]
    assert [each["after"] for each in pair["changed"] if each["measured"]] == ["≥1台"]
    assert call("diff", str(OLD), new, "--format", "json").out == ran.out


def test_nothing_is_changed_by_another_format(
    call: Call, document: dict[str, object], tmp_path: Path
) -> None:
    ran = call("diff", str(OLD), written(document, tmp_path / "new.yaml"), "--format", "json")
    assert ran.status == 1
    data = json.loads(ran.out)
    assert [data["summary"][key] for key in ("gone", "new", "changed", "missing")] == [0, 0, 0, 0]
    assert data["summary"]["left"] == 3


def test_another_writing_of_a_figure_is_no_change(document: dict[str, object]) -> None:
    [before] = load_document(document)
    sheet_of(document)["indicators"][0]["score"] += ".0"  # type: ignore[index]
    sheet_of(document)["indicators"][0]["target"] = "  " + str(  # type: ignore[index]
        sheet_of(document)["indicators"][0]["target"]  # type: ignore[index]
    )
    [after] = load_document(document)
    assert {each.kind for each in compare_sheets(before, after)} <= {"rewritten"}


def test_a_renamed_project_is_matched_by_its_place(
    call: Call, document: dict[str, object], tmp_path: Path
) -> None:
    sheet_of(document)["project"] = "电梯评估"
    ran = call("diff", str(OLD), written(document, tmp_path / "new.yaml"), "--format", "json")
    summary = json.loads(ran.out)["summary"]
    assert (summary["left"], summary["gone"], summary["new"], summary["missing"]) == (3, 0, 0, 0)


def test_two_sheets_of_different_projects_are_said_first(call: Call) -> None:
    other = str(SHEETS / "1 乡村小学图书角.xlsx")
    first = call("diff", str(OLD), other, "--width", "200").out.splitlines()[0]
    assert first.startswith("这两张表不是同一个项目：项目名称由“老旧小区电梯安全评估项目”变为“")
    assert "实施单位由“青禾市特种设备服务所”变为“" in first
    english = call("diff", str(OLD), other, "--lang", "en").out
    assert english.startswith("these two sheets are not of one project: the project was “")
    assert "不是同一个项目" not in call("diff", str(OLD), str(OLD)).out


def test_in_folders_it_is_said_of_the_pair(
    call: Call, document: dict[str, object], tmp_path: Path
) -> None:
    sheet_of(document)["year"] = 2024
    for folder in ("旧", "新"):
        (tmp_path / folder).mkdir()
        shutil.copy(SHEETS / "1 乡村小学图书角.xlsx", tmp_path / folder / "a.xlsx")
    shutil.copy(OLD, tmp_path / "旧" / "b.xlsx")
    written(document, tmp_path / "新" / "b.yaml")
    said = call("diff", "旧", "新", "--width", "200").out
    assert said.startswith("✗ 不通过")
    assert said.count("这两张表不是同一个项目：年度由“2023”变为“2024”") == 1


@pytest.mark.parametrize(
    ("before", "after", "lowered"),
    [
        ("≥98%", "≥95%", True),
        ("≥95%", "≥98%", False),
        ("≤5天", "≤10天", True),
        ("≤10天", "≤5天", False),
        ("1.5万人次", "12000人次", True),
        ("2023年6月底前", "2023年12月底前", True),
        ("≥98%", "≤95%", False),
        ("稳定运行", "≥95%", False),
    ],
)
def test_a_target_that_is_easier_to_reach_is_a_lowered_one(
    before: str, after: str, lowered: bool, document: dict[str, object]
) -> None:
    rows = sheet_of(document)["indicators"]
    assert isinstance(rows, list)
    rows[3]["target"] = before
    [old] = load_document(document)
    rows[3]["target"], rows[1]["weight"], rows[0]["actual"] = after, "11", "239台"
    [new] = load_document(document)
    changes = list(compare_sheets(old, new))
    assert [change.lowered for change in changes] == [lowered, False, False]
    # Lowered targets, then weights, then the others in their order.
    assert [change.weight for change in changes].index(True) == int(lowered)


def test_folders_by_name_then_by_content(call: Call, tmp_path: Path) -> None:
    old, new = tmp_path / "旧", tmp_path / "新"
    for folder in (old, new):
        folder.mkdir()
    both = ("1 乡村小学图书角.xlsx", "2 电梯安全评估.xlsx")
    for name in both:
        shutil.copy(SHEETS / name, old / name)
    shutil.copy(SHEETS / both[1], new / "改了名.xlsx")
    shutil.copy(SHEETS / "5 图书馆夜间开放.yaml", new / "另加.yaml")
    data = json.loads(call("diff", "旧", "新", "--format", "json").out)
    matched = [
        [side and Path(side["path"]).name for side in (p["before"], p["after"])]
        for p in data["sheets"]
    ]
    assert sorted(matched, key=str) == sorted(
        [[None, "另加.yaml"], [both[1], "改了名.xlsx"], [both[0], None]], key=str
    )
    assert (data["summary"]["missing"], data["summary"]["added"]) == (1, 1)


def test_the_status_is_that_of_the_new_submission(call: Call) -> None:
    good, bad = str(SHEETS / "1 乡村小学图书角.xlsx"), str(OLD)
    assert call("diff", bad, good).status == 0
    assert call("diff", good, bad).status == 1
    assert call("diff", good, "没有.xlsx").status == 3
    assert call("diff", good).status == 2
