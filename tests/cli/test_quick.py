"""The quick parser says the same as click, or nothing."""

from __future__ import annotations

from typing import Any

import click
import pytest

from sheetlint.cli import check, quick

UNDERSTOOD = [
    "a.xlsx",
    "check a.xlsx b.docx",
    "- a.xlsx",
    "--format concise a.xlsx",
    "a.xlsx --format=json",
    "--select FD --select=AR,ID a.xlsx --ignore NT",
    "-q a.xlsx",
    "--quiet --verbose --only-sheets --no-color a.xlsx",
    "-v -o out.txt a.xlsx",
    "--width 80 a.xlsx --lang en",
    "--fail-on warning --show error --profile p --config c.toml a.xlsx",
    "--output=x.txt a.xlsx",
    "--lang en check a.xlsx",
    "--no-color --width 80 check a.xlsx -q",
    "--max-seconds 5 --max-memory 512M --max-size=0 a.xlsx",
    "--max-seconds=0 --max-memory 1gb --max-size 100000 a.xlsx",
    f"--max-seconds {'9' * 18} a.xlsx",
]
LEFT_TO_CLICK = [
    "",
    "check",
    "--help",
    "-h",
    "rules",
    "explain FD002",
    "--lang en explain FD002",
    "--lang en check",
    "--format xml a.xlsx",
    "--width 3 a.xlsx",
    "--width x a.xlsx",
    "--max-seconds -1 a.xlsx",
    "--max-seconds=-1 a.xlsx",
    "--max-seconds 1.5 a.xlsx",
    f"--max-seconds {'9' * 5000} a.xlsx",
    "--max-memory much a.xlsx",
    "--max-size 1T a.xlsx",
    "--bogus a.xlsx",
    "--form json a.xlsx",
    "-qv a.xlsx",
    "-ofile a.xlsx",
    "-- a.xlsx",
    "a.xlsx --select",
    "a.xlsx --output -x",
    "--quiet=1 a.xlsx",
    "--lang fr a.xlsx",
    "--format concise",
]


def _click(arguments: list[str]) -> dict[str, Any]:
    command = check.command("zh")
    with command.make_context("check", list(arguments)) as context:
        return dict(context.params)


@pytest.mark.parametrize("line", UNDERSTOOD)
def test_understood_as_click_does(line: str) -> None:
    arguments = line.split()
    bare = [argument for argument in arguments if argument != "check"]
    assert quick.parsed(arguments) == _click(bare)


@pytest.mark.parametrize("line", LEFT_TO_CLICK)
def test_left_to_click(line: str) -> None:
    assert quick.parsed(line.split()) is None


def test_click_knows_nothing_that_is_not_declared() -> None:
    command = check.command("zh")
    assert isinstance(command, click.Command)
    known = {flag for param in command.params for flag in param.opts if flag.startswith("-")}
    assert known == set(quick._BY_FLAG)
