"""Words of the funds block that checks look for."""

ADJUSTED = ("调整", "追加", "调减", "调增", "核减", "结转", "下达", "增拨", "划转", "收回", "压减")
"""A text with one of them speaks of a change of the budget."""

LEFT_OVER = ("结余", "节约", "剩余", "节省", "未支付", "尾款", "未使用完")
"""A text with one of them says that money was left."""

SPLITS = ("按收入性质", "按支出性质", "资金来源合计", "资金方向合计", "收入合计", "支出合计")
"""Headings under which a form splits the same money another way."""
