"""Texts of ``sheetlint fix``."""

from __future__ import annotations

from sheetlint.messages.text import Text

FIX_HELP = Text(
    "重算能由表上其他数算出来的数：执行率、预算执行得分、总分、分值合计、等级、表头总分。"
    "只改算式能确定的，不改金额、指标值、完成值、分值，也不改单位自评的得分。"
    "不加写入选项时只列出要改的地方，不写任何文件；有没写的改动时返回 1，副本没有写成时返回 4。",
    "Calculate again what other figures of a sheet make up: execution rate, budget score, total, "
    "sum of weights, grade, the total in the head.  Only what arithmetic dictates is changed, never "
    "an amount, a target, an actual value, a weight or a score that the unit gave itself.  Without "
    "an option to write, the changes are listed and nothing is written; the exit status is 1 where "
    "there is a change that was not written, and 4 where a copy could not be written.",
)
FIX_SHORT = Text("重算执行率、得分、总分等算错的数", "Calculate wrong derived figures again.")
DIFF = Text(
    "按“改前、改后、算式”逐格列出，返回 1 表示有可改之处",
    "Show each cell before and after with its formula; 1 if there is anything.",
)
UNSAFE = Text(
    "连很可能对、但不能确定的也改（按口径算法重算指标得分）",
    "Also what is likely and not certain: scores by the method of the profile.",
)
SELECT = Text(
    "只改这些检查发现的问题：编码、名称或前缀，逗号分隔",
    "Only put right what these checks find: codes, names or prefixes.",
)
IGNORE = Text("不改这些检查发现的问题", "Leave alone what these checks find.")

QUIET = Text("不列出改动", "Do not list the changes.")

FIXABLE = Text("{count} 处可以改正", "{count} to be put right")
NOT_WRITTEN = Text("{count} 处没有写下去，原因见上", "{count} were not written, as said above")
NOTHING = Text("没有可以自动改正的", "nothing to be put right by calculation")
MORE = Text(
    "另有 {count} 处很可能可以改正（按口径算法重算得分）：加 --unsafe",
    "{count} more are likely (scores by the method of the profile): add --unsafe",
)
LEFT = Text(
    "还有 {count} 个问题要由人来改：sheetlint check 查看",
    "{count} findings are left to a person: see sheetlint check",
)
HOW_TO_WRITE = Text(
    "没有写任何文件。写到新文件：-o 文件；成批写：-o 文件夹/；直接改原文件：--in-place",
    "Nothing was written.  To a new file: -o FILE; several: -o FOLDER/; "
    "the file itself: --in-place",
)
ARROW = Text("{before} → {after}", "{before} → {after}")
LIKELY = Text("很可能", "likely")
STALE = Text("随上面的改动重算", "follows the changes above")
FORMULA_KEPT = Text(
    "公式保留，只更新结果：={formula}", "the formula is kept and its result renewed: ={formula}"
)
FORMULA_REPLACED = Text(
    "原有公式算出的就不对，换成数值：={formula}",
    "the formula gave a wrong result and gives way to the value: ={formula}",
)
AFTER = Text("{path}（改正后）", "{path} (corrected)")

# ── writing ─────────────────────────────────────────────────────────────────────────────────────

IN_PLACE = Text("直接改原文件", "Change the files themselves.")
OTHER_FORMAT = Text(
    "{format} 格式不能直接改写：请另存为 .xlsx 或 .docx 再改；能改的格式有 xlsx、xlsm、docx、"
    "文本、csv、yaml、json；标注问题可用 sheetlint annotate",
    "files of the format {format} cannot be written into: save it as .xlsx or .docx first; "
    "xlsx, xlsm, docx, text, csv, yaml and json can be; to mark what is wrong: sheetlint annotate",
)
ENCODING = Text(
    "文件的编码不能原样写回，没有改动",
    "the file's encoding cannot be written back as it was: left alone",
)
NOT_FOUND = Text(
    "不能确定“{place}”的 {printed} 在文件里的位置，没有改动",
    "the place of {printed} ({place}) in the file is not certain: left alone",
)
OTHER_RESULT = Text(
    "改正后重新读取，结果与预期不符（{what}），没有写文件；请手工改，并把这份文件反馈给本工具的维护者",
    "read back, the corrected copy is not what was meant ({what}): nothing was written; correct it "
    "by hand and report the file",
)
OTHER_VALUE = Text("{place}是“{printed}”", "{place} is {printed!r}")
STILL_FOUND = Text("{code} 仍在", "{code} is still there")
NEW_ERROR = Text("出现新的错误 {code}", "{code} is a new error")
OTHER_SHEETS = Text("读出的表不同", "other sheets are read")
ABOUT = Text("{path}：{problem}", "{path}: {problem}")
CANNOT_WRITE = Text("没有写下去：{reason}", "not written: {reason}")
WROTE = Text("{path} 已写入：改正了 {count} 处", "{path} written: {count} put right")
