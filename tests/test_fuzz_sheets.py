"""A few damaged sheets of those that ``tests.fuzz_sheets`` makes, and that it tells a failure."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sheetlint.sandbox.bounds import DEFAULT
from sheetlint.sandbox.pdf_process import PdfProcess
from tests import fuzz_sheets
from tests.fuzz_sheets import Tools, draw_case, failure_of, load_tools, with_fewest_damages


@pytest.fixture(scope="module")
def tools() -> Iterator[Tools]:
    with PdfProcess(DEFAULT) as pdf_process:
        yield load_tools(pdf_process)


@pytest.mark.parametrize("seed", range(2))
def test_a_damaged_sheet_gives_a_result(seed: int, tools: Tools) -> None:
    assert failure_of(draw_case(seed), tools) == ""


def test_a_failure_is_shown_with_as_few_damages_as_bring_it(
    tools: Tools,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("made up")

    monkeypatch.setattr(fuzz_sheets, "use", fail)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    case = draw_case(0)._replace(form="text")
    assert failure_of(case, tools) == "ZeroDivisionError: made up"
    assert with_fewest_damages(case, tools).damages == ()
    fuzz_sheets.show(7, case, tools)
    printed = capsys.readouterr().out
    assert printed.startswith("seed 7, 0 damages, ")
    assert printed.endswith("ZeroDivisionError: made up\n")
