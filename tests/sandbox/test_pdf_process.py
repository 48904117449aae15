"""PDF files are read in a process of their own, which may hang, eat and die."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sheetlint import readers
from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.intake.find_sources import find_sources
from sheetlint.messages.text import Text
from sheetlint.profiles import Profiles
from sheetlint.rules.registry import Registry
from sheetlint.run.check_files import check_files
from sheetlint.run.plan import Plan
from sheetlint.run.results import FileReport
from sheetlint.sandbox.bounds import Bounds, Stopped
from sheetlint.sandbox.pdf_process import PdfProcess
from sheetlint.sheet.tables import Document, Unreadable
from tests.run.documents import written

FIXTURE = Path(__file__).parents[1] / "fixtures" / "readers" / "calc-long.pdf"
forked = pytest.mark.skipif(not hasattr(os, "fork"), reason="what is put in place is not there")


@pytest.fixture
def plan(registry: Registry, profiles: Profiles) -> Plan:
    return Plan(RunConfiguration(), registry, profiles)


def said(file: FileReport) -> list[tuple[str, str]]:
    return [(f.check.code, f.message.zh) for f in file.findings]


def hang() -> Any:
    # Neither a signal nor an exception reaches code in C that loops.
    signal.pthread_sigmask(signal.SIG_BLOCK, set(signal.Signals) - {signal.SIGKILL})
    while True:
        pass


def hang_late() -> Any:
    """As if the time were up: the other files of the test have all the time they need."""
    os.kill(os.getppid(), signal.SIGALRM)
    hang()


def die() -> Any:
    os.kill(os.getpid(), signal.SIGKILL)


def eat() -> Any:
    eaten = []
    while True:
        eaten.append(bytes(8 << 20))


def die_once() -> Any:
    """Where the working folder says that it has died before, it lives."""
    try:
        os.mkdir("once")
    except FileExistsError:
        return
    die()


def break_() -> Any:
    return 1 // 0


def refuse() -> Any:
    raise Unreadable(Text("原因", "reason"), Text("办法", "way out"))


def stand_in(by_name: dict[str, Callable[[], Any]]) -> Callable[..., Document]:
    """A reader that does what the name says, or else tells the number of its process."""

    def read(data: bytes, name: str, limits: object) -> Document:
        if name in by_name:
            by_name[name]()
        number = str(os.getpid())
        return Document("pdf", (), Text(number, number))

    return read


def three(folder: Path, middle: str) -> list[str]:
    names = ["1.pdf", "2.pdf", middle, "4.pdf"]
    for name in names:
        (folder / name).write_bytes(b"%PDF-1.7\n")
    return [str(folder / name) for name in names]


@forked
@pytest.mark.parametrize(
    ("what", "code", "message"),
    [
        (hang_late, "RD001", "文件无法读取：处理超过 20 秒，已停止"),
        (die, "RD001", "文件无法读取：读取 PDF 的程序中途崩溃，文件可能已损坏"),
        (eat, "RD001", "文件无法读取：处理所需的内存超过 256 MB，已停止"),
        (break_, "SY001", "ZeroDivisionError: integer division or modulo by zero"),
        (refuse, "RD001", "文件无法读取：原因"),
    ],
)
def test_what_happens_over_one_file_is_a_finding_of_that_file(
    what: Callable[[], Any],
    code: str,
    message: str,
    tmp_path: Path,
    plan: Plan,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(readers, "read", stand_in({"3.pdf": what}))
    plan = plan._replace(configuration=plan.configuration._replace(bounds=Bounds(memory=256 << 20)))
    files = check_files(find_sources(three(tmp_path, "3.pdf")), plan).files
    first, second, bad, last = [said(file)[0] for file in files]
    assert bad[0] == code
    assert message in bad[1]
    # One process reads all, until it is spoilt; it is another one than this.
    assert first[0] == "RD002"
    assert first == second
    assert (last == first) is (what in (eat, break_, refuse))
    assert str(os.getpid()) not in (first[1], last[1])
    assert multiprocessing.active_children() == []


@forked
def test_a_process_that_dies_is_tried_once_more(
    tmp_path: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(readers, "read", stand_in({"3.pdf": die_once}))
    files = check_files(find_sources(three(tmp_path, "3.pdf")), plan).files
    first, second, third, fourth = [said(file) for file in files]
    assert {found[0][0] for found in (first, second, third, fourth)} == {"RD002"}
    assert first == second != third == fourth
    assert multiprocessing.active_children() == []


@forked
def test_the_way_out_is_said_in_both_languages(
    tmp_path: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readers, "read", stand_in({"3.pdf": die}))
    finding = check_files(find_sources(three(tmp_path, "3.pdf")), plan).files[2].findings[0]
    assert finding.message.en == (
        "the file cannot be read: the program that reads PDF files crashed; the file may be damaged"
    )
    assert finding.hint == Text(
        "重新导出 PDF 后再检查，或改用原始的 Excel、WPS 或 Word 文件",
        "export the PDF again, or take the original Excel, WPS or Word file",
    )


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_a_document_comes_over_whole(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip("not on this system")
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: [method])
    data = FIXTURE.read_bytes()
    with PdfProcess(Bounds(seconds=10**18)) as pdf_process:
        assert pdf_process.read(data, "a.pdf") == readers.read(data, "a.pdf")
        with pytest.raises(Unreadable) as there:
            pdf_process.read(b"%PDF-1.7 nothing", "a.pdf")
    with pytest.raises(Unreadable) as here:
        readers.read(b"%PDF-1.7 nothing", "a.pdf")
    assert (there.value.reason, there.value.hint) == (here.value.reason, here.value.hint)


@forked
def test_the_bound_of_time_holds_in_another_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "read", stand_in({"a.pdf": hang}))
    raised: list[BaseException] = []

    def work() -> None:
        with PdfProcess(Bounds(seconds=1)) as pdf_process:
            try:
                pdf_process.read(b"%PDF", "a.pdf")
            except Stopped as error:
                raised.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert [str(error) for error in raised] == ["it took more than 1 s and was stopped"]


ORPHAN = """
import os, signal
from sheetlint import readers
from sheetlint.sandbox.pdf_process import PdfProcess
from sheetlint.sandbox.bounds import Bounds

