"""Texts that cannot be read without guessing are refused with the reason, and nothing is made up."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.intake.source import Source
from sheetlint.profiles import Profiles
from sheetlint.rules.check import ERROR
from sheetlint.rules.registry import Registry
from sheetlint.run.check_files import check_source
from sheetlint.run.plan import Plan
from sheetlint.run.results import FAIL, FileReport
from tests.text_forms import draw, grid_of

GRID = grid_of(draw())
FIGURE = re.compile(r"[\d.,%—]+")
LABELS = [["" if FIGURE.fullmatch(cell) else cell for cell in line] for line in GRID]
FIGURES = [[cell for cell in line if FIGURE.fullmatch(cell)] for line in GRID]


def joined(lines: list[list[str]], between: str) -> str:
    return "\n".join(between.join(cell for cell in line if cell) for line in lines)


def tabbed(lines: list[list[str]]) -> str:
    return "\n".join("\t".join(line) for line in lines)


NO_CELLS = "文件里有自评表的表名和栏目，但文字没有分成格子，分不清哪个数字属于哪一栏，没有检查"
NO_DIGITS = "读取存疑：栏目和文字都在，数字全部丢失，这张表一项也没有检查"
NO_ORDER = "读取存疑：数字与栏目分离，文字的次序已经打乱，这张表一项也没有检查"
DIGITLESS = [[re.sub(r"\d", "", cell) for cell in line] for line in GRID]
TEXTS = {
    "one cell a line": ("\n".join(cell for line in GRID for cell in line if cell), NO_CELLS),
    "blanks between cells": (joined(GRID, " "), NO_CELLS),
    "nothing between cells": (joined(GRID, ""), NO_CELLS),
    "figures far from their labels": (
        joined(LABELS, " ") + "\n- 1 -\n" + joined(FIGURES, " "),
        NO_CELLS,
    ),
    "digits lost": (tabbed(DIGITLESS), NO_DIGITS),
    "digits and the cells for them lost": (
        "\n".join("\t".join(cell for cell in line if cell) for line in DIGITLESS),
        NO_DIGITS,
    ),
    "figures apart in a table": (tabbed(LABELS) + "\n" + tabbed(FIGURES), NO_ORDER),
}


def checked(text: str, folder: Path, registry: Registry, profiles: Profiles) -> FileReport:
    path = folder / "表.txt"
    path.write_text(text, encoding="utf-8")
    return check_source(Source(str(path)), Plan(RunConfiguration(), registry, profiles))


@pytest.mark.parametrize("name", TEXTS)
def test_said_once_and_nothing_else(
    name: str, tmp_path: Path, registry: Registry, profiles: Profiles
) -> None:
    text, message = TEXTS[name]
    report = checked(text, tmp_path, registry, profiles)
    assert [(f.severity, f.message.zh) for f in report.findings] == [(ERROR, message)]
    assert report.verdict == FAIL


def test_every_other_check_is_skipped_with_the_reason(
    tmp_path: Path, registry: Registry, profiles: Profiles
) -> None:
    report = checked(TEXTS["digits lost"][0], tmp_path, registry, profiles)
    assert {skip.reason.zh for skip in report.skipped} == {"栏目和文字都在，数字全部丢失"}
    assert {"AR001", "AR020", "FD002", "ID001", "ST003"} <= {skip.code for skip in report.skipped}


def test_a_report_that_speaks_of_sheets_is_no_lost_table(
    tmp_path: Path, registry: Registry, profiles: Profiles
) -> None:
    text = "绩效自评工作总结\n各单位已按要求填报项目支出绩效自评表，产出指标、效益指标完成良好。\n"
    (finding,) = checked(text, tmp_path, registry, profiles).findings
    assert finding.message.zh == "文件可以打开，但里面没有找到项目支出绩效自评表"


# ── mirrors of web pages ────────────────────────────────────────────────────────────────────────

TRADITIONAL = str.maketrans(
    "项绩评财务预总执数标时满对实际见构为进业单联关",
    "項績評財務預總執數標時滿對實際見構為進業單聯關",
)
READINGS = {
    "項": "xiàng", "績": "jì", "評": "píng", "財": "cái", "預": "yù", "總": "zǒng", "執": "zhí",
    "數": "shù", "標": "biāo", "時": "shí", "滿": "mǎn", "實": "shí", "單": "dān", "業": "yè",
}  # fmt: skip


def mirrored(text: str) -> str:
    return "".join(
        f"{char}({READINGS[char]})" if char in READINGS else char
        for char in text.translate(TRADITIONAL)
    )


def test_a_mirror_is_turned_back(tmp_path: Path, registry: Registry, profiles: Profiles) -> None:
    text = mirrored(tabbed(GRID))
    assert "項(xiàng)目支出績(jì)效自評(píng)表" in text
    report = checked(text, tmp_path, registry, profiles)
    (sheet,) = report.sheets
    assert (sheet.title, sheet.year, sheet.total) == ("项目支出绩效自评表", 2022, "99.89")
    assert (sheet.project, sheet.unit) == ("残疾人康复服务项目", "临港县康复中心")
    assert [f.message.zh for f in report.findings] == [
        "版式已修复：文字是繁体转码、夹有拼音的网页抄本，已还原为简体读取"
    ]


def test_units_in_brackets_are_no_readings(
    tmp_path: Path, registry: Registry, profiles: Profiles
) -> None:
    text = mirrored(tabbed(GRID).replace("康复训练人次", "硬化里程(km)"))
    from sheetlint.readers import read
    from sheetlint.recognise import recognise

    (sheet,) = recognise(read(text.encode(), "表.txt")).sheets
    assert sheet.indicators[0].level3.text == "硬化里程(km)"


# ── optical recognition ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("misread", ["290%", "280%", "250%", "工5%", "$290%", "^80%"])
def test_a_misread_sign_leaves_only_its_row_out(
    misread: str, tmp_path: Path, registry: Registry, profiles: Profiles
) -> None:
    """The other rows are judged as ever."""
    text = tabbed(GRID).replace("≥90%\t95%\t10\t10", f"{misread}\t95%\t10\t10")
    report = checked(text, tmp_path, registry, profiles)
    assert [(f.check.code, f.severity) for f in report.findings] == [("RD003", "warning")]
    assert [c.code for f in report.findings for c in f.consequences] == ["UN008"]
    wrong = text.replace("≥95%\t98%\t15\t15", "≥95%\t98%\t15\t9").replace("99.89", "93.89")
    report = checked(wrong, tmp_path, registry, profiles)
    assert {"RD003", "ID006", "NT001"} == {f.check.code for f in report.findings}
    assert all(
        "服务合格率" in f.where.label_text for f in report.findings if f.check.code != "RD003"
    )
