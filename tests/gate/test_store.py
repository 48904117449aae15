"""What is kept is there again, whole or not at all, whatever happens to the file."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sheetlint.gate.store import ResultStore, may_be_store


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
    assert store.broken == ""


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
    assert (first.broken, second.broken) == ("", "")


@pytest.mark.parametrize("damage", [b"", b"no database at all", b"SQLite format 3\0" + bytes(500)])
def test_a_damaged_file_is_begun_anew(path: str, damage: bytes) -> None:
    kept(path, a="甲")
    Path(path).write_bytes(damage)
    store = ResultStore(path)
    assert store.get("a") is None
    store.put("a", "乙")
    store.close()
    assert store.broken == ""
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
    assert (store.get("a"), store.broken) == ("甲", "")
