"""Which of several files with one project's sheet is the newest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sheetlint.gate.tally import CHECKED, FileLine, SheetLine
from sheetlint.gate.versions import SheetVersions, find_versions
from sheetlint.intake.source import Source

HOUR = 3600


def lines(*paths: str, unit: str = "甲", same: bool = False) -> list[FileLine]:
    sheet = SheetLine("局", unit, "项目", 2025, None, "p", "pass")
    return [
        FileLine(
            n, path, CHECKED, "pass", "xlsx", "0" if same else str(n), 0, 0, 0, 0, "", (sheet,)
        )
        for n, path in enumerate(paths)
    ]


def versions(found: list[FileLine]) -> list[SheetVersions]:
    return find_versions(found, [Source(line.path) for line in found], lambda line: "夹")


@pytest.mark.parametrize(
    ("names", "newest", "mark"),
    [
        (("表.xlsx", "表（修改）.xlsx"), 1, "修改"),
        (("表最终版.xlsx", "表修改.xlsx", "表.xlsx"), 0, "最终"),
        (("表v2.xlsx", "表V10.docx", "表.xlsx"), 1, "V10"),
        (("表 (2).xlsx", "表.xlsx"), 0, "(2)"),
        (("表（２）.xlsx", "表.xlsx"), 0, "(2)"),
        (("表第2版.xlsx", "表第3版.xlsx"), 1, "第3版"),
        (("表初稿.xlsx", "表.xlsx"), 1, "旧稿"),
    ],
)
def test_by_the_marks_of_the_names(names: tuple[str, ...], newest: int, mark: str) -> None:
    [found] = versions(lines(*names))
    assert found.newest is not None
    assert (found.newest.path, mark in found.reason.zh) == (names[newest], True)
    assert {line.path for line in found.others} == {*names} - {names[newest]}


def test_where_the_marks_leave_a_doubt_the_date_decides(tmp_path: Path) -> None:
    paths = [str(tmp_path / name) for name in ("表修改.xlsx", "表v3.xlsx")]
    for number, path in enumerate(paths):
        Path(path).touch()
        os.utime(path, (HOUR * number, HOUR * number))
    [found] = versions(lines(*paths))
    assert found.newest is not None
    assert (found.newest.path, found.reason.en[:12]) == (paths[1], "changed last")
    # Copied together, they have dates that say nothing.
    os.utime(paths[0], (HOUR + 1, HOUR + 1))
    [found] = versions(lines(*paths))
    assert (found.newest, len(found.others)) == (None, 2)


def test_identical_files_and_other_units() -> None:
    [found] = versions(lines("a.xlsx", "b修改.xlsx", same=True))
    assert (found.newest, found.reason.zh) == (None, "内容完全相同")
    one, other = lines("a.xlsx"), lines("b.xlsx", unit="乙")
    assert versions([*one, other[0]._replace(number=1)]) == []
