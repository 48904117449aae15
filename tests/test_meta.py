"""What every check of the rule pack is held to, whatever it checks."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from sheetlint.messages.text import Text
from sheetlint.profiles import DEFAULT, Profiles
from sheetlint.rules.check import ERROR, HIGH, INFO, WARNING, Check
from sheetlint.rules.engine import Found
from sheetlint.rules.registry import Registry, load
from sheetlint.testing import Case, cases_in, run_case

HERE = Path(__file__).parent
CHINESE = ("检查内容", "为什么", "依据", "不通过示例", "通过示例", "怎么改")
ENGLISH = ("What it checks", "Why", "Basis", "Fails", "Passes", "How to fix")
SEVERITY = {"E": ERROR, "W": WARNING, "I": INFO}
SEVERITY_ZH = {ERROR: "错误", WARNING: "警告", INFO: "提示"}
HAN = re.compile(r"[\u4e00-\u9fff]")

PACK = [check for check in load().checks if check.module.startswith("sheetlint_checks.")]
CASES = list(cases_in(HERE / "cases"))

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


@each_check
def test_code_name_title_and_severity_are_the_catalogues(check: Check) -> None:
    row = catalogue()[check.code]
    assert (check.name, check.title.zh) == (row["name"], row["name_zh"])
    assert check.severity == SEVERITY.get(row["severity"], check.severity)


@each_check
def test_the_module_bears_the_checks_name(check: Check) -> None:
    assert check.module.rpartition(".")[2] == check.name.replace("-", "_")


@each_check
def test_the_manual_has_every_heading_with_a_text_in_both_languages(check: Check) -> None:
    found = sections(check.manual)
    assert [heading for heading in found if heading in CHINESE] == list(CHINESE)
    assert [heading for heading in found if heading in ENGLISH] == list(ENGLISH)
    assert [heading for heading, text in found.items() if not text] == []


@each_check
def test_title_and_basis_are_said_in_both_languages(check: Check) -> None:
    for text in (check.title, check.basis):
        assert said_well(text) == ""


@each_check
def test_parameters_are_known_to_the_national_profile(check: Check) -> None:
    profile = Profiles().load(DEFAULT)
    for parameter in check.parameters:
        profile.get(parameter)


@each_check
def test_there_is_a_failing_and_a_passing_case(check: Check) -> None:
    verdicts = {bool(case.expect) for case in CASES if case.code == check.code}
    assert verdicts == {True, False}


@each_check
def test_a_judgement_on_words_does_not_block_by_itself(check: Check) -> None:
    assert check.confidence == HIGH or check.severity != ERROR


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
    assert problems == []


def texts(found: Found) -> list[Text]:
    item = found.finding
    formula = Text(item.formula, item.formula) if "{" in item.formula else None
    return [text for text in (item.say, item.hint, item.basis, formula) if text is not None]


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


def test_cases_are_of_checks_that_exist() -> None:
    assert {case.code for case in CASES} - {check.code for check in PACK} == set()


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
    assert lines == [(check.code, check.name, title(check), severity(check)) for check in PACK]
