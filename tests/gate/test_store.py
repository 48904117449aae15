"""What is kept is there again, whole or not at all, whatever happens to the file."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sheetlint.gate.store import ResultStore, default_path
from sheetlint.gate.store_file import may_be_store
from sheetlint.system.cache_folder import cache_folder


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "缓存" / "results.sqlite")


def kept(path: str, **texts: str) -> None:
    store = ResultStore(path)
    for key, text in texts.items():
        store.put(key, text)
    store.close()


def test_kept_for_the_next_run(path: str) -> None:
    kept(path, a="甲", b="")
    store = ResultStore(path)
    assert [store.get(key) for key in ("a", "b", "c")] == ["甲", "", None]
    assert store.broken is None


def test_before_it_is_written(path: str) -> None:
    store = ResultStore(path)
    store.put("a", "甲")
    assert store.get("a") == "甲"
    assert ResultStore(path).get("a") is None
    store.flush()
    assert ResultStore(path).get("a") == "甲"


def test_for_this_run_only(path: str) -> None:
    store = ResultStore(path)
    store.put_for_this_run("a", "甲")
    assert store.get("a") == "甲"
    store.close()
    assert ResultStore(path).get("a") is None


def test_what_it_holds(path: str) -> None:
    store = ResultStore(path)
    store.put("a", "1")
    store.put_for_this_run("b", "2")
    assert [store.holds(key) for key in "abc"] == [True, True, False]
    store.close()
    assert [ResultStore(path).holds(key) for key in "abc"] == [True, False, False]


def test_two_runs_at_once(path: str) -> None:
    first, second = ResultStore(path), ResultStore(path)
    first.put("a", "甲")
    second.put("b", "乙")
    first.flush()
    second.flush()
    assert (first.get("b"), second.get("a")) == ("乙", "甲")
    assert (first.broken, second.broken) == (None, None)


@pytest.mark.parametrize("kept_bytes", [0, 100, 5000])
def test_a_damaged_file_is_begun_anew(path: str, kept_bytes: int) -> None:
    kept(path, a="甲")
    Path(path).write_bytes(Path(path).read_bytes()[:kept_bytes])
    store = ResultStore(path)
    assert store.get("a") is None
    store.put("a", "乙")
    store.close()
    assert store.broken is None
    assert ResultStore(path).get("a") == "乙"


def test_damaged_in_the_middle(path: str) -> None:
    kept(path, **{f"k{number}": os.urandom(3000).hex() for number in range(50)})
    data = bytearray(Path(path).read_bytes())
    data[4096 : len(data) : 97] = b"\xff" * len(data[4096 : len(data) : 97])
    Path(path).write_bytes(data)
    store = ResultStore(path)
    assert all(store.get(f"k{number}") is None for number in range(50))
    store.put("a", "甲")
    store.close()
    assert ResultStore(path).get("a") == "甲"


def test_a_changed_result_is_not_believed(path: str) -> None:
    kept(path, a="甲", b="乙")
    file = sqlite3.connect(path)
    with file:
        file.execute("UPDATE results SET data = (SELECT data FROM results WHERE key = 'b')")
    file.close()
    store = ResultStore(path)
    assert (store.get("a"), store.get("b")) == (None, "乙")


def test_a_file_of_another_form_is_begun_anew(path: str) -> None:
    kept(path, a="甲")
    file = sqlite3.connect(path)
    file.execute("PRAGMA user_version = 99")
    file.close()
    assert ResultStore(path).get("a") is None


def test_only_a_store_is_used_as_one(path: str, tmp_path: Path) -> None:
    assert may_be_store(path)
    store = ResultStore(path)
    store.put("a", "1")
    store.flush()
    # Also while another run has it open.
    assert may_be_store(path)
    store.close()
    assert may_be_store(path)
    other = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(other)) as file, file:
        file.execute("CREATE TABLE results (key TEXT)")
    assert not may_be_store(str(other))
    other.write_bytes(b"PK a workbook")
    assert not may_be_store(str(other))
    other.write_bytes(b"")
    assert may_be_store(str(other))


def test_what_has_not_been_used_for_longest_goes_first(path: str) -> None:
    for key in "abc":
        kept(path, **{key: os.urandom(3000).hex()})
    store = ResultStore(path)
    assert store.get("a") is not None
    store.close(bound=7500)
    left = ResultStore(path)
    assert [key for key in "abc" if left.get(key)] == ["a", "c"]


def test_nothing_of_this_run_goes(path: str) -> None:
    store = ResultStore(path)
    store.put("a", os.urandom(3000).hex())
    store.close(bound=10)
    assert ResultStore(path).get("a") is not None


def test_no_place_to_write_to(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    store = ResultStore(str(tmp_path / "file" / "results.sqlite"))
    store.put("a", "甲")
    store.flush()
    assert store.broken
    assert store.get("a") == "甲"
    store.close()


def test_in_memory() -> None:
    store = ResultStore(None)
    store.put("a", "甲")
    store.close()
    assert (store.get("a"), store.broken) == ("甲", None)


def forge(path: str, *statements: str) -> None:
    file = sqlite3.connect(path)
    with file:
        for statement in statements:
            file.execute(statement)
    file.close()


def refused(path: str, said: str) -> None:
    """The store is not used, which is said; what is stored meanwhile is there in this run."""
    store = ResultStore(path)
    assert store.broken is not None
    assert said in store.broken.zh
    store.put("b", "乙")
    store.flush()
    assert (store.get("a"), store.get("b")) == (None, "乙")
    store.close(1)


def test_the_store_of_somebody_else(path: str) -> None:
    """One that was handed round: what it says was found is not believed."""
    kept(path, a="甲")
    key = Path(cache_folder()) / "results.key"
    mine = key.read_bytes()
    key.write_bytes(os.urandom(32))
    assert ResultStore(path).get("a") is None
    kept(path, a="乙")
    assert ResultStore(path).get("a") == "乙"
    key.write_bytes(mine)
    assert ResultStore(path).get("a") is None


def test_a_result_under_another_name_is_not_believed(path: str) -> None:
    kept(path, a="甲", b="乙")
    forge(path, "DELETE FROM results WHERE key = 'a'", "UPDATE results SET key = 'a'")
    assert ResultStore(path).get("a") is None


@pytest.mark.parametrize(
    "row",
    [
        "('a', 'x', 'y', x'00')",
        "('a', NULL, NULL, NULL)",
        "('a', 9223372036854775807, 5, 'text')",
        "('a', x'ff', x'ff', zeroblob(1000000))",
        "('a', -1, 'é', x'78')",
    ],
)
def test_forged_rows(path: str, row: str) -> None:
    kept(path, b="乙")
    forge(path, f"INSERT INTO results VALUES {row}")
    store = ResultStore(path)
    assert (store.get("a"), store.get("b"), store.broken) == (None, "乙", None)
    store.put("a", "甲")
    store.close(10)
    assert ResultStore(path).get("a") == "甲"


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER UPDATE ON results BEGIN DELETE FROM results; END",
        "CREATE VIEW v AS SELECT 1",
        "ALTER TABLE results ADD COLUMN more",
        "DROP INDEX by_run",
        "PRAGMA application_id = 7",
    ],
)
def test_other_tables(path: str, statement: str) -> None:
    kept(path, a="甲")
    forge(path, statement)
    before = Path(path).read_bytes()
    refused(path, f"{path} 不是本工具存的检查结果")
    assert Path(path).read_bytes() == before


@pytest.mark.parametrize("content", [b"mine", b"SQLite format 3\0" + bytes(500)])
def test_a_file_that_is_no_store_stays(path: str, content: bytes) -> None:
    Path(path).parent.mkdir()
    Path(path).write_bytes(content)
    refused(path, "不是本工具存的检查结果")
    assert Path(path).read_bytes() == content


def test_a_database_of_somebodys_own_stays(path: str) -> None:
    Path(path).parent.mkdir()
    forge(path, "CREATE TABLE mine (a)")
    before = Path(path).read_bytes()
    refused(path, "不是本工具存的检查结果")
    assert Path(path).read_bytes() == before


def test_a_forged_journal(path: str) -> None:
    """SQLite would play it back, and delete the file that it names."""
    kept(path, a="甲")
    Path(f"{path}-journal").write_bytes(b"forged")
    store = ResultStore(path)
    assert (store.get("a"), store.broken) == (None, None)
    store.close()
    assert not Path(f"{path}-journal").exists()
    Path(path).unlink()
    Path(f"{path}-journal").write_bytes(b"mine")
    refused(path, "results.sqlite-journal 不是本工具存的检查结果")
    assert Path(f"{path}-journal").read_bytes() == b"mine"


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="files have no owners here")
@pytest.mark.parametrize("suffix", ["", "-wal"])
def test_other_things_in_its_place(path: str, suffix: str, tmp_path: Path) -> None:
    kept(path, a="甲")
    place, mine = Path(path + suffix), tmp_path / "mine"
    mine.write_bytes(b"mine")
    place.unlink(missing_ok=True)
    place.symlink_to(mine)
    refused(path, "是个链接")
    place.unlink()
    place.mkdir()
    refused(path, "是别的东西")
    place.rmdir()
    os.mkfifo(place)
    refused(path, "是别的东西")
    place.unlink()
    place.touch()
    place.chmod(0o666)
    refused(path, "别的用户可以改写")
    assert mine.read_bytes() == b"mine"


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="files have no owners here")
def test_only_the_user_can_read_it(path: str) -> None:
    store = ResultStore(path)
    store.put("a", "甲")
    store.flush()
    key = Path(cache_folder()) / "results.key"
    files = [*Path(path).parent.iterdir(), key]
    assert len(files) == 4
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    store.close()
    key.chmod(0o644)
    assert ResultStore(path).get("a") is None
    assert key.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="files have no owners here")
def test_a_cache_folder_that_others_write_into(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "cache" / "sheetlint"
    folder.mkdir(parents=True)
    folder.chmod(0o777)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for place in (path, default_path()):
        refused(place, f"别的用户可以改写 {folder}")
