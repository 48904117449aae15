"""Placeholders of the blank form: the marks that are looked for first miss none of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetlint.recognise.lexicon import default_lexicon
from tests.random_examples import examples
from tests.recognise.test_labels import DATA


@examples(50)
@given(st.data(), st.sampled_from(DATA["residue"]["patterns"]))
def test_whatever_a_pattern_takes_is_a_placeholder(data: st.DataObject, pattern: str) -> None:
    text = "".join(data.draw(st.from_regex(pattern, fullmatch=True)).split())
    assert default_lexicon().is_residue(text) == bool(
        default_lexicon().residue_pattern.fullmatch(text)
    )


@pytest.mark.parametrize(
    "text", ["指标1：", "指标 2：……", "…", "··· ", "≥**%", "XX项目", "xx", "（≥*）"]
)
def test_placeholders(text: str) -> None:
    assert default_lexicon().is_residue(text)


@pytest.mark.parametrize("text", ["", "质量指标", "≥95%", "57607470.00", "Excel", "X光机", "3*4"])
def test_texts_that_are_filled_in(text: str) -> None:
    assert not default_lexicon().is_residue(text)
