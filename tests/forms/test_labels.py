"""The labels of empty forms are data: ``[blank_form]`` of ``lexicon.toml``."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import sheetlint.forms
from sheetlint.forms.form_labels import FormLabels, form_labels
from sheetlint.recognise.lexicon import default_lexicon, label_key

FOLDER = Path(sheetlint.forms.__file__).parent


@pytest.mark.parametrize(
    "name", ["blank_form", "form_labels", "cell_text", "formulas", "xlsx_form"]
)
def test_no_label_stands_in_the_code(name: str) -> None:
    """If one does: it belongs into ``[blank_form]``."""
    tree = ast.parse((FOLDER / f"{name}.py").read_text(encoding="utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    labels = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if id(node) not in docstrings and re.search("[一-鿿]", node.value)
    ]
    assert labels == []


def test_levels_of_empty_forms_are_read_as_levels() -> None:
    labels, lexicon = form_labels(), default_lexicon()
    assert isinstance(labels, FormLabels)
    levels = {*labels.first_levels, *labels.second_levels}
    assert {label_key(level) for level in levels} <= lexicon.first_levels.listed.keys()
    second = {label_key(name) for names in labels.second_levels.values() for name in names}
    assert second <= lexicon.second_levels.listed.keys()
    assert labels.sustainability_level in second
    assert {label_key(label) for label in labels.remarks} <= lexicon.remarks.listed.keys()
