"""Workflow commands, read back as the runner of GitHub reads them."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetlint.messages.visible import visible
from sheetlint.report import github
from sheetlint.rules.check import ERROR
from sheetlint.run.results import Report
from sheetlint.sheet.where import Where
from tests.random_examples import examples
from tests.report.samples import BAD, BATCH, CLEAN, RATE_FOUND, SEVERAL, report, saying
from tests.report.snapshot import same


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    message: str


def _unescaped(text: str, codes: dict[str, str]) -> str:
    for code, char in codes.items():
        text = text.replace(code, char)
    return text


_DATA = {"%0D": "\r", "%0A": "\n", "%25": "%"}
_PROPERTY = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


def commands(what: Report, lang: str = "zh") -> list[Command]:
    """The runner's own way (ActionCommand.TryParseV2): it splits, then replaces code by code."""
    found = []
    for line in github.render(what, lang).split("\n")[:-1]:
        match = re.fullmatch(r"::([a-z]+) (.*?)::(.*)", line)
        assert match is not None, line
        pairs = (pair.split("=", 1) for pair in match[2].split(","))
        properties = {key: _unescaped(value, _PROPERTY) for key, value in pairs}
        found.append(Command(match[1], properties, _unescaped(match[3], _DATA)))
    return found


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_page(lang: str) -> None:
    same(f"several-github-{lang}.txt", github.render(SEVERAL, lang))


def test_nothing_on_success() -> None:
    assert github.render(CLEAN, "zh") == ""


def test_milder_ones_can_be_hidden() -> None:
    assert [c.name for c in commands(report(BAD))] == ["error", "notice", "warning"]
    assert [c.name for c in commands(report(BAD, shown=ERROR))] == ["error"]


def test_a_file_with_lines_has_the_line() -> None:
    found = RATE_FOUND._replace(where=Where(("总分", "得分"), line=12))
    file = BAD._replace(path="./2022/表, 100%:1.yaml", format="yaml", findings=(found,))
    (command,) = commands(report(file))
    assert command.properties == {
        "file": "2022/表, 100%:1.yaml",
        "line": "12",
        "title": "FD002 执行率计算错误",
    }
    assert command.message == "第 12 行  总分 › 得分：执行率 97.88% 计算有误，应为 98.88%"


@examples(30)
@given(st.text())
def test_every_text_comes_back(text: str) -> None:
    (command,) = commands(saying(text))
    assert command.message.endswith(f"：执行率 {visible(text)} 有误")
    assert command.properties["title"] == "FD002 执行率计算错误"
    assert set(command.properties) == {"file", "title"}


def test_a_finding_across_sheets_stands_at_the_first_of_them() -> None:
    *_, command = commands(BATCH)
    assert command.properties["file"] == "材料/自评表.xlsx"
    assert command.message.startswith("自评表2!B3  基本信息 › 项目名称：“内涵建设经费”")
    assert "材料/没有问题.docx" in command.message
