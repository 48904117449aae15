"""Summaries of sheets: small, and equal after they were written and read."""

from __future__ import annotations

import pickle
import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.crosscheck.approved_targets import read_approved_targets
from sheetlint.crosscheck.packing import PackedContent, PackedRow, pack, unpack
from sheetlint.crosscheck.sheet_summary import SheetSummary
from sheetlint.crosscheck.summarise import summarise
from sheetlint.gate.codec import Codec
from sheetlint.intake.source import Source
from sheetlint.profiles import Profiles
from sheetlint.recognise.normalised_document import load_sheet
from sheetlint.rules.registry import Registry
from sheetlint.run.check_files import check_source
from sheetlint.run.plan import Plan
from sheetlint.sheet.where import Where
from sheetlint.testing import build_sheet
from tests.families import FAMILIES
from tests.random_examples import examples
from tests.writing.formats import WRITERS


def summary_of(**changes: object) -> SheetSummary:
    return summarise(build_sheet(changes), "2022/甲.xlsx", 1, "f" * 64, "national-2020")


def test_the_fields() -> None:
    summary = summary_of(project="51000021R000000019951-康复 服务")
    assert summary.project == "51000021R000000019951-康复服务"
    assert summary.code == "51000021R000000019951"
    assert (summary.year, summary.money_unit, summary.scored) == (2022, "元", 5)
    assert (summary.budget, summary.executed) == (Decimal("57607470.00"), Decimal("56961217.00"))
    assert (summary.budget_ulp, summary.rate, summary.total) == (
        Decimal("0.01"), Decimal("0.9888"), Decimal("99.89"),
    )  # fmt: skip
    assert summary.place_of("unit").where == Where(("基本信息", "实施单位"))
    first = read_approved_targets(summary)[0]
    assert first[:3] == ("康复训练人次", "≥1500人次", "20")
    assert first.at.path == "2022/甲.xlsx"
    assert first.at.where.label == ("绩效指标", "康复训练人次", "年度指标值")


WHERES = st.builds(
    Where,
    st.just(()),
    st.none() | st.text(max_size=5),
    *(st.none() | st.integers(1, 10**6) for _ in range(4)),
)
ROWS = st.builds(PackedRow, st.text(), st.text(), st.text(), WHERES)


@examples(50)
@given(st.lists(WHERES), st.lists(ROWS))
def test_what_is_packed_comes_out_again(places: list[Where], rows: list[PackedRow]) -> None:
    content = PackedContent(tuple(places), tuple(rows))
    assert unpack(pack(content)) == content


def test_a_code_in_a_field_of_its_own() -> None:
    assert summary_of(details={"项目编码": "3100001"}).code == "3100001"


def test_notes_that_say_nothing_are_none() -> None:
    silent = [
        f"产出指标 | 数量指标 | 里程 | ≥5公里 | 5公里 | 20 | 20 | {note}" for note in ("无", "")
    ]
    funds = ["total | 年度资金总额 | 1 | 1 | 1 | 10 | 100% | 10 |"]
    assert summary_of(rows=silent, funds=funds).notes == ""
    assert summary_of(rows=silent).notes != ""


def test_doubtful_figures_are_not_kept() -> None:
    assert summary_of(funds_sure=False).budget is None
    assert summary_of(unread="错行").total is None


def test_another_layout_gives_the_same_digests() -> None:
    one = summary_of()
    other = summary_of(set={"indicators.0.actual": "1530 人次"})
    assert (one.table, one.results) == (other.table, other.results)
    assert one.table != summary_of(set={"indicators.0.target": "≥1400人次"}).table
    assert one.results == summary_of(set={"indicators.0.target": "≥1400人次"}).results


@pytest.mark.parametrize("family", FAMILIES)
def test_summaries_are_small(family: str) -> None:
    """A hundred thousand of them have their place in 2 GiB, whatever form they are of."""
    sizes = []
    for seed in range(20):
        document = FAMILIES[family](random.Random(seed)).document
        summary = summarise(load_sheet(document), f"材料/{seed}.xlsx", 0, "0" * 64, "p")
        sizes.append(len(pickle.dumps(summary)))
    assert sum(sizes) / len(sizes) < 3000


def test_summaries_are_stored_with_the_report(
    registry: Registry, profiles: Profiles, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("summary") / "自评表.xlsx"
    path.write_bytes(WRITERS["xlsx"](FAMILIES["national"](random.Random(7)).drawing))
    plan = Plan(RunConfiguration(), registry, profiles, keep_summaries=True)
    report = check_source(Source(str(path)), plan)
    (summary,) = [sheet.summary for sheet in report.sheets]
    assert summary is not None
    assert summary.sha256 == report.sha256
    assert summary.place_of("project").where.row is not None
    codec = Codec(registry)
    again = codec.decode(codec.encode(report))
    assert again == report
    assert [sheet.summary for sheet in again.sheets] == [summary]


def test_no_summary_without_the_option(
    registry: Registry, profiles: Profiles, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("summary") / "自评表.xlsx"
    path.write_bytes(WRITERS["xlsx"](FAMILIES["national"](random.Random(7)).drawing))
    report = check_source(Source(str(path)), Plan(RunConfiguration(), registry, profiles))
    assert [sheet.summary for sheet in report.sheets] == [None]