def read(*_):
    print(os.getpid(), flush=True)
    os.kill(os.getppid(), signal.SIGKILL)
    while True:
        pass

readers.read = read
PdfProcess(Bounds(seconds=1)).read(b"", "a.pdf")
"""


@forked
def test_a_process_that_hangs_does_not_outlive_the_one_that_was_to_kill_it() -> None:
    # The pipe comes to its end when the last process that could write to it is gone.
    ran = subprocess.run(
        [sys.executable, "-c", ORPHAN], stdout=subprocess.PIPE, check=False, timeout=60
    )
    assert ran.returncode == -signal.SIGKILL
    assert int(ran.stdout) > 0


INTERRUPTED = """
import os, signal, sys
from sheetlint import readers
from sheetlint.__main__ import main

def read(*_):
    print(os.getpid(), flush=True)
    os.kill(os.getppid(), int(sys.argv[3]))
    while True:
        pass

readers.read = read
sys.exit(main())
"""


@forked
@pytest.mark.parametrize(
    ("number", "said"),
    [(signal.SIGINT, "已中断，没有做完\n"), (signal.SIGTERM, "interrupted before the end\n")],
)
def test_an_interrupted_run_says_so_and_leaves_no_process(
    number: signal.Signals, said: str, tmp_path: Path
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n")
    lang = "zh" if number == signal.SIGINT else "en"
    # The pipe comes to its end when the last process that could write to it is gone.
    ran = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, "a.pdf", f"--lang={lang}", str(int(number))],
        capture_output=True,
        check=False,
        timeout=60,
        cwd=tmp_path,
    )
    assert (ran.returncode, ran.stderr.decode()) == (128 + number, said)
    with pytest.raises(ProcessLookupError):
        os.kill(int(ran.stdout), 0)


def test_no_process_without_a_pdf(
    tmp_path: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("nobody asked for it")

    monkeypatch.setattr(PdfProcess, "_start", refuse)
    written(tmp_path / "a.json")
    (tmp_path / "b.txt").write_text("购物清单", encoding="utf-8")
    assert [file.crashed for file in check_files(find_sources([str(tmp_path)]), plan).files] == [
        False,
        False,
    ]


def test_a_pdf_in_an_archive_too(tmp_path: Path, plan: Plan) -> None:
    (tmp_path / "x").mkdir()
    shutil.copy(FIXTURE, tmp_path / "x" / "a.pdf")
    shutil.make_archive(str(tmp_path / "x"), "zip", tmp_path / "x")
    plain, packed = (
        check_files(find_sources([str(tmp_path / name)]), plan).files[0]
        for name in ("x/a.pdf", "x.zip")
    )
    assert packed.format == "pdf"
    assert packed._replace(path="") == plain._replace(path="")
