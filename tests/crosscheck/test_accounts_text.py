"""The sentence that sums the evaluations up, in many wordings."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sheetlint.crosscheck.accounts_text import read_summaries
from sheetlint.sheet.place import Place
from sheetlint.sheet.where import Where
from tests.random_examples import examples

AT = Place("决算说明.docx", None, Where(("决算说明",), line=3))
CASES = yaml.safe_load((Path(__file__).parent / "summaries.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:20] for case in CASES])
def test_wordings(case: dict[str, Any]) -> None:
    found = read_summaries(case["text"], AT)
    if case.get("none"):
        assert found == []
        return
    (summary,) = found
    amount, average = case.get("amount"), case.get("average")
    assert {
        "projects": summary.projects,
        "amount": summary.amount,
        "average": summary.average,
        "grades": dict(summary.grades),
        "year": summary.year,
    } == {
        "projects": case.get("projects"),
        "amount": amount and Decimal(amount),
        "average": average and Decimal(average),
        "grades": case.get("grades", {}),
        "year": case.get("year"),
    }
    assert summary.at == AT


def test_the_last_printed_place_of_an_amount() -> None:
    (summary,) = read_summaries("对 2 个项目开展自评，涉及资金 345.67 万元", AT)
    assert summary.amount_ulp == Decimal(100)


COUNTS = st.integers(1, 9999)
MONEY = st.decimals(Decimal("0.01"), Decimal("999999.99"), places=2)
SCORES = st.decimals(60, 100, places=2)
WORDINGS = (
    "对{n}个项目开展绩效自评，涉及资金{m}万元，平均得分{a}分，其中优{g}个。",
    "开展绩效自评的项目{n}个，涉及预算金额{m}万元，平均得分{a}分（其中，评级为“优”的项目{g}个）",
    "绩效自评共{n}个项目，金额{m}万元，自评平均分为{a}分，{g}个为优",
)


@examples(50)
@given(st.sampled_from(WORDINGS), COUNTS, MONEY, SCORES, COUNTS)
def test_any_figures(wording: str, n: int, m: Decimal, a: Decimal, g: int) -> None:
    (summary,) = read_summaries(wording.format(n=n, m=f"{m:,}", a=a, g=g), AT)
    assert (summary.projects, summary.amount, summary.average) == (n, m * 10000, a)
    assert summary.grades == (("优", g),)


@examples(50)
@given(st.text(alphabet="自评项目个12，。优良中差万元平均得分为、“”\n", max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    for summary in read_summaries(text, AT):
        assert "自评" in summary.sentence
