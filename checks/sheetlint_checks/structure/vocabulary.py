"""Names of levels that the checks of structure look for."""

FIRST = frozenset({"产出", "效益", "满意度", "成本"})
"""First levels of the national form; others belong to forms of their own."""

NEEDED_FIRST = {"产出": "output", "效益": "effect"}
NEEDED_SECOND = {"数量": "quantity", "质量": "quality"}

DETAIL = ("其中", "注：", "备注")
"""A row whose name begins so belongs to the row above it."""
