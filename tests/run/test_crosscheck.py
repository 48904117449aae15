"""From the sheets of a run to what is said across them: order, fingerprints, waivers, verdict."""

from __future__ import annotations

import builtins
import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.crosscheck.batch import Batch
from sheetlint.crosscheck.inputs import NO_INPUTS
from sheetlint.crosscheck.sheet_summary import TEXTS, SheetSummary
from sheetlint.crosscheck.summarise import summarise
from sheetlint.crosscheck.text_sketch import encode_sketch
from sheetlint.intake.find_sources import find_sources
from sheetlint.intake.source import Source
from sheetlint.messages.text import Text
from sheetlint.profiles import DEFAULT, Profiles
from sheetlint.recognise.normalised_document import load_sheet
from sheetlint.rules.check import EACH_BATCH
from sheetlint.rules.check import cross_finding as said
from sheetlint.rules.decide import Decision
from sheetlint.rules.engine import check_batch
from sheetlint.rules.registry import Registry, classify, load
from sheetlint.rules.waivers import Waiver, Waivers
from sheetlint.run.check_files import check_files
from sheetlint.run.crosscheck import CrosscheckOutcome, add_crosscheck, crosscheck_sheets
from sheetlint.run.plan import Plan
from sheetlint.sheet.place import Place
from sheetlint.sheet.where import Where
from sheetlint.testing import build_batch
from tests.families import FAMILIES
from tests.random_examples import examples
from tests.writing.formats import WRITERS

TWO_YEARS: dict[str, Any] = {
    "sheets": [
        {"project": "甲", "file": "a.xlsx", "year": 2024},
        {"project": "乙", "file": "b.xlsx", "year": 2024, "set": {"indicators.0.actual": "9000人次"}},
        {"project": "丙", "file": "c.xlsx", "year": 2023, "set": {"indicators.0.actual": "9001人次"}},
    ]
}  # fmt: skip


NO_TEXTS = Decision(ignore=("BT002",))
NO_WAIVERS = Waivers()


def plan(select: str = "BT005", waivers: Waivers = NO_WAIVERS) -> Plan:
    configuration = RunConfiguration(decision=Decision(select=(select,)), waivers=waivers)
    return Plan(configuration, load(), Profiles())


def across(data: dict[str, Any], plan: Plan) -> CrosscheckOutcome:
    batch = build_batch(data)
    return crosscheck_sheets(batch.sheets, batch.inputs, plan)


def test_a_finding_names_every_place_within_the_contract_of_json() -> None:
    (found,) = across(TWO_YEARS, plan()).findings
    assert (found.check.code, found.severity, found.sheet) == (
        "BT005",
        "error",
        0,
    )
    assert found.where.label_text == "c.xlsx › 年度"
    assert [place.path for place in found.places] == ["c.xlsx"]


def test_places_of_several_sheets() -> None:
    data = {"sheets": [{"project": "甲", "file": "b.xlsx"}, {"project": "甲", "file": "a.xlsx"}]}
    (found,) = across(data, plan("BT001")).findings
    assert found.where.label_text == "a.xlsx › 基本信息 › 项目名称；b.xlsx › 基本信息 › 项目名称"
    assert (found.sheet, found.where.row) == (None, None)


def test_cells_and_lines_of_several_places() -> None:
    where = [Where(("年度",), "自评表1", 3, 2), Where(("年度",), line=7, column=1)]
    places = [Place("a.xlsx", 1, where[0]), Place("b.txt", 0, where[1])]

    def broken(batch: Batch, profile: object) -> Any:
        yield said(Text("不一", "differ"), places)

    check = next(c for c in load().checks if c.code == "BT005")._replace(run=broken)
    (found,) = crosscheck_sheets(
        [], NO_INPUTS, plan()._replace(registry=classify([check]))
    ).findings
    assert found.where.label_text == "a.xlsx #2:自评表1!B3 › 年度；b.txt:7 › 年度"


def test_thousands_of_places_are_counted() -> None:
    (found,) = across({"sheets": [{"project": "甲"}] * 60}, plan("BT001")).findings
    assert found.where.label_text.endswith("› 项目名称；…（60）")
    assert len(found.places) == 60


