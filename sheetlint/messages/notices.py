"""Texts of notices to units, and of ``sheetlint notice``."""

from __future__ import annotations

from sheetlint.messages.text import Text

NOTICE_SHORT = Text("按单位写退回修改意见（Word）", "Write a notice to each unit (Word).")
NOTICE_HELP = Text(
    """检查自评表，给每个有表要退回的实施单位写一份《退回修改意见》（.docx）。

单位以表上的“实施单位”为准，没有填的用主管部门，都没有的用所在的文件夹；全角半角和空格不同的同一个名称算
一个单位。无法读取的文件另外列出，请单位重新报送。没有要退回的单位不写。

\b
sheetlint notice 申报材料/ -o 退回意见/ --deadline 2026-12-10
sheetlint notice 自评表.xlsx -o 意见.docx
sheetlint notice --template-out 模板.docx    写出模板，改好抬头、字体和措辞后
sheetlint notice 申报材料/ -o 退回意见/ --template 模板.docx

发文单位、文号等也可以写在 sheetlint.toml 的 [notice] 里。""",
    """Check sheets and write a notice (.docx) to each implementing unit that has some returned.

The unit is the one on the sheet, else its department, else the folder; a name written with other widths
and blanks is the same unit. Files that could not be read are listed apart, to be sent again. A unit with
nothing returned gets none.

\b
sheetlint notice submissions/ -o notices/ --deadline 2026-12-10
sheetlint notice sheet.xlsx -o notice.docx
sheetlint notice --template-out template.docx    change its head, fonts and wording, then
sheetlint notice submissions/ -o notices/ --template template.docx

The bureau, the number and so on can stand in sheetlint.toml under [notice].""",
)
OUTPUT_META = Text("文件夹|文件.docx", "FOLDER|FILE.docx")
OUTPUT = Text(
    "写到这个文件夹，每个单位一份；只有一个单位时可以写成 .docx 文件名",
    "The folder for the notices; a .docx file where there is one unit.",
)
TEMPLATE = Text("用这个模板（.docx）", "The template to use (.docx).")
TEMPLATE_OUT = Text(
    "把自带的模板写到这个文件，供修改", "Write the shipped template to this file, to be changed."
)
BUREAU = Text("发文单位", "The issuing bureau.")
NUMBER = Text("文号", "The number of the document.")
CONTACT = Text("联系方式", "Whom to ask.")
DEADLINE = Text("重新报送的期限", "The day by which to submit again.")
DATE = Text("落款日期，默认今天", "The date of the notice; today if not given.")
SHOW = Text(
    "写进此级别及以上的问题（默认 warning）",
    "Tell findings of this severity or above (default: warning).",
)
QUIET = Text("不列出写了哪些意见", "Do not list the notices.")
TEXT_META = Text("文字", "TEXT")

NEEDS_PATHS = Text(
    "要写出要检查的文件或文件夹，以及 -o 写到哪里（或者用 --template-out 写出模板）",
    "give the files or folders to check and -o where to write (or --template-out for the template)",
)
SEVERAL_UNITS = Text(
    "{path} 只能写一份意见，要退回的有 {count} 个单位：请用 -o 指定一个文件夹",
    "{path} holds one notice and {count} units have some: give a folder with -o",
)
WROTE = Text(
    "{path}：退回 {returned} 个，通过 {passed} 个", "{path}: {returned} returned, {passed} passed"
)
WROTE_UNREAD = Text("，无法读取 {count} 个", ", {count} not readable")
NONE = Text("没有要退回的自评表，没有写意见", "nothing to return: no notice was written")

FILE_NAME = Text("{unit}-退回修改意见", "{unit}-notice")
DATE_LONG = Text("{y}年{m}月{d}日", "{y}-{m:02}-{d:02}")
UNTIL = Text("{date}前", "{date}")
IN_TIME = Text("规定时间内", "the given time")
RETURNED = Text("退回", "returned")
PASSED = Text("通过", "passed")
WHOLE_FILE = Text("（未读出自评表）", "(no sheet could be read)")
UNNAMED = Text("（未写项目名称）", "(no project name)")
NO_UNIT = Text("（未写单位）", "(no unit)")

AT_FIELD = Text("「{block}」中“{row}”的{column}", "{block} › {row} › {column}")
AT_ROW = Text("“{row}”的{column}", "{row} › {column}")
AT_ONE = Text("“{row}”", "{row}")
ADDRESS = Text("（{spot}）", " ({spot})")
FIGURES = Text(
    "{at}填写为 {printed}，按 {formula} 应为 {expected}",
    "{at}: {printed} is printed, and by {formula} it is {expected}",
)
PROBLEM_TEXT = Text("{at}：{message}", "{at}: {message}")
CORRECT = Text("请改正", "please correct it")
VERIFY = Text("请核实", "please verify")
NOTE = Text("供参考", "for information")
WHAT = Text("，{ask}：{hint}。", "; {ask}: {hint}.")
WHAT_ONLY = Text("，{ask}。", "; {ask}.")
CONSEQUENCES = Text(
    "改正后，{places}的问题随之消除。", " What is said of {places} goes away with it."
)
BASIS = Text("（依据：{basis}）", " (Basis: {basis})")

