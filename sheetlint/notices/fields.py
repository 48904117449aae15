"""Names and values of the placeholders of templates, in Chinese and English."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sheetlint.messages import ZH
from sheetlint.messages import notices as messages
from sheetlint.messages.text import Text
from sheetlint.notices.letters import Letterhead, Notice, Problem, Project, UnreadableFile
from sheetlint.notices.sentences import clean_line

PROJECTS = Text("每个项目", "each project")
RETURNED = Text("每个退回项目", "each returned")
PROBLEMS = Text("每个问题", "each problem")
UNREADABLE = Text("每个无法读取的文件", "each unreadable file")
IF_SHEETS = Text("有自评表时", "if there are sheets")
IF_RETURNED = Text("有退回时", "if any is returned")
IF_UNREADABLE = Text("有无法读取的文件时", "if any is unreadable")
BLOCK_ENDS = {
    PROJECTS: Text("项目完", "end project"),
    RETURNED: Text("退回项目完", "end returned"),
    PROBLEMS: Text("问题完", "end problem"),
    UNREADABLE: Text("无法读取的文件完", "end unreadable file"),
    IF_SHEETS: Text("自评表时完", "end if sheets"),
    IF_RETURNED: Text("退回时完", "end if returned"),
    IF_UNREADABLE: Text("无法读取时完", "end if unreadable"),
}
"""The end of a block that is repeated, or left out, by its start."""
PROBLEM = Text("问题", "problem")
BLOCK_BY_START = {name: block for block in BLOCK_ENDS for name in block}
BLOCK_BY_END = {name: block for block, end in BLOCK_ENDS.items() for name in end}
_DIGITS = "〇一二三四五六七八九"


class Scope(NamedTuple):
    """The placeholders that can be used at one place of the template."""

    values: Mapping[str, str]
    parts: Mapping[Text, Sequence[Scope]] = {}
    """Repetitions of the blocks that can start here, by block."""


def notice_scope(
    notice: Notice, letterhead: Letterhead, lang: str, *, lists_unreadable: bool = True
) -> Scope:
    """The values of all placeholders of a notice.

    In a template that does not list files that could not be read they stand among the returned.
    """
    if not lists_unreadable:
        as_returned = tuple(_as_returned(file, lang) for file in notice.unreadable)
        notice = notice._replace(projects=notice.projects + as_returned, unreadable=())
    returned = notice.returned
    until = messages.IN_TIME.in_(lang)
    if letterhead.deadline is not None:
        until = messages.UNTIL.fill(date=_long_date(letterhead.deadline, lang)).in_(lang)
    values = _in_both_languages(
        (Text("单位", "unit"), notice.unit),
        (Text("发文单位", "bureau"), clean_line(letterhead.bureau)),
        (Text("文号", "number"), clean_line(letterhead.number)),
        (Text("日期", "date"), _long_date(letterhead.date, lang)),
        (Text("期限", "deadline"), until),
        (Text("联系方式", "contact"), clean_line(letterhead.contact)),
        (Text("项目数", "projects"), str(len(notice.projects))),
        (Text("退回数", "returned"), str(len(returned))),
        (Text("通过数", "passed"), str(len(notice.projects) - len(returned))),
        (Text("概述", "overview"), _overview(notice).in_(lang)),
        (Text("报送要求", "request"), _request(notice, until).in_(lang)),
        (Text("无法读取数", "unreadable"), str(len(notice.unreadable))),
    )
    parts = {
        PROJECTS: _projects(notice.projects, values, lang),
        RETURNED: _projects(returned, values, lang),
        UNREADABLE: _unreadable_files(notice.unreadable, values),
    }
    return _with_sections(Scope(values, parts), notice, lang)


def _with_sections(scope: Scope, notice: Notice, lang: str) -> Scope:
    """The scope with the parts that a letter has or has not; each, and the end, has a number.

    In a part for returned sheets those are ``{{节}}.1``, ``{{节}}.2``.
    """
    sections: dict[Text, Sequence[Scope]] = {}
    there = (IF_SHEETS, notice.projects), (IF_RETURNED, notice.returned)
    number = 1
    for block, found in (*there, (IF_UNREADABLE, notice.unreadable)):
        sections[block] = [_numbered(scope, number, lang)] if found else []
        number += bool(found)
    last = _numbered(scope, number, lang)
    return Scope(last.values, {**scope.parts, **sections})


def _numbered(scope: Scope, number: int, lang: str) -> Scope:
    shown = chinese_numeral(number) if lang == ZH else str(number)
    own = _in_both_languages((Text("节", "section"), shown))
    parts = {
        block: [Scope(ChainMap(own, dict(each.values)), each.parts) for each in repetitions]
        for block, repetitions in scope.parts.items()
    }
    return Scope(ChainMap(own, dict(scope.values)), parts)


def _as_returned(file: UnreadableFile, lang: str) -> Project:
    errors = len(file.problems)
    return Project(messages.WHOLE_FILE.in_(lang), file.file, "", "", True, errors, 0, file.problems)


def _overview(notice: Notice) -> Text:
    """What was reviewed and what could not be: a file that was not read was not reviewed."""
    count, returned, unread = len(notice.projects), len(notice.returned), len(notice.unreadable)
    parts: list[Text] = []
    if count:
        result = messages.ALL_PASSED
        if returned:
            result = messages.SOME_RETURNED if returned < count else messages.ALL_RETURNED
        filled = result.fill(returned=returned, passed=count - returned)
        parts.append(messages.REVIEWED.fill(count=count, result=filled))
    if unread:
        sentence = messages.UNREAD_BESIDES if count else messages.ONLY_UNREAD
        parts.append(sentence.fill(count=unread))
    return _join(parts)


def _request(notice: Notice, until: str) -> Text:
    """What to do, and until when."""
    parts: list[Text] = []
    if notice.returned:
        parts.append(messages.CORRECT_AND_SUBMIT.fill(until=until))
    if notice.unreadable:
        parts.append(messages.SUBMIT_AGAIN.fill(until=until))
    return _join(parts)


def _join(sentences: Sequence[Text]) -> Text:
    return Text("".join(s.zh for s in sentences), " ".join(s.en for s in sentences))


def _unreadable_files(files: Sequence[UnreadableFile], outer: Mapping[str, str]) -> list[Scope]:
    scopes: list[Scope] = []
    for number, file in enumerate(files, 1):
        own = _in_both_languages(
            (Text("序号", "no"), str(number)),
            (Text("文件", "file"), file.file),
            (Text("原因", "reason"), file.reason),
        )
        scopes.append(Scope(ChainMap(own, dict(outer))))
    return scopes


def _projects(projects: Sequence[Project], outer: Mapping[str, str], lang: str) -> list[Scope]:
    return [_project(number, project, outer, lang) for number, project in enumerate(projects, 1)]


def _project(number: int, project: Project, outer: Mapping[str, str], lang: str) -> Scope:
    result = messages.RETURNED if project.returned else messages.PASSED
    own = _in_both_languages(
        (Text("序号", "no"), str(number)),
        (Text("汉字序号", "numeral"), chinese_numeral(number)),
        (Text("项目", "project"), project.name),
        (Text("文件", "file"), project.file),
        (Text("年度", "year"), project.year),
        (Text("总分", "total"), project.total),
        (Text("结论", "result"), result.in_(lang)),
        (Text("错误数", "errors"), str(project.errors)),
        (Text("警告数", "warnings"), str(project.warnings)),
    )
    values = ChainMap(own, dict(outer))
    problems = [_problem(problem, values) for problem in project.problems]
    return Scope(values, {PROBLEMS: problems})


def _problem(problem: Problem, outer: Mapping[str, str]) -> Scope:
    own = _in_both_languages(
        (Text("序号", "no"), str(problem.number)),
        (Text("汉字序号", "numeral"), chinese_numeral(problem.number)),
        (PROBLEM, problem.sentence),
        (Text("级别", "severity"), problem.severity),
        (Text("检查项", "check"), problem.check),
        (Text("位置", "place"), problem.place),
        (Text("填写", "printed"), problem.printed),
        (Text("应为", "expected"), problem.expected),
        (Text("依据", "basis"), problem.basis),
    )
    return Scope(ChainMap(own, dict(outer)))


def _in_both_languages(*fields: tuple[Text, str]) -> dict[str, str]:
    return {name: value for field, value in fields for name in field}


def _long_date(day: date, lang: str) -> str:
    return messages.DATE_LONG.fill(y=day.year, m=day.month, d=day.day).in_(lang)


def chinese_numeral(number: int) -> str:
    """The number of a heading: 一, 十二, 二十; from 100 in digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return head + (_DIGITS[ones] if ones else "")


_SAMPLE_NOTICE = Notice(
    "单位",
    (Project("项目", "文件", "2000", "100", True, 1, 0, (Problem(1, *("问题",) * 7),)),),
    (UnreadableFile("文件", "原因", ()),),
)


def sample_scope() -> Scope:
    """A notice with one project and one problem, to try a template with."""
    return notice_scope(_SAMPLE_NOTICE, Letterhead(date(2000, 1, 1)), "zh")


def enclosing_block(name: str) -> Text | None:
    """The block in which a placeholder or block of this name must stand; None where it need not."""
    whole = sample_scope()
    project = whole.parts[RETURNED][0]
    if name in whole.values or BLOCK_BY_START.get(name) in whole.parts:
        return None
    if name in project.values or BLOCK_BY_START.get(name) in project.parts:
        return RETURNED
    if name in project.parts[PROBLEMS][0].values:
        return PROBLEMS
    return UNREADABLE if name in whole.parts[UNREADABLE][0].values else None
