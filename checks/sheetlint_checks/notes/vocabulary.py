"""Words by which a note is classified: without content, a cause, a measure, a reason for money that
was not spent.

The lists are generous on purpose: a cause in words that no list has would be reported as missing.
"""

NOTHING = (
    *("无", "没有", "暂无", "无偏差", "完成", "已完成", "全部完成", "按时完成", "达标", "已达标"),
    *("正常", "同上", "N/A", "NA", "不适用", "无说明", "略", "是", "好", "空", "见上", "见附件"),
)
"""Whole notes, without punctuation, that do not explain why points were lost."""

CAUSES = (
    *("因", "由于", "原因", "影响", "导致", "致使", "造成", "疫情", "不足", "滞后", "延期", "推迟"),
    *(
        "延迟",
        "延误",
        "减少",
        "下降",
        "取消",
        "调整",
        "变更",
        "变动",
        "变化",
        "结余",
        "节约",
        "不够",
    ),
    *("不到位", "不完善", "不健全", "不及时", "不高", "不理想", "不准", "不熟", "不强", "不全"),
    *(
        "偏低",
        "较低",
        "偏少",
        "较少",
        "偏高",
        "较慢",
        "偏慢",
        "偏大",
        "欠缺",
        "缺乏",
        "缺少",
        "缺口",
    ),
    *("欠", "困难", "问题", "故障", "限制", "受限", "制约", "冲突", "停工", "停课", "暂停", "中断"),
    *("没有", "没能", "无法", "不能", "难以", "尚", "个别", "少数", "部分", "超出", "超支", "晚于"),
    *(
        "天气",
        "暴雨",
        "汛",
        "台风",
        "政策",
        "审批",
        "招标",
        "流标",
        "采购周期",
        "人手",
        "更换",
        "离职",
    ),
    *(
        "上涨",
        "增多",
        "突发",
        "低于",
        "少于",
        "不满",
        "意见",
        "反映",
        "投诉",
        "拖欠",
        "质保",
        "尾款",
    ),
)
CAUSE_UNLESS = ("未来", "未雨绸缪")
"""``未`` is a cause (未按期, 未支付) but in these words."""
CAUSE_WORD = "未"

STRONG_MEASURES = (
    "将",
    "下一步",
    "下步",
    "拟",
    "计划",
    "已",
    "今后",
    "下年",
    "次年",
    "明年",
    "后续",
)
MEASURES = (
    *(
        "加强",
        "完善",
        "改进",
        "优化",
        "加快",
        "建立",
        "督促",
        "措施",
        "确保",
        "强化",
        "健全",
        "规范",
    ),
    *(
        "落实",
        "推进",
        "协调",
        "整改",
        "补办",
        "补充",
        "增加",
        "提前",
        "严格",
        "做好",
        "继续",
        "采取",
    ),
    *(
        "跟进",
        "督办",
        "培训",
        "修订",
        "制定",
        "明确",
        "细化",
        "提高",
        "提升",
        "合理",
        "科学",
        "及时",
    ),
    *(
        "督导",
        "加大",
        "加密",
        "增派",
        "加派",
        "增设",
        "更换",
        "引导",
        "宣传",
        "维修",
        "处理",
        "解决",
    ),
    *(
        "尽快",
        "尽早",
        "抓紧",
        "统筹",
        "对接",
        "补齐",
        "扩大",
        "缩短",
        "更新",
        "升级",
        "预留",
        "催缴",
    ),
    *("定期", "沟通", "调整", "压实", "配备", "排查", "杜绝", "避免", "保障", "力争", "争取"),
)
EMPTY_MEASURES = (
    r"(?:可以|可|需|需要|应|还可|仍需|有待|尚待)?进一步(?:的)?(?:提升|完善|提高)",
    r"(?:有待|尚待|仍有待)(?:于)?(?:进一步)?(?:加强|完善|提高|提升|改进|优化)",
    r"(?:提升|完善|提高|改进|优化|加强)的?(?:空间|余地)",
)
"""``可进一步提升服务质量`` is no measure.  Removed before measures are searched, unless the note has a
word of ``STRONG_MEASURES``."""

UNSPENT = ("结余", "尾款", "未支付", "未付", "质保金", "未执行", "未使用", "未拨付", "节约", "核减")
"""Nouns that are a reason for money left over."""
SPENDING = ("执行率", "预算执行", "支付", "资金", "经费", "拨付", "支出", "执行数")
"""A sentence must have one of them for its ``因`` to be a reason for the execution rate."""
BECAUSE = ("因", "由于", "原因", "受疫情", "影响", "导致", "致使")
BECAUSE_UNLESS = ("因此", "因地制宜", "因素")

EXCEEDED = (
    "超额",
    "超过",
    "超出",
    "超目标",
    "高于",
    "多于",
    "偏低",
    "扩面",
    "新增",
    "增加",
    "调高",
)
"""Words of a text that explains a target exceeded by far."""

EXPLAINING = ("原因", "偏差", "改进", "说明", "措施", "问题", "未完成")
"""Labels of blocks below the table that explain for the whole sheet."""

FAILED = (
    "未完成",
    "未达",
    "没有完成",
    "没能完成",
    "未能",
    "未实施",
    "未开展",
    "取消",
    "推迟",
    "延期",
    "滞后",
)
"""A note with one of them reports that something was not done, or not in time."""
FAILED_UNLESS = ("未完成的", "无未完成", "不存在未完成")
ALL_DONE = (
    "已?全部(?:按时|按期)?完成",
    "已?超额完成",
    "已?全面完成",
    "100%完成",
    "完成率100%",
    "均已完成",
)
RATE_IN_NOTE = r"(?:实际|完成率|完成值|满意度|达到|仅为|仅)[^,，。；;]{0,4}?(\d{1,3}(?:\.\d+)?)%"
"""A rate that a note gives as the row's own."""

ISSUES = ("存在问题", "存在的问题", "主要问题")
"""Labels of the block that names what went wrong."""

NO_PROBLEM = r"^(?:目前|本年度?|该?项目)?(?:暂时?|均|尚)?(?:无|没有|未(?:发现|出现))"
"""``无明显问题``, ``未发现存在问题``."""
