"""Options that commands share: spelled alike, grouped into values, completed by the shell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete

from sheetlint.cli import status
from sheetlint.cli.app import COMMANDS, program
from sheetlint.cli.bilingual import Option
from tests.cli.conftest import Call
from tests.run.documents import WRONG_RATE, written


def commands() -> Iterator[tuple[str, click.Command]]:
    ctx = click.Context(program, obj="zh")
    for name in COMMANDS:
        command = program.get_command(ctx, name)
        assert command is not None
        yield name, command
        if isinstance(command, click.Group):
            yield from ((f"{name} {inner}", each) for inner, each in command.commands.items())


def spellings(flag: str) -> set[tuple[str, ...]]:
    """How an option is spelled by the commands that have it."""
    return {
        tuple(param.opts)
        for _, command in commands()
        for param in command.params
        if flag in param.opts
    }


@pytest.mark.parametrize(
    "spelling",
    [("--output", "-o"), ("--quiet", "-q"), ("--verbose", "-v"), ("--select",), ("--ignore",),
     ("--show",), ("--lang",), ("--format",)],
)  # fmt: skip
def test_an_option_is_spelled_alike_everywhere(spelling: tuple[str, ...]) -> None:
    assert spellings(spelling[0]) == {spelling}


@pytest.mark.parametrize(
    ("flag", "names"),
    [
        ("--ignore", {"check", "annotate", "fix", "baseline", "gate", "notice", "diff"}),
        ("--show", {"check", "annotate", "gate", "notice", "diff"}),
        ("-q", {"check", "annotate", "fix", "gate", "verify", "notice", "diff"}),
        (
            "-o",
            {"check", "annotate", "new", "fix", "baseline", "gate", "notice", "profiles new"},
        ),
        ("--max-seconds", {"check", "extract", "annotate", "fix", "baseline", "gate", "notice",
                           "diff"}),
    ],
)  # fmt: skip
def test_commands_that_have_an_option(flag: str, names: set[str]) -> None:
    assert {
        name for name, command in commands() if any(flag in p.opts for p in command.params)
    } == names


def test_every_option_has_a_help_in_both_languages() -> None:
    for name, command in commands():
        for param in command.params:
            if isinstance(param, click.Option) and "--help" not in param.opts:
                assert isinstance(param, Option), (name, param.opts)
                assert param.text.zh != param.text.en, (name, param.opts)


# ── complaints ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("command", [(), ("check", "a.json"), ("fix", "a.json"), ("gate", "a")])
def test_an_option_without_its_value(command: tuple[str, ...], call: Call) -> None:
    ran = call(*command, "-o")
    assert ran.status == status.USAGE
    assert ran.err.startswith("错误：选项 -o 后面要有值\n")


@pytest.mark.parametrize("name", COMMANDS)
def test_an_option_is_no_value_of_another(name: str, call: Call) -> None:
    command = program.get_command(click.Context(program, obj="zh"), name)
    assert command is not None
    for param in command.params:
        if isinstance(param, click.Option) and not param.is_flag:
            for spelling in param.opts:
                ran = call(name, spelling, "--lang", "zh")
                assert ran.status == status.USAGE
                assert ran.err.startswith(f"错误：选项 {spelling} 后面要有值\n")


@pytest.mark.parametrize("letters", ["-qo", "-o"])
def test_a_value_may_begin_with_a_hyphen_where_it_is_written_so(letters: str, call: Call) -> None:
    assert "-o 后面要有值" in call("check", "a.json", letters, "-q").err
    assert "后面要有值" not in call("check", "--output=-q", "-o-v", "--", "-o", "-q").err


@pytest.mark.parametrize(
    ("word", "lang", "sentence"),
    [
        ("explian", "zh", "错误：没有文件或命令 explian，是不是想用命令 sheetlint explain？\n"),
        ("fxi", "zh", "错误：没有文件或命令 fxi，是不是想用命令 sheetlint fix？\n"),
        (
            "anotate",
            "en",
            "Error: there is no file or command anotate; did you mean the command: "
            "sheetlint annotate?\n",
        ),
    ],
)
def test_a_mistyped_command(word: str, lang: str, sentence: str, call: Call) -> None:
    ran = call("--lang", lang, word, "a.json")
    assert ran == (status.USAGE, "", sentence)


def test_a_file_called_nearly_as_a_command_is_checked(call: Call, tmp_path: Path) -> None:
    written(tmp_path / "chek", WRONG_RATE)
    assert call("chek", "--select", "FD002", "-q").out.startswith("chek:")


def test_a_mistyped_option(call: Call) -> None:
    ran = call("rules", "--formt", "json", "--lang", "en")
    assert ran.status == status.USAGE
    assert "'--format'" in ran.err
    near = call("check", "--selct", "FD")
    assert near.err.startswith("错误：没有选项 --selct，是不是 --select？\n")


# ── completion ──────────────────────────────────────────────────────────────────────────────────


def completions(*words: str, lang: str = "zh") -> list[tuple[str, str | None]]:
    """What the last of the words may be completed to, each with its line of help."""
    made = ShellComplete(program, {"obj": lang}, "sheetlint", "_SHEETLINT_COMPLETE")
    return [(i.value, i.help) for i in made.get_completions(list(words[:-1]), words[-1])]


def test_codes_and_names_of_checks() -> None:
    assert completions("check", "--select", "FD002") == [("FD002", "执行率计算错误")]
    assert completions("explain", "rate-mis", lang="en") == [
        ("rate-mismatch", "Execution rate is miscalculated")
    ]
    assert completions("a.json", "--ignore", "NT,fd002") == [("NT,FD002", "执行率计算错误")]
    assert completions("gate", "--select", "XX") == []


def test_names_of_profiles() -> None:
    for words in (("check", "--profile"), ("profiles", "show"), ("profiles", "new", "x", "--from")):
        assert [value for value, _ in completions(*words, "shang")] == ["shanghai"]
    names = [value for value, _ in completions("check", "--profile", "")]
    assert "national-2020" in names


def test_profiles_of_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "zz.toml").write_text(
        'title = "某县"\nextends = "national-2020"\n', encoding="utf-8"
    )
    config = tmp_path / "sheetlint.toml"
    config.write_text('profiles = ["own"]\n', encoding="utf-8")
    assert completions("check", "--config", str(config), "--profile", "zz") == [("zz", "某县")]


def test_commands_with_their_lines() -> None:
    assert completions("verif") == [("verify", "复核成批检查的结果")]
