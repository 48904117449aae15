"""The folder of results costs nobody a file: what a run replaces and removes, and what stays."""

from __future__ import annotations

import os
from collections.abc import Mapping
from hashlib import sha256
from json import dumps, loads
from pathlib import Path

import pytest

from sheetlint.gate.output_record import RECORD, SCHEMA
from sheetlint.gate.results_folder import ResultsFolder, Unusable
from sheetlint.intake.find_sources import find_sources

LETTER = "notices/甲.docx"
NEWER = "notices/甲 (新).docx"
FIRST = {LETTER: b"1", "notices/yi.docx": b"2", "pages/a/b.html": b"3", "run.json": b"{}"}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def run(out: Path, files: Mapping[str, bytes] = FIRST) -> tuple[list[str], list[str]]:
    """A run that writes these files: what it has kept, and what it has written beside."""
    with ResultsFolder(str(out), "zh") as folder:
        for path, data in files.items():
            folder.write(path, data)
        folder.finish()
        return folder.kept_files()


def files_in(out: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(out)): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and not path.name.startswith(".") and path.name != RECORD
    }


def recorded(out: Path) -> list[str]:
    lines = (out / RECORD).read_text(encoding="utf-8").splitlines()
    assert loads(lines[0]) == {"schema": SCHEMA}
    return [loads(line)["path"] for line in lines[1:]]


def refusal(out: Path) -> str:
    with pytest.raises(Unusable) as refused:
        ResultsFolder(str(out), "zh")
    return refused.value.text.zh


def test_what_a_run_has_not_written_goes(out: Path) -> None:
    assert run(out) == ([], [])
    assert files_in(out) == FIRST
    assert run(out, {LETTER: b"4"}) == ([], [])
    assert files_in(out) == {LETTER: b"4"}
    assert recorded(out) == [LETTER]
    assert not (out / "pages").exists()


def test_an_edited_letter_stays_and_the_new_one_lies_beside(out: Path) -> None:
    run(out)
    (out / LETTER).write_bytes(b"edited")
    # Nothing has changed since it was edited: there is no new version.
    assert run(out) == ([LETTER], [])
    assert files_in(out) == {**FIRST, LETTER: b"edited"}
    second = {**FIRST, LETTER: b"5"}
    for _ in range(2):
        assert run(out, second) == ([LETTER], [NEWER])
        assert files_in(out) == {**second, LETTER: b"edited", NEWER: b"5"}
    assert run(out, FIRST) == ([LETTER], [])
    assert files_in(out) == {**FIRST, LETTER: b"edited"}


def test_when_the_edited_letter_is_gone(out: Path) -> None:
    run(out)
    (out / LETTER).write_bytes(b"edited")
    run(out, {LETTER: b"5"})
    (out / LETTER).unlink()
    assert run(out, {LETTER: b"5"}) == ([], [])
    assert files_in(out) == {LETTER: b"5"}


def test_the_new_version_is_edited_as_well(out: Path) -> None:
    for data in (b"1", b"2", b"3"):
        run(out, {LETTER: data})
        for path in (out / "notices").iterdir():
            if path.read_bytes() == data:
                path.write_bytes(b"edited " + data)
    assert files_in(out) == {
        LETTER: b"edited 1",
        NEWER: b"edited 2",
        "notices/甲 (新2).docx": b"edited 3",
    }
    kept, _ = run(out, {})
    assert kept == ["notices/甲 (新).docx", "notices/甲 (新2).docx", LETTER]


def test_an_edited_letter_that_no_run_writes_any_more(out: Path) -> None:
    run(out)
    (out / LETTER).write_bytes(b"edited")
    for _ in range(2):
        assert run(out, {}) == ([LETTER], [])
        assert files_in(out) == {LETTER: b"edited"}


def test_what_somebody_put_there_stays(out: Path) -> None:
    run(out)
    for path in ("批注.docx", "notices/附件.pdf", "pages/a/c.html", "别的/很多/x", "空/x"):
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(b"mine")
    kept, _ = run(out, {"pages/a/c.html": b"6"})
    assert kept == ["notices/附件.pdf", "pages/a/c.html", "别的", "批注.docx", "空"]
    assert files_in(out) == {
        "批注.docx": b"mine",
        "notices/附件.pdf": b"mine",
        "pages/a/c.html": b"mine",
        "pages/a/c (新).html": b"6",
        "别的/很多/x": b"mine",
        "空/x": b"mine",
    }


