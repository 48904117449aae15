"""What a run is asked for: kept by a record, sent to a process, loaded in one place."""

from __future__ import annotations

import datetime
import pickle

import pytest

from sheetlint.config.run_configuration import RunConfiguration, from_record
from sheetlint.profiles import BadProfile
from sheetlint.rules.decide import Decision
from sheetlint.rules.waivers import Waiver, Waivers
from sheetlint.run.plan import load_plan
from sheetlint.sandbox.bounds import Bounds

DAY = datetime.date(2026, 11, 24)
WAIVER = Waiver("核过", "王", datetime.date(2026, 12, 31), code="NT", file="2022/*.xlsx")
WHOLE = RunConfiguration(
    checks=("own/checks",),
    profiles=("own/profiles",),
    lexicon=(("header.unit", ("用款单位",)),),
    decision=Decision(("FD", "AR001"), ("NT",), (("FD002", "warning"),), "warning", "error"),
    profile="shanghai",
    only_sheets=True,
    bounds=Bounds(5, 1 << 20, 1 << 10),
    waivers=Waivers((WAIVER,), DAY, frozenset({"0123"})),
)


def test_a_record_keeps_all_of_it() -> None:
    waiver = WAIVER._asdict() | {"until": "2026-12-31", "fingerprint": None}
    record = {
        "date": "2026-11-24",
        "configuration": WHOLE.to_record(),
        "waivers": [waiver],
        "baseline": ["0123"],
    }
    assert from_record(record) == WHOLE


def test_a_record_that_was_begun_has_no_waivers_yet() -> None:
    record = {"date": "2026-11-24", "configuration": WHOLE.to_record()}
    assert from_record(record) == WHOLE._replace(waivers=Waivers(today=DAY))


def test_a_process_can_be_sent_it() -> None:
    assert pickle.loads(pickle.dumps(WHOLE)) == WHOLE
    assert hash(WHOLE.without_waivers) != hash(RunConfiguration())


def test_everything_of_a_run_is_loaded_by_it() -> None:
    configuration = WHOLE._replace(checks=(), profiles=())
    plan = load_plan(configuration)
    assert plan.profile is not None
    assert plan.profile.profile.id == "shanghai"
    assert plan.profile.reason.zh == "由用户指定"
    assert plan.lexicon is not None
    assert (plan.decision, plan.bounds) == (configuration.decision, configuration.bounds)
    assert plan.waivers == configuration.waivers
    with pytest.raises(BadProfile):
        load_plan(configuration._replace(profile="shangai"))
