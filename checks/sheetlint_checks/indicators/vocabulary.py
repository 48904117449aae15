"""Words by which the checks of indicators classify names, targets and actual values."""

VAGUE = (
    *(
        "提升",
        "提高",
        "促进",
        "改善",
        "增强",
        "增进",
        "显著",
        "明显",
        "良好",
        "较好",
        "稳定",
        "保障",
        "完善",
        "健全",
    ),
    *(
        "有效",
        "积极",
        "持续",
        "逐步",
        "进一步",
        "正常",
        "加强",
        "推动",
        "优化",
        "充分",
        "到位",
        "规范",
        "完成",
        "确保",
    ),
)
"""A target in words that holds one of them names no measure."""
SCALE = (
    "优",
    "良",
    "中",
    "低",
    "差",
    "好",
    "较好",
    "一般",
    "较差",
    "高",
    "达成",
    "部分达成",
    "未达成",
)
"""Two of them between strokes or commas are a stated scale: 好/一般/差."""
YES_NO = ("是", "否", "有", "无", "合格", "达标", "通过", "符合", "已建成", "建成", "验收", "执行")
"""A target that is one of them, or holds one of the longer ones, can be checked by yes or no."""

NOT_VALUES = frozenset(
    [
        "完成",
        "已完成",
        "全部完成",
        "均已完成",
        "按时完成",
        "按期完成",
        "达标",
        "已达标",
        "是",
        "达到",
        "已达到",
        "达到目标",
        "达到预期",
        "达成",
        "已达成",
        "符合",
        "完成目标",
        "达成预期指标",
        "已实现",
        "实现",
    ]
)
"""Texts in place of an actual value where the target is a figure."""

SHARE_AT_END = ("率", "比例", "占比", "满意度", "比重")
SHARE_UNLESS = (
    "增长率",
    "增速",
    "超额",
    "利润率",
    "回报率",
    "倍率",
    "收益率",
    "增长比例",
    "同比",
    "提高率",
    "提升率",
)
"""Rates that may well lie above 100 %."""

COUNTED = "数量"
SATISFACTION = "满意"
COST_LEVELS = ("成本", "经济成本")
TIME_LEVEL = "时效"
"""Second levels by how they begin, or what is in them."""
POSITIVE, NEGATIVE = "正向", "反向"
"""The nature of an indicator, in places that have a column for it."""
MONEY = "元"

SATISFIED = (
    "满意",
    "投诉",
    "好评",
    "认可",
    "评价",
    "反馈",
    "点赞",
    "信访",
    "表扬",
    "口碑",
    "信任",
    "获得感",
)
COSTS = (
    "成本",
    "费用",
    "造价",
    "单价",
    "支出",
    "金额",
    "经费",
    "投入",
    "价",
    "标准",
    "预算",
    "资金",
    "控制",
    "节约",
    "额",
)
TIMES = (
    *(
        "时",
        "期",
        "率",
        "进度",
        "周期",
        "速度",
        "年",
        "月",
        "日",
        "天",
        "度",
        "快",
        "早",
        "持续",
        "频率",
    ),
)
"""A name in its level holds one of them."""

MANAGEMENT = (
    r"制度.{0,4}(?:建立|健全|完善|制定|建设)",
    r"财务.{0,4}(?:制度|管理|规范|监督)",
    r"资金(?:管理|使用)(?:规范|合规|制度)",
    "档案(?:管理|建立|归档)",
    "会议(?:召开|次数)",
    "管理(?:规范性|制度|办法)",
    "人员配备|组织机构健全",
)
"""What any project must do anyway is no indicator of output or effect."""

MANAGED = ("制度", "财务", "资金", "档案", "会议", "管理", "人员", "机构")
"""One of them is in every name that the patterns above fit."""

SURVEY = ("问卷", "调查", "样本", "回访", "访谈", "测评", "抽样")
