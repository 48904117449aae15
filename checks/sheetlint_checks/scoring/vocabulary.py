"""Words by which the name of an indicator says whether more or less of it is better.

They are asked only where the target carries no operator, or to notice an operator that contradicts
the name.  A name that says neither is left undecided: the check then says nothing.
"""

MORE = (
    *("满意度", "满意率", "覆盖率", "覆盖面", "完成率", "完成比例", "合格率", "达标率", "达成率"),
    *("及时率", "准时率", "按时率", "通过率", "使用率", "利用率", "出勤率", "到课率", "参与率"),
    *("办结率", "处理率", "处置率", "解决率", "整改率", "修复率", "响应率", "回复率", "反馈率"),
    *("普及率", "知晓率", "就业率", "入学率", "巩固率", "签约率", "接种率", "检测率", "规范率"),
    *("可用性", "可用率", "正常率", "完好率", "到位率", "发放率", "拨付率", "支付率", "执行率"),
    *("验收率", "优良率", "优秀率", "好评率", "认可度", "节约率", "节约额", "获奖数", "保障率"),
    *("增长率", "提高率", "提升率", "准确率", "正确率", "安全率", "成活率", "救助率", "享受率"),
)
"""More is better, and surely so where the name ends in one of them."""

LESS = (
    *("投诉", "事故", "故障", "误差", "差错", "违规", "违纪", "逾期", "超支", "成本", "能耗"),
    *("失业", "返贫", "流失", "辍学", "空置", "缺陷", "隐患", "损失", "漏报", "误报", "信访"),
    *("上访", "发病", "死亡", "案发", "等待时间", "响应时间", "延误", "中断", "停机", "退货"),
)
"""Less is better where the name ends in one of them, followed by nothing but what counts it."""

COUNTERS = "率|数|数量|次数|起数|件数|人数|例数|量|额|金额|时间|时长|事件|事件数|控制数|控制额|成本"

CHANGES = ("降低", "减少", "下降", "压减", "压缩", "缩减", "缩短", "精简", "控制")
"""``能耗降低 5%``: the figure may be the reduction or what is left, so the name decides nothing."""

LESS_LEVELS = ("成本",)
MORE_LEVELS = ("数量",)
"""Second levels that decide where the name does not."""

SATISFACTION = "满意"
"""Rows that are scored by the rule for satisfaction."""

NAME_PADDING = r"[(（][^()（）]*[)）]|[\d.%％:：、\s]"
"""What is taken out of a name before its end is looked at."""

ANSWERS = (
    (("是",), ("否",)),
    (("有",), ("无", "没有")),
    (("通过",), ("未通过", "不通过")),
    (("合格",), ("不合格", "未合格")),
    (("达标",), ("未达标", "不达标")),
)
"""Targets that are answered by yes or no, each with the words for either."""
ANSWER_PADDING = r"^(?:已经|已|全部|均|都)+|[。．.！!\s]+$"
"""What may stand around an answer."""

BUDGET_RATE = (
    r"(?:预算|资金|经费|专款|款项|财政)(?:支出)?(?:执行|使用|支付|支出)(?:完成)?"
    r"(?:率|进度|比例|比率)$|^(?:执行率|支付率)$"
)
"""Names of an indicator that measures the budget once more."""

COST = "成本"
NOT_SET = ("未设置", "未设定", "未填报", "不适用")
"""Targets that say that there is none."""

BAND_SYNONYMS = ((r"全部或基本|基本|全部", ""), (r"年度|预期", ""), (r"目标", "指标"))
"""The grades in other words: ``部分达成预期目标…`` is ``部分达成年度指标…``."""
BAND_PADDING = r"[\s，,。.；;、…（）()“”\"]|^(?:已经|已)|了"

SHARE = "率"
"""Names that end so and have a percent sign are shares of a whole, or growth of one."""

GROWTH = ("增", "提高", "提升", "上升", "涨", "节约", "节省")
"""Rates of which 0 means that nothing went down, or over."""
