"""A new format of the report is one module and one row: nothing else of the program names formats."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

import sheetlint
from sheetlint.cli import status
from sheetlint.config.output_formats import OUTPUT_FORMATS
from sheetlint.run.results import Report
from tests.cli.conftest import Call
from tests.run.documents import WRONG_RATE, written

Run = Callable[..., tuple[int, str, str]]
ROOT = Path(sheetlint.__file__).parent
ONLY_REPORTS = {"full", "concise", "jsonl", "sarif", "junit", "github", "gitlab"}
"""Names that mean nothing but a format of the report; json or xlsx are formats of sheets as well."""

MODULE = '''
"""How many findings there are."""

def render(report, lang):
    return f"{sum(len(file.findings) for file in report.files)}\\n"
'''
PROGRAM = """
import sys
import sheetlint.report
from sheetlint.config.output_formats import OUTPUT_FORMATS, OutputFormat

sheetlint.report.__path__.append(sys.argv.pop(1))
OUTPUT_FORMATS["number"] = OutputFormat("number", (".number",))

from sheetlint.__main__ import main

sys.exit(main())
"""


@pytest.fixture
def run(tmp_path: Path, call: Call) -> Run:
    """The program with one row and one module more; ``call`` has set folder and environment."""
    (tmp_path / "renderers").mkdir()
    (tmp_path / "renderers" / "number.py").write_text(MODULE, encoding="utf-8")
    written(tmp_path / "错.json", WRONG_RATE)

    def program(*arguments: str) -> tuple[int, str, str]:
        command = (sys.executable, "-c", PROGRAM, str(tmp_path / "renderers"), *arguments)
        done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=tmp_path)
        return done.returncode, done.stdout, done.stderr

    return program


def test_one_module_and_one_row_are_a_format(run: Run, tmp_path: Path) -> None:
    check = ("check", "错.json", "--select", "FD002")
    assert run(*check, "--format", "number") == (status.FINDINGS, "1\n", "")
    assert run(*check, "-q", "-o", "a.number") == (status.FINDINGS, "", "")
    assert (tmp_path / "a.number").read_text(encoding="utf-8") == "1\n"
    (tmp_path / "sheetlint.toml").write_text('format = "number"\n', encoding="utf-8")
    assert run(*check)[:2] == (status.FINDINGS, "1\n")
    assert "number" in run("check", "错.json", "--format", "numbers")[2]


@pytest.mark.parametrize("name", OUTPUT_FORMATS)
def test_every_row_has_its_module(name: str) -> None:
    """If not: write ``sheetlint/report/NAME.py`` with ``render(report, lang)``."""
    output, renderer = OUTPUT_FORMATS[name], import_module(f"sheetlint.report.{name}")
    parameters = inspect.signature(renderer.render).parameters
    more = ["width", "colour", "verbose", "symbols"] if output.terminal else []
    known = ["report", "lang", *more]
    assert list(parameters)[: len(known)] == known
    assert all(one.default is not one.empty for one in list(parameters.values())[len(known) :])
    returns = inspect.get_annotations(renderer.render)["return"]
    assert returns == ("bytes" if output.binary else "str")
    if output.streamed:
        assert all(hasattr(renderer, part) for part in ("header_line", "file_line", "summary_line"))


def test_every_renderer_of_a_report_has_its_row() -> None:
    """If not: add a row to ``sheetlint/config/output_formats.py``."""
    found = set()
    for path in (*ROOT.glob("report/*.py"), *ROOT.glob("report/*/__init__.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name == "render":
                first = node.args.args[0].annotation
                if isinstance(first, ast.Name) and first.id == Report.__name__:
                    found.add(path.parent.name if path.stem == "__init__" else path.stem)
    assert found == set(OUTPUT_FORMATS)


def test_no_other_module_names_a_format() -> None:
    """If one does: what it asks of the format is a field of ``OutputFormat``."""
    table = ROOT / "config" / "output_formats.py"
    named = [
        (str(path.relative_to(ROOT)), node.value)
        for path in sorted(ROOT.rglob("*.py"))
        if path != table
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in ONLY_REPORTS
    ]
    assert named == []
