"""``make new-check``: a check that was just started runs, and the tests say what is to be written."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

ROOT = Path(__file__).parent.parent
OPTIONS = ("--zh", "执行率没有取位", "--en", "Rate is not rounded", "--severity", "info")
MODULE = "checks/sheetlint_checks/funds/rate_unrounded.py"
CASES = "tests/cases/FD999.yml"


class Checkout:
    """What a new check touches, in a folder of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for folder in ("checks", "tests/cases"):
            unread = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / folder, root / folder, ignore=unread)
        for name in ("conftest.py", "test_meta.py", "test_cases.py", "catalogue.tsv"):
            shutil.copy(ROOT / "tests" / name, root / "tests" / name)

    def new(self, code: str, name: str = "rate-unrounded") -> tuple[int, str]:
        spec = importlib.util.spec_from_file_location(
            "new_check", self.root / "checks/new_check.py"
        )
        assert spec is not None
        assert spec.loader is not None
        script = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(script)
        done = CliRunner().invoke(script.main, [code, name, *OPTIONS])
        return done.exit_code, done.output

    def failures(self, which: str) -> list[str]:
        """What the failed tests say, a line each."""
        plain = ("-p", "no:cacheprovider", "--tb=line", "-o", "console_output_style=classic")
        tests = ("tests/test_meta.py", "tests/test_cases.py")
        path = os.pathsep.join((str(self.root / "checks"), str(ROOT)))
        printed = subprocess.run(
            (sys.executable, "-m", "pytest", "-q", *plain, *tests, "-k", which),
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            check=False,
        ).stdout
        assert re.search(r"^\d+ (passed|failed)", printed, re.M), printed
        return re.findall(r"^.*: AssertionError: (.*)$", printed, re.M)

    def replace(self, file: str, old: str, new: str) -> None:
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_a_new_check_lacks_its_texts_and_nothing_else(checkout: Checkout) -> None:
    status, printed = checkout.new("FD999")
    assert (status, printed.splitlines()[:2]) == (0, [f"written: {MODULE}", f"written: {CASES}"])
    (failure,) = checkout.failures("FD999")
    assert failure.startswith("Write what these lines leave open (待写): ")
    assert f"{MODULE}:4" in failure
    assert f"{CASES}:1" in failure
    catalogue = (checkout.root / "tests/catalogue.tsv").read_text(encoding="utf-8").splitlines()
    at = catalogue.index("FD999\trate-unrounded\t执行率没有取位\tI")
    assert (catalogue[at - 1][:2], catalogue[at + 1][:2]) == ("FD", "UN")

    for file in (MODULE, CASES):
        checkout.replace(file, "待写", "写好")
    assert checkout.failures("FD999") == []


def test_a_check_that_is_in_no_list_is_named_with_what_to_do(checkout: Checkout) -> None:
    checkout.new("FD999")
    checkout.replace("checks/sheetlint_checks/__init__.py", '    "rate_unrounded",\n', "")
    (failure,) = checkout.failures("every_module_that_defines")
    assert failure.startswith(
        "These modules define a check and are in no list, so that it never runs: "
        "sheetlint_checks.funds.rate_unrounded (FD999).  Add the name of each to the list of its "
        "folder in checks/sheetlint_checks/__init__.py, then run: make generated"
    )


@pytest.mark.parametrize(
    ("code", "name", "said"),
    [
        ("FD002", "rate-unrounded", "There is such a check already: FD002 rate-mismatch"),
        ("FD999", "rate-mismatch", "There is such a check already: FD002 rate-mismatch"),
        ("XX001", "rate-unrounded", "XX001 is no code of a family, like FD015. Families: AR"),
        ("FD99", "rate-unrounded", "FD99 is no code of a family"),
        ("FD999", "Rate", "Rate is no name of a check, like rate-unrounded."),
    ],
)
def test_what_cannot_be_a_check_is_refused(
    code: str, name: str, said: str, checkout: Checkout
) -> None:
    status, printed = checkout.new(code, name)
    assert status == 2
    assert said in " ".join(printed.split())
    assert not (checkout.root / CASES).exists()
