"""Forms of other families than the national one, read whole: each file has its reading beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from sheetlint.readers import read
from sheetlint.recognise import recognise
from sheetlint.recognise.normalised_document import dump_sheet

FOLDER = Path(__file__).parents[1] / "fixtures" / "families"
FILES = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_family(path: Path) -> None:
    wanted = yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8"))
    found = recognise(read(path.read_bytes(), path.name)).sheets
    assert [dump_sheet(sheet, "national-2020") for sheet in found] == wanted
    assert [sheet.doubts for sheet in found] == [()]
