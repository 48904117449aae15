"""Pages made for tests, parsed: of reports made by hand and of files that are really checked."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree, html

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.intake.source import Source
from sheetlint.profiles import Profiles
from sheetlint.report.html import render
from sheetlint.rules.decide import Decision
from sheetlint.rules.registry import load
from sheetlint.run.check_files import check_files
from sheetlint.run.plan import Plan
from sheetlint.run.results import Report
from tests.text_forms import draw
from tests.writing.formats import SUFFIX, WRITERS

EXAMPLES = Path(__file__).parents[3] / "examples" / "sheets"


@cache
def plan(show: str = "info") -> Plan:
    return Plan(
        RunConfiguration(decision=Decision(show=show)), load(), Profiles(), keep_content=True
    )


def checked(*paths: Path, show: str = "info") -> Report:
    return check_files([Source(str(path)) for path in paths], plan(show), "d" * 64)


@cache
def examples() -> Report:
    return checked(*sorted(EXAMPLES.iterdir()))


def spoiled(folder: Path, form: str, edits: dict[str, str], show: str = "info") -> Report:
    """The report on a sheet that is clean but for the edits."""
    path = folder / f"自评表{SUFFIX[form]}"
    path.write_bytes(WRITERS[form](draw(None, edits)))
    return checked(path, show=show)


def parsed(report: Report, lang: str = "zh") -> Any:
    return html.document_fromstring(render(report, lang), parser=_PARSER)


_PARSER = html.HTMLParser(encoding="utf-8")


def text(element: Any) -> str:
    """What is read of an element, blanks put together."""
    return " ".join(element.text_content().split())


def structure(page: Any) -> list[tuple[str, tuple[str, ...]]]:
    """Elements and names of attributes, in order."""
    return [
        (element.tag, tuple(sorted(element.attrib)))
        for element in page.iter()
        if isinstance(element.tag, str)
    ]


def source(element: Any) -> str:
    return etree.tostring(element, encoding="unicode", method="html", with_tail=False) + "\n"