def test_a_write_protected_file_stays(out: Path) -> None:
    run(out)
    (out / LETTER).chmod(0o444)
    (out / "notices/yi.docx").chmod(0o444)
    kept, beside = run(out, {LETTER: b"7"})
    assert (kept, beside) == (["notices/yi.docx", LETTER], [NEWER])
    assert (out / LETTER).read_bytes() == b"1"


def test_the_same_content_is_no_edited_file(out: Path) -> None:
    """A run that was killed between a file and its record."""
    run(out, {})
    (out / "notices").mkdir()
    (out / LETTER).write_bytes(b"1")
    assert run(out, {LETTER: b"1"}) == ([], [])
    assert run(out, {}) == ([], [])
    assert files_in(out) == {}


def test_two_names_that_meet(out: Path) -> None:
    """The version beside an edited file has the name of another file of the run."""
    files = {"pages/a.html": b"1", "pages/a (新).html": b"2"}
    run(out, files)
    (out / "pages/a.html").write_bytes(b"edited")
    for _ in range(2):
        run(out, {"pages/a.html": b"3", "pages/a (新).html": b"2"})
        found = files_in(out)
        assert found.pop("pages/a.html") == b"edited"
        assert sorted(found.values()) == [b"2", b"3"]


def test_a_run_that_was_killed(out: Path) -> None:
    with ResultsFolder(str(out), "zh") as folder:
        folder.write(LETTER, b"1")
        folder.write("pages/a.html", b"1")
        folder.create_draft().file.close()
    with (out / RECORD).open("ab") as file:
        file.write(b'{"path": "pages/a.ht')
    with ResultsFolder(str(out), "zh") as folder:
        folder.write(LETTER, b"2")
    assert run(out, {LETTER: b"3"}) == ([], [])
    assert files_in(out) == {LETTER: b"3"}
    assert not [name for name in os.listdir(out) if name.endswith(".tmp")]


def test_the_record_is_the_same_however_the_files_came(out: Path) -> None:
    run(out)
    once = (out / RECORD).read_bytes()
    run(out, dict(reversed(FIRST.items())))
    assert (out / RECORD).read_bytes() == once


@pytest.mark.parametrize("name", ["report.json", "findings.jsonl", "verdicts.jsonl", "run.json"])
def test_an_edited_document_for_programs(name: str, out: Path) -> None:
    run(out, {name: b"{}"})
    (out / name).write_bytes(b"{ }")
    before = files_in(out)
    assert f"{out}/{name} 不是上次运行写的样子" in refusal(out)
    assert files_in(out) == before


@pytest.mark.parametrize("record", [b"", b"{}\n", b'{"schema": "other"}\n', b"\xff", b"[" * 9000])
def test_other_files_and_no_record(record: bytes, out: Path) -> None:
    out.mkdir()
    (out / "重要.docx").touch()
    if record:
        (out / RECORD).write_bytes(record)
    (out / "run.json").write_text('{"schema": "sheetlint-run/1"}', encoding="utf-8")
    assert "里有别的文件" in refusal(out)
    assert not (out / ".sheetlint.lock").exists()


def test_an_empty_folder(out: Path) -> None:
    out.mkdir()
    (out / ".DS_Store").touch()
    assert run(out, {LETTER: b"1"}) == ([], [])


def forge(out: Path, *entries: tuple[str, bytes]) -> None:
    lines = [dumps({"schema": SCHEMA})]
    lines += [dumps({"path": path, "sha256": sha256(data).hexdigest()}) for path, data in entries]
    (out / RECORD).write_text("\n".join((*lines, "")), encoding="utf-8")


