"""What one file may cost: it is stopped, said to be, and the next one goes on."""

from __future__ import annotations

import re
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sheetlint import readers
from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.intake.find_sources import find_sources
from sheetlint.intake.source import Source
from sheetlint.messages.text import Text
from sheetlint.profiles import Profiles
from sheetlint.rules.check import EACH_SHEET, Check, Finding
from sheetlint.rules.registry import Registry, classify
from sheetlint.run.check_files import check_files, check_source
from sheetlint.run.plan import Plan
from sheetlint.run.results import FileReport
from sheetlint.sandbox import bounds
from sheetlint.sandbox.bounds import DEFAULT, Bounds, Stopped, run_within
from sheetlint.sheet.tables import Document
from tests.run.documents import written

SHORT = Bounds(seconds=0.2, memory=192 << 20)
linux = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="asks /proc")


@pytest.fixture
def plan(registry: Registry, profiles: Profiles) -> Plan:
    return Plan(RunConfiguration(bounds=Bounds(memory=SHORT.memory)), registry, profiles)


def for_ever(*_: object) -> Any:
    while True:
        pass


def late(*_: object) -> Any:
    """As if the time were up: the other files of the test have all the time they need."""
    signal.raise_signal(signal.SIGALRM)
    for_ever()


def hungry(*_: object) -> Any:
    eaten = []
    while True:
        eaten.append(bytes(8 << 20))


def said(file: FileReport) -> list[tuple[str, str]]:
    return [(f.check.code, f.message.zh) for f in file.findings]


SLOW = "文件无法读取：处理超过 20 秒{at}，已停止"
BIG = "文件无法读取：处理所需的内存超过 192 MB{at}，已停止"


