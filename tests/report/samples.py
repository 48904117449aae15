"""Reports made by hand, so that what renderers print does not depend on any rule's wording."""

from __future__ import annotations

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.rules.check import ERROR, INFO, WARNING, Check, Finding
from sheetlint.run.results import (
    FAIL,
    PASS,
    Consequence,
    Excerpt,
    ExcerptRow,
    FileReport,
    Report,
    ReportedFinding,
    SheetReport,
    Skipped,
)
from sheetlint.sheet.place import Place
from sheetlint.sheet.where import Where

BASIS = Text("财预〔2020〕10号 附1 表样", "MOF Caiyu [2020] No. 10, form 1")


def _nothing(*_: object) -> Iterator[Finding]:
    return iter(())


def check(code: str, name: str, zh: str, en: str, severity: str = ERROR) -> Check:
    return Check(
        code, name, Text(zh, en), severity, "sheet", (), BASIS, "0.1", (), __name__, _nothing
    )


RATE = check("FD002", "rate-mismatch", "执行率计算错误", "Execution rate is miscalculated")
TOTAL = check("AR020", "total-mismatch", "总分≠各项得分之和", "Total is not the sum of the scores")
CAUSE = check("NT003", "note-no-cause", "未分析原因", "Note gives no cause", WARNING)
REPAIR = check("RD005", "layout-repaired", "版式已修复", "Layout was repaired", INFO)
FILE = check("RD001", "unreadable-file", "文件无法读取", "File cannot be read")

RATE_FOUND = ReportedFinding(
    RATE,
    ERROR,
    0,
    Text("执行率 97.88% 计算有误，应为 98.88%", "rate 97.88% is wrong: 98.88%"),
    Where(("项目资金", "年度资金总额", "执行率"), "自评表1", 8, 7),
    "97.88%",
    ("98.88%",),
    "56,961,217 ÷ 57,607,470.00 = 98.878%",
    BASIS,
    Text(
        "把执行率改为 98.88%；如果执行率没有错，核对全年预算数和全年执行数",
        "set the rate to 98.88%; if it is right, look at the two amounts",
    ),
    "0123456789abcdef",
    Excerpt(
        ("", "D", "E", "F", "G", "H"),
        ("", "全年预算数", "全年执行数", "分值", "执行率", "得分"),
        (ExcerptRow(8, ("年度资金总额", "57607470.00", "56,961,217", "10", "97.88%", "9.89")),),
        (0, 4),
    ),
    (
        Consequence(
            "AR020", "total-mismatch", TOTAL.title, Where(("总分", "得分"), "自评表1", 20, 8)
        ),
    ),
)
CAUSE_FOUND = ReportedFinding(
    CAUSE,
    WARNING,
    0,
    Text("“可进一步提升服务质量”没有写扣分的原因", "the note gives no cause for the lost points"),
    Where(
        (
            "绩效指标",
            "满意度指标",
            "服务对象满意度指标",
            "被服务单位满意度",
            "偏差原因分析及改进措施",
        ),
        "自评表1",
        19,
        9,
    ),
    "可进一步提升服务质量",
    (),
    "",
    BASIS,
    Text("补上没有得满分的原因", "add why full points were not reached"),
    "1123456789abcdef",
    Excerpt(
        ("C", "D", "E", "F", "G", "I"),
        ("三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"),
        (
            ExcerptRow(
                19,
                ("被服务单位满意度", ">=100%", ">=99%", "10", "9", "可进一步提升服务质量"),
            ),
        ),
        (0, 5),
    ),
)
REPAIR_FOUND = ReportedFinding(
    REPAIR,
    INFO,
    0,
    Text(
        "版式已修复：第 17、19 行文字左移了 1 列，已按表头对齐",
        "layout repaired: rows 17, 19 moved right by 1",
    ),
    Where(("绩效指标",), "自评表1", 17, 1),
    "时效指标",
    (),
    "",
    BASIS,
    None,
    "2123456789abcdef",
)
UNREADABLE = ReportedFinding(
    FILE,
    ERROR,
    None,
    Text("文件无法读取：文件不存在", "the file cannot be read: there is no such file"),
    Where(("文件",)),
    None,
    (),
    "",
    BASIS,
    Text("核对文件名和所在文件夹", "look at the name and the folder"),
    "3123456789abcdef",
)
REASON = Text("没有地方特征，用全国通用口径", "no signs of a place: the national rules")
BAD = FileReport(
    "材料/自评表.xlsx",
    "a" * 64,
    "xlsx",
    (
        SheetReport(
            0, "项目支出绩效自评表", 2021, "教育信息化试点经费", "东川市教育局信息中心", "98.89",
            "national-2020", REASON, FAIL,
        ),
        SheetReport(
            1, "项目支出绩效自评表", 2021, "内涵建设经费", "东川市教育局信息中心", "98.96",
            "national-2020", REASON, PASS,
        ),
    ),
    (RATE_FOUND, REPAIR_FOUND, CAUSE_FOUND),
    (
        Skipped("NT003", 0, Text("绩效指标 › 甲 › 说明 为空", "绩效指标 › 甲 › 说明 is empty")),
        Skipped("NT003", 0, Text("绩效指标 › 乙 › 说明 为空", "绩效指标 › 乙 › 说明 is empty")),
        Skipped("FD001", 1, Text("项目资金 › 总额 不适用", "项目资金 › 总额 is not applicable")),
    ),
    61,
    FAIL,
)  # fmt: skip
GOOD = FileReport(
    "材料/没有问题.docx",
    "b" * 64,
    "docx",
    (BAD.sheets[1]._replace(position=0),),
    (),
    (),
    32,
    PASS,
)
GONE = FileReport("没有这个文件.txt", "", "", (), (UNREADABLE,), (), 0, FAIL)
OTHER = FileReport("材料/说明.txt", "c" * 64, "text", (), (), (), 0, PASS, passed_over=True)