NO_TEMPLATE = Text("打不开模板 {path}：{reason}", "cannot open the template {path}: {reason}")
NOT_WORD = Text("不是 .docx 文件", "it is no .docx file")
BAD_TEMPLATE = Text("模板 {path}：{problem}", "template {path}: {problem}")
UNKNOWN = Text(
    "不认识占位符 {{{{{name}}}}}，这里可以用的有 {known}",
    "unknown placeholder {{{{{name}}}}}; those that can be used here are {known}",
)
NEAR = Text(
    "不认识占位符 {{{{{name}}}}}，是不是 {{{{{near}}}}}？",
    "unknown placeholder {{{{{name}}}}}: is {{{{{near}}}}} meant?",
)
MISPLACED = Text(
    "{{{{{name}}}}} 只能放在 {{{{{block}}}}} 的重复部分里",
    "{{{{{name}}}}} can only stand in the part repeated for {{{{{block}}}}}",
)
NO_BLOCK = Text(
    "缺少 {{{{{block}}}}} 的重复部分，问题无处可写",
    "there is no part repeated for {{{{{block}}}}}: no problem would be told",
)
NO_PROBLEM = Text(
    "{{{{每个问题}}}} 的重复部分里没有 {{{{问题}}}}",
    "the part repeated for each problem has no {{{{problem}}}}",
)
UNCLOSED = Text(
    "{{{{{block}}}}} 没有对应的 {{{{{end}}}}}（要各自单独成段，上下在同一层）",
    "{{{{{block}}}}} has no {{{{{end}}}}} (each in a paragraph of its own, on one level)",
)
UNOPENED = Text(
    "{{{{{end}}}}} 前面没有对应的 {{{{{block}}}}}",
    "{{{{{end}}}}} has no {{{{{block}}}}} before it",
)
NOT_ALONE = Text(
    "{{{{{name}}}}} 要单独成段，或放在表格的一行里",
    "{{{{{name}}}}} must stand in a paragraph of its own, or in a row of a table",
)

TITLE = Text(
    "关于退回修改项目支出绩效自评表的意见",
    "Notice of self-evaluation sheets returned for correction",
)
ADDRESSED = Text("{{单位}}：", "To: {{unit}}")
OPENING = Text("{{概述}}有关情况如下。", "{{overview}} What was found follows.")
REVIEWED = Text(
    "你单位报送的{count}张项目支出绩效自评表已经审核，{result}",
    "Self-evaluation sheets of yours that have been reviewed: {count}. {result}",
)
ALL_PASSED = Text("全部通过。", "All of them passed.")
ALL_RETURNED = Text("需要修改，现予退回。", "All of them are returned for correction.")
SOME_RETURNED = Text(
    "其中{returned}张需要修改，现予退回；{passed}张通过。",
    "Returned for correction: {returned}; passed: {passed}.",
)
UNREAD_BESIDES = Text(
    "另有{count}个文件无法读取，没有审核，需要重新报送。",
    "Files that could not be read, have not been reviewed and are to be sent again: {count}.",
)
ONLY_UNREAD = Text(
    "你单位报送的{count}个文件无法读取，没有审核，需要重新报送。",
    "Files of yours that could not be read, have not been reviewed and are to be sent again: {count}.",
)
RESULTS = Text("{{节}}、审核情况", "{{section}}. Results")
COLUMNS = (
    Text("序号", "No."),
    Text("项目名称", "Project"),
    Text("文件", "File"),
    Text("年度", "Year"),
    Text("总分", "Total"),
    Text("结论", "Result"),
    Text("错误", "Errors"),
    Text("警告", "Warnings"),
)
CELLS = (
    Text("{{每个项目}}{{序号}}", "{{each project}}{{no}}"),
    Text("{{项目}}", "{{project}}"),
    Text("{{文件}}", "{{file}}"),
    Text("{{年度}}", "{{year}}"),
    Text("{{总分}}", "{{total}}"),
    Text("{{结论}}", "{{result}}"),
    Text("{{错误数}}", "{{errors}}"),
    Text("{{警告数}}", "{{warnings}}"),
)
PROBLEMS = Text("{{节}}、修改意见", "{{section}}. What to correct")
PROJECT = Text("（{{汉字序号}}）{{项目}}", "{{section}}.{{no}} {{project}}")
FILE = Text("文件：{{文件}}", "File: {{file}}")
PROBLEM = Text("{{序号}}. {{问题}}", "{{no}}. {{problem}}")
UNREADABLE = Text("{{节}}、无法读取的文件", "{{section}}. Files that could not be read")
UNREADABLE_FILE = Text("{{序号}}. {{文件}}：{{原因}}。", "{{no}}. {{file}}: {{reason}}.")
AGAIN = Text("{{节}}、重新报送", "{{section}}. Submitting again")
CLOSING = Text("{{报送要求}}", "{{request}}")
CORRECT_AND_SUBMIT = Text(
    "请于{until}按照上述意见逐项修改，重新报送退回的自评表，已通过的不用重报。注明“请核实”的事项，"
    "经核实确认无误的，报送时说明理由。重新报送前，请先自行检查一遍，核对合计、执行率和得分。",
    "Please correct the returned sheets item by item and submit them again by {until}; those "
    "that passed need not be sent again. Where you are asked to verify and find nothing wrong, say "
    "why when you submit.",
)
SUBMIT_AGAIN = Text(
    "无法读取的文件，请于{until}报送可编辑的电子版（Excel、Word 或 WPS 文件）：不设打开密码，"
    "不用照片或扫描件，报送前先打开看一遍，确认内容完整。",
    "Of the files that could not be read, please send versions that can be edited (Excel, Word or "
    "WPS) by {until}: without a password, no photographs and no scans; open each before you send it "
    "and see that it is complete.",
)
CONTACT_LINE = Text("联系方式：{{联系方式}}", "Contact: {{contact}}")
