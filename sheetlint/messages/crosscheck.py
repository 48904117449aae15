"""Problems of the files that sheets are compared with."""

from __future__ import annotations

from sheetlint.messages.text import Text

ROSTER = Text("项目清单", "the list of projects")
SUMMARY = Text("决算说明", "the text of the accounts")
LAST_YEAR = Text("上年的自评表", "the sheets of the year before")
TARGETS = Text("批复的绩效目标表", "the approved targets")
UNREADABLE = Text("{what} {path} 不能用：{reason}；{hint}", "{what}, {path}: {reason}; {hint}")
NO_PROJECTS = Text(
    "没有找到“项目名称”一栏和下面的项目", "there is no column 项目名称 with projects below it"
)
NO_PROJECTS_HINT = Text(
    "清单的第一行写上“项目名称”“单位”“预算数”等栏名，每个项目一行",
    "put headings such as 项目名称, 单位 and 预算数 in its first row and each project in a row",
)
NO_SUMMARY = Text(
    "没有找到概述自评情况的句子（自评项目几个、涉及资金多少、平均得分多少）",
    "there is no sentence that sums the evaluations up (how many projects, how much money, which "
    "average)",
)
NO_SUMMARY_HINT = Text(
    "写成“对 12 个项目开展绩效自评，涉及资金 345.67 万元，平均得分 95.3 分，其中优 8 个、良 4 个”这样的一句",
    "write a sentence such as 对 12 个项目开展绩效自评，涉及资金 345.67 万元，平均得分 95.3 分",
)
NO_SHEETS = Text("里面没有找到自评表", "there is no self-evaluation sheet in it")
NO_TARGETS = Text("里面没有找到绩效目标表", "there is no table of targets in it")
NO_SHEETS_HINT = Text("核对给的文件夹", "look at the folder that was named")
