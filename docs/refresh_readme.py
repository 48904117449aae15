"""Puts the list of checks and a real report into both READMEs: ``make readme``.

The places are marked by comments; everything between a pair of them is made anew.  What is made of
the checks and their parameters is refreshed first.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import refresh_parameters

from sheetlint.registry import load

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = "examples/sheets/2 电梯安全评估.xlsx"
SEVERITY = {
    "en": {"error": "error", "warning": "warning", "info": "info"},
    "zh": {"error": "错误", "warning": "警告", "info": "提示"},
}
HEAD = {"en": "| code | name | title | severity |", "zh": "| 代码 | 名称 | 标题 | 级别 |"}


def checks(lang: str) -> str:
    rows = [
        f"| {check.code} | {check.name} | {check.title.in_(lang)} | {SEVERITY[lang][check.severity]} |"
        for check in load().checks
        if check.module.startswith("sheetlint_checks.")
    ]
    return "\n".join((HEAD[lang], "|---|---|---|---|", *rows))


def report(lang: str) -> str:
    command = ("check", "--width", "88", "--lang", lang, EXAMPLE)
    done = subprocess.run(
        (sys.executable, "-m", "sheetlint", *command),
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 1:
        sys.exit(done.stderr)
    lines = "\n".join(line.rstrip() for line in done.stdout.strip("\n").split("\n"))
    return f'```\n$ sheetlint check "{EXAMPLE}"\n{lines}\n```'


def main() -> None:
    # The list and the report come of them.
    refresh_parameters.main()
    for name, lang in (("README.md", "en"), ("README.zh-CN.md", "zh")):
        path = ROOT / name
        text = path.read_text(encoding="utf-8")
        for mark, content in (("checks", checks(lang)), ("report", report(lang))):
            place = re.compile(f"(<!-- {mark} -->\n).*?(\n<!-- end of {mark} -->)", re.S)
            text, count = place.subn(lambda m, c=content: m[1] + c + m[2], text)
            if count != 1:
                sys.exit(f"{name}: no place for {mark}")
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
