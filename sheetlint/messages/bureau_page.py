"""Texts of the bureau's page."""

from __future__ import annotations

from sheetlint.messages.text import Text

TITLE = Text("绩效自评表报送检查", "Submissions of self-evaluation sheets")
OVERVIEW = Text("总览", "Overview")
FOUND = Text("收到文件", "files received")
CHECKED = Text("已检查", "checked")
UNREADABLE = Text("无法读取", "not readable")
OVER = Text("未识别为自评表", "not recognised as sheets")
SHEETS = Text("自评表", "sheets")
PASSED = Text("通过", "passed")
FAILED = Text("不通过", "failed")
ERRORS = Text("错误", "errors")
WARNINGS = Text("警告", "warnings")
DEPARTMENTS = Text("按主管部门", "By department")
DEPARTMENTS_CAPTION = Text("按不通过的张数排列", "Most failed sheets first")
DEPARTMENT = Text("主管部门", "Department")
NO_DEPARTMENT = Text("（没有填写）", "(not filled in)")
MEAN = Text("平均总分", "Mean total")
ACROSS = Text("各表之间的问题", "Across sheets")
CHECK = Text("检查项", "Check")
MESSAGE = Text("说明", "Message")
SEVERITY = Text("级别", "Severity")
FILES = Text("报送的文件", "Files")
FILES_CAPTION = Text(
    "无法读取的在最前，然后是不通过、有警告、通过；问题多的在前",
    "Not readable first, then failed, with warnings, passed; those with most findings first",
)
NO_FILES = Text("没有检查到自评表。", "There are none.")
MORE = Text(
    "另有 {count} 个不太紧急的文件没有列在这里，见问题清单和 verdicts.jsonl。",
    "Less urgent files that are not listed here: {count}; see the list of problems and verdicts.jsonl.",
)
STATES = {
    "unreadable": Text("无法读取", "not readable"),
    "failed": Text("不通过", "fail"),
    "warned": Text("有警告", "warnings"),
    "passed": Text("通过", "pass"),
}
ALL_STATES = Text("全部结论", "all verdicts")
ALL_DEPARTMENTS = Text("全部部门", "all departments")
ALL_FOLDERS = Text("全部文件夹", "all folders")
ALL_SEVERITIES = Text("全部级别", "all severities")
SEARCH = Text("搜索", "Search")
SHOWING = Text("显示 {shown} / {all} 个", "{shown} of {all} shown")
FOLDERS = Text("各报送文件夹", "Folders of submissions")
FOLDERS_CAPTION = Text(
    "没有交表的在最前；后四列为文件数",
    "Those without a sheet first; the last four columns count files",
)
FOLDER = Text("报送文件夹", "Folder")
NO_FOLDER = Text("（没有放在文件夹里）", "(in no folder)")
OWED = Text("清单上没有交表的项目", "Projects of the list without a sheet")
OWED_CAPTION = Text("按项目清单核对", "Compared with the list of projects")
OWED_COUNT = Text("欠交", "Owed")
NO_UNIT = Text("（清单上没有写单位）", "(the list names no unit)")
NO_SHEETS = Text("没有交表", "no sheet")
VERSIONS = Text("同一项目报了多份", "Projects submitted several times")
VERSIONS_CAPTION = Text(
    "供参考，不影响结论：每份都照常检查",
    "For information, with no effect on the verdict: each file is checked",
)
NEWEST = Text("最新一份", "Newest")
OTHER_VERSIONS = Text("其他各份", "The others")
HOW_PICKED = Text("依据", "Recognised by")
BY_NAME = Text("文件名中的“{mark}”", "“{mark}” in the name of the file")
OTHERS_OLDER = Text(
    "其他各份的文件名标明是旧稿", "the names of the others say that they are drafts"
)
BY_DATE = Text("文件修改时间 {date}", "changed last, {date}")
SAME_CONTENT = Text("内容完全相同", "the files are identical")
UNDECIDED = Text(
    "文件名和修改时间看不出先后，请向报送单位核实",
    "neither names nor dates tell: ask the unit",
)
NEWER_IS = Text("有更新的一份：{path}", "there is a newer one: {path}")
FILE = Text("文件", "File")
VERDICT = Text("结论", "Verdict")
UNIT = Text("实施单位", "Unit")
PROJECT = Text("项目", "Project")
TOTAL = Text("总分", "Total")
PROJECT_AND_FILE = Text("项目和文件", "Project and file")
COPY = Text("标注副本", "Annotated copy")
NOT_WRITTEN = Text("网页或副本没有写成", "page or copy could not be written")
NOTICES = Text("退回修改意见", "Notices")
LEFT = Text("其他结果", "Other results")
REST = Text("未识别为自评表的文件", "Files not recognised as sheets")
OVER_LIST = Text("{count} 个文件，没有检查", "Not checked: {count}")
CONDITIONS = Text("依据和条件", "Conditions")
CONDITIONS_CAPTION = Text(
    "同样的文件和条件得到同样的结论；复核：sheetlint verify 结果文件夹 报送文件夹",
    "The same files and conditions give the same verdict; to verify it: sheetlint verify OUT SUBMISSIONS",
)
VERSION = Text("版本", "Version")
RULES = Text("检查规则摘要", "Digest of the rules")
DATE = Text("豁免截止日的判断日期", "Day by which waivers hold")
PROFILES = Text("口径", "Profiles")
PROFILE_USED = Text("{name}：{count} 张", "{name}: {count}")
FAILS_FROM = Text("不通过的界线", "Fails from")
ONLY_CHECKS = Text("只做的检查", "Only these checks")
CHECKS_OFF = Text("不做的检查", "Checks that are off")
SEVERITIES_SET = Text("调整了级别的检查", "Severities that were changed")
SEVERITY_SET = Text("{code}：{severity}", "{code}: {severity}")
PROFILE_NAMED = Text("指定的口径", "Profile that was named")
OTHER_SETTINGS = Text("其余设置", "Other settings")
WAIVER_USED = Text(
    "{what}，{by}，到 {until} 为止，不计 {count} 个问题",
    "{what}, {by}, until {until}, findings covered: {count}",
)
CHECK_SKIPPED = Text("{code}（{count}）", "{code} ({count})")
WAIVED = Text("豁免", "Waivers")
SKIPPED = Text("跳过的检查（项次）", "Checks skipped")
NONE = Text("无", "none")
FOOTER = Text("由 sheetlint 生成", "made by sheetlint")