@pytest.mark.parametrize(
    ("stand_in", "message"), [(late, SLOW), pytest.param(hungry, BIG, marks=linux)]
)
def test_a_reader_that_does_not_end_costs_its_own_file(
    stand_in: Callable[..., Document],
    message: str,
    tmp_path: Path,
    plan: Plan,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(readers, "read", stand_in)
    # Nobody named it, its name says nothing and it was not read: it may be a sheet nevertheless.
    (tmp_path / "a.txt").write_text("x")
    written(tmp_path / "b.json")
    report = check_files(find_sources([str(tmp_path)]), plan)
    assert [said(file) for file in report.files] == [[("RD001", message.format(at=""))], []]
    assert [file.verdict for file in report.files] == ["fail", "pass"]
    assert not report.crashed


@pytest.mark.parametrize(
    ("body", "message"), [(late, SLOW), pytest.param(hungry, BIG, marks=linux)]
)
def test_a_check_that_does_not_end_is_named(
    body: Callable[..., Iterator[Finding]],
    message: str,
    tmp_path: Path,
    plan: Plan,
) -> None:
    bad = Check(
        "XX001", "bad", Text("坏", "bad"), "error", EACH_SHEET, (), Text("", ""), "0.1", (),
        __name__, lambda sheet, profile: body() if sheet.project.text == "坏" else iter(()),
    )  # fmt: skip
    plan = plan._replace(registry=classify([*plan.registry.checks, bad]))
    written(tmp_path / "a.json", {"project": "坏"})
    written(tmp_path / "b.json")
    first, second = check_files(find_sources([str(tmp_path)]), plan).files
    assert said(first) == [("RD001", message.format(at="（停在检查项 XX001）"))]
    assert first.findings[0].message.en.endswith(" (in check XX001) and was stopped")
    assert said(second) == []


def test_both_languages_say_what_to_do(
    tmp_path: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readers, "read", late)
    (tmp_path / "a.txt").write_text("x")
    finding = check_source(Source(str(tmp_path / "a.txt")), plan).findings[0]
    assert finding.message.en == ("the file cannot be read: it took more than 20 s and was stopped")
    assert finding.hint is not None
    assert "用 --max-seconds 放宽（0 为不限）" in finding.hint.zh
    assert "give --max-seconds more (0: no limit)" in finding.hint.en


def test_too_large(tmp_path: Path, plan: Plan) -> None:
    path = str(written(tmp_path / "a.json"))
    small = plan._replace(configuration=plan.configuration._replace(bounds=Bounds(size=1024)))
    assert said(check_source(Source(path), small)) == [
        ("RD001", "文件无法读取：文件超过 1 KB，太大")
    ]
    exact = plan._replace(
        configuration=plan.configuration._replace(bounds=Bounds(size=Path(path).stat().st_size))
    )
    assert said(check_source(Source(path), exact)) == []


def test_nought_is_no_bound(tmp_path: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("nothing is bounded")

    path = str(written(tmp_path / "a.json"))
    for name in ("_SignalTimer", "_ThreadTimer"):
        monkeypatch.setattr(f"sheetlint.sandbox.bounds.{name}.start", refuse)
    monkeypatch.setattr(bounds, "_address_space_in_use", refuse)
    free = Bounds(0, 0, 0)
    assert (
        said(
            check_source(
                Source(path), plan._replace(configuration=plan.configuration._replace(bounds=free))
            )
        )
        == []
    )
    assert free.limits.max_bytes == sys.maxsize


def test_as_much_as_anybody_may_write() -> None:
    assert run_within(Bounds(10**18, 10**24, 10**24), lambda: 7) == 7


# ── the clock ──


@pytest.fixture(params=["timer of the system", "thread"])
def clock(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "thread":
        monkeypatch.setattr(bounds, "_choose_timer", bounds._ThreadTimer)
    elif not hasattr(signal, "setitimer"):
        pytest.skip("no such timer")


def swallows(*_: object) -> None:
    while True:
        try:
            for_ever()
        except Exception:
            continue


def parses(*_: object) -> None:
    from xml.parsers.expat import ParserCreate

    parser = ParserCreate()
    parser.StartElementHandler = lambda name, attributes: None
    parser.Parse(b"<a>")
    while True:
        parser.Parse(b"<b/>" * 100_000)


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize("work", [for_ever, swallows, parses])
def test_work_is_interrupted(work: Callable[[], None]) -> None:
    with pytest.raises(Stopped):
        run_within(SHORT, work)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no such timer")
def test_a_pattern_is_interrupted() -> None:
    """It is code in C that looks for signals and lets no other thread run."""
    with pytest.raises(Stopped):
        run_within(SHORT, lambda: re.match(r"(a+)+$", "a" * 50 + "b"))


@pytest.mark.usefixtures("clock")
def test_it_rings_again_where_a_destructor_swallowed_it(monkeypatch: pytest.MonkeyPatch) -> None:
    swallowed = []
    monkeypatch.setattr(bounds, "_REPEAT", 0.1)
    monkeypatch.setattr(sys, "unraisablehook", swallowed.append)

    class Deaf:
        def __del__(self) -> None:
            for_ever()

    def work() -> None:
        Deaf()
        for_ever()

    with pytest.raises(Stopped):
        run_within(SHORT, work)
    assert len(swallowed) == 1


@pytest.mark.usefixtures("clock")
def test_everything_is_as_before() -> None:
    numbers = (signal.SIGTERM, signal.SIGALRM)
    before = [signal.getsignal(number) for number in numbers]
    threads = threading.active_count()
    assert run_within(DEFAULT, lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        run_within(DEFAULT, lambda: 1 // 0)
    with pytest.raises(Stopped):
        run_within(SHORT, for_ever)
    assert [signal.getsignal(number) for number in numbers] == before
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    assert threading.active_count() == threads


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no such timer")
def test_the_timer_of_somebody_else_goes_on() -> None:
    signal.setitimer(signal.ITIMER_REAL, 1000)
    try:
        run_within(DEFAULT, lambda: None)
        assert 900 < signal.getitimer(signal.ITIMER_REAL)[0] <= 1000
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


@pytest.mark.parametrize(
    ("work", "end"), [(for_ever, None), (swallows, None), (parses, None), (lambda: 7, 7)]
)
def test_in_another_thread_too(work: Callable[[], Any], end: int | None) -> None:
    ended: list[Any] = []

    def run() -> None:
        try:
            ended.append(run_within(SHORT, work))
        except Stopped:
            ended.append(None)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert ended == [end]


def test_a_check_that_does_not_end_is_stopped_in_another_thread(tmp_path: Path, plan: Plan) -> None:
    bad = Check(
        "XX001", "bad", Text("坏", "bad"), "error", EACH_SHEET, (), Text("", ""), "0.1", (),
        __name__, for_ever,
    )  # fmt: skip
    short = plan._replace(
        registry=classify([*plan.registry.checks, bad]),
        configuration=plan.configuration._replace(bounds=SHORT),
    )
    files: list[FileReport] = []
    source = Source(str(written(tmp_path / "a.json")))
    thread = threading.Thread(target=lambda: files.append(check_source(source, short)))
    thread.start()
    thread.join()
    assert [said(file) for file in files] == [
        [("RD001", "文件无法读取：处理超过 0.2 秒（停在检查项 XX001），已停止")]
    ]


# ── memory ──


@linux
def test_the_bound_of_memory_is_there_during_the_work_and_gone_afterwards() -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    used = bounds._address_space_in_use()
    assert used is not None
    during, hard = run_within(SHORT, lambda: resource.getrlimit(resource.RLIMIT_AS))
    assert abs(during - used - SHORT.memory) < 32 << 20
    assert hard == before[1]
    with pytest.raises(Stopped):
        run_within(SHORT, hungry)
    assert resource.getrlimit(resource.RLIMIT_AS) == before


@linux
def test_out_of_memory_without_a_bound() -> None:
    def work() -> None:
        raise MemoryError

    with pytest.raises(Stopped) as caught:
        run_within(SHORT._replace(memory=0), work)
    assert caught.value.reason.zh == "内存不足，已停止"
