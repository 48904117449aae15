"""Templates that a bureau has changed: what works, and the messages for what does not."""

from __future__ import annotations

import io

import docx
import pytest
from docx.document import Document

from sheetlint.notices import (
    BadTemplate,
    Letterhead,
    Template,
    build_notices,
    build_standard_template,
)
from tests.notices.test_notices import HEAD, text_of
from tests.report import samples

[LETTER] = build_notices((samples.BAD,), "error", "zh")


def written(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def template(*paragraphs: str | tuple[str, ...]) -> bytes:
    """A document of paragraphs; several texts are the runs of one."""
    document = docx.Document()
    for paragraph in paragraphs:
        added = document.add_paragraph()
        for run in (paragraph,) if isinstance(paragraph, str) else paragraph:
            added.add_run(run)
    return written(document)


BLOCKS = ("{{每个退回项目}}", "{{每个问题}}", "{{序号}} {{问题}}", "{{问题完}}", "{{退回项目完}}")


def made(*paragraphs: str | tuple[str, ...], head: Letterhead = HEAD) -> list[str]:
    return text_of(Template(template(*paragraphs)).fill(LETTER, head, "zh")).split("\n")


def test_a_placeholder_that_word_has_cut_into_runs() -> None:
    pieces = ("致{", "{单", "位", "}}和{{期限", "}}止")
    assert made(pieces, *BLOCKS)[0] == "致东川市教育局信息中心和2026年12月10日前止"


def test_full_width_braces_and_blanks_are_the_same() -> None:
    assert made("｛｛ 单位 ｝｝：", *BLOCKS)[0] == "东川市教育局信息中心："


def test_names_are_chinese_or_english() -> None:
    english = (
        "{{each returned}}",
        "{{each problem}}",
        "{{problem}}",
        "{{end problem}}",
        "{{end returned}}",
    )
    assert made("{{unit}}", *english)[0] == "东川市教育局信息中心"


def test_what_is_repeated_is_repeated() -> None:
    lines = made(*BLOCKS)
    assert [line.split(" ")[0] for line in lines if line] == ["1", "2"]


def test_a_paragraph_about_nothing_goes_away() -> None:
    nobody = HEAD._replace(contact="", deadline=None)
    lines = made("电话：{{联系方式}}", "请于{{期限}}报送", *BLOCKS, head=nobody)
    assert lines[0] == "请于规定时间内报送"


def test_a_row_of_a_table_is_repeated_and_its_header_filled_too() -> None:
    document = docx.Document(io.BytesIO(template(*BLOCKS)))
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "{{每个项目}}", "{{项目}}"
    document.sections[0].header.paragraphs[0].text = "{{文号}}"
    filled = Template(written(document)).fill(LETTER, HEAD, "zh")
    read = docx.Document(io.BytesIO(filled))
    cells = [[cell.text for cell in row.cells] for row in read.tables[0].rows]
    assert cells == [["", "教育信息化试点经费"], ["", "内涵建设经费"]]
    assert read.sections[0].header.paragraphs[0].text == "云财绩〔2026〕12号"


@pytest.mark.parametrize(
    ("paragraphs", "message"),
    [
        (("{{单位名}}", *BLOCKS), "不认识占位符 {{单位名}}，是不是 {{单位}}？"),
        (("{{6*7}}", *BLOCKS), "不认识占位符 {{6*7}}，这里可以用的有 单位、发文单位、"),
        (("{{问题}}", *BLOCKS), "{{问题}} 只能放在 {{每个问题}} 的重复部分里"),
        (("{{每个问题}}", "{{问题完}}"), "{{每个问题}} 只能放在 {{每个退回项目}} 的重复部分里"),
        (("{{单位}}",), "缺少 {{每个退回项目}} 的重复部分，问题无处可写"),
        (("{{每个退回项目}}", "{{退回项目完}}"), "缺少 {{每个问题}} 的重复部分，问题无处可写"),
        ((*BLOCKS[:2], *BLOCKS[3:]), "{{每个问题}} 的重复部分里没有 {{问题}}"),
        (BLOCKS[:-1], "{{每个退回项目}} 没有对应的 {{退回项目完}}（要各自单独成段，上下在同一层）"),
        (("{{问题完}}", *BLOCKS), "{{问题完}} 前面没有对应的 {{每个问题}}"),
        (("甲{{每个项目}}", *BLOCKS), "{{每个项目}} 要单独成段，或放在表格的一行里"),
    ],
)
def test_a_slip_is_one_sentence(paragraphs: tuple[str, ...], message: str) -> None:
    with pytest.raises(BadTemplate) as caught:
        Template(template(*paragraphs))
    assert caught.value.text.zh.startswith(message)


def test_a_file_of_another_kind_is_refused() -> None:
    for data in (b"", b"{{", build_standard_template("zh")[:200]):
        with pytest.raises(BadTemplate):
            Template(data)


def test_a_template_without_a_place_for_unreadable_files_has_them_among_the_returned() -> None:
    broken = samples.BAD._replace(path="a/b/坏.xlsx", sheets=(), findings=(samples.UNREADABLE,))
    [letter] = build_notices((broken,), "error", "zh")
    assert letter.unit == "b"
    paragraphs = ("退回{{退回数}}", "{{每个退回项目}}", "{{文件}}", *BLOCKS[1:])
    said = text_of(Template(template(*paragraphs)).fill(letter, HEAD, "zh"))
    assert said.startswith("退回1\n坏.xlsx\n1 ")
