"""What every check of the rule pack is held to, whatever it checks."""

from __future__ import annotations

import ast
import csv
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from sheetlint_checks import MODULES

from sheetlint.messages.text import Text
from sheetlint.profiles import DEFAULT, Profiles
from sheetlint.profiles.file_schema import flatten_values
from sheetlint.rules.check import ERROR, HIGH, INFO, WARNING, Check
from sheetlint.rules.engine import ResolvedFinding
from sheetlint.rules.registry import Registry, load
from sheetlint.testing import Case, read_cases, run_case

HERE = Path(__file__).parent
CHINESE = ("检查内容", "为什么", "依据", "不通过示例", "通过示例", "怎么改")
ENGLISH = ("What it checks", "Why", "Basis", "Fails", "Passes", "How to fix")
SEVERITY = {"E": ERROR, "W": WARNING, "I": INFO}
SEVERITY_ZH = {ERROR: "错误", WARNING: "警告", INFO: "提示"}
TO_BE_WRITTEN = "待写"
HAN = re.compile(r"[\u4e00-\u9fff]")

PACK = [check for check in load().checks if check.module.startswith("sheetlint_checks.")]
CASES = list(read_cases(HERE / "cases"))

each_check = pytest.mark.parametrize("check", PACK, ids=lambda check: f"{check.code}")
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.name}")


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Codes, names, titles and severities as they are fixed for good."""
    with (HERE / "catalogue.tsv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file, delimiter="\t")}


def sections(manual: str) -> dict[str, str]:
    """The text under each heading: a line at the margin, its text indented below it."""
    found: dict[str, str] = {}
    heading = ""
    for line in manual.split("\n")[1:]:
        if line and not line[0].isspace():
            heading = line.strip()
            found[heading] = ""
        elif heading:
            found[heading] += line.strip()
    return found


# ── one check ───────────────────────────────────────────────────────────────────────────────────


def source(check: Check) -> str:
    """Where the module of a check of the pack is, from the top of the checkout."""
    return f"checks/{check.module.replace('.', '/')}.py"


@each_check
def test_code_name_title_and_severity_are_the_catalogues(check: Check) -> None:
    letter = next(letter for letter, word in SEVERITY.items() if word == check.severity)
    line = "<TAB>".join((check.code, check.name, check.title.zh, letter))
    row = catalogue().get(check.code)
    assert row is not None, f"Add this line to tests/catalogue.tsv: {line}"
    told = SEVERITY.get(row["severity"], check.severity)
    assert (check.name, check.title.zh, check.severity) == (row["name"], row["name_zh"], told), (
        f"{check.code} is otherwise in tests/catalogue.tsv.  Codes and names are fixed: correct "
        f"{source(check)} (the Chinese title is the first line of its docstring); for a check that "
        f"was never released, correct its line instead: {line}"
    )


@each_check
def test_the_module_bears_the_checks_name(check: Check) -> None:
    own = check.name.replace("-", "_")
    assert check.module.rpartition(".")[2] == own, (
        f"Call the module of {check.code} after the check: git mv {source(check)} .../{own}.py, and "
        f"write {own} in the list in checks/sheetlint_checks/__init__.py"
    )


@each_check
def test_the_manual_has_every_heading_with_a_text_in_both_languages(check: Check) -> None:
    found = sections(check.manual)
    for wanted in (CHINESE, ENGLISH):
        assert [heading for heading in found if heading in wanted] == list(wanted), (
            f"The docstring of {source(check)} needs these headings at the margin, in this order: "
            f"{'、'.join(wanted)}"
        )
    empty = [heading for heading, text in found.items() if not text]
    assert empty == [], f"Write an indented text in {source(check)} under: {'、'.join(empty)}"


@each_check
def test_nothing_of_the_template_is_left(check: Check) -> None:
    """``make new-check`` marks what is to be written."""
    root = HERE.parent
    left = [
        f"{path}:{number}"
        for path in (source(check), f"tests/cases/{check.code}.yml")
        if (root / path).is_file()
        for number, line in enumerate((root / path).read_text(encoding="utf-8").split("\n"), 1)
        if TO_BE_WRITTEN in line
    ]
    assert left == [], f"Write what these lines leave open ({TO_BE_WRITTEN}): {', '.join(left)}"


@each_check
def test_title_and_basis_are_said_in_both_languages(check: Check) -> None:
    for word, text in (("title", check.title), ("basis", check.basis)):
        problem = said_well(text)
        assert problem == "", f"Correct the {word} of {check.code} in {source(check)}: {problem}"


@each_check
def test_parameters_are_known_to_the_national_profile(check: Check) -> None:
    values = flatten_values(Profiles().load(DEFAULT).data)
    missing = [key for key in check.parameters if key not in values]
    assert missing == [], (
        f"{check.code} reads {', '.join(missing)}: give it a national value in "
        "sheetlint/profiles/places/national-2020.toml (docs/writing-a-profile.md, A new parameter)"
    )


@each_check
def test_there_is_a_failing_and_a_passing_case(check: Check) -> None:
    verdicts = {bool(case.expect) for case in CASES if case.code == check.code}
    assert verdicts == {True, False}, (
        f"Write a case that fails (expect: [{{at: …}}]) and one that passes (expect: []) in "
        f"tests/cases/{check.code}.yml (docs/writing-a-check.md, Cases)"
    )


@each_check
def test_a_judgement_on_words_does_not_block_by_itself(check: Check) -> None:
    assert check.confidence == HIGH or check.severity != ERROR, (
        f"{check.code} is no error while its confidence is {check.confidence}: write "
        f'severity="warning" in {source(check)} and W in tests/catalogue.tsv'
    )


# ── what is said ────────────────────────────────────────────────────────────────────────────────


@each_case
def test_findings_say_what_is_wrong_in_both_languages(
    case: Case, registry: Registry, profiles: Profiles
) -> None:
    problems = [
        problem
        for found in run_case(case, registry, profiles)
        for text in texts(found)
        if (problem := said_well(text))
    ]
    assert problems == [], (
        f"Correct the texts of {case.code} (its module, or sheetlint_checks/scoring/ where it "
        f"reports a score): {'; '.join(problems)}"
    )


def texts(found: ResolvedFinding) -> list[Text]:
    item = found.finding
    formula = Text(item.formula, item.formula) if "{" in item.formula else None
    return [text for text in (item.message, item.hint, item.basis, formula) if text is not None]


def said_well(text: Text) -> str:
    """What is wrong with a text, or nothing."""
    checks: tuple[tuple[str, Callable[[], bool]], ...] = (
        ("no Chinese", lambda: not HAN.search(text.zh)),
        ("no English", lambda: not re.search(r"[A-Za-z]{2}", text.en)),
        ("a placeholder is left", lambda: "{" in text.zh + text.en),
        ("Chinese full stop in English", lambda: "。" in text.en),
        ("blank at an end", lambda: text.zh.strip() != text.zh or text.en.strip() != text.en),
    )
    return next((f"{name}: {text}" for name, wrong in checks if wrong()), "")


# ── the pack as a whole ─────────────────────────────────────────────────────────────────────────


def defined_in(folder: Path) -> dict[str, list[str]]:
    """Modules below a folder that define a check, with the codes, whoever lists them: from their
    source, so that a module which nobody imports is seen, too."""
    found = {}
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        codes = [
            str(node.args[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "check"
            and node.args
            and isinstance(node.args[0], ast.Constant)
        ]
        if codes:
            found[".".join(path.relative_to(folder.parent).with_suffix("").parts)] = codes
    return found


def test_every_module_that_defines_a_check_is_in_the_list() -> None:
    defined = defined_in(HERE.parent / "checks" / "sheetlint_checks")
    unlisted = [
        f"{module} ({', '.join(defined[module])})"
        for module in sorted(defined.keys() - set(MODULES))
    ]
    assert unlisted == [], (
        "These modules define a check and are in no list, so that it never runs: "
        f"{'; '.join(unlisted)}.  Add the name of each to the list of its folder in "
        "checks/sheetlint_checks/__init__.py, then run: make generated"
    )
    idle = [module for module in MODULES if module not in defined]
    assert idle == [], (
        f"These modules are listed and define no check: {', '.join(idle)}.  Take them out of the "
        "list in checks/sheetlint_checks/__init__.py"
    )
    several = [module for module in MODULES if len(defined[module]) > 1]
    assert several == [], (
        f"One module a check, which is its manual; split these up: {', '.join(several)}"
    )


def test_cases_are_of_checks_that_exist() -> None:
    stray = sorted({case.code for case in CASES} - {check.code for check in PACK})
    assert stray == [], (
        "There are cases of checks that do not exist: delete or rename "
        f"{', '.join(f'tests/cases/{code}.yml' for code in stray)}"
    )


@pytest.mark.parametrize(
    ("page", "title", "severity"),
    [
        ("docs/checks.md", lambda check: check.title.en, lambda check: check.severity),
        (
            "docs/检查项.md",
            lambda check: check.title.zh,
            lambda check: SEVERITY_ZH[check.severity],
        ),
    ],
)
def test_the_table_of_checks_is_the_registrys(
    page: str, title: Callable[[Check], str], severity: Callable[[Check], str]
) -> None:
    text = (HERE.parent / page).read_text(encoding="utf-8")
    lines = re.findall(r"^\| ([A-Z]{2}\d{3}) \| (\S+) \| (.+?) \| (\S+) \|$", text, re.M)
    wanted = [(check.code, check.name, title(check), severity(check)) for check in PACK]
    assert lines == wanted, f"The table of checks in {page} is an old one; run: make generated"
