"""What the READMEs and the locks say is so."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from sheetlint.cli.declared import COMMANDS
from sheetlint.settings import load

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh-CN.md")
LOCKS = ("runtime.txt", "build.txt", "dev.txt")


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name: str, kind: str) -> list[str]:
    """The fenced blocks of one kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```", text_of(name), re.S | re.M)


@pytest.mark.parametrize("name", READMES)
def test_the_configuration_shown_is_a_right_one(name: str, tmp_path: Path) -> None:
    shown = blocks(name, "toml")
    keys = [set(tomllib.loads(block)) for block in shown]
    tables = {"severity", "limits", "lexicon"}
    assert keys == [
        {"profile", "fail_on", "ignore", "checks", "profiles"} | tables,
        {"baseline", "waivers"},
    ]
    for block in shown:
        (tmp_path / "sheetlint.toml").write_text(block, encoding="utf-8")
        assert load(folder=str(tmp_path)).path == str(tmp_path / "sheetlint.toml")


@pytest.mark.parametrize("name", READMES)
def test_the_options_shown_exist(name: str) -> None:
    shown = set(re.findall(r"`[^`]*?(--[a-z][a-z-]+)", text_of(name)))
    helps = [
        subprocess.run(
            (sys.executable, "-m", "sheetlint", *command, "--help"),
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for command in ((), *((name,) for name in COMMANDS))
    ]
    pip = {"--require-hashes", "--no-deps"}
    assert {"--format", "--select", "--fail-on", "--only-sheets"} <= shown
    assert shown - pip - set(re.findall(r"--[a-z][a-z-]+", "".join(helps))) == set()


def test_both_readmes_have_the_same_parts() -> None:
    english, chinese = (
        [re.match(r"#+", line) for line in text_of(name).splitlines() if line.startswith("#")]
        for name in READMES
    )
    assert len(english) == len(chinese)
    for kind in ("toml", "yaml"):
        assert len(blocks(READMES[0], kind)) == len(blocks(READMES[1], kind))


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md", "CONTRIBUTING.md"])
def test_files_that_are_linked_exist(name: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", text_of(name))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("name", LOCKS)
def test_locks_hold_every_requirement_to_its_hashes_and_name_no_address(name: str) -> None:
    text = text_of(f"requirements/{name}")
    requirements = re.findall(r"^[a-z0-9].*?(?=^[a-z0-9]|\Z)", text, re.S | re.M)
    assert requirements
    assert [item for item in requirements if "--hash=sha256:" not in item] == []
    assert "://" not in text


def test_the_development_lock_has_the_versions_of_the_other_two() -> None:
    pins = {
        name: dict(re.findall(r"^([a-z0-9.-]+)==([^ ]+)", text_of(f"requirements/{name}"), re.M))
        for name in LOCKS
    }
    assert pins["runtime.txt"]
    assert pins["runtime.txt"].items() | pins["build.txt"].items() <= pins["dev.txt"].items()
