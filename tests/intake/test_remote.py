"""Files at an address are walked and read like those of a folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.intake.find_sources import find_sources, is_missing
from sheetlint.intake.source import is_address
from sheetlint.profiles import Profiles
from sheetlint.rules.registry import Registry
from sheetlint.run.check_files import check_files
from sheetlint.run.plan import Plan
from tests.run.documents import WRONG_RATE, document, written

fsspec = pytest.importorskip("fsspec")


@pytest.fixture
def plan(registry: Registry, profiles: Profiles) -> Plan:
    return Plan(RunConfiguration(), registry, profiles)


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        ("s3://bucket/报送", True),
        ("file:///a", True),
        ("报送/a.xlsx", False),
        ("C:\\报送\\a.xlsx", False),
        ("-", False),
    ],
)
def test_what_is_an_address(path: str, is_one: bool) -> None:
    assert is_address(path) == is_one


def test_as_a_folder(tmp_path: Path, plan: Plan) -> None:
    written(tmp_path / "单位" / "错.json", WRONG_RATE)
    written(tmp_path / "对.json")
    written(tmp_path / ".隐藏" / "a.json")
    (tmp_path / "~$锁.xlsx").touch()
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04" + bytes(50))
    (tmp_path / "程序.exe").touch()
    here = check_files(find_sources([str(tmp_path)]), plan)
    there = check_files(find_sources([tmp_path.as_uri()]), plan)
    assert [f.path.removeprefix("file://") for f in there.files] == [f.path for f in here.files]
    assert [[(f.check.code, f.where) for f in file.findings] for file in there.files] == [
        [(f.check.code, f.where) for f in file.findings] for file in here.files
    ]


def test_an_archive(tmp_path: Path, plan: Plan) -> None:
    from zipfile import ZipFile

    with ZipFile(tmp_path / "报送.zip", "w") as archive:
        archive.writestr("错.json", document(WRONG_RATE))
        archive.writestr("对.json", document())
    report = check_files(find_sources([f"file://{tmp_path}/报送.zip"]), plan)
    assert [(os.path.basename(f.path), f.verdict) for f in report.files] == [
        ("对.json", "pass"),
        ("错.json", "fail"),
    ]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("file:///nowhere/a.xlsx", "文件不存在"),
        ("nono://a/b.xlsx", "打不开（Protocol not known: nono）"),
    ],
)
def test_what_cannot_be_reached(address: str, said: str, plan: Plan) -> None:
    sources = find_sources([address])
    assert not any(is_missing(source) for source in sources)
    report = check_files(sources, plan)
    assert [f.message.zh for _, f in report.findings()] == [f"文件无法读取：{said}"]