def test_a_fingerprint_survives_another_name_of_the_file_and_other_sheets() -> None:
    renamed = {
        "sheets": [{**sheet, "file": f"新/{i}.xlsx"} for i, sheet in enumerate(TWO_YEARS["sheets"])]
    }
    more = {"sheets": [*renamed["sheets"], {"project": "丁", "year": 2024}]}
    prints = {across(data, plan()).findings[0].fingerprint for data in (TWO_YEARS, renamed, more)}
    assert len(prints) == 1


def test_select_ignore_severity_and_verdict() -> None:
    everything = Plan(RunConfiguration(), load(), Profiles())
    codes = {f.check.code for f in across(TWO_YEARS, everything).findings}
    assert codes == {"BT002", "BT005"}
    assert across(TWO_YEARS, plan()).verdict == "fail"
    ignored = plan()._replace(
        configuration=plan().configuration._replace(
            decision=Decision(ignore=("year-inconsistent",))
        )
    )
    assert [f.check.code for f in across(TWO_YEARS, ignored).findings] == ["BT002"]
    assert across(TWO_YEARS, ignored).verdict == "pass"
    milder = plan()._replace(
        configuration=plan().configuration._replace(
            decision=Decision(select=("BT005",), overrides=(("BT", "warning"),))
        )
    )
    assert across(TWO_YEARS, milder).verdict == "pass"
    assert [f.severity for f in across(TWO_YEARS, milder).findings] == ["warning"]


@pytest.mark.parametrize(
    ("file", "waived"), [("", True), ("c.xlsx", True), ("*.xlsx", True), ("a.xlsx", False)]
)
def test_waivers(file: str, waived: bool) -> None:
    waiver = Waiver("两年的表一起报", "张", date(2030, 1, 1), code="BT005", file=file)
    said = across(TWO_YEARS, plan(waivers=Waivers((waiver,), date(2025, 1, 1))))
    assert [f.waived is not None for f in said.findings] == [waived]
    assert said.verdict == ("pass" if waived else "fail")


def test_a_waiver_for_one_file_does_not_cover_the_others() -> None:
    data = {"sheets": [{"project": "甲", "file": "a.xlsx"}, {"project": "甲", "file": "b.xlsx"}]}
    waiver = Waiver("已知", "张", date(2030, 1, 1), code="BT001", file="a.xlsx")
    waivers = Waivers((waiver,), date(2025, 1, 1))
    (found,) = across(data, plan("BT001", waivers=waivers)).findings
    assert found.waived is None


def test_inputs_that_are_not_given_are_said() -> None:
    data = {"sheets": [{"project": "甲"}]}
    said = {
        s.code: s.reason.zh
        for s in across(data, Plan(RunConfiguration(), load(), Profiles())).skipped
    }
    for check in load().by_scope[EACH_BATCH]:
        assert (check.code in said) is bool(check.needs)


def test_a_crash_is_a_result(registry: Registry) -> None:
    def broken(batch: Batch, profile: object) -> Any:
        raise ZeroDivisionError("0")
        yield

    check = next(c for c in registry.checks if c.code == "BT005")._replace(run=broken)
    others = [c for c in registry.checks if c.code != "BT005"]
    said = check_batch(
        build_batch(TWO_YEARS), Profiles().load(DEFAULT), classify([*others, check]), NO_TEXTS
    )
    assert [f.check.code for f in said.found] == ["SY001"]
    assert "BT005" in said.found[0].finding.message.zh


def test_a_missing_library_skips_the_check_and_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "rensa":
            raise ModuleNotFoundError("No module named 'rensa'", name="rensa")
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    (skip,) = across(TWO_YEARS, plan("BT002")).skipped
    assert skip.code == "BT002"
    assert 'pip install ".[gate]"' in skip.reason.zh


@pytest.mark.parametrize("suffix", ["doc", "ods", "xls"])
def test_two_sheets_of_one_unit_are_as_they_should_be(suffix: str) -> None:
    wanted = Plan(RunConfiguration(), load(), Profiles(), keep_summaries=True)
    path = Path(__file__).parent.parent / "fixtures" / "two-sheets" / f"two-sheets.{suffix}"
    report = add_crosscheck(check_files([Source(str(path))], wanted), wanted)
    assert report.sheets == 2
    assert report.batch == ()
    assert {skip.code for skip in report.batch_skipped} == {"BT007", "BT009", "BT010", "BT011"}