def report(*files: FileReport, shown: str = INFO, fail_on: str = ERROR) -> Report:
    failed = any(file.verdict == FAIL for file in files)
    return Report("0.1.0", "d" * 64, files, FAIL if failed else PASS, shown, fail_on)


_SAME = check("BT001", "duplicate-project", "项目重复", "Two sheets of one project")
ACROSS_FOUND = ReportedFinding(
    _SAME,
    ERROR,
    None,
    Text("“内涵建设经费”2021 年度有 10 张自评表", "there are 10 sheets of “内涵建设经费” for 2021"),
    Where(("材料/自评表.xlsx #2 › 基本信息 › 项目名称；材料/没有问题.docx › 基本信息 › 项目名称",)),
    None,
    (),
    "",
    BASIS,
    Text("核对后只留一张", "keep one of them"),
    "4123456789abcdef",
    places=(
        Place("材料/自评表.xlsx", 1, Where(("基本信息", "项目名称"), "自评表2", 3, 2)),
        *(
            Place(f"材料/{n}.docx", 0, Where(("基本信息", "项目名称"), "表1", 3, 2))
            for n in range(9)
        ),
    ),
)
ONE = report(BAD)
SEVERAL = report(BAD, GOOD, GONE, OTHER)
CLEAN = report(GOOD)
BATCH = SEVERAL._replace(
    batch=(ACROSS_FOUND,),
    batch_skipped=(
        Skipped("BT007", None, Text("没有给项目清单", "no list of projects was given")),
    ),
)


def hostile() -> Report:
    """A sheet whose texts try to speak to the terminal and to rich."""
    return saying("\x1b[31m[red]红[/red]\u202e倒\u200b着\x9b2J")


def saying(evil: str) -> Report:
    """A sheet that has the text wherever a sheet can have one."""
    found = RATE_FOUND._replace(
        message=Text(f"执行率 {evil} 有误", f"rate {evil} is wrong"),
        printed=evil,
        excerpt=RATE_FOUND.excerpt._replace(
            rows=(ExcerptRow(8, ("总额", "1", "1", "10", evil, "9")),)
        )
        if RATE_FOUND.excerpt
        else None,
    )
    sheet = BAD.sheets[0]._replace(project=evil)
    return report(BAD._replace(path=f"{evil}.xlsx", sheets=(sheet,), findings=(found,), skipped=()))
