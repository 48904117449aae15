"""Web pages and spreadsheets made to do harm, and ones that came to harm."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import pytest
from hostile import BOMB, MIB, SMALL, TOO_BIG, bounded, changed, outcome, survive
from hypothesis import given
from hypothesis import strategies as st
from odf import package

from sheetlint.readers import read
from tests.random_examples import examples

FIXTURES = Path(__file__).parent.parent / "fixtures" / "readers"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (b"a" * (SMALL.max_bytes - 6), TOO_BIG),
        (b" " * (SMALL.max_bytes - 6), TOO_BIG),
        (b"<div>" * 5_000 + b"a", [1]),
        (b"<table><tr><td>" * 5_000, BOMB),
        (b"<table>" * 19_000, [0]),
        (b"<tr><td>" * 9_000, [0]),
        (b"<table>" + b"<tr>" * (SMALL.max_cells + 1), TOO_BIG),
        (b"<table><tr>" + b"<td>" * SMALL.max_cells, TOO_BIG),
        (b"<a>" * (SMALL.max_tags + 1), TOO_BIG),
        (b"<a " + b"b=c " * (SMALL.max_tags + 1), TOO_BIG),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><p>&b;", [2]),
    ],
)
def test_too_much_of_something(page: bytes, expected: str | list[int]) -> None:
    assert bounded(b"<html>" + page, SMALL, memory=16 * MIB) == expected


@pytest.mark.parametrize(
    "piece",
    [
        b"<a ",
        b"<!--",
        b"</",
        b'<a b="',
        b"<a b='\"",
        b"<a = ",
        b"<script>",
        b"<textarea></textarea",
    ],
)
def test_tags_that_do_not_end_are_looked_at_once(piece: bytes) -> None:
    outcome(b"<html><p>" + piece * 120_000)


@pytest.mark.parametrize(
    "piece", [b"<p hidden>", b"<div hidden>a</div>", b"<select><option>a", b"<5"]
)
def test_many_small_things(piece: bytes) -> None:
    outcome(b"<html><p>" + piece * 100_000)


def test_spans_of_a_billion() -> None:
    line = b"<tr><td rowspan=9999999999 colspan=9999999999>a"
    assert bounded(b"<table>" + line * 2_000, SMALL, memory=16 * MIB) == [2_000]
    found = read(b"<table>" + line * 3, "a").tables[0].rows
    assert [(c.column, c.columns, c.rows) for row in found for c in row.cells] == [
        (0, 1000, 3),
        (1000, 1000, 2),
        (1000, 1000, 1),
    ]


def test_spans_that_keep_changing() -> None:
    lines = b"".join(b"<tr><td><td rowspan=%d>a" % (100 + n * 7919 % 400) for n in range(10_000))
    assert outcome(b"<table>" + lines) == [10_000]
    columns = b"<tr>" + b"<td><td rowspan=99999>a" * 64
    assert outcome(b"<table>" + columns + b"<tr><td>b<td>c" * 20_000) == [20_001]


def test_tables_in_tables_that_repeat_their_text() -> None:
    frame = b"<table><tr><td>a<td>"
    page = frame * 60 + b"<table>" + b"<tr><td>a" * 3_000
    assert bounded(page, SMALL, memory=16 * MIB) == TOO_BIG


@pytest.mark.parametrize("text", [b"," * 500_000, b'"' * 500_000 + b",", b'"a,b\n' * 50_000])
@pytest.mark.parametrize("name", ["a.csv", "a.txt"])
def test_commas_without_end(text: bytes, name: str) -> None:
    assert bounded(text, SMALL, name, 16 * MIB) == TOO_BIG


# ── damage ──


SEEDS = ["libreoffice.ods", "libreoffice-calc.html", "libreoffice-writer.html"]


@pytest.mark.parametrize("name", SEEDS)
def test_changed_bytes(name: str) -> None:
    for data in changed((FIXTURES / name).read_bytes(), 100, most=8):
        survive(data)


@pytest.mark.parametrize("name", SEEDS)
def test_cut_files(name: str) -> None:
    source = (FIXTURES / name).read_bytes()
    for end in range(0, len(source), len(source) // 60):
        survive(source[:end])


def test_changed_content_in_a_sound_archive() -> None:
    with zipfile.ZipFile(FIXTURES / "libreoffice.ods") as archive:
        source = archive.read("content.xml")
    chance = random.Random(1)
    names = [at for at in range(len(source)) if source[at : at + 6] in (b"table:", b"office")]
    for _ in range(100):
        data = bytearray(source)
        for _ in range(chance.randint(1, 4)):
            at = chance.choice(names) + chance.randrange(20)
            data[at : at + chance.randint(0, 3)] = chance.choice(
                [b"0", b'"', b"9999999999", b"<", b"", b"A", b"-1", b"x"]
            )
        survive(package(bytes(data).decode("utf-8", "replace")), "a.ods")


TAGS = st.sampled_from(
    [
        *("<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th>", "<tbody>", "</tbody>"),
        *("<td rowspan=2>", "<td colspan=3>", "<td hidden>", "<tr hidden>", "<td x:num=1>"),
        *("<caption>", "<p>", "</p>", "<br>", "<div>", "<div hidden>", "</div>", "<pre>", "</pre>"),
        *("<select>", "<option>", "</select>", "<input value=1>", "<textarea>", "</textarea>"),
        *("<xml>", "</xml>", "<!--", "-->", "<", ">", "&lt;", "甲", " 乙\n"),
    ]
)


@examples(100)
@given(st.lists(TAGS, max_size=40))
def test_any_order_of_tags(tags: list[str]) -> None:
    page = "<html>" + "".join(tags)
    (stream,) = read(page.encode(), "a").tables
    for row in stream.rows:
        ends = [0, *(cell.column + cell.columns for cell in row.cells)]
        assert all(cell.column >= end for cell, end in zip(row.cells, ends, strict=False))
        assert all(cell.text.strip() == cell.text != "" for cell in row.cells)


@examples(50)
@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    survive(b"<html>" + data)
    survive(b"<table><td " + data)
    survive(data, "a.csv")
