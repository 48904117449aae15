"""What was sent folder by folder, those without a sheet first."""

from __future__ import annotations

from pathlib import Path

from sheetlint.gate.submission_folders import SubmittedFolders, find_folders, list_folders
from sheetlint.gate.tally import CHECKED, PASSED_OVER, UNREAD, FileLine, SheetLine

SHEET = SheetLine("局", "甲", "项目", 2025, None, "p", "pass")


def line(path: str, status: str = CHECKED, verdict: str = "pass", warnings: int = 0) -> FileLine:
    sheets = (SHEET,) if status == CHECKED else ()
    return FileLine(0, path, status, verdict, "", "", 0, warnings, 0, warnings, "", sheets)


def test_folders_of_the_disk_without_those_of_programs_and_of_results(tmp_path: Path) -> None:
    top = tmp_path / "报送"
    for name in ("乙局", "甲局/里", ".git", "__MACOSX", "结果"):
        (top / name).mkdir(parents=True)
    (top / "a.txt").touch()
    assert find_folders((str(top),), str(top / "结果")).names == ("乙局", "甲局")
    several = (str(top / "乙局"), str(top / "甲局") + "/")
    assert find_folders(several, "结果").names == ("乙局", "甲局")


def test_a_folder_without_a_sheet_is_named_first() -> None:
    rows = list_folders(
        [
            line("报送/甲局/一.xlsx", warnings=1),
            line("报送/甲局/所/二.xlsx", verdict="fail"),
            line("报送/乙局.zip/a.xlsx"),
            line("报送/丙局/坏.xlsx", UNREAD, "fail"),
            line("报送/丙局/函.docx", PASSED_OVER, ""),
            line("报送/散.xlsx"),
        ],
        SubmittedFolders(("报送",), ("甲局", "空局")),
    )
    assert [(row.name, row.files, row.sheets, dict(row.states)) for row in rows] == [
        ("丙局", 2, 0, {"unreadable": 1}),
        ("空局", 0, 0, {}),
        ("乙局.zip", 1, 1, {"passed": 1}),
        ("甲局", 2, 2, {"warned": 1, "failed": 1}),
        ("", 1, 1, {"passed": 1}),
    ]


def test_without_folders_there_is_nothing_to_list() -> None:
    assert list_folders([line("报送/a.xlsx")], SubmittedFolders(("报送",))) == []
