"""Patterns and words that the checks of consistency look for, for texts with half-width characters."""

from sheetlint.sheet.lazy_pattern import HAN

AMOUNT = r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(亿元|万元|千元|元)"
"""An amount with its unit."""

THIS_YEAR = r"(20\d\d)年(?:度(?!绩效自评)|全年|我|共|内|度?本项目|,|，)"
"""A year named as that of the sheet: ``2020年全年``, ``2020年度``, ``2020年共``."""
NOT_THIS_YEAR = (
    r"《[^》]*》",
    r"20\d\d年度?[^,，。;；]{0,20}(?:办法|通知|文件|规定|方案|标准|要求|精神)",
    r"[\[〔(（【]20\d\d[\]〕)）】]",
    r"20\d\d年?\s*(?:-|~|—|至|到)\s*20\d\d年?",
    r"(?:结转|上年|以前年度|较|比|与|同比|自|从|于|对比|截至|截止)20\d\d年?[^，。；]{0,4}",
    r"20\d\d年(?:结转|结余|相比|以来|起|同期)",
)
"""Titles and numbers of documents, periods, carry-over and comparisons."""
AHEAD = ("将", "计划", "拟", "预计", "下年", "明年", "次年", "下一步")

EXECUTED = (
    r"(?:全年执行数|预算执行数|执行数|实际执行|实际支出|执行金额)(?:为|是|共|合计|达)?:?\s*"
    + AMOUNT
)
BUDGETED = (
    r"(?:全年预算数|调整后预算数|预算数|年度预算|预算安排|安排预算)(?:为|是|共|合计|达)?:?\s*"
    + AMOUNT
)
RATE = r"(?:预算执行率|执行率|完成预算的|执行进度)(?:为|是|达到|达)?:?\s*(\d{1,3}(?:\.\d+)?)%"

CONCLUSION = r"(?:自评总分|自评得分|自评分|自评|综合得分|总得分|总分)(?:为|是|:|共)?\s*(\d{1,3}(?:\.\d+)?)\s*分"
OTHER_SCORE = (
    *("上年", "去年", "往年", "上一年", "较", "比", "争取", "力争", "目标", "下年", "明年"),
    *("指标", "执行", "产出", "效益", "满意", "成本", "决策", "管理", "过程", "满分", "扣"),
)
"""A clause with one of them gives the score of another year or of a part."""
OTHER_AMOUNT = ("上年", "去年", "往年", "上一年", "结转", "下年", "明年", "较", "同比")
"""A clause with one of them gives an amount of another year."""

OWN_SCORE = ("自评得分", "自评分")
"""Always the score that was reached, never the maximum."""
CONCLUDING = ("结论", "评价", "说明", "自评")

BREAKDOWN = (
    r"(?:共|合计|总计|总额|总投入|投入资金|资金总额|总支出)[^,，。;；:：\d]{0,10}"
    + AMOUNT
    + r"[,，:：(（]?其中[:：,，]?"
    r"([^。;；]+)"
)
"""A total and, after 其中, its parts, up to the end of the sentence."""
NO_PART = ("等", "主要", "结余", "剩余", "执行", "支出", "节约", "完成", "占", "未", "同比")
"""A sentence with one of them names other amounts than parts."""

ABOVE = rf"上述({HAN}{{2,8}}?)(?=[、,，。;；：:]|进行|开展|的|等|$)"
ATTACHED = r"(?:详见|见)附(?:件|表)|如下(?:表)?[。;；]?$"

FUTURE = ("拟", "将", "计划", "预计", "准备", "争取")
DONE = (
    *(
        "已",
        "了",
        "完成",
        "实现",
        "开展",
        "达到",
        "组织",
        "举办",
        "建成",
        "投入",
        "发放",
        "保障",
        "提升",
        "购置",
    ),
    *(
        "支付",
        "落实",
        "改善",
        "提高",
        "促进",
        "解决",
        "维护",
        "运行",
        "培训",
        "惠及",
        "救助",
        "覆盖",
    ),
)

GOAL_RATE = (
    rf"({HAN}{{2,12}}?)(?:高于|不低于|不少于|达到|超过|大于|达|为|≥|>=|>|=)+(\d{{1,3}}(?:\.\d+)?)%"
)
"""``可用性高于99.9%``: the noun and the rate that the goal promises."""

TASK = r"(?:^|[。;；\s])\s*(?:[一二三四五六七八九十]+是|\d{1,2}[.、)）](?!\d)|[(（][一二三四五六七八九十\d]+[)）])"
