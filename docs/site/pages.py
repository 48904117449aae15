"""The pages of the documentation site that are made of the tool itself.

A check's page is its docstring with what the registry and the profiles know of it; a profile's page
is what ``sheetlint profiles show`` prints.  Nothing is written twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sheetlint.messages import EN, ZH
from sheetlint.messages import manual as words
from sheetlint.messages import report as report_words
from sheetlint.messages.text import Text
from sheetlint.profiles import Profiles, UnknownParameter
from sheetlint.profiles.parameters import all_parameters
from sheetlint.profiles.profile import UNKNOWN, Profile
from sheetlint.report.manual_sections import split_manual
from sheetlint.report.parameter_texts import value_text
from sheetlint.report.profiles import as_page
from sheetlint.rules.check import Check
from sheetlint.rules.registry import Registry

LANGUAGES = (ZH, EN)
_WIDTH = 100
_CHECKS = Text("检查项", "Checks")
_PROFILES = Text("口径", "Profiles")
_COLUMNS = Text("| 代码 | 名称 | 检查 | 级别 |", "| Code | Name | Check | Severity |")
_BACK = Text("全部检查项", "All checks")


def pages(registry: Registry, profiles: Profiles) -> Iterator[tuple[str, str]]:
    """Path (``checks/FD002.md``, English below ``en/``) and text of every page, in order."""
    loaded = [profiles.load(name) for name in profiles.names]
    for lang in LANGUAGES:
        yield path("checks/index.md", lang), _list(registry.checks, lang)
        for check in registry.checks:
            yield path(f"checks/{check.code}.md", lang), _check(check, loaded, lang)
        yield path("profiles/index.md", lang), _profile_list(profiles, lang)
        for name in profiles.names:
            yield path(f"profiles/{name}.md", lang), _profile(profiles, name, registry, lang)


def path(name: str, lang: str) -> str:
    return name if lang == ZH else f"en/{name}"


def _list(checks: Sequence[Check], lang: str) -> str:
    lines = [f"# {_CHECKS.in_(lang)}", "", _COLUMNS.in_(lang), "|---|---|---|---|"]
    for check in checks:
        severity = report_words.SEVERITY[check.severity].in_(lang)
        link = f"[{check.code}]({check.code}.md)"
        lines.append(f"| {link} | `{check.name}` | {_plain(check.title.in_(lang))} | {severity} |")
    return "\n".join(lines) + "\n"


def _check(check: Check, profiles: Sequence[Profile], lang: str) -> str:
    facts = [
        (words.SEVERITY, report_words.SEVERITY[check.severity]),
        (words.CONFIDENCE, report_words.CONFIDENCE[check.confidence]),
        (words.BASIS, check.basis),
        (words.SINCE, Text(check.since, check.since)),
    ]
    if not check.enabled:
        facts.append((words.DEFAULT_STATE, words.OFF))
    lines = [f"# {check.code} {_plain(check.title.in_(lang))}", ""]
    lines += [f"| {check.code} | `{check.name}` |", "|---|---|"]
    lines += [f"| {label.in_(lang)} | {_plain(text.in_(lang))} |" for label, text in facts]
    for heading, paragraphs in split_manual(check.manual, lang):
        if heading:
            lines += ["", f"## {heading}"]
        for text in paragraphs:
            lines += ["", _plain(text)]
    if check.parameters:
        lines += ["", f"## {words.PARAMETERS.in_(lang)}"]
        for key in check.parameters:
            lines += ["", *_parameter(key, profiles, lang)]
    return "\n".join([*lines, "", f"[{_BACK.in_(lang)}](index.md)", ""])


def _parameter(key: str, profiles: Sequence[Profile], lang: str) -> Iterator[str]:
    """The key with its meaning, and each value with the places that have it."""
    said = all_parameters().get(key)
    meaning = "" if said is None else _plain(said.meaning.in_(lang))
    yield f"### `{key}`"
    yield ""
    yield meaning
    yield ""
    values: dict[str, list[str]] = {}
    for profile in profiles:
        try:
            value = value_text(profile.get(key))
        except UnknownParameter:
            value = UNKNOWN
        values.setdefault(value, []).append(f"[{profile.id}](../profiles/{profile.id}.md)")
    for value, names in values.items():
        text = words.NOT_SET.in_(lang) if value == UNKNOWN else f"`{value}`"
        yield f"- {text}: {report_words.AND.in_(lang).join(names)}"


def _profile_list(profiles: Profiles, lang: str) -> str:
    lines = [f"# {_PROFILES.in_(lang)}", ""]
    for name in profiles.names:
        english = profiles.own_values(name).get("title_en") if lang == EN else None
        lines.append(f"- [{name}]({name}.md) {_plain(str(english or profiles.load(name).title))}")
    return "\n".join(lines) + "\n"


def _profile(profiles: Profiles, name: str, registry: Registry, lang: str) -> str:
    page = as_page(profiles, name, registry, lang, _WIDTH, colour=False)
    return f"# {name}\n\n```text\n{page.rstrip()}\n```\n"


def _plain(text: str) -> str:
    """What Markdown would take for markup stands as it is."""
    for mark in "\\`*_{}[]<>#|":
        text = text.replace(mark, f"\\{mark}")
    return text
