"""What a notice says, to whom, and what its file is called."""

from __future__ import annotations

import datetime
import io
import unicodedata

import docx
from hypothesis import given
from hypothesis import strategies as st

from sheetlint.notices import (
    Letterhead,
    NoticeFileNames,
    Template,
    build_notices,
    build_standard_template,
)
from sheetlint.notices.fields import chinese_numeral
from sheetlint.notices.sentences import clean_line, format_sentence
from sheetlint.rules.waivers import AppliedWaiver
from sheetlint.run.results import FAIL, PASS, FileReport, SheetReport
from sheetlint.sheet.where import Where
from tests.random_examples import examples
from tests.report import samples
from tests.report.snapshot import same

HEAD = Letterhead(
    datetime.date(2026, 11, 24),
    "云溪县财政局",
    "云财绩〔2026〕12号",
    datetime.date(2026, 12, 10),
    "张工 0123",
)
TEMPLATE = Template(build_standard_template("zh"))


def sheet(position: int = 0, verdict: str = FAIL, **fields: str) -> SheetReport:
    return samples.BAD.sheets[0]._replace(position=position, verdict=verdict, **fields)


def file(*sheets: SheetReport, path: str = "材料/表.xlsx") -> FileReport:
    return samples.BAD._replace(path=path, sheets=sheets)


