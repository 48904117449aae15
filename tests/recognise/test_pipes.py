"""Sheets as pages give them away: strokes behind the cells, line breaks inside them, cells left out."""

from __future__ import annotations

import pytest

from sheetlint.readers import read
from sheetlint.recognise import recognise
from sheetlint.recognise.normalised_document import dump_sheet
from tests.recognise.fragments import CLEAN, WANTED, as_case, lines_of

BROKEN = {
    **CLEAN,
    "table": """
        绩效指标 | 一级⏎指标 | 二级指标 | 三级指标 | 年度⏎指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及⏎改进措施
        | 产出⏎指标 | 数量指标 | 康复训练⏎人次 | ≥1500人次 | 1530人次 | 20 | 20 |
        | | 质量指标 | 服务合格率 | ≥95% | 98% | 15 | 15 |
        | | 时效指标 | 按时完成率 | ≥98% | 99% | 15 | 15 |
        | 效益指标 | 社会效益⏎指标 | 惠及家庭户数 | ≥300户 | 320户 | 30 | 30 |
        | 满意度指标 | 服务对象⏎满意度⏎指标 | 服务对象满意度 | ≥90% | 95% | 10 | 10 |
    """,
}
STYLES = {"a | b |": ("", " |"), "| a | b |": ("| ", " |"), "a | b": ("", "")}


def written(style: str, fragments: dict[str, str]) -> str:
    before, after = STYLES[style]
    lines = [[*line, *[""] * (9 - len(line))] for block in lines_of(fragments) for line in block]
    return "\n".join(f"{before}{' | '.join(line)}{after}".rstrip() for line in lines if any(line))


@pytest.mark.parametrize(
    ("style", "fragments"),
    [
        ("a | b |", CLEAN),
        ("a | b |", BROKEN),
        ("| a | b |", CLEAN),
        ("| a | b |", BROKEN),
        # Nothing says where a row ends: a broken one cannot be recognised.
        ("a | b", CLEAN),
    ],
)
def test_strokes(style: str, fragments: dict[str, str]) -> None:
    (sheet,) = recognise(read(written(style, fragments).encode(), "a.txt")).sheets
    assert as_case(dump_sheet(sheet, "p")) == WANTED
    assert (sheet.doubts, sheet.repairs) == ((), ())


def test_cells_that_another_is_merged_over_are_left_out() -> None:
    """The rows then begin further to the left: aligned, and reported."""
    lines = [[*line, *[""] * (9 - len(line))] for block in lines_of(CLEAN) for line in block]
    lines = [line for line in lines if any(line)]
    kept = []
    for line in lines:
        empty = next(i for i, cell in enumerate(line) if cell)
        kept.append(line[empty:] if "指标" in line[0] or not line[0] else line)
    text = "\n".join(" | ".join(line) + " |" for line in kept)
    (sheet,) = recognise(read(text.encode(), "a.txt")).sheets
    read_as = as_case(dump_sheet(sheet, "p"))
    assert (read_as["rows"], read_as["funds"]) == (WANTED["rows"], WANTED["funds"])
    assert sheet.doubts == ()
    assert all("左移" in repair.text.zh for repair in sheet.repairs)
