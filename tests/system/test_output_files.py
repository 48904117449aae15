"""What stands at an output's place: which files are replaced, and which never."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sheetlint.system.output_files import OutputFiles, OutputKind, OutputRefused, find_repeated
from sheetlint.system.written_files import _LINE, _MOST_LINES, WrittenFiles

REPORT = OutputKind("report")
MARKED = OutputKind("report", r'\{"schema": "ours/')
COPY = OutputKind("copy")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "cache" / "sheetlint"


def refusal(outputs: OutputFiles, path: str, kind: OutputKind = REPORT, within: str = "") -> str:
    """Why the path is refused, before the work and at the writing; what stands there stays."""
    before = Path(path).read_bytes() if os.path.isfile(path) else None
    with pytest.raises(OutputRefused) as early:
        outputs.refuse(path, kind, within)
    with pytest.raises(OutputRefused) as late:
        outputs.write(path, b"new", kind, within)
    assert str(early.value) == str(late.value)
    assert (Path(path).read_bytes() if os.path.isfile(path) else None) == before
    return str(late.value)


def test_an_input_is_known_by_every_name() -> None:
    Path("a.xlsx").write_bytes(b"sheet")
    os.link("a.xlsx", "hard.xlsx")
    os.symlink("a.xlsx", "link.xlsx")
    os.mkdir("folder")
    outputs = OutputFiles(["a.xlsx", "missing.xlsx"], force=True)
    names = ("a.xlsx", "./a.xlsx", "folder/../a.xlsx", os.path.abspath("a.xlsx"))
    for path in (*names, "hard.xlsx", "link.xlsx", "missing.xlsx"):
        assert "is a file that this run reads" in refusal(outputs, path)


def test_an_input_that_an_editor_saves_meanwhile_is_still_one() -> None:
    Path("a.xlsx").write_bytes(b"sheet")
    outputs = OutputFiles(["a.xlsx"], force=True)
    outputs.refuse("b.xlsx", REPORT)
    Path("saved").write_bytes(b"sheet, changed")
    os.replace("saved", "a.xlsx")
    assert "is a file that this run reads" in refusal(outputs, "a.xlsx")


def test_a_file_is_replaced_as_long_as_it_is_as_it_was_written() -> None:
    assert OutputFiles().write("a", b"one", REPORT)
    # Another run, by another name.
    OutputFiles().refuse("./a", REPORT)
    assert OutputFiles().write("./a", b"two", REPORT)
    Path("a").write_bytes(b"two, and a note by hand")
    assert "was changed since" in refusal(OutputFiles(), "a")
    assert OutputFiles(force=True).write("a", b"three", REPORT)
    assert OutputFiles().write("a", b"four", REPORT)


def test_a_report_does_not_replace_a_copy() -> None:
    OutputFiles().write("a.xlsx", b"corrected", COPY)
    assert "was not written by this tool" in refusal(OutputFiles(), "a.xlsx")


def test_a_document_that_nobody_edits_is_replaced_whoever_wrote_it() -> None:
    Path("a.json").write_bytes(b'{"schema": "ours/1"}')
    Path("b.json").write_bytes(b'{"note": 1, "schema": "ours/1"}')
    OutputFiles().refuse("a.json", MARKED)
    assert "was not written" in refusal(OutputFiles(), "b.json", MARKED)
    assert "was not written" in refusal(OutputFiles(), "a.json", REPORT)


def test_an_empty_file_was_made_to_be_filled() -> None:
    Path("a").touch(mode=0o600)
    assert OutputFiles().write("a", b"new", REPORT)
    Path("b").touch()
    assert "is a file that this run reads" in refusal(OutputFiles(["b"], force=True), "b")


def test_an_earlier_output_in_a_checked_folder_is_no_input() -> None:
    OutputFiles().write("report", b"old", REPORT)
    Path("other").write_bytes(b"sheet")
    outputs = OutputFiles(found=["report", "other"], force=True)
    assert outputs.write("report", b"new", REPORT)
    assert "is a file that this run reads" in refusal(outputs, "other")
    assert "is a file that this run reads" in refusal(OutputFiles(["report"]), "report")


def test_the_same_content_is_not_written_again() -> None:
    Path("a").write_bytes(b"same")
    assert not OutputFiles().write("a", b"same", COPY)


def test_two_outputs_do_not_share_a_file() -> None:
    outputs = OutputFiles(force=True)
    outputs.write("a", b"one", COPY)
    with pytest.raises(OutputRefused, match="twice"):
        outputs.write("./a", b"two", COPY)
    os.link("a", "b")
    os.symlink(".", "here")
    assert find_repeated(["a", "c", "d"]) is None
    assert [find_repeated(["a", path]) for path in ("./a", "here/a", "b", "A")] == [
        "./a",
        "here/a",
        "b",
        "A",
    ]


@pytest.mark.parametrize("force", [False, True])
def test_nothing_is_written_through_a_link(force: bool) -> None:
    os.makedirs("elsewhere")
    os.makedirs("copies")
    os.symlink("none", "dangling")
    os.symlink("../elsewhere", "copies/unit")
    outputs = OutputFiles(force=force)
    assert "dangling is a link" in refusal(outputs, "dangling")
    assert "unit is a link" in refusal(outputs, "copies/unit/a", COPY, "copies")
    # This one was named.
    assert outputs.write("copies/unit/a", b"new", COPY)


def test_what_would_end_in_an_error_is_known_before() -> None:
    os.mkdir("folder")
    assert refusal(OutputFiles(), "folder") == "cannot write folder: this is a folder"
    assert "no such file or folder" in refusal(OutputFiles(), "none/a")
    assert OutputFiles().write("none/a", b"new", COPY, "none")


def test_a_stream_is_no_file_of_anybody() -> None:
    assert OutputFiles().write(os.devnull, b"gone", REPORT)
    assert OutputFiles().write(os.devnull, b"gone", REPORT)


# ── the record ──────────────────────────────────────────────────────────────────────────────────


def test_the_record_is_for_the_user_alone_and_names_no_file(cache: Path) -> None:
    cache.mkdir(parents=True, mode=0o755)
    OutputFiles().write("张三.xlsx", b"new", COPY)
    (record,) = cache.iterdir()
    assert "张三".encode() not in record.read_bytes()
    assert len(record.read_bytes()) == _LINE
    if os.name != "nt":
        assert [path.stat().st_mode & 0o777 for path in (cache, record)] == [0o700, 0o600]


def test_without_a_record_writing_works_and_asks_for_force_next_time(cache: Path) -> None:
    cache.parent.write_bytes(b"a file in the folder's place")
    assert OutputFiles().write("a", b"one", REPORT)
    assert "--force" in refusal(OutputFiles(), "a")
    assert OutputFiles(force=True).write("a", b"two", REPORT)


@pytest.mark.skipif(os.name == "nt", reason="no permissions for others here")
def test_a_record_that_others_could_have_written_is_not_believed(cache: Path) -> None:
    OutputFiles().write("a", b"one", REPORT)
    (cache / "written.txt").chmod(0o666)
    assert "--force" in refusal(OutputFiles(), "a")


def test_a_damaged_record_counts_as_empty(cache: Path) -> None:
    OutputFiles().write("a", b"one", REPORT)
    (cache / "written.txt").write_bytes(b"\xff\x00 x y\n\n")
    assert "--force" in refusal(OutputFiles(), "a")


def test_the_record_does_not_grow_for_ever(cache: Path) -> None:
    cache.mkdir(parents=True, mode=0o700)
    old = b"".join(b"%064x %064x\n" % (number, 0) for number in range(_MOST_LINES))
    (cache / "written.txt").write_bytes(old)
    (cache / "written.txt").chmod(0o600)
    record = WrittenFiles()
    record.add("/a", "1")
    lines = (cache / "written.txt").read_bytes().splitlines()
    assert len(lines) == _MOST_LINES // 2
    assert lines[-1].endswith(b" 1")
    assert WrittenFiles().content_digest("/a") == "1"
