"""Which copy a file gets."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from sheetlint.annotate.annotated_copy import annotate_file
from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.profiles import Profiles
from sheetlint.rules.registry import Registry
from sheetlint.run.plan import Plan
from tests.annotate.workbooks import SPOILED, checked, packed, parts, plain
from tests.text_forms import draw
from tests.writing.formats import SUFFIX, WRITERS


@pytest.fixture(scope="module")
def plan(registry: Registry, profiles: Profiles) -> Plan:
    return Plan(RunConfiguration(), registry, profiles)


@pytest.mark.parametrize(
    ("form", "suffix"),
    [
        *(("xlsx", ".xlsx"), ("xlsm", ".xlsm"), ("docx", ".docx"), ("pdf", ".pdf")),
        *(("xls", ".xlsx"), ("ods", ".xlsx"), ("text", ".xlsx")),
    ],
)
def test_each_format_has_its_copy(form: str, suffix: str, tmp_path: Path, plan: Plan) -> None:
    data = WRITERS[form](draw({}, SPOILED))
    file = checked(tmp_path, data, plan, f"自评表{SUFFIX[form]}")
    copy = annotate_file(file, "zh")
    assert (copy.suffix, copy.drawn_because) == (suffix, None)
    again = checked(tmp_path, copy.data, plan, f"副本{suffix}")
    codes = [found.check.code for found in file.findings]
    assert len(codes) > 1
    if form not in ("xls", "ods", "text"):
        assert [found.check.code for found in again.findings] == codes


def test_what_must_not_be_touched_is_drawn(tmp_path: Path, plan: Plan) -> None:
    signed = packed({**parts(plain()), "_xmlsignatures/sig1.xml": b"<Signature/>"})
    copy = annotate_file(checked(tmp_path, signed, plan), "zh")
    assert copy.suffix == ".xlsx"
    assert copy.drawn_because is not None
    assert "签名" in copy.drawn_because.zh
    assert len(openpyxl.load_workbook(io.BytesIO(copy.data)).sheetnames) == 2