def text_of(data: bytes) -> str:
    """Paragraphs and tables in their order, as python-docx reads them."""
    lines: list[str] = []
    for block in docx.Document(io.BytesIO(data)).iter_inner_content():
        if hasattr(block, "rows"):
            lines += [" | ".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            lines.append(block.text)
    return "\n".join(lines) + "\n"


def test_a_whole_notice() -> None:
    found = build_notices((samples.BAD,), "error", "zh", show="info")
    assert [letter.unit for letter in found] == ["东川市教育局信息中心"]
    same("notice.txt", text_of(Template(build_standard_template("zh")).fill(found[0], HEAD, "zh")))


def test_a_whole_notice_in_english() -> None:
    found = build_notices((samples.BAD,), "error", "en")
    same(
        "notice-en.txt", text_of(Template(build_standard_template("en")).fill(found[0], HEAD, "en"))
    )


def test_the_same_unit_in_other_writing_is_one() -> None:
    names = ("信息中心（A）", "信息 中心(Ａ)", "信息\u3000中心（a）")
    files = [file(sheet(unit=name), path=f"{n}.xlsx") for n, name in enumerate(names)]
    [letter] = build_notices(files, "error", "zh")
    assert letter.unit == "信息中心（A）"
    assert [project.file for project in letter.projects] == ["0.xlsx", "1.xlsx", "2.xlsx"]


def unreadable(path: str) -> FileReport:
    return samples.BAD._replace(path=path, sheets=(), findings=(samples.UNREADABLE,))


def test_a_sheet_without_unit_goes_to_its_department_else_to_its_folder_never_to_a_file() -> None:
    files = [
        file(sheet(unit="", department="县教育局"), path="报送/甲/表.xlsx"),
        file(sheet(unit=" ", department=""), path="报送/绿化所/表.xlsx"),
        unreadable("报送/县水利局.zip/坏.xlsx"),
        unreadable("报送/坏.xlsx"),
    ]
    assert [letter.unit for letter in build_notices(files, "error", "zh", tops=("报送",))] == [
        "县教育局",
        "绿化所",
        "县水利局",
        "（未写单位）",
    ]


def test_a_file_that_could_not_be_read_is_to_be_sent_again_and_was_not_reviewed() -> None:
    [letter] = build_notices([unreadable("报送/县水利局/坏.xlsx")], "error", "zh", tops=("报送",))
    assert (letter.projects, [one.file for one in letter.unreadable]) == ((), ["坏.xlsx"])
    said = text_of(TEMPLATE.fill(letter, HEAD, "zh"))
    assert "已经审核" not in said
    assert "修改意见如下" not in said
    assert "你单位报送的1个文件无法读取，没有审核，需要重新报送。" in said
    assert "一、无法读取的文件" in said
    assert "1. 坏.xlsx：" in said
    assert "二、重新报送" in said
    assert "请于2026年12月10日前报送可编辑的电子版" in said
    assert "审核情况" not in said


def test_sheets_and_files_that_could_not_be_read_stand_apart() -> None:
    files = [
        file(sheet(0, FAIL, unit="甲"), path="报送/甲/表.xlsx"),
        file(sheet(0, PASS, unit="甲"), path="报送/甲/好.xlsx"),
        unreadable("报送/甲/坏.xlsx"),
    ]
    [letter] = build_notices(files, "error", "zh", tops=("报送",))
    said = text_of(TEMPLATE.fill(letter, HEAD, "zh"))
    assert "2张项目支出绩效自评表已经审核，其中1张需要修改，现予退回；1张通过。另有1个文件" in said
    heads = [line for line in said.splitlines() if line[1:2] == "、"]
    assert heads == ["一、审核情况", "二、修改意见", "三、无法读取的文件", "四、重新报送"]


def test_a_file_that_names_no_unit_is_that_of_the_sheets_beside_it() -> None:
    broken = samples.BAD._replace(sheets=(), findings=(samples.UNREADABLE,))
    files = [
        broken._replace(path="甲/坏.xlsx"),
        file(sheet(0, PASS, unit="甲县 教育局"), path="甲/好.xlsx"),
        file(sheet(0, PASS, unit="甲县教育局"), path="甲/也好.xlsx"),
        broken._replace(path="乙/坏.xlsx"),
        file(sheet(0, PASS, unit="乙县教育局"), path="乙/一.xlsx"),
        file(sheet(0, PASS, unit="丙县教育局"), path="乙/二.xlsx"),
    ]
    letters = build_notices(files, "error", "zh")
    assert [(letter.unit, [p.file for p in letter.unreadable]) for letter in letters] == [
        ("甲县 教育局", ["坏.xlsx"]),
        ("乙", ["坏.xlsx"]),
    ]


def test_only_units_with_something_returned_get_a_notice() -> None:
    one, other = sheet(0, FAIL, unit="甲"), sheet(1, PASS, unit="乙")
    [letter] = build_notices([file(one, other), file(sheet(0, PASS, unit="甲"))], "error", "zh")
    assert (letter.unit, [p.returned for p in letter.projects]) == ("甲", [True, False])
    assert letter.projects[1].problems == ()


def test_infos_are_asked_for_and_waived_findings_never_told() -> None:
    waived = samples.RATE_FOUND._replace(waived=AppliedWaiver(samples.REASON))
    whole = samples.BAD._replace(findings=(waived, samples.REPAIR_FOUND, samples.CAUSE_FOUND))
    for show, codes in (("warning", ["NT003"]), ("info", ["NT003", "RD005"])):
        [letter] = build_notices([whole], "error", "zh", show=show)
        assert [problem.check for problem in letter.projects[0].problems] == codes
        assert letter.projects[0].errors == 0


def test_errors_come_before_warnings() -> None:
    whole = samples.BAD._replace(findings=(samples.CAUSE_FOUND, samples.RATE_FOUND))
    [letter] = build_notices([whole], "error", "zh")
    assert [(p.number, p.check) for p in letter.projects[0].problems] == [
        (1, "FD002"),
        (2, "NT003"),
    ]


def test_a_formula_that_leads_to_what_is_right_is_the_sentence() -> None:
    sentence = format_sentence(samples.RATE_FOUND, True, "zh")
    assert sentence.startswith(
        "「项目资金」中“年度资金总额”的执行率（自评表1!G8）填写为 97.88%，"
        "按 56,961,217 ÷ 57,607,470.00 应为 98.88%，请改正："
    )
    assert sentence.endswith(
        "改正后，“总分”的得分的问题随之消除。（依据：财预〔2020〕10号 附1 表样）"
    )


def test_a_formula_that_leads_to_what_is_printed_is_not() -> None:
    found = samples.RATE_FOUND._replace(
        printed="110", expected=("100",), formula="10 + 100 = 110", consequences=()
    )
    assert "执行率 97.88% 计算有误，应为 98.88%，请改正" in format_sentence(found, True, "zh")
    assert "按 10" not in format_sentence(found, True, "zh")


def test_a_place_in_a_text_is_its_line() -> None:
    found = samples.RATE_FOUND._replace(where=Where(("总分", "得分"), line=12))
    assert format_sentence(found, False, "zh").startswith("“总分”的得分（第 12 行）填写为")


def test_what_a_sheet_says_is_one_line_and_has_an_end() -> None:
    assert clean_line(" 甲\n乙\x1b[31m\x00 ") == r"甲 乙\x1b[31m\x00"
    assert clean_line("长" * 1000 + "没有写原因") == "长" * 199 + "…" + "长" * 95 + "没有写原因"


def test_numerals() -> None:
    assert [chinese_numeral(n) for n in (1, 10, 12, 20, 99, 100)] == [
        "一",
        "十",
        "十二",
        "二十",
        "九十九",
        "100",
    ]


def test_the_same_values_give_the_same_bytes() -> None:
    [letter] = build_notices((samples.BAD,), "error", "zh")
    assert build_standard_template("zh") == build_standard_template("zh")
    made = [Template(build_standard_template("zh")).fill(letter, HEAD, "zh") for _ in range(2)]
    assert made[0] == made[1]


@examples(50)
@given(st.lists(st.text(st.characters(), max_size=120), max_size=6))
def test_any_unit_has_a_file_name_of_its_own(units: list[str]) -> None:
    names = NoticeFileNames("zh")
    given_names = [names.name_for(unit) for unit in units]
    same_to_windows = {unicodedata.normalize("NFC", name).casefold() for name in given_names}
    assert len(same_to_windows) == len(units)
    for name in given_names:
        assert len(name.encode()) <= 255
        assert name.endswith(".docx")
        assert not set(name) & set('<>:"/\\|?*\0')
        assert name.isprintable()
        assert not name.startswith(("~", "-", ".", " "))


def test_names_of_devices_and_of_folders_above() -> None:
    names = NoticeFileNames("zh")
    units = ("CON", "con.x", "LPT¹. y", "../../etc", "..", "", "甲", "甲", "a/b", "a:b")
    assert [names.name_for(unit).removesuffix("-退回修改意见.docx") for unit in units] == [
        "_CON", "_con.x", "_LPT¹. y", "_.._etc", "_", "_-退回修改意见 (2).docx",
        "甲", "甲-退回修改意见 (2).docx", "a_b", "a_b-退回修改意见 (2).docx",
    ]  # fmt: skip


@examples(10)
@given(st.text(st.characters(), min_size=1, max_size=40))
def test_nothing_in_a_sheet_is_a_placeholder_or_breaks_the_document(text: str) -> None:
    hostile = "{{期限}}</w:t>" + text
    found = samples.RATE_FOUND._replace(printed=hostile, formula="")
    whole = file(sheet(unit=hostile, project=hostile))._replace(findings=(found,))
    [letter] = build_notices([whole], "error", "zh")
    read = text_of(TEMPLATE.fill(letter, HEAD, "zh"))
    assert read.count("{{期限}}</w:t>") >= 3
    assert clean_line(hostile) in read
