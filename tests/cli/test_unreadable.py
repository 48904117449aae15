"""A file or a folder that may not be read costs only itself, whatever the command."""

from __future__ import annotations

import importlib
import os
from pathlib import Path

import click
import pytest

from sheetlint.cli.app import COMMANDS
from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.intake.source import Source
from sheetlint.profiles import Profiles
from sheetlint.rules.registry import Registry
from sheetlint.run.check_files import check_source
from sheetlint.run.plan import Plan


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_asks_before_its_reader(name: str) -> None:
    made: click.Command = getattr(importlib.import_module(f"sheetlint.cli.{name}"), name)
    commands = made.commands.values() if isinstance(made, click.Group) else [made]
    paths = [p for command in commands for p in command.params if isinstance(p.type, click.Path)]
    assert [
        param.name for param in paths if isinstance(param.type, click.Path) and param.type.readable
    ] == []


def test_a_folder_that_may_not_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, registry: Registry, profiles: Profiles
) -> None:
    plan = Plan(RunConfiguration(), registry, profiles)

    def said() -> list[str]:
        return [f.message.zh for f in check_source(Source(str(tmp_path)), plan).findings]

    assert said() == ["文件无法读取：这是文件夹，不是文件"]
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert said() == ["文件无法读取：没有读取权限"]
