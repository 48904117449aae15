"""What notes say, as a table of notes."""

from __future__ import annotations

import pytest
from sheetlint_checks.notes.note_content import (
    gives_reason_for_unspent,
    is_explanation,
    is_meaningless,
    names_cause,
    names_measure,
)

from sheetlint.recognise.values import text_value


@pytest.mark.parametrize(
    "text", ["无", "无。", "没有", "—", "--", "/", "0", "0.00", "（无）", "n/a", "已完成", "同上！"]
)
def test_notes_that_say_nothing(text: str) -> None:
    assert is_meaningless(text_value("indicators.0.note", text))
    assert not is_explanation(text_value("indicators.0.note", text))


@pytest.mark.parametrize("text", ["尾款未付", "无法按期到货", "0起事故", "完成较晚", "疫情"])
def test_short_notes_that_say_something(text: str) -> None:
    assert not is_meaningless(text_value("indicators.0.note", text))
    assert is_explanation(text_value("indicators.0.note", text))


def test_an_empty_note_is_neither() -> None:
    empty = text_value("indicators.0.note", "")
    assert not is_meaningless(empty)
    assert not is_explanation(empty)


@pytest.mark.parametrize(
    ("text", "cause", "measure"),
    [
        ("可进一步提升服务质量", False, False),
        ("考核机制有进一步完善的空间", False, False),
        ("服务态度有待加强", False, False),
        ("下一步加强管理", False, True),
        ("继续加强管理，进一步提升服务质量", False, True),
        ("将进一步提升服务质量", False, True),
        ("未来加强管理", False, True),
        ("因疫情部分服务改为线上，响应变慢", True, False),
        ("季节性水质波动，下一步加密监测频次并落实整改", True, True),
        ("因疫情少办3期，下年补办", True, True),
        ("设备未按期到货", True, False),
        ("特困人员实行动态管理", True, False),
        ("人手不足，加强人员配备", True, True),
    ],
)
def test_cause_and_measure(text: str, cause: bool, measure: bool) -> None:
    assert (names_cause(text), names_measure(text)) == (cause, measure)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2021年，顺利完成内涵项目预算执行。完成了对相关平台的保障任务。", False),
        ("全年执行率99%。因此服务质量有所提高。", False),
        ("疫情防控期间提供数据接口。全年支出平稳。", False),
        ("因合同尾款按约定下年支付", True),
        ("招标节约资金3万元", True),
        ("受疫情影响，部分经费没有支出", True),
        ("由于采购推迟，预算执行率偏低", True),
        ("", False),
    ],
)
def test_why_money_was_not_spent(text: str, told: bool) -> None:
    assert gives_reason_for_unspent(text) is told