def test_a_forged_record_removes_nothing(out: Path, tmp_path: Path) -> None:
    """Names above the folder, of other kinds, and right names with other contents."""
    out.mkdir()
    mine = {
        "重要.docx": b"mine",
        "notices/重要.txt": b"mine",
        ".ssh": b"mine",
        "pages/b.html": b"mine",
        "notices/../重要.xlsx": b"mine",
    }
    (out / "notices").mkdir()
    (out / "pages").mkdir()
    for path, data in mine.items():
        (out / path).write_bytes(data)
    outside = tmp_path / "outside.docx"
    outside.write_bytes(b"mine")
    names = ("../outside.docx", "notices/../../outside.docx", str(outside), f"/{outside}")
    forge(
        out,
        *((name, b"mine") for name in names),
        *((path, data) for path, data in mine.items() if path != "pages/b.html"),
        ("pages/b.html", b"other"),
        ("pages\\..\\x.html", b"mine"),
    )
    before = files_in(out)
    run(out, {})
    assert files_in(out) == before
    assert outside.read_bytes() == b"mine"


LINKS = {
    "pages": "elsewhere",
    "notices": "elsewhere",
    "annotated": "elsewhere",
    "notices/甲.docx": "elsewhere/a.docx",
    "pages/a": "elsewhere",
    "report.json": "elsewhere/a.docx",
    "run.json": "nowhere",
    "index.html": "elsewhere/a.docx",
    RECORD: "elsewhere/record",
    ".sheetlint.lock": "elsewhere/lock",
    "别的": "elsewhere",
}


@pytest.mark.parametrize("path", LINKS)
def test_a_planted_link(path: str, out: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a.docx").write_bytes(b"mine")
    forge(elsewhere, ("notices/a.docx", b"mine"), ("pages/a.docx", b"mine"))
    (elsewhere / RECORD).rename(elsewhere / "record")
    before = files_in(elsewhere)
    run(out)
    (out / path).parent.mkdir(exist_ok=True)
    if (out / path).is_dir():
        (out / path).rename(tmp_path / "moved")
    (out / path).unlink(missing_ok=True)
    (out / path).symlink_to(tmp_path / LINKS[path])
    left = files_in(out)
    assert f"{out}/{path} 是个链接" in refusal(out)
    assert (files_in(out), files_in(elsewhere)) == (left, before)


def test_a_folder_on_another_disk(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(out)
    real = os.stat

    def stat(path: str, **more: object) -> os.stat_result:
        found = real(path, **more)  # type: ignore[arg-type]
        values = [
            found.st_dev + 1 if n == 2 and path == "pages" else v for n, v in enumerate(found)
        ]
        return os.stat_result(values)

    monkeypatch.setattr(os, "stat", stat)
    assert f"{out}/pages 是个链接，或是另一个磁盘" in refusal(out)


def test_a_link_that_comes_during_the_run(out: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    run(out)
    with ResultsFolder(str(out), "zh") as folder:
        (out / "notices").rename(tmp_path / "moved")
        (out / "notices").symlink_to(tmp_path / "elsewhere")
        with pytest.raises(OSError, match="notices"):
            folder.write(LETTER, b"2")
        folder.finish()
        assert folder.kept_files() == ([], [])
    assert os.listdir(tmp_path / "elsewhere") == []


def test_a_document_that_is_edited_during_the_run(out: Path) -> None:
    run(out, {"report.json": b"{}"})
    with ResultsFolder(str(out), "zh") as folder:
        (out / "report.json").write_bytes(b"edited")
        draft = folder.create_draft()
        with draft.file:
            draft.file.write(b"{}")
        folder.put_in_place(draft.name, "report.json")
        folder.finish()
        assert folder.kept_files() == (["report.json"], [])
    assert files_in(out) == {"report.json": b"edited"}
    assert not [name for name in os.listdir(out) if name.endswith(".tmp")]


def test_one_run_at_a_time(out: Path) -> None:
    with ResultsFolder(str(out), "zh") as folder:
        assert "另一次运行正在用" in refusal(out)
        folder.write(LETTER, b"1")
    run(out)


def test_outputs_are_no_submissions_and_edited_ones_are(out: Path) -> None:
    run(out, {"pages/a.html": b"1", LETTER: b"2", "report.json": b"{}"})
    (out / LETTER).write_bytes(b"edited")
    (out / "报送.xlsx").touch()
    with ResultsFolder(str(out), "zh") as folder:
        left = folder.drop_outputs(find_sources([str(out)]))
    assert [os.path.relpath(source.path, out) for source in left] == [LETTER, "报送.xlsx"]
