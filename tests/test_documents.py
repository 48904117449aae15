"""What the READMEs, the guides and the locks say is so."""

from __future__ import annotations

import io
import pkgutil
import re
import subprocess
import sys
import tomllib
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from sheetlint.cli.app import COMMANDS
from sheetlint.cli.start import main
from sheetlint.config.file import load
from sheetlint.config.file_schema import SCHEMA
from sheetlint.config.output_formats import OUTPUT_FORMATS
from sheetlint.intake.accepted_names import READABLE_SUFFIXES
from sheetlint.rules.registry import Registry

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh-CN.md")
PAGES = (
    *READMES,
    "CONTRIBUTING.md",
    *(f"docs/{page.name}" for page in sorted((ROOT / "docs").glob("*.md"))),
)
ROOMS = "benchmarks|checks|docs|examples|requirements|sheetlint|templates|tests"
NOT_MODULES = {"sheetlint.toml", "sheetlint.checks"}
"""The file of the configuration, and the group of entry points."""
OF_THE_PROGRAM = {"--version"}
"""Options that no command has: of the program itself."""
LOCKS = ("runtime.txt", "build.txt", "dev.txt")


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name: str, kind: str) -> list[str]:
    """The fenced blocks of one kind."""
    fenced = re.findall(r"^```(\w*)\n(.*?)^```", text_of(name), re.S | re.M)
    return [text for language, text in fenced if language == kind]


@pytest.mark.parametrize("name", PAGES)
def test_configurations_that_are_shown_are_right_ones(name: str, tmp_path: Path) -> None:
    for block in blocks(name, "toml"):
        if name == "docs/writing-a-profile.md":
            tomllib.loads(block)
            continue
        (tmp_path / "sheetlint.toml").write_text(block, encoding="utf-8")
        assert load(folder=str(tmp_path)).path == str(tmp_path / "sheetlint.toml")


def test_the_page_of_the_configuration_shows_every_key() -> None:
    shown = [set(tomllib.loads(block)) for block in blocks("docs/configuration.md", "toml")]
    assert set().union(*shown) == set(SCHEMA)


@pytest.fixture(scope="module")
def helps() -> dict[str, str]:
    """The help of each command, by its name."""
    return {name: help_of(name) for name in COMMANDS}


def help_of(name: str) -> str:
    """Of a command, with that of its own commands where it has some."""
    commands = [(name,)]
    if name == "profiles":
        commands += [(name, "new"), (name, "show")]
    with redirect_stdout(io.StringIO()) as printed:
        for command in commands:
            assert main((*command, "--help")) == 0
    return printed.getvalue()


@pytest.mark.parametrize("name", PAGES)
def test_options_that_are_named_exist(name: str, helps: dict[str, str]) -> None:
    named = set(re.findall(r"`[^`\n]*?(--[a-z][a-z-]+)", text_of(name)))
    known = set(re.findall(r"--[a-z][a-z-]+", "".join(helps.values())))
    assert named - known - OF_THE_PROGRAM == set()


@pytest.mark.parametrize("name", PAGES)
def test_commands_that_are_shown_take_the_options_shown(name: str, helps: dict[str, str]) -> None:
    lines = re.findall(r"^(?:\$ )?sheetlint ([^#\n]*)", "".join(blocks(name, "")), re.M)
    for line in lines:
        command, *words = line.split()
        assert command in helps, line
        options = {word.partition("=")[0] for word in words if word.startswith("-")}
        known = set(re.findall(r"(?<![\w-])--?[a-zA-Z][a-z-]*", helps[command]))
        assert options <= known | {"-"}, line


def test_the_readmes_are_read_in_a_minute_and_have_the_same_parts() -> None:
    english, chinese = (text_of(name).splitlines() for name in READMES)
    assert len(english) == len(chinese) <= 90
    assert [line.count("#") for line in english if line.startswith("#")] == [
        line.count("#") for line in chinese if line.startswith("#")
    ]


@pytest.mark.parametrize("name", PAGES)
def test_targets_of_make_that_are_named_exist(name: str) -> None:
    targets = re.findall(r"^([a-z][a-z-]*):", text_of("Makefile"), re.M)
    named = re.findall(r"(?:`|^)make ([a-z-]+)", text_of(name), re.M)
    assert set(named) <= set(targets)
    if name in READMES:
        assert named[:2] == ["demo", "test"]


@pytest.mark.parametrize("name", PAGES)
def test_files_that_are_linked_exist(name: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)[^)]*\)", text_of(name))
    assert [link for link in links if not (ROOT / name).parent.joinpath(link).exists()] == []


@pytest.mark.parametrize("name", PAGES)
def test_files_and_modules_that_are_named_exist(name: str) -> None:
    """``ROOM``, ``NAME`` and ``CODE`` stand for any."""
    named = re.findall(rf"`((?:{ROOMS})/[^`\s]*)`", text_of(name))
    globs = [re.sub(r"\b(ROOM|NAME|CODE)\b", "*", path) for path in named]
    assert [path for path in globs if not any(ROOT.glob(path))] == []
    dotted = re.findall(r"`(sheetlint(?:_checks)?(?:\.\w+)+)`", text_of(name))
    assert [path for path in dotted if path not in NOT_MODULES and resolved(path) is None] == []


def resolved(dotted: str) -> object | None:
    """The module, or what is named in one; None where there is neither."""
    try:
        return pkgutil.resolve_name(dotted)
    except (ImportError, AttributeError):
        return None


def test_the_guide_says_what_to_do_about_every_kind_of_finding(registry: Registry) -> None:
    kinds = re.findall(r"^\| ([A-Z]{2}) \| ", text_of("docs/填报人指南.md"), re.M)
    assert sorted(kinds) == sorted({check.code[:2] for check in registry.checks})


def test_every_kind_of_report_has_its_row() -> None:
    rows = [line.split("|") for line in text_of("docs/reports.md").splitlines()]
    kinds = {
        row[1].strip(" `"): row[2].strip() for row in rows if row[1:2] and row[1].startswith(" `")
    }
    assert kinds == {
        output.name: " ".join(f"`{suffix}`" for suffix in output.suffixes)
        for output in OUTPUT_FORMATS.values()
    }


@pytest.mark.parametrize("name", ["docs/formats.md", "docs/填报人指南.md"])
def test_every_kind_of_file_that_is_read_is_named(name: str) -> None:
    assert [
        suffix for suffix in sorted(READABLE_SUFFIXES) if f"`{suffix}`" not in text_of(name)
    ] == []


def test_what_is_generated_is_up_to_date() -> None:
    """If not: ``make generated``."""
    done = subprocess.run(
        (sys.executable, str(ROOT / "docs" / "generate.py"), "--check"),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


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


def test_the_drawing_of_the_rooms_is_the_contract_of_their_layers() -> None:
    contracts = tomllib.loads(text_of("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    layers = next(c["layers"] for c in contracts if c["type"] == "layers")
    wanted = [re.findall(r"sheetlint\.(\w+)", layer) for layer in layers]
    drawn = text_of("docs/design.md").split("```")[3].strip().splitlines()
    assert [re.findall(r"\w+", line[:32]) for line in drawn] == wanted[1:]
    rooms = {path.parent.name for path in (ROOT / "sheetlint").glob("*/__init__.py")}
    assert {room for line in wanted[1:] for room in line} == rooms
