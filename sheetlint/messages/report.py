"""Texts of the reports."""

from __future__ import annotations

from sheetlint.messages.text import Text

CONSEQUENCE_CODES = Text("改正后 {codes} 随之消失", "{codes} will go away with it")
BOTH = Text("{first}；{second}", "{first}; {second}")

SEVERITY = {
    "error": Text("错误", "error"),
    "warning": Text("警告", "warning"),
    "info": Text("提示", "info"),
}
CONFIDENCE = {
    "high": Text("有把握", "high"),
    "medium": Text("把握中等，请人工核对", "medium: a person should look"),
    "low": Text("把握较低，仅供参考", "low: for information"),
}
COUNTED = {
    "error": Text("{count} 个错误", "{count} errors"),
    "warning": Text("{count} 个警告", "{count} warnings"),
    "info": Text("{count} 个提示", "{count} infos"),
}
COUNTED_ONE = {
    "error": Text("1 个错误", "1 error"),
    "warning": Text("1 个警告", "1 warning"),
    "info": Text("1 个提示", "1 info"),
}
NO_FINDINGS = Text("没有发现问题", "nothing found")
PASS = Text("通过", "pass")
FAIL = Text("不通过", "fail")
AND = Text("、", ", ")
COLON = Text("：", ": ")
FILES = Text("{count} 个文件", "{count} files")
FILES_ONE = Text("1 个文件", "1 file")
SHEETS = Text("{count} 张自评表", "{count} sheets")
SHEETS_ONE = Text("1 张自评表", "1 sheet")
STDIN = Text("标准输入", "standard input")
FAILS_ON = Text("达到“{severity}”即不通过", "fails on {severity}")

YEAR = Text("{year} 年度", "{year}")
TOTAL = Text("总分 {total}", "total {total}")
PROFILE = Text("口径 {profile}（{reason}）", "profile {profile} ({reason})")
UNNAMED = Text("（未写项目名称）", "(no project name)")

AT = Text("位置", "Where")
PRINTED = Text("表上", "Printed")
EXPECTED = Text("应为", "Right")
FORMULA = Text("算式", "Formula")
HINT = Text("怎么改", "To do")
BASIS = Text("依据", "Basis")
CONSEQUENCES = Text("连带", "Along")
OR = Text(" 或 ", " or ")
EMPTY = Text("（空）", "(empty)")
CONSEQUENCE = Text(
    "改正后随之消失：{code} {title}（{place}）", "goes away with it: {code} {title} ({place})"
)
LINE = Text("第 {line} 行", "line {line}")
ROW = Text("{table} 第 {row} 行", "{table}, row {row}")
ROW_AND_COLUMN = Text("{table} 第 {row} 行第 {column} 列", "{table}, row {row}, column {column}")
PAGE = Text("第 {page} 页", "page {page}")

ACROSS = Text("跨表检查", "Across sheets")
SHEET_NUMBER = Text("第 {number} 张", "sheet {number}")
NOT_RUN = Text("{code} 没有运行：{reason}", "{code} did not run: {reason}")
MORE_PLACES = Text("另有 {count} 处", "{count} more places")
SUMMARY = Text("小结", "Summary")
TIMES = Text("{count} 处", "{count}×")
WAIVED = Text(
    "{count} 个问题已登记豁免或在基线中，不计入结论", "{count} findings are waived and do not count"
)
CHECKED = Text("检查 {run} 项次，跳过 {skipped} 项次", "{run} checks run, {skipped} skipped")
SKIPPED_BECAUSE = Text("{reason} {count} 项次", "{reason}: {count}")
AND_OTHERS = Text("等", " and others")
SKIP_HEAD = Text("跳过的检查（SY002）", "Skipped checks (SY002)")
MORE_WITH_V = Text("（-v 逐项列出）", " (-v lists them)")
HIDDEN = Text(
    "另有 {counts}没有显示（--show info 全部显示）",
    "not shown: {counts} (--show info shows all)",
)
ALSO_PASSED = Text(
    "另有 {count} 个文件通过，没有发现问题（-v 列出）",
    "{count} more files pass, nothing found (-v lists them)",
)
PASSED_OVER = Text(
    "另有 {count} 个文件看不出是自评表，没有检查",
    "{count} more files do not look like sheets and were not checked",
)
NOTHING = Text("什么也没有检查：没有找到自评表", "nothing was checked: no sheets were found")
NOTHING_BUT = Text(
    "什么也没有检查：{count} 个文件都看不出是自评表",
    "nothing was checked: none of {count} files looks like a sheet",
)
NEXT_FAIL = Text(
    "改好后再检查一次；某项检查的说明：sheetlint explain {code}",
    "correct and check again; the manual of a check: sheetlint explain {code}",
)
NEXT_PASS = Text("没有错误；请核对上面的 {counts}", "no errors; have a look at the {counts} above")
CRASHED = Text(
    "工具自身在这次检查中出了错（SY001），结果不完整",
    "the tool itself failed in this run (SY001): the result is not complete",
)
VERDICT = Text("{verdict}　{counts}", "{verdict} · {counts}")
