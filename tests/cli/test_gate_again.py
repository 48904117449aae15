"""``gate`` over submissions that it has been over before."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.submissions import GATE, files_in, write_submissions


@pytest.fixture(autouse=True)
def submissions(tmp_path: Path) -> Path:
    return write_submissions(tmp_path)


def test_once_done_it_costs_hashing_only(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = call(*GATE)
    before = times(tmp_path / "结果")

    def read(*_: object) -> object:
        raise AssertionError("a result was read")

    with monkeypatch.context() as patched:
        patched.setattr("sheetlint.gate.codec.Codec.decode", read)
        again = call(*GATE)
    assert (again.status, again.out) == (first.status, first.out)
    assert again.err.splitlines()[-3:] == first.err.splitlines()[-3:]
    assert times(tmp_path / "结果") == before


@pytest.mark.parametrize("touched", ["index.html", "report.json", "pages/错.json.html", "notices"])
def test_what_is_not_as_it_was_left_is_written_again(
    touched: str, call: Call, tmp_path: Path
) -> None:
    call(*GATE)
    folder = tmp_path / "结果"
    before = files_in(folder)
    place = folder / touched
    for path in [*place.iterdir()] if place.is_dir() else [place]:
        path.unlink()
    call(*GATE)
    assert files_in(folder) == before


@pytest.mark.parametrize(
    "more", [("--bureau", "某市财政局"), ("--format", "json"), ("--lang", "en")]
)
def test_another_wish_is_another_run(more: tuple[str, ...], call: Call, tmp_path: Path) -> None:
    call(*GATE)
    before = times(tmp_path / "结果")
    call(*GATE, *more)
    assert times(tmp_path / "结果") != before


def times(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
