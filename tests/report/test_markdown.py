"""The comment for a merge request, read back with a parser of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from sheetlint.messages.text import Text
from sheetlint.messages.visible import visible
from sheetlint.report import markdown
from sheetlint.report.markup import escape_html
from sheetlint.report.markup import escape_markdown as plain
from sheetlint.rules.check import ERROR
from sheetlint.rules.waivers import AppliedWaiver
from sheetlint.run.results import Report
from tests.random_examples import examples
from tests.report.samples import BAD, BATCH, CLEAN, GOOD, ONE, RATE_FOUND, SEVERAL, report, saying
from tests.report.snapshot import same

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OWN = re.compile(r"<!-- -->|<br>|</?details>|<summary>[^<>]*(<!-- -->[^<>]*)*</summary>")
EXPECTED = {
    "heading_open", "heading_close", "inline", "table_open", "table_close", "thead_open",
    "thead_close", "tbody_open", "tbody_close", "tr_open", "tr_close", "th_open", "th_close",
    "td_open", "td_close", "html_block", "paragraph_open", "paragraph_close",
    "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close",
}  # fmt: skip
"""Nothing that a sheet could have made: no code block, no quote, no second heading."""


def tokens(what: Report, lang: str = "zh") -> list[Token]:
    found = PARSER.parse(markdown.render(what, lang))
    assert {token.type for token in found} <= EXPECTED
    for token in found:
        if token.type == "html_block":
            assert OWN.sub("", token.content).strip() == ""
        for child in token.children or ():
            assert child.type in {
                "text", "code_inline", "html_inline", "strong_open", "strong_close", "softbreak",
            }  # fmt: skip
            if child.type == "html_inline":
                assert OWN.fullmatch(child.content)
    return found


def texts(found: list[Token]) -> Iterator[str]:
    """What a reader sees of each piece."""
    for token in found:
        if token.type == "inline":
            yield "".join(
                "\n" if child.content == "<br>" else child.content
                for child in token.children or ()
                if child.content != "<!-- -->"
            )


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_page(lang: str) -> None:
    same(f"several-{lang}.md", markdown.render(SEVERAL, lang))
    tokens(SEVERAL, lang)


def test_clean() -> None:
    assert markdown.render(CLEAN, "zh").startswith(
        "### ✓ 通过：1 个文件、1 张自评表、没有发现问题\n"
    )
    assert "<details>" not in markdown.render(CLEAN, "zh")


def test_where_nothing_was_checked_there_is_no_verdict() -> None:
    assert markdown.render(report(), "zh") == "### 什么也没有检查：没有找到自评表\n"
    assert markdown.render(report(SEVERAL.files[3]), "en") == (
        "### nothing was checked: none of 1 files looks like a sheet\n"
    )


def test_hidden_and_waived_ones_are_not_listed() -> None:
    assert "NT003" not in markdown.render(report(BAD, shown=ERROR), "zh")
    waived = RATE_FOUND._replace(waived=AppliedWaiver(Text("已核实", "verified")))
    text = markdown.render(report(BAD._replace(findings=(waived,))), "zh")
    assert "FD002" not in text
    assert "1 个问题已登记豁免或在基线中，不计入结论" in text


@examples(30)
@given(st.text(min_size=1))
def test_every_text_comes_back(text: str) -> None:
    found = list(texts(tokens(saying(text))))
    # A page shows any number of blanks as one.
    shown = " ".join(f"执行率 {visible(text)} 有误".split())
    assert any(shown in " ".join(piece.split()) for piece in found)
    rows = [token for token in tokens(saying(text)) if token.type in ("td_open", "tr_open")]
    assert [token.type for token in rows] == ["tr_open", "tr_open", *["td_open"] * 4]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<!-- -->",
        "</details>",
        "**粗** _斜_ ~~删~~ `码` ``",
        "[链接](http://x.example) ![图](x.png) <http://x.example>",
        "| 一格 | 又一格 |",
        "&lt; &#60; &copy;",
        "\\*",
        "# 标题",
        "$x$ $$y$$",
        "\n\n# 标题\n```\n",
    ],
)
def test_markup_is_text(text: str) -> None:
    (piece,) = texts(PARSER.parse(f"甲{plain(text)}乙"))
    assert piece == f"甲{visible(text)}乙"
    assert visible(text) in list(texts(tokens(saying(text))))[-2] + visible(text)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("@everyone", "\\@<!-- -->everyone"),
        ("#12", "\\#<!-- -->12"),
        ("!12", "\\!<!-- -->12"),
        ("http://x.example", "http\\:<!-- -->//x.example"),
        ("www.x.example", "www\\.x.example"),
        ("自评表1!G8", "自评表1!G8"),
        ("97.88% > 1: 甲", "97.88% &gt; 1: 甲"),
    ],
)
def test_nobody_is_called_and_nothing_is_linked(text: str, escaped: str) -> None:
    assert plain(text) == escaped


def test_html() -> None:
    assert escape_html("<b>&'@all\x1b") == "&lt;b&gt;&amp;&#x27;@<!-- -->all\\x1b"


def big(files: int, findings: int, length: int) -> Report:
    found = RATE_FOUND._replace(message=Text("<" * length, "<" * length))
    file = BAD._replace(findings=(found,) * findings)
    return report(*[file._replace(path=f"{n}.xlsx") for n in range(files)])


@pytest.mark.parametrize(
    "what", [big(1, 2000, 10), big(2000, 1, 10), big(3, 3, 100_000), big(200, 30, 300)]
)
def test_a_comment_is_never_too_long(what: Report) -> None:
    text = markdown.render(what, "zh")
    assert len(text) <= markdown.LIMIT
    assert text.count("<details>") == text.count("</details>")
    listed = text.count("`FD002`")
    total = sum(len(file.findings) for file in what.files)
    if listed < total:
        assert f"另有 {total - listed} 个问题放不下，没有列在这里，见完整报告。" in text
    else:
        assert "放不下" not in text


def test_rows_left_out_are_counted() -> None:
    text = markdown.render(report(*[GOOD] * 2000), "zh")
    rows = text.count("没有问题.docx")
    assert rows < 2000
    assert f"另有 {2000 - rows} 行没有列在这里。" in text


def test_a_report_that_fits_is_whole() -> None:
    assert "没有列在这里" not in markdown.render(ONE, "zh")


def test_what_was_found_across_sheets_has_a_part_of_its_own() -> None:
    text = markdown.render(BATCH, "zh")
    assert "### ✗ 不通过：3 个文件、3 张自评表、3 个错误" in text
    assert "<summary>跨表检查：1 个错误</summary>" in text
    assert any("10 张自评表\n材料/自评表.xlsx #2 › 基本" in piece for piece in texts(tokens(BATCH)))
