"""Starts a check of the rule pack: ``make new-check CODE=FD015 NAME=rate-unrounded ZH=执行率没有取位
EN="Rate is not rounded"``.

Writes its module and its cases from a template that runs as it is, and enters the check in the
list of its family (``sheetlint_checks/__init__.py``) and in ``tests/catalogue.tsv``.  What is to be
written is marked 待写 in the two files; until it is, ``tests/test_meta.py`` fails and says where.
"""

from __future__ import annotations

import re
from pathlib import Path
from string import Template

import click

from sheetlint import __version__
from sheetlint.rules.check import SEVERITIES
from sheetlint.rules.registry import load

ROOT = Path(__file__).resolve().parent.parent
PACK = ROOT / "checks" / "sheetlint_checks"
_MODULE = Template('''"""$zh

检查内容
    待写：看哪些格，怎样算对，怎样算错。
为什么
    待写：错了会有什么后果。
依据
    待写：条款（并改 basis=，见 sheetlint_checks/basis.py）。
不通过示例
    待写
通过示例
    待写
怎么改
    待写

What it checks
    To be written (待写).
Why
    To be written (待写).
Basis
    To be written (待写).
Fails
    To be written (待写).
Passes
    To be written (待写).
How to fix
    To be written (待写).
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, check, finding
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ADVICE

_MESSAGE = Text("项目名称是“{project}”（待写）", "the project is called {project} (待写)")
_HINT = Text("改正项目名称（待写）", "correct the name of the project (待写)")


@check(
    "$code",
    "$name",
    title="$en",
    severity="$severity",
    basis=ADVICE,
    needs="~project",
    since="$since",
)
def $function(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    if sheet.project.text == "待写":
        yield finding(sheet.project, _MESSAGE.fill(project=sheet.project.raw), hint=_HINT)
''')
_CASES = Template("""\
- name: 待写：不通过的例子
  set: {project: 待写}
  expect:
    - {at: project, severity: $severity, message: 项目名称是“待写”（待写）}
- name: 待写：通过的例子
  expect: []
""")


@click.command()
@click.argument("code")
@click.argument("name")
@click.option("--zh", required=True, help="The Chinese title.")
@click.option("--en", required=True, help="The English title.")
@click.option("--severity", type=click.Choice(SEVERITIES), default="warning", show_default=True)
def main(code: str, name: str, zh: str, en: str, severity: str) -> None:
    """Start the check CODE (FD015) called NAME (rate-unrounded)."""
    # A family is a folder: the one where the other checks are whose codes begin alike.
    folders = {check.family: check.module.split(".")[1] for check in load().checks}
    family = folders.get(code[:2])
    if family is None or not re.fullmatch(r"[A-Z]{2}\d{3}", code):
        known = ", ".join(f"{letters} ({folder})" for letters, folder in folders.items())
        raise click.UsageError(f"{code} is no code of a family, like FD015. Families: {known}.")
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        raise click.UsageError(f"{name} is no name of a check, like rate-unrounded.")
    function = name.replace("-", "_")
    catalogue = ROOT / "tests" / "catalogue.tsv"
    rows = catalogue.read_text(encoding="utf-8").splitlines()
    taken = next((row for row in rows if {code, name} & set(row.split("\t")[:2])), None)
    if taken is not None:
        raise click.UsageError(f"There is such a check already: {' '.join(taken.split())}.")

    words = {
        "code": code, "name": name, "function": function, "zh": zh, "en": en,
        "severity": severity, "since": ".".join(__version__.split(".")[:2]),
    }  # fmt: skip
    module = PACK / family / f"{function}.py"
    cases = ROOT / "tests" / "cases" / f"{code}.yml"
    for path, template in ((module, _MODULE), (cases, _CASES)):
        _write(path, template.substitute(words))
    _enter_in_list(family, function)
    at = max(i for i, row in enumerate(rows) if (row[:2] == code[:2] and row[:5] < code) or not i)
    rows.insert(at + 1, f"{code}\t{name}\t{zh}\t{severity[0].upper()}")
    _write(catalogue, "\n".join(rows) + "\n")
    for path in (module, cases):
        click.echo(f"written: {path.relative_to(ROOT)}")
    click.echo(
        "Write what they mark with 待写, then run:\n"
        f"  python -m pytest tests/test_cases.py tests/test_meta.py -k {code}"
    )


def _enter_in_list(family: str, function: str) -> None:
    """At the end of the family's list."""
    path = PACK / "__init__.py"
    text = path.read_text(encoding="utf-8")
    used = re.search(rf'sheetlint_checks\.{family}\.{{name}}" for name in (\w+)', text)
    assert used is not None, f"{path} has no list for {family}"
    opening = f"\n{used[1]}: tuple[str, ...] = ("
    start = text.index(opening) + len(opening)
    end = text.index(")", start)
    names = [*re.findall(r'"(\w+)"', text[start:end]), function]
    listed = "".join(f'    "{name}",\n' for name in names)
    _write(path, f"{text[:start]}\n{listed}{text[end:]}")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
