"""The table of formats, and what it names."""

from __future__ import annotations

import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from sheetlint.correct.corrected_copy import CHANGES_BY_WRITER
from sheetlint.readers.formats import (
    FORMATS,
    Format,
    find_format,
    find_format_by_suffix,
    has_cell_addresses,
)

ROOT = Path(__file__).parents[2]
EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
    "optional-dependencies"
]
FORMAT = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)


@FORMAT
def test_a_row_names_what_there_is(form: Format) -> None:
    """If not: a module was renamed, or the row of a new format has no module yet."""
    if form.reader:
        module, _, function = form.reader.partition(":")
        assert callable(getattr(import_module(module), function))
    if form.annotated_by:
        assert callable(import_module(f"sheetlint.annotate.{form.annotated_by}").annotate_file)
    if form.corrected_by:
        assert callable(
            import_module(f"sheetlint.correct.writers.{form.corrected_by}").write_changes
        )
        assert form.corrected_by in CHANGES_BY_WRITER
    if form.extra:
        assert form.extra in EXTRAS
        assert form.extra in EXTRAS["all"][0]


@FORMAT
def test_a_suffix_stands_for_one_format(form: Format) -> None:
    for suffix in (*form.suffixes, *form.templates):
        assert suffix == suffix.lower()
        assert find_format_by_suffix(f"自评表{suffix.upper()}") is form
    assert find_format(form.name) is form


@pytest.mark.parametrize(
    ("name", "has"), [("xlsx", True), ("xls", True), ("ods", True), ("docx", False), ("zip", False)]
)
def test_cells_with_a_letter_and_a_number(name: str, has: bool) -> None:
    assert has_cell_addresses(name) is has
