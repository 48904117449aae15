"""Zip archives: what ``zipfile`` writes is read, and what it would refuse or fall for is refused."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Sequence

import pytest
from hostile import BOMB, DAMAGED, MIB, changed, cut
from hypothesis import given
from hypothesis import strategies as st

from sheetlint.readers.zip_archive import ZipArchive
from sheetlint.sheet.tables import Unreadable
from tests.random_examples import examples

MOST = MIB
Parts = Sequence[tuple[str, bytes]]


def packed(parts: Parts, method: int = zipfile.ZIP_DEFLATED, comment: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts:
            archive.writestr(name, content)
        archive.comment = comment
    return out.getvalue()


def whole(data: bytes) -> list[tuple[str, bytes]]:
    archive = ZipArchive(data, MOST)
    return [(entry.name, b"".join(archive.chunks(entry))) for entry in archive.entries]


def refusal_of(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        whole(data)
    return caught.value.reason.zh


NAMES = st.text("abc甲乙é/.", min_size=1, max_size=8)
CONTENTS = st.binary(max_size=300) | st.sampled_from(
    [bytes(65_536), b"a" * 65_537, bytes(200_000), random.Random(1).randbytes(150_000)]
)


@examples(20)
@given(
    st.lists(st.tuples(NAMES, CONTENTS), max_size=5, unique_by=lambda part: part[0]),
    st.sampled_from([zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED]),
    st.binary(max_size=20),
)
def test_what_zipfile_writes(parts: Parts, method: int, comment: bytes) -> None:
    assert whole(packed(parts, method, comment)) == list(parts)


class _Pipe(io.BytesIO):
    """A stream that cannot go back: sizes stand behind the parts and not before them."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: object) -> int:
        raise io.UnsupportedOperation

    def tell(self) -> int:
        raise io.UnsupportedOperation


def test_sizes_behind_the_parts() -> None:
    out = _Pipe()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", b"<a/>" * 1000)
    assert whole(out.getvalue()) == [("a.xml", b"<a/>" * 1000)]


def test_large_numbers_in_extra_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 10)
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 1)
    parts = [("a.xml", b"a" * 100), ("b.xml", b"b" * 200), ("c.xml", b"")]
    data = packed(parts)
    assert b"PK\x06\x06" in data
    assert whole(data) == parts


def test_what_follows_the_archive_is_not_taken_for_its_end() -> None:
    inner = packed([("inner", b"1")], zipfile.ZIP_STORED)
    assert whole(packed([("outer", inner)], zipfile.ZIP_STORED)) == [("outer", inner)]


# ── what does not hold what it says ──


def table_of(data: bytes) -> list[int]:
    """Where the lines of the table of contents start."""
    found, at = [], data.find(b"PK\x01\x02")
    while at >= 0:
        found.append(at)
        at = data.find(b"PK\x01\x02", at + 4)
    return found


@pytest.mark.parametrize("size", [0, 1, 99, 101, 5_000_000, 0xFFFFFFFE])
@pytest.mark.parametrize("content", [b"a" * 100, bytes(200_000)])
def test_a_size_that_is_not_true(size: int, content: bytes) -> None:
    data = bytearray(packed([("a", content)]))
    struct.pack_into("<I", data, table_of(data)[0] + 24, size)
    assert refusal_of(bytes(data)) == DAMAGED


@pytest.mark.parametrize("content", [b"a" * 100, bytes(200_000)])
def test_a_checksum_that_is_not_true(content: bytes) -> None:
    data = bytearray(packed([("a", content)]))
    data[table_of(data)[0] + 16] ^= 1
    assert refusal_of(bytes(data)) == DAMAGED


def test_a_part_under_another_name() -> None:
    data = packed([("abc", b"1")])
    assert refusal_of(data.replace(b"abc", b"abd", 1)) == DAMAGED


def test_parts_that_share_their_bytes() -> None:
    data = packed([("a", bytes(100_000)), ("b", bytes(100_000))])
    first, second = table_of(data)
    shared = bytearray(data)
    shared[second + 42 : second + 46] = data[first + 42 : first + 46]
    assert refusal_of(bytes(shared)) == BOMB


def test_parts_inside_parts() -> None:
    """One kernel under a thousand names: 42 kB that unpack to gigabytes without any nesting."""
    kernel = zlib.compress(bytes(MIB), 9, -15)
    head = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 0, 0, len(kernel), MIB, 1, 0)
    data, lines = head + b"a" + kernel, b""
    for number in range(1000):
        name = bytes([97 + number % 26])
        lines += struct.pack(
            "<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 8, 0, 0, 0, len(kernel), MIB, 1, 0, 0, 0, 0, 0, 0
        )
        lines += name
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1000, 1000, len(lines), len(data), 0)
    assert refusal_of(data + lines + end) == BOMB


def test_a_table_of_contents_that_is_too_long() -> None:
    data = packed([(f"{n:0100}", b"") for n in range(100)])
    with pytest.raises(Unreadable) as caught:
        ZipArchive(data, 10_000)
    assert caught.value.reason.zh == BOMB


def outcome(data: bytes) -> object:
    try:
        return whole(data)
    except Unreadable:
        return None


def test_damage_is_refused_or_changes_nothing() -> None:
    """A changed byte is refused, unless it is one that nobody looks at or that names a part."""
    source = packed([("a", b"1" * 500), ("b", random.Random(1).randbytes(500))], comment=b"comment")
    contents = {content for _, content in whole(source)}
    for data in (*changed(source, 400, 3), *cut(source, 7)):
        found = outcome(data)
        assert found is None or {content for _, content in found} <= contents  # type: ignore[attr-defined]


def test_cut_behind_an_archive_inside_it() -> None:
    inner = packed([("inner", b"1")], zipfile.ZIP_STORED)
    data = packed([("outer", inner), ("last", b"2" * 1000)], zipfile.ZIP_STORED)
    assert whole(data) == [("outer", inner), ("last", b"2" * 1000)]
    assert refusal_of(data[: ZipArchive(data, MOST).entries[1].offset + 500]) == DAMAGED


def test_something_before_the_archive() -> None:
    assert refusal_of(b"PK" * 500 + packed([("a", b"1"), ("b", b"2")])) == DAMAGED
