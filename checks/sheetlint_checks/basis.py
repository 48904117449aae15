"""The bases of findings: clauses by number and article, paraphrased."""

from sheetlint.messages.text import Text


def article(number: int, chinese: str) -> Text:
    """An article of 财预〔2020〕10号 (项目支出绩效评价管理办法), the base of every profile."""
    return Text(f"财预〔2020〕10号 第{chinese}条", f"MOF Caiyu [2020] No. 10, article {number}")


ART_8 = article(8, "八")
"""Every project is evaluated by the unit itself."""
ART_11 = article(11, "十一")
"""Deviations are analysed: cause and measure."""
ART_13 = article(13, "十三")
"""Indicators are those approved with the budget; weights 10/50/30/10 in principle."""
ART_16 = article(16, "十六")
"""How an indicator is scored, and that the total is the sum of the scores."""
ART_18 = article(18, "十八")
"""The total is 100 as a rule; grades 90/80/60."""
ART_25 = article(25, "二十五")
"""The sheet is complete, its weights reasonable, its data true, its results objective."""
ART_26 = article(26, "二十六")
"""Low execution and poor results are explained on their own."""
PUBLISHED = article(28, "二十八")
"""Results are published according to law."""
FORM_1 = Text("财预〔2020〕10号 附1 表样", "MOF Caiyu [2020] No. 10, form 1")
ADVICE = Text(
    "建议（按表内数据推断，没有条文直接规定）",
    "advice: follows from the sheet's own figures, no clause prescribes it",
)
COMPARISON = Text(
    "建议（各表互相对照得出，没有条文直接规定）",
    "advice: sheets compared with each other, no clause prescribes it",
)
LOCAL = Text(
    "当地的自评口径（见所用口径的说明）", "the rules of the place, as its profile has them"
)
TOOL = Text("本工具的读取结果", "what this tool could read")
