"""What a comment at a cell says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sheetlint.annotate.comment_text import (
    format_expected,
    format_finding,
    format_findings,
    format_printed,
)
from sheetlint.messages.text import Text
from sheetlint.messages.visible import is_hidden
from sheetlint.rules.check import MEDIUM
from tests.random_examples import examples
from tests.report.samples import CAUSE_FOUND, RATE_FOUND, REPAIR_FOUND


def test_what_is_wrong_comes_first() -> None:
    assert format_finding(RATE_FOUND, "zh").splitlines() == [
        "【错误】FD002 执行率计算错误",
        "执行率 97.88% 计算有误，应为 98.88%",
        "算式：56,961,217 ÷ 57,607,470.00 = 98.878%",
        "怎么改：把执行率改为 98.88%；如果执行率没有错，核对全年预算数和全年执行数",
        "依据：财预〔2020〕10号 附1 表样",
        "改正后随之消失：AR020 总分≠各项得分之和（自评表1!H20）",
    ]


def test_both_figures_are_given_where_the_sentence_lacks_one() -> None:
    found = RATE_FOUND._replace(message=Text("执行率不对", "the rate is wrong"))
    assert "表上 97.88%，应为 98.88%" in format_finding(found, "zh").splitlines()
    found = found._replace(printed="", expected=("1", "2"))
    assert "表上 （空），应为 1 或 2" in format_finding(found, "zh").splitlines()
    assert "printed (empty), should be 1 or 2" in format_finding(found, "en").splitlines()


def test_a_sentence_that_is_the_title_is_said_once() -> None:
    found = CAUSE_FOUND._replace(message=CAUSE_FOUND.check.title)
    assert format_finding(found, "zh").count("未分析原因") == 1


def test_doubt_is_owned_up_to() -> None:
    found = CAUSE_FOUND._replace(check=CAUSE_FOUND.check._replace(confidence=MEDIUM))
    head = "【警告】NT003 未分析原因（把握中等，请人工核对）"
    assert format_finding(found, "zh").splitlines()[0] == head


def test_several_at_one_cell_stand_apart() -> None:
    both = format_findings([RATE_FOUND, REPAIR_FOUND], "zh").split("\n\n")
    assert both == [format_finding(RATE_FOUND, "zh"), format_finding(REPAIR_FOUND, "zh")]


def test_a_chapter_in_a_cell_is_cut_short() -> None:
    found = RATE_FOUND._replace(printed="长" * 40_000, message=Text("太长", "too long"))
    assert max(map(len, format_finding(found, "zh").splitlines())) == 500


@examples(30)
@given(st.text())
def test_hostile_texts_are_seen(text: str) -> None:
    found = RATE_FOUND._replace(
        printed=text, expected=(text,), message=Text(text, text), hint=Text(text, text)
    )
    for shown in (
        *format_finding(found, "zh").split("\n"),
        format_printed(found, "zh"),
        format_expected(found, "zh"),
    ):
        assert not any(map(is_hidden, shown))