def test_the_verdict_of_a_run_is_that_of_its_batch_as_well(tmp_path: Path) -> None:
    wanted = Plan(
        RunConfiguration(decision=Decision(select=("BT001",))),
        load(),
        Profiles(),
        keep_summaries=True,
    )
    for name in ("甲.xlsx", "乙.xlsx"):
        drawing = FAMILIES["national"](random.Random(3)).drawing
        (tmp_path / name).write_bytes(WRITERS["xlsx"](drawing))
    report = check_files(find_sources([str(tmp_path)]), wanted)
    assert report.verdict == "pass"
    both = add_crosscheck(report, wanted)
    assert (both.verdict, both.count("error")) == ("fail", 1)
    assert [place.path for place in both.batch[0].places] == sorted(
        str(tmp_path / name) for name in ("甲.xlsx", "乙.xlsx")
    )


# ── nothing is said of sheets in which nothing is wrong ──────────────────────────────────────────


HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 500)]


def clean(pick: random.Random, count: int) -> list[SheetSummary]:
    """Random sheets of all families, of one year and one money unit, each about its own project.

    Their own texts are taken from a few: here each writes another one.
    """
    sheets = []
    while len(sheets) < count:
        document = dict(FAMILIES[pick.choice(list(FAMILIES))](pick).document)
        if document["project"] is None:
            continue
        number = len(sheets)
        document |= {
            "project": f"{document['project']}{number}",
            "year": 2024,
            "money_unit": "万元",
        }
        summary = summarise(load_sheet(document), f"{number}.xlsx", 0, f"{number}")
        own = ("".join(pick.choices(HAN, k=pick.randrange(9, 300))) for _ in TEXTS)
        sheets.append(summary._replace(texts=tuple(map(encode_sketch, own))))
    return sheets


@examples(10)
@given(seed=st.integers(0, 2**32 - 1), count=st.integers(1, 40))
def test_nothing_is_said_of_clean_sheets(seed: int, count: int) -> None:
    everything = Plan(RunConfiguration(), load(), Profiles())
    said = crosscheck_sheets(clean(random.Random(seed), count), NO_INPUTS, everything)
    assert [f.message.zh for f in said.findings] == []


NAMES = st.text(alphabet="甲乙项目局中心（）[]-0123456789 \x1b\u202e{}%\n", max_size=30)
SHEETS = st.lists(
    st.fixed_dictionaries(
        {
            "project": NAMES,
            "unit": NAMES,
            "department": NAMES,
            "title": NAMES,
            "year": st.sampled_from([None, 2021, 2022]),
            "details": st.fixed_dictionaries({"项目编码": NAMES}),
            "set": st.fixed_dictionaries({"indicators.0.target": NAMES, "total.score": NAMES}),
        }
    ),
    min_size=1,
    max_size=8,
)


@examples(15)
@given(SHEETS, SHEETS, SHEETS, st.lists(NAMES))
def test_no_names_break_a_check(
    sheets: list[dict[str, Any]],
    before: list[dict[str, Any]],
    approved: list[dict[str, Any]],
    roster: list[str],
) -> None:
    data = {
        "sheets": sheets,
        "last_year": before,
        "targets": approved,
        "roster": [f"{name} | {name[:3]}" for name in roster if "|" not in name],
        "summary": "对 3 个项目开展自评，涉及资金 2 万元，平均得分 90 分，其中优 3 个",
    }
    everything = Plan(RunConfiguration(), load(), Profiles())
    said = across(data, everything)
    assert [f.message.zh for f in said.findings if f.check.code == "SY001"] == []
    assert said.skipped == ()
    assert len({f.fingerprint for f in said.findings}) == len(said.findings)


@examples(50)
@given(st.permutations(TWO_YEARS["sheets"]))
def test_another_order_finds_the_same(sheets: list[dict[str, Any]]) -> None:
    assert across({"sheets": sheets}, plan()).findings == across(TWO_YEARS, plan()).findings
