"""A target or an actual value from its text: operator, number and unit, a date, or words.

``≥98%``, ``不少于1500人次``, ``2021年12月底前``, ``5场、300人``, ``稳定运行``.
"""

import re
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.numbers.parse import half_width, is_dash
from sheetlint.sheet.numbers.short_text_cache import cache_short_texts

NUMBER = "number"
DATE = "date"
RANGE = "range"
COMPOUND = "compound"
WORDS = "words"
SUSPECT = "suspect"
"""``290%``: how optical recognition misreads ``≥90%``."""
BLANK = "blank"

GE = ">="
LE = "<="
GT = ">"
LT = "<"
EQ = "="

_OPERATORS = (
    (GE, ">=|≥|≧|⩾|≮|﹥=|=>|不低于|不少于|不小于|大于或等于|大于等于|至少|达到"),
    (
        LE,
        "<=|≤|≦|⩽|≯|﹤=|=<|不超过|不高于|不大于|不多于|小于或等于|小于等于|控制在|至多|少于或等于",
    ),
    (GT, ">|﹥|大于|超过|高于|多于"),
    (LT, "<|﹤|小于|低于|少于"),
    (EQ, "=|﹦|═|＝|等于"),
)
_SIGN = re.compile("|".join(f"({pattern})" for _, pattern in _OPERATORS))
_SUFFIX_OPERATORS = (
    (LE, ("以内", "之内", "及以下", "以下", "内")),
    (GE, ("及以上", "以上")),
)
_FIGURE = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|[+-]?\.\d+")
_DATE = LazyPattern(
    r"(?:(?P<y>20\d\d)[年./-])?(?:(?P<m>1[0-2]|0?[1-9])(?:月|[./-](?=\d))(?:份)?)?"
    r"(?P<d>3[01]|[12]\d|0?[1-9])?[日号]?(?P<part>底|末|初|中旬|上旬|下旬|年底)?"
    r"(?P<before>之?前|以前|前)?(?:完成)?"
)
_DAYS_OF_PART = {
    "初": (1, 10),
    "上旬": (1, 10),
    "中旬": (11, 20),
    "下旬": (21, 31),
    "底": (21, 31),
    "末": (21, 31),
}
"""First and last day of a part of a month."""
_DATE_HINT = LazyPattern(r"20\d\d年|\d月|20\d\d[./-]\d{1,2}([./-]\d{1,2})?$")
_RANGE = LazyPattern(r"\d%?\s*(?:-|~|至|—|到)\s*\d")
_OCR_FROM, _OCR_TO = Decimal(200), Decimal(300)
_MISREAD_SIGNS = "$^工乏"
_MISREAD = LazyPattern(rf"[{re.escape(_MISREAD_SIGNS)}]?(2?(\d{{1,3}}(?:\.\d+)?))%")
_PARENS = LazyPattern(r"[(（][^()（）]*[)）]")
_FILLER = LazyPattern(r"(?:实际|已经|已)?(?:共计|合计|累计|共|约|完成|达|为)?$")
"""Words before a figure that do not tell what it counts."""
_ROUGHLY = re.compile(r"^[余多](?=\D)|左右")
_NO_UNIT = frozenset(",.;:,。;:")
_HAN_NAME = LazyPattern(r"[\u4e00-\u9fff]+$")
_SCALES = (("百万", 10**6), ("千万", 10**7), ("万", 10**4), ("亿", 10**8))
_METRIC = {
    "公里": ("米", Fraction(1000)),
    "千米": ("米", Fraction(1000)),
    "厘米": ("米", Fraction(1, 100)),
    "毫米": ("米", Fraction(1, 1000)),
    "吨": ("克", Fraction(10**6)),
    "公斤": ("克", Fraction(1000)),
    "千克": ("克", Fraction(1000)),
    "千元": ("元", Fraction(1000)),
}
_LIKELY = (Fraction(1, 20), Fraction(20))
"""Ratios of an actual value to its target within which a missing unit is supplied."""
_SIMILAR = (Fraction(1, 5), Fraction(5))
_MOST_PERCENT = 150
"""A figure above this is not a percentage whose sign was left out."""


Day = tuple[int, int, int]
"""Year (0 where none is printed), month, day."""


class Measure(NamedTuple):
    """The meaning of a target or actual cell.

    ``number`` stands on the printed scale: ``98%`` is 98 with ``percent`` set.
    """

    kind: str
    operator: str = ""
    number: Decimal | None = None
    percent: bool = False
    unit: str = ""
    latest: Day | None = None
    """Latest day that the text allows; None where it is no date."""
    earliest: Day | None = None
    """Earliest day that the text allows; None where it only sets a latest one (``6月底前``)."""

    @property
    def numeric(self) -> bool:
        return self.kind == NUMBER


