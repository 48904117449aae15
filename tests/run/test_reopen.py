"""What was checked is opened again: everything is there that a check would have kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.intake.source import Source
from sheetlint.profiles import Profiles
from sheetlint.rules.registry import Registry
from sheetlint.run.check_files import check_source
from sheetlint.run.plan import Plan
from sheetlint.run.reopen import reopen_file
from sheetlint.sandbox.pdf_process import PdfProcess
from tests.run.documents import WRONG_RATE, written
from tests.text_forms import draw
from tests.writing.formats import WRITERS


@pytest.fixture
def plan(registry: Registry, profiles: Profiles) -> Plan:
    return Plan(RunConfiguration(), registry, profiles)


@pytest.mark.parametrize("form", ["xlsx", "docx", "text"])
def test_as_if_it_had_been_kept(form: str, tmp_path: Path, plan: Plan) -> None:
    path = tmp_path / f"表.{form}"
    path.write_bytes(WRITERS[form](draw(None, {"funds.total.rate": "97.88%"})))
    source = Source(str(path))
    with PdfProcess(plan.bounds) as pdf_process:
        again = reopen_file(source, check_source(source, plan), plan, pdf_process)
    assert again == check_source(source, plan._replace(keep_content=True))


def test_another_file_by_now(tmp_path: Path, plan: Plan) -> None:
    path = written(tmp_path / "表.json", WRONG_RATE)
    source = Source(str(path))
    before = check_source(source, plan)
    written(path)
    with PdfProcess(plan.bounds) as pdf_process:
        assert reopen_file(source, before, plan, pdf_process) is None
        path.unlink()
        assert reopen_file(source, before, plan, pdf_process) is None
