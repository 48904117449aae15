"""``gate`` and what others have done in its folder, from the command line."""

from __future__ import annotations

import shutil
from contextlib import chdir
from pathlib import Path

import pytest

from sheetlint.cli import status
from sheetlint.cli.start import main
from sheetlint.system.interruption import Interrupted
from tests.cli.conftest import Call
from tests.cli.submissions import GATE, files_in, write_submissions
from tests.run.documents import written

LETTER = "notices/临港县康复中心-退回修改意见.docx"
NEWER = "notices/临港县康复中心-退回修改意见 (新).docx"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "结果"


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Submissions and the results of a run."""
    top = tmp_path_factory.mktemp("gate")
    write_submissions(top)
    with chdir(top):
        main((*GATE, "-q"))
    return top


@pytest.fixture(autouse=True)
def gate(finished: Path, tmp_path: Path) -> None:
    shutil.copytree(finished, tmp_path, dirs_exist_ok=True)


def test_an_edited_letter(call: Call, tmp_path: Path, out: Path) -> None:
    before = files_in(out)
    (out / LETTER).write_bytes(b"edited")
    (out / "问题清单.xlsx").write_bytes(b"replies")
    (out / "附件.pdf").write_bytes(b"mine")
    kept = f"结果 里有 3 个文件有人改过或放进去过，没有动：{LETTER}、问题清单.xlsx、附件.pdf"
    for _ in range(2):
        ran = call(*GATE)
        assert (ran.status, kept in ran.err.splitlines()) == (status.FINDINGS, True)
    written(tmp_path / "报送" / "错.json", {"funds.total.rate": "96.88%", "project": "另一个"})
    for _ in range(2):
        ran = call(*GATE)
        assert f"{kept}；新写的在旁边：{NEWER}、问题清单 (新).xlsx" in ran.err.splitlines()
    index = (out / "index.html").read_text(encoding="utf-8")
    assert "%20%28%E6%96%B0%29.docx" in index
    assert call("verify", "结果", "报送").status == status.OK
    assert [(out / n).read_bytes() for n in (LETTER, "附件.pdf")] == [b"edited", b"mine"]
    assert (out / NEWER).read_bytes() != before[LETTER]


def test_the_first_ten_are_named(call: Call, out: Path) -> None:
    for number in range(12):
        (out / f"附{number:02}").touch()
    assert "附00、附01" in call(*GATE).err
    english = call(*GATE, "--lang", "en").err
    assert "12 files in 结果 were edited or put there by somebody" in english
    assert "附09 and others, 12 in all" in english
    assert "附10" not in english


def test_a_planted_folder_keeps_its_files(call: Call, tmp_path: Path, out: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "a.docx").touch()
    shutil.rmtree(out / "notices")
    (out / "notices").symlink_to(mine)
    before = files_in(out)
    ran = call(*GATE)
    assert (ran.status, ran.out) == (status.USAGE, "")
    assert "结果/notices 是个链接" in ran.err
    assert (files_in(out), files_in(mine)) == (before, {"a.docx": b""})


def test_submissions_in_the_folder(call: Call, tmp_path: Path, out: Path) -> None:
    """The folder is above submissions, and is one of them: what it holds besides is checked."""
    written(out / "补报" / "一.json", {"project": "补报"})
    ran = call("gate", "报送", "结果", *GATE[2:])
    assert "共 7 个文件" in ran.err
    assert '"结果/补报/一.json"' in (out / "verdicts.jsonl").read_text(encoding="utf-8")
    assert call("verify", "结果", "报送", "结果").status == status.OK
    ran = call("gate", "结果/补报", *GATE[2:])
    assert (ran.status, "共 1 个文件" in ran.err) == (status.OK, True)
    assert (out / "补报" / "一.json").is_file()


def test_two_runs_at_once(call: Call, out: Path) -> None:
    from sheetlint.gate.results_folder import ResultsFolder

    with ResultsFolder(str(out), "zh"):
        before = files_in(out)
        ran = call(*GATE)
    assert (ran.status, "另一次运行正在用 结果" in ran.err) == (status.USAGE, True)
    assert files_in(out) == before


def test_the_folder_by_a_link(call: Call, tmp_path: Path, out: Path) -> None:
    (tmp_path / "别名").symlink_to(out)
    before = files_in(out)
    elsewhere = tuple("别名" if part == "结果" else part for part in GATE)
    assert call(*elsewhere).status == status.FINDINGS
    assert files_in(out) == before


def test_interrupted_it_goes_on(
    call: Call, tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever it ends, there is nothing half written, and the last run ends with the same bytes."""
    written(tmp_path / "报送" / "错.json", {"funds.total.rate": "96.88%", "project": "另一个"})

    def stop(*_: object) -> object:
        raise Interrupted(15)

    for step in (
        "letters.make_letters",
        "folder_writer.render",
        "results_folder.dump_output_record",
    ):
        with monkeypatch.context() as patched:
            patched.setattr(f"sheetlint.gate.{step}", stop)
            with pytest.raises(Interrupted):
                call(*GATE)
        assert not [path.name for path in out.rglob("*.tmp")]
    ran = call(*GATE)
    assert (ran.status, "没有动" in ran.err) == (status.FINDINGS, False)
    elsewhere = tuple("别处" if part == "结果" else part for part in GATE)
    call(*elsewhere)
    assert files_in(out) == files_in(tmp_path / "别处")