@cache_short_texts
def parse_measure(text: str) -> Measure:
    """The measure in the text of a cell.  A text that is not one figure or date is RANGE, COMPOUND,
    SUSPECT or WORDS: nothing is guessed."""
    bare = "".join(half_width(text).split()).rstrip(".;")
    if not bare or is_dash(bare):
        return Measure(BLANK)
    date = _date(bare)
    if date is not None:
        return date
    body = (_PARENS.sub("", bare) if "(" in bare else bare) or bare
    if body[0] in _MISREAD_SIGNS and _MISREAD.fullmatch(body):
        return Measure(SUSPECT)
    operator, rest = _operator(body)
    figure = _FIGURE.search(rest)
    if figure is None:
        return Measure(WORDS, operator)
    if _FIGURE.search(rest, figure.end()):
        return Measure(RANGE if _RANGE.search(rest) else COMPOUND, operator)
    before, after = rest[: figure.start()], rest[figure.end() :]
    if before and not operator:
        # "满意度≥95%", "控制在≤5天": the operator connects the figure with the words before it.
        operator, before = _operator_at_end(before)
    if before and not _FILLER.fullmatch(before):
        # "提高10%", "完成率98%": what the figure counts is not certain.
        return Measure(WORDS, operator)
    number = Decimal(figure[0].replace(",", ""))
    if not after:
        return Measure(NUMBER, operator, number)
    after = _ROUGHLY.sub("", after)
    for sign, suffixes in _SUFFIX_OPERATORS:
        if after.endswith(suffixes):
            operator = operator or sign
            after = after.removesuffix(next(filter(after.endswith, suffixes)))
            break
    percent = after.startswith(("%", "百分比"))
    unit = after.removeprefix("%").removeprefix("百分比")
    if len(unit) > 10 or unit.startswith("、") or not _NO_UNIT.isdisjoint(unit):
        return Measure(WORDS, operator)
    if percent and not operator and _OCR_FROM <= number <= _OCR_TO:
        return Measure(SUSPECT)
    return Measure(NUMBER, operator, number, percent, unit)


def likely_text(text: str) -> str:
    """The likely original of a SUSPECT text: ``≥90%`` for ``290%``, ``$290%`` and ``^90%``."""
    match = _MISREAD.fullmatch("".join(half_width(text).split()))
    if match is None:
        return text
    whole, without_two = match[1], match[2]
    return f"≥{without_two if Decimal(whole) >= _OCR_FROM else whole}%"


def _operator(text: str) -> tuple[str, str]:
    match = _SIGN.match(text)
    if match is None:
        return "", text
    second = _SIGN.match(text, match.end())
    return _sign(match), text[(second or match).end() :]


def _sign(match: re.Match[str]) -> str:
    return _OPERATORS[(match.lastindex or 1) - 1][0]


def _operator_at_end(before: str) -> tuple[str, str]:
    """The operator at the end of the words before a figure, and the words that are left."""
    for match in _SIGN.finditer(before):
        if match.end() == len(before) and _HAN_NAME.fullmatch(before[: match.start()]):
            return _sign(match), ""
    return "", before


def _date(text: str) -> Measure | None:
    if not ("20" in text or "月" in text) or not _DATE_HINT.search(text):
        return None
    operator, bare = _operator(text)
    match = _DATE.fullmatch(bare)
    if match is None or not (match["y"] or match["m"]):
        return None
    year, month = int(match["y"] or 0), int(match["m"] or 12)
    first, last = (1, 31) if not match["m"] else _DAYS_OF_PART.get(match["part"] or "", (1, 31))
    if match["d"]:
        first = last = int(match["d"])
    since = None if match["before"] or operator in (LE, LT) else (year, int(match["m"] or 1), first)
    return Measure(DATE, operator, latest=(year, month, last), earliest=since)


def common_scale(target: Measure, actual: Measure) -> tuple[Fraction, Fraction] | None:
    """Target and actual value on one scale; None where that is not certain.

    A percent sign that one side leaves out is supplied where only one reading is plausible: ``≥98%``
    with ``98`` or with ``0.98``.  ``1.5万人次`` and ``15300人次`` are brought to one scale;
    different units are not comparable.
    """
    if target.number is None or actual.number is None:
        return None
    a, b = Fraction(target.number), Fraction(actual.number)
    if target.percent and actual.percent:
        return a, b
    if target.percent:
        scaled = _as_percent(b, actual, a)
        return None if scaled is None else (a, scaled)
    if actual.percent:
        scaled = _as_percent(a, target, b)
        return None if scaled is None else (scaled, b)
    if target.unit == actual.unit:
        return a, b
    (unit_a, scale_a), (unit_b, scale_b) = _base_unit(target.unit), _base_unit(actual.unit)
    if target.unit and actual.unit:
        return (a * scale_a, b * scale_b) if unit_a == unit_b else None
    scale = scale_a if target.unit else 1 / scale_b
    if scale == 1 or not a:
        return a, b
    # One side leaves the unit out: 1.5万人次 with 15300 or with 1.6.
    readings = [(a, b), (a * scale, b)]
    likely = [pair for pair in readings if _LIKELY[0] <= pair[1] / pair[0] <= _LIKELY[1]]
    return likely[0] if len(likely) == 1 else None


def _as_percent(bare: Fraction, measure: Measure, other: Fraction) -> Fraction | None:
    """In percent, a figure without a percent sign that is compared with one that has it; None where
    both scales are plausible (``≤5%`` with 0.8).  98, 0.98 and 1 are all in use.
    """
    if measure.unit or bare > _MOST_PERCENT:
        return None
    if not 0 < bare <= 1 or not other:
        return bare
    near = [b for b in (bare, bare * 100) if _SIMILAR[0] < b / other < _SIMILAR[1]]
    return near[0] if len(near) == 1 else None


def _base_unit(unit: str) -> tuple[str, Fraction]:
    """Base unit and factor: ``万人次`` → 人次, 10000."""
    for word, scale in _SCALES:
        if unit.startswith(word):
            return unit.removeprefix(word), Fraction(scale)
    return _METRIC.get(unit, (unit, Fraction(1)))


def meets_target(operator: str, target: Fraction, actual: Fraction) -> bool:
    """Whether the actual value meets the target; no operator means *at least*."""
    if operator == LE:
        return actual <= target
    if operator == LT:
        return actual < target
    if operator == GT:
        return actual > target
    if operator == EQ:
        return actual == target
    return actual >= target
