"""Writes what the documentation takes from the tool itself: ``make generated``.

Three pages are generated whole, in two languages where they are for both kinds of readers: the
checks, the commands with their options, and the parameters of profiles. In other pages a part
between ``<!-- NAME -->`` and ``<!-- end of NAME -->`` is replaced.
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from pathlib import Path

from parameter_page import parameter_page

from sheetlint.cli.start import main as sheetlint
from sheetlint.readers.formats import FORMATS, Format
from sheetlint.rules.registry import load

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = "examples/sheets/2 电梯安全评估.xlsx"
_WIDTH = 88

_CHECKS = {
    "zh": (
        "# 检查项\n\n"
        "共 {count} 项。级别是通常的级别，具体情形、口径和配置可以调高或调低。"
        "某一项的说明：`sheetlint explain FD002`。本页由 `make generated` 生成。\n\n"
        "| 代码 | 名称 | 检查 | 级别 |"
    ),
    "en": (
        "# Checks\n\n"
        "{count} checks. The severity is the default: the case at hand, a profile or the "
        "configuration may raise or lower it. The manual of one: `sheetlint explain FD002`. "
        "This page is made by `make generated`.\n\n"
        "| code | name | check | severity |"
    ),
}
_COMMANDS = {
    "zh": "# 命令和选项\n\n以下是各命令的帮助（`sheetlint 命令 --help`）。本页由 `make generated` 生成。",
    "en": (
        "# Commands and options\n\n"
        "What `sheetlint COMMAND --help` prints. This page is made by `make generated`."
    ),
}
_SEVERITY = {
    "en": {"error": "error", "warning": "warning", "info": "info"},
    "zh": {"error": "错误", "warning": "警告", "info": "提示"},
}
_COMMAND_LIST = re.compile(r"\n(?:命令：|Commands:)\n(.*)", re.S)


def checks(lang: str) -> str:
    """The table of the checks in the rule pack."""
    pack = [c for c in load().checks if c.module.startswith("sheetlint_checks.")]
    rows = [
        f"| {c.code} | {c.name} | {c.title.in_(lang)} | {_SEVERITY[lang][c.severity]} |"
        for c in pack
    ]
    return "\n".join((_CHECKS[lang].format(count=len(pack)), "|---|---|---|---|", *rows)) + "\n"


def commands(lang: str) -> str:
    """The help of the program and of every command."""
    return "\n\n".join((_COMMANDS[lang], *_helps((), lang))) + "\n"


def _helps(command: tuple[str, ...], lang: str) -> Iterator[str]:
    """The help of a command, then that of the commands below it."""
    text = printed("--lang", lang, *command, "--help")
    yield f"## {' '.join(('sheetlint', *command))}\n\n```text\n{text.strip()}\n```"
    below = _COMMAND_LIST.search(text)
    for name in re.findall(r"^  ([a-z]+) ", below[1], re.M) if below else ():
        yield from _helps((*command, name), lang)


def full_report(lang: str) -> str:
    return _report(lang, "--width", str(_WIDTH))


def concise_report(lang: str) -> str:
    return _report(lang, "--format", "concise")


def _report(lang: str, *options: str) -> str:
    """A command and what it prints, as a block of Markdown."""
    output = printed("--lang", lang, "check", *options, EXAMPLE)
    shown = "" if "--width" in options else " ".join(options) + " "
    lines = "\n".join(line.rstrip() for line in output.strip("\n").split("\n"))
    return f'```text\n$ sheetlint check {shown}"{EXAMPLE}"\n{lines}\n```'


def formats() -> str:
    """A row for each format, with what can be done with it."""
    rows = [
        f"| {form.name} | {' '.join(f'`{suffix}`' for suffix in form.suffixes)} "
        f"| {'yes' if _is_read(form) else 'refused'} | {form.extra or '–'} "
        f"| {'in a copy' if form.annotated_by else 'in a workbook' if _is_read(form) else '–'} "
        f"| {'yes' if form.corrected_by else '–'} |"
        for form in FORMATS
    ]
    return "\n".join(
        (
            "| format | suffixes | read | extra | annotated | corrected |",
            "|---|---|---|---|---|---|",
            *rows,
        )
    )


def _is_read(form: Format) -> bool:
    # The normalised document has no reader of its own: it is text until it is decoded.
    return bool(form.reader or form.corrected_by)


PAGES: dict[str, Callable[[], str]] = {
    "docs/检查项.md": lambda: checks("zh"),
    "docs/checks.md": lambda: checks("en"),
    "docs/命令.md": lambda: commands("zh"),
    "docs/commands.md": lambda: commands("en"),
    "docs/parameters.md": parameter_page,
}
"""Pages that are generated whole."""
PARTS: dict[str, dict[str, Callable[[], str]]] = {
    "README.zh-CN.md": {"report": lambda: concise_report("zh")},
    "README.md": {"report": lambda: concise_report("en")},
    "docs/填报人指南.md": {"report": lambda: full_report("zh")},
    "docs/formats.md": {"formats": formats},
    "docs/reports.md": {"report": lambda: full_report("en")},
}
"""Pages of which a part is generated, by its name."""


def generated() -> Iterator[tuple[str, str]]:
    """Path and text of every page that is generated or holds a generated part."""
    for name, page in PAGES.items():
        yield name, page()
    for name, parts in PARTS.items():
        text = (ROOT / name).read_text(encoding="utf-8")
        for part, content in parts.items():
            text = replaced(text, part, content())
        yield name, text


def replaced(text: str, part: str, content: str) -> str:
    """The text with new content between the two comments; ValueError where they are missing."""
    place = re.compile(f"(<!-- {part} -->\n).*?(\n<!-- end of {part} -->)", re.S)
    text, count = place.subn(lambda match: match[1] + content + match[2], text)
    if count != 1:
        raise ValueError(f"<!-- {part} --> and <!-- end of {part} --> must stand in it once")
    return text


def printed(*arguments: str) -> str:
    """What the program prints, run in this process from the root of the repository."""
    # Of an encoding that has every sign the report may draw.
    output = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")
    folder = os.getcwd()
    os.chdir(ROOT)
    try:
        with redirect_stdout(output):
            sheetlint(arguments)
    finally:
        os.chdir(folder)
    output.seek(0)
    return output.read()


def main() -> None:
    """Write the pages; with ``--check`` only name those that are not up to date."""
    if sys.argv[1:] == ["--check"]:
        for name, text in generated():
            if text != (ROOT / name).read_text(encoding="utf-8"):
                print(f"{name} is not up to date: make generated")
        return
    for name, text in generated():
        (ROOT / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
