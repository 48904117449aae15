"""The sentence that sums up the evaluations in the text of a department's accounts (决算说明).

``对 12 个项目开展绩效自评，涉及资金 345.67 万元，平均得分 95.3 分，其中优 8 个、良 4 个``: number of
projects, money, average score and number of projects of each grade, in any order and wording
(``[accounts]`` of ``lexicon.toml``).  Sentences on evaluations by others (部门评价, 财政评价 …) are
ignored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from sheetlint.crosscheck.inputs import AccountsSummary
from sheetlint.crosscheck.names import grade_key
from sheetlint.recognise.lexicon import read_lexicon_file
from sheetlint.sheet.numbers.parse import half_width
from sheetlint.sheet.place import Place

_SENTENCE = re.compile(r"[^。；;\n]+[。；;\n]?")
_YEAR = re.compile(r"(20\d\d)年")
_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6,
           "七": 7, "八": 8, "九": 9}  # fmt: skip
_COUNT = r"(\d+|[〇零一二两三四五六七八九十百]+)"
_QUOTED = r"[“\"'‘「]?({})[”\"'’」]?"
_YUAN = {
    "亿元": Decimal(100_000_000),
    "万元": Decimal(10_000),
    "千元": Decimal(1000),
    "元": Decimal(1),
}


class _Wordings(NamedTuple):
    """The patterns of ``[accounts]``."""

    own: re.Pattern[str]
    """An evaluation by the unit itself."""
    others: re.Pattern[str]
    """An evaluation by somebody else."""
    average: re.Pattern[str]
    money: re.Pattern[str]
    money_of_a_kind: re.Pattern[str]
    projects_of_a_level: re.Pattern[str]
    total_projects: re.Pattern[str]
    count_before_projects: re.Pattern[str]
    count_after_projects: re.Pattern[str]
    grade_before_count: re.Pattern[str]
    count_before_grade: re.Pattern[str]
    grade_of_all: re.Pattern[str]


@cache
def _wordings() -> _Wordings:
    patterns = read_lexicon_file()["accounts"]
    parts = {
        "<count>": _COUNT,
        "<grade>": _QUOTED.format(patterns["grade"]),
        "<no_project>": patterns["no_project"],
    }

    def compiled(name: str) -> re.Pattern[str]:
        pattern = patterns[name]
        for mark, part in parts.items():
            pattern = pattern.replace(mark, part)
        return re.compile(pattern)

    return _Wordings._make(map(compiled, _Wordings._fields))


def read_summaries(text: str, at: Place) -> list[AccountsSummary]:
    """The summaries in a paragraph; none where it does not sum up evaluations."""
    summaries = [_summary("".join(sentences), at) for sentences in _own_passages(text)]
    return [summary for summary in summaries if summary is not None]


def _own_passages(text: str) -> Iterator[list[str]]:
    """The passages on evaluations by the units themselves, each as its sentences."""
    passage: list[str] = []
    wordings = _wordings()
    # Split before ``half_width``, which turns a full stop (。) into a decimal point.
    for raw in _SENTENCE.findall(text):
        sentence = "".join(half_width(raw.rstrip("。；;\n")).split()) + ";"
        if wordings.others.search(sentence) and not wordings.own.search(sentence):
            if passage:
                yield passage
            passage = []
        elif passage or wordings.own.search(sentence):
            passage.append(sentence)
    if passage:
        yield passage


def _summary(text: str, at: Place) -> AccountsSummary | None:
    money = _money(text)
    average = _wordings().average.search(text)
    year = _YEAR.search(text)
    projects = _projects(text)
    grades = _grades(text, projects)
    known = [projects is not None, money is not None, average is not None, bool(grades)]
    if sum(known) < 2:
        return None
    amount, ulp = _amount(money) if money else (None, Decimal(1))
    return AccountsSummary(
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
    """Number of projects; None where the text prints several numbers and no sum of them."""
    wordings = _wordings()
    before_grades = _before_grades(text)
    total = wordings.total_projects.search(before_grades)
    if total:
        return _number(total[1])
    if wordings.projects_of_a_level.search(before_grades):
        return None
    found = {
        _number(match[1])
        for pattern in (wordings.count_before_projects, wordings.count_after_projects)
        for match in pattern.finditer(before_grades)
    }
    return found.pop() if len(found) == 1 else None


def _before_grades(text: str) -> str:
    """The text before the first number of projects of a grade."""
    patterns = (_wordings().grade_before_count, _wordings().count_before_grade)
    starts = [found.start() for pattern in patterns if (found := pattern.search(text))]
    return text[: min(starts)] if starts else text


def _money(text: str) -> re.Match[str] | None:
    """The first amount; None where the text prints amounts of several kinds of budget."""
    wordings = _wordings()
    if len(wordings.money_of_a_kind.findall(text)) > 1:
        return None
    return wordings.money.search(text)


def _amount(money: re.Match[str]) -> tuple[Decimal, Decimal]:
    """The amount and one unit of its last printed place, in 元."""
    figure = Decimal(re.sub("[,，]", "", money[1]))
    exponent = figure.as_tuple().exponent
    assert isinstance(exponent, int)
    return figure * _YUAN[money[2]], Decimal(1).scaleb(exponent) * _YUAN[money[2]]


def _grades(text: str, projects: int | None) -> tuple[tuple[str, int], ...]:
    """Grades with their numbers of projects; all ``projects`` where the text gives them one grade."""
    wordings = _wordings()
    grade_first = [(m[1], _number(m[2])) for m in wordings.grade_before_count.finditer(text)]
    count_first = [(m[2], _number(m[1])) for m in wordings.count_before_grade.finditer(text)]
    found = grade_first if len(grade_first) >= len(count_first) else count_first
    of_all = wordings.grade_of_all.search(text)
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
