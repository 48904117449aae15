"""Serial numbers as the dates and times that a workbook shows."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from sheetlint.readers.format_code import Section, Token, parse_sections

_LAST_DAY = 2_958_465  # 9999-12-31
_DAY_SECONDS = 86_400
_DAYS_TO_1904 = 1_462
_LONG_DATE = 'yyyy"年"m"月"d"日"'
_LONG_TIME = "h:mm:ss"
_MONTHS = "January February March April May June July August September October November December"
_DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday"
_ZH_DAYS = "日一二三四五六"
_NUMERALS = {1: "〇一二三四五六七八九", 2: "零壹贰叁肆伍陆柒捌玖"}
_TENS = {1: "十", 2: "拾"}


class _Moment:
    """A serial number split into year, month, day, hour, minute and second."""

    def __init__(self, days: int, seconds: Decimal) -> None:
        self.days = days
        self.seconds = seconds
        whole = int(seconds)
        self.hour, rest = divmod(whole, 3_600)
        self.minute, self.second = divmod(rest, 60)
        if days == 0:
            self.year, self.month, self.day = 1900, 1, 0
        elif days == 60:
            # Excel's calendar has the day that 1900 did not have.
            self.year, self.month, self.day = 1900, 2, 29
        else:
            known = date.fromordinal(693_594 + days + (1 if days < 60 else 0))
            self.year, self.month, self.day = known.year, known.month, known.day
        self.weekday = (days + 6) % 7
        """0 is Sunday, in Excel's calendar."""


def format_date(value: Decimal, section: Section, from_1904: bool) -> str | None:
    """``value`` by a date section; None where there is no such day and Excel shows ``####``."""
    if section.locale == "F800":
        section = parse_sections(_LONG_DATE)[0]
    elif section.locale == "F400":
        section = parse_sections(_LONG_TIME)[0]
    if value < 0 or value >= _LAST_DAY + 1:
        return None
    days = int(value)
    places = _second_places(section)
    unit = Decimal(1).scaleb(-places)
    seconds = ((value - days) * _DAY_SECONDS).quantize(unit, rounding=ROUND_HALF_UP)
    if seconds >= _DAY_SECONDS:
        days, seconds = days + 1, Decimal(0)
    if days + (_DAYS_TO_1904 if from_1904 else 0) > _LAST_DAY:
        return None
    moment = _Moment(days + (_DAYS_TO_1904 if from_1904 else 0), seconds)
    elapsed = days * _DAY_SECONDS + int(seconds)
    twelve = "half" in section.kinds
    out: list[str] = []
    tokens = section.tokens
    skip_places = False
    for index, token in enumerate(tokens):
        if token.kind == "place":
            if not skip_places:
                out.append(token.text)
            continue
        skip_places = False
        if token.kind == "date":
            out.append(_part(moment, token, _is_minute(tokens, index), twelve, section))
        elif token.kind == "elapsed":
            out.append(_elapsed(elapsed, token.text))
        elif token.kind == "half":
            out.append(_half(moment, token.text))
        elif token.kind == "point" and _places_after(tokens, index):
            out.append("." + f"{seconds % 1:f}".partition(".")[2][: _places_after(tokens, index)])
            skip_places = True
        else:
            out.append(token.text)
    return "".join(out)


def _second_places(section: Section) -> int:
    return max(
        (
            min(9, _places_after(section.tokens, index))
            for index, token in enumerate(section.tokens)
            if token.kind == "point"
        ),
        default=0,
    )


def _places_after(tokens: tuple[Token, ...], index: int) -> int:
    """Places right behind a point: fractions of a second."""
    count = 0
    while index + 1 + count < len(tokens) and tokens[index + 1 + count].kind == "place":
        count += 1
    return count


def _is_minute(tokens: tuple[Token, ...], index: int) -> bool:
    """``m`` and ``mm`` are minutes after an hour or before a second, else months."""
    times = [i for i, token in enumerate(tokens) if token.kind in ("date", "elapsed")]
    at = times.index(index)
    before = tokens[times[at - 1]].text.lower() if at else ""
    after = tokens[times[at + 1]].text.lower() if at + 1 < len(times) else ""
    return before.startswith("h") or after.startswith("s")


def _part(moment: _Moment, token: Token, is_minute: bool, twelve: bool, section: Section) -> str:
    text = token.text.lower()
    letter, width = text[0], len(text)
    numerals = section.numerals
    chinese = section.locale.endswith("804")
    if letter in "ye":
        if letter == "y" and width <= 2:
            return _number(moment.year % 100, 2, numerals, digitwise=True)
        return _number(moment.year, 4, numerals, digitwise=True)
    if letter == "m" and width <= 2:
        return _number(moment.minute if is_minute else moment.month, width, numerals)
    if letter == "m":
        if chinese and width < 5:
            return _number(moment.month, 1, 1) + "月"
        name = _MONTHS.split()[moment.month - 1]
        return name[:3] if width == 3 else name[:1] if width == 5 else name
    if letter == "d" and width <= 2:
        return _number(moment.day, width, numerals)
    if letter == "d" or letter == "a":
        zh = _ZH_DAYS[moment.weekday]
        if letter == "a" or chinese:
            return {("a", 3): zh, ("d", 3): "周" + zh}.get((letter, width), "星期" + zh)
        name = _DAYS.split()[moment.weekday]
        return name[:3] if width == 3 else name
    if letter == "h":
        hour = (moment.hour % 12 or 12) if twelve else moment.hour
        return _number(hour, min(width, 2), numerals)
    if letter == "s":
        return _number(moment.second, min(width, 2), numerals)
    return ""


def _number(value: int, width: int, numerals: int, digitwise: bool = False) -> str:
    if not numerals:
        return f"{value:0{width}d}"
    digits = _NUMERALS[numerals]
    if digitwise or value == 0:
        return "".join(digits[int(digit)] for digit in f"{value:0{width}d}")
    tens, ones = divmod(value, 10)
    head = "" if tens == 0 else _TENS[numerals] if tens == 1 else digits[tens] + _TENS[numerals]
    return head + (digits[ones] if ones else "")


def _elapsed(seconds: int, text: str) -> str:
    unit = {"h": 3_600, "m": 60, "s": 1}[text[0].lower()]
    return f"{seconds // unit:0{len(text)}d}"


def _half(moment: _Moment, text: str) -> str:
    morning, _, evening = text.partition("/")
    return morning if moment.hour < 12 else evening
