"""The sentence that sums the evaluations up in the text of a department's accounts.

``对 12 个项目开展绩效自评，涉及资金 345.67 万元，平均得分 95.3 分，其中优 8 个、良 4 个``: how many
projects, how much money, which average, how many of each grade, in whatever order and words.  What
the text says of evaluations by others (部门评价, 财政评价 …) is none of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from sheetlint.crosscheck.inputs import Summary
from sheetlint.crosscheck.names import grade_key
from sheetlint.sheet.numbers.parse import half_width
from sheetlint.sheet.place import Place

_SENTENCE = re.compile(r"[^。；;\n]+[。；;\n]?")
_OWN = re.compile(r"自评")
_OTHERS = re.compile(
    r"(?:部门|财政|重点|第三方|再|上级|主管部门|事前|外部)(?:绩效)?评[价估]|抽评|复评"
)
"""Who else evaluates."""
_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6,
           "七": 7, "八": 8, "九": 9}  # fmt: skip
_COUNT = r"(\d+|[〇零一二两三四五六七八九十百]+)"
_NO_PROJECTS = "[月年]|单位|部门|处室|科室|乡|镇|县|区|市|街道|学校|方面|环节|指标|百分点"
"""What else is counted in such a text."""
_BEFORE = re.compile(
    rf"(?<![\d.第每某任同]){_COUNT}(?:个|项)(?!{_NO_PROJECTS})[^\d,，、。;；(（]{{0,12}}?(?:项目|专项)"
)
_AFTER = re.compile(
    rf"(?<![一二三]级)(?:项目|专项)(?:支出)?(?:数量?|个数|总数)?(?:共计?|合计|总计|为|有|:|：)*{_COUNT}(?:个|项)"
)
_TOTAL = re.compile(
    rf"(?:共计?|合计|总计)(?:有|涉及|开展|完成|对|自评|绩效|实施|组织)*{_COUNT}(?:个|项)(?!{_NO_PROJECTS})"
)
_LEVELS = re.compile(rf"[一二三]级项目{_COUNT}个")
_MONEY = re.compile(
    r"(?:资金|金额|预算|涉及|总额)[^\d,，。;；占]{0,12}?(\d[\d,，]*(?:\.\d+)?)(亿元|万元|千元|元)"
)
_KIND = re.compile(
    r"(?:一般公共预算|政府性基金|国有资本|社会保险基金)[^\d,，。;；]{0,12}\d[\d,]*(?:\.\d+)?[亿万千]?元"
)
"""Money of one kind: what is named is a part."""
_YUAN = {
    "亿元": Decimal(100_000_000),
    "万元": Decimal(10_000),
    "千元": Decimal(1000),
    "元": Decimal(1),
}
_AVERAGE = re.compile(
    r"(?:平均(?:自评)?(?:得分|分数|分值|分|成绩)?|均分)(?:数)?(?:为|是|达到?|:|：)*(\d+(?:\.\d+)?)分?"
)
_GRADE = r"[“\"'‘「]?(优秀?|良好?|(?<!其)中等?(?!优|良)|(?<![偏误相])差|不合格|(?<!不)合格|不及格|(?<!不)及格)[”\"'’」]?"
_GRADE_FIRST = re.compile(
    rf"{_GRADE}(?:等级|等次|评级|级|档|等)?(?:的)?(?:项目)?(?:的|有|为|共|:|：)*{_COUNT}(?:个|项)"
)
_GRADE_LAST = re.compile(
    rf"{_COUNT}(?:个|项)(?:项目)?(?:的)?(?:绩效)?(?:自评|评价)?(?:结果|等级|等次|评级)?"
    rf"(?:为|是|被?评为|被?评定为|达到)?{_GRADE}(?:等级|等次|级|档)?"
)
_GRADE_OF_ALL = re.compile(rf"(?:均|全部|都|全)(?:被?评)?(?:定)?(?:为|达到|是|在){_GRADE}")
_YEAR = re.compile(r"(20\d\d)年")


def parsed(text: str, at: Place) -> list[Summary]:
    """What a paragraph says of the evaluations; nothing where it sums none up."""
    said = [_summary("".join(sentences), at) for sentences in _own(text)]
    return [summary for summary in said if summary is not None]


def _own(text: str) -> Iterator[list[str]]:
    """The sentences on evaluations by the units themselves, those that follow with them."""
    own: list[str] = []
    # A full stop is narrowed to a decimal point: the sentences are told apart before.
    for raw in _SENTENCE.findall(text):
        sentence = "".join(half_width(raw.rstrip("。；;\n")).split()) + ";"
        if _OTHERS.search(sentence) and not _OWN.search(sentence):
            if own:
                yield own
            own = []
        elif own or _OWN.search(sentence):
            own.append(sentence)
    if own:
        yield own


def _summary(text: str, at: Place) -> Summary | None:
    # Each figure is in one clause; what a bracket adds is read with it.
    money = _money(text)
    average = _AVERAGE.search(text)
    year = _YEAR.search(text)
    projects = _projects(text)
    grades = _grades(text, projects)
    facts = [projects is not None, money is not None, average is not None, bool(grades)]
    if sum(facts) < 2:
        return None
    amount, ulp = _amount(money) if money else (None, Decimal(1))
    return Summary(
        at,
        text.rstrip(";"),
        int(year[1]) if year else None,
        projects,
        amount,
        ulp,
        Decimal(average[1]) if average else None,
        grades,
    )


def _projects(text: str) -> int | None:
    """How many; None where the text gives several numbers and no sum of them."""
    before_grades = _ungraded(text)
    total = _TOTAL.search(before_grades)
    if total:
        return _number(total[1])
    if _LEVELS.search(before_grades):
        return None
    found = {
        _number(match[1])
        for pattern in (_BEFORE, _AFTER)
        for match in pattern.finditer(before_grades)
    }
    return found.pop() if len(found) == 1 else None


def _ungraded(text: str) -> str:
    """Without the part that counts grades."""
    first = re.search(_GRADE_FIRST.pattern + "|" + _GRADE_LAST.pattern, text)
    return text[: first.start()] if first else text


def _money(text: str) -> re.Match[str] | None:
    """The first amount; none where the text names one of each kind of budget and no sum."""
    return None if len(_KIND.findall(text)) > 1 else _MONEY.search(text)


def _amount(money: re.Match[str]) -> tuple[Decimal, Decimal]:
    figure = Decimal(re.sub("[,，]", "", money[1]))
    exponent = figure.as_tuple().exponent
    assert isinstance(exponent, int)
    return figure * _YUAN[money[2]], Decimal(1).scaleb(exponent) * _YUAN[money[2]]


def _grades(text: str, projects: int | None) -> tuple[tuple[str, int], ...]:
    first = [(m[1], _number(m[2])) for m in _GRADE_FIRST.finditer(text)]
    last = [(m[2], _number(m[1])) for m in _GRADE_LAST.finditer(text)]
    found = first if len(first) >= len(last) else last
    of_all = _GRADE_OF_ALL.search(text)
    if not found and of_all and projects is not None:
        found = [(of_all[1], projects)]
    grades: dict[str, int] = {}
    for name, count in found:
        grades.setdefault(grade_key(name), count)
    return tuple(grades.items())


def _number(text: str) -> int:
    """``39`` or ``三十九``."""
    if text.isdigit():
        return int(text)
    total = digit = 0
    for sign in text:
        if sign in "十百":
            total += (digit or 1) * (10 if sign == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[sign]
    return total + digit
