"""Whatever the bytes are, a document or a refusal comes out."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import pytest
from hostile import changed, cut, survive
from hypothesis import given
from hypothesis import strategies as st
from ooxml import (
    archive,
    cell,
    document,
    paragraph,
    row,
    table,
    workbook,
)

from tests.random_examples import examples

FIXTURES = Path(__file__).parent.parent / "fixtures" / "readers"


SEEDS = [
    (FIXTURES / "libreoffice.xlsx").read_bytes(),
    (FIXTURES / "libreoffice.docx").read_bytes(),
    workbook('<row r="1"><c r="A1" t="str"><f>B1</f><v>甲</v></c></row>'),
    document(paragraph("甲") + table(row(cell("乙"), cell("丙")))),
    "项目名称\t数字教育\n".encode(),
    "项目名称\t数字教育\n".encode("gb18030"),
]


@pytest.mark.parametrize("seed", range(len(SEEDS)))
def test_changed_bytes(seed: int) -> None:
    for data in changed(SEEDS[seed], 120, most=8):
        survive(data)


@pytest.mark.parametrize("seed", range(len(SEEDS)))
def test_cut_files(seed: int) -> None:
    for data in cut(SEEDS[seed], max(1, len(SEEDS[seed]) // 60)):
        survive(data)


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"])
def test_changed_parts_in_a_sound_archive(part: str) -> None:
    with zipfile.ZipFile(FIXTURES / "libreoffice.xlsx") as package:
        parts: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    chance = random.Random(part)
    source = bytes(parts[part])  # type: ignore[arg-type]
    for _ in range(150):
        data = bytearray(source)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(data))
            data[at : at + chance.randint(0, 3)] = chance.choice(
                [b"0", b'"', b"9999999999", b"<", b"", b"A", b"-1", b"x"]
            )
        survive(archive({**parts, part: bytes(data)}))


@examples(50)
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    survive(data)
    survive(b"PK\x03\x04" + data)


@examples(50)
@given(st.text(max_size=60), st.text(max_size=12), st.sampled_from(["n", "s", "str", "b", "e"]))
def test_any_value_in_any_format(value: str, code: str, kind: str) -> None:
    def quoted(text: str) -> str:
        for sign, entity in (("&", "&amp;"), ("<", "&lt;"), ('"', "&quot;")):
            text = text.replace(sign, entity)
        return text.encode("utf-8", "ignore").decode()

    styles = (
        f'<numFmts><numFmt numFmtId="200" formatCode="{quoted(code)}"/></numFmts>'
        '<cellXfs><xf numFmtId="200"/></cellXfs>'
    )
    for content in (quoted(value), "12345.678", "-0.5", "0"):
        survive(workbook(f'<row><c t="{kind}"><v>{content}</v></c></row>', styles=styles))
