"""What is written about a file is called like it, wherever it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetlint.messages.visible import is_hidden
from sheetlint.system.file_names import name_outputs
from tests.random_examples import examples


@pytest.mark.parametrize(
    ("tops", "path", "name"),
    [
        (("报送",), "报送/单位/表.xlsx", "单位/表.xlsx"),
        (("报送/",), "报送/表.xlsx", "表.xlsx"),
        (("报送", "补报"), "补报/表.xlsx", "补报/表.xlsx"),
        (("报送/表.xlsx",), "报送/表.xlsx", "表.xlsx"),
        ((".",), "表.xlsx", "表.xlsx"),
        (("报送",), "报送/a.zip/../../表.xlsx", "a.zip/_/_/表.xlsx"),
        (("报送",), "报送/a.zip//etc/表.xlsx", "a.zip/_/etc/表.xlsx"),
        (("报送",), '报送/<b>"?*|:.xlsx', "_b______.xlsx"),
        (("报送",), "报送/CON.xlsx", "_CON.xlsx"),
        (("报送",), "报送/尾. /表.xlsx", "尾/表.xlsx"),
        (("报送",), "报送/换\n行\u202e.xlsx", "换_行_.xlsx"),
        (("s3://b/报送",), "s3://b/报送/表.xlsx", "表.xlsx"),
    ],
)
def test_names(tops: tuple[str, ...], path: str, name: str) -> None:
    assert name_outputs(tops, [path]) == [name]


def test_no_two_are_the_same_on_any_system() -> None:
    first, second = name_outputs(["报送"], ["报送/A.XLSX", "报送/a.xlsx"])
    assert first == "A.XLSX"
    assert second.startswith("a-")
    assert second.endswith(".xlsx")


@examples(50)
@given(st.lists(st.text(min_size=1, max_size=300), max_size=8, unique=True))
def test_whatever_files_are_called(paths: list[str]) -> None:
    found = name_outputs(["报送"], [f"报送/{path}" for path in paths])
    assert len({name.casefold() for name in found}) == len(paths)
    for name in found:
        parts = name.split("/")
        assert not {"", ".", ".."} & set(parts)
        assert all(len(part.encode()) <= 220 for part in parts)
        assert not any(map(is_hidden, name))
