"""Units that count different things, or the same thing on another scale.

Only units that stand here are ever held against each other: counters (个, 家, 套 …) change places
freely in what people write.
"""

SCALES = r"^(?:百万|千万|百|万|亿|千(?!米|克))"
"""``万人次`` and ``人次`` are one unit; the number says the rest."""

UNITS = (
    ("长度", (("毫米",), ("厘米",), ("米",), ("公里", "千米"))),
    ("面积", (("平方米", "平米", "㎡", "m²"), ("亩",), ("公顷",), ("平方公里", "平方千米"))),
    ("体积", (("毫升",), ("升",), ("立方米", "立方", "m³"))),
    ("重量", (("克",), ("公斤", "千克"), ("吨",))),
    (
        "时间",
        (
            ("秒", "秒钟"),
            ("分钟",),
            ("小时", "个小时"),
            ("天", "日", "工作日", "个工作日"),
            ("周",),
            ("月", "个月"),
            ("年",),
        ),
    ),
    ("金额", (("元",),)),
    ("人", (("人", "名", "位", "人次", "人员", "人/次"),)),
    ("户", (("户", "户次"),)),
)
