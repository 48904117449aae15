"""Widths of columns by what stands in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from sheetlint.report.html.widths import CellText, column_widths, text_columns
from tests.random_examples import examples


def test_texts_get_more_than_figures_and_figures_stay_whole() -> None:
    figures, name, text = column_widths(
        [
            CellText(0, 1, "57,607,470.00"),
            CellText(1, 1, "分值"),
            CellText(2, 1, "因部分尾款按合同于下一年度支付，执行率没有达到百分之百；" * 5),
        ],
        3,
    )
    assert name < figures < text


def test_one_endless_note_leaves_room_for_the_others() -> None:
    assert (
        min(
            column_widths(
                [CellText(0, 1, "长" * 2000), *(CellText(i, 1, "10") for i in range(1, 9))], 9
            )
        )
        >= 4
    )


@examples(50)
@given(st.text() | st.text("预算执行率，。《％～—“”·①￥ab %\n\u200d\ufe0f\u3000", max_size=12))
def test_columns_are_those_of_the_terminal(text: str) -> None:
    assert text_columns(text) == cell_len(text)


CONTENT = st.builds(
    lambda column, columns, text: CellText(column, min(columns, 9 - column), text),
    st.integers(0, 8),
    st.integers(1, 9),
    st.text(max_size=80),
)


@examples(50)
@given(st.lists(CONTENT, max_size=20))
def test_widths_are_classes_that_there_are(contents: list[CellText]) -> None:
    found = column_widths(contents, 9)
    assert len(found) == 9
    assert all(1 <= width <= 100 for width in found)
    assert sum(found) <= 100
