"""The findings of a report with what a page needs of each: a number, an anchor, its place in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sheetlint.messages import html as messages
from sheetlint.messages import report as report_messages
from sheetlint.messages.text import Text
from sheetlint.readers.formats import has_cell_addresses
from sheetlint.report.place_texts import MAX_PLACES, address_text, batch_place_text, place_text
from sheetlint.report.summary_texts import display_path
from sheetlint.rules.check import HIGH
from sheetlint.rules.decide import rank, reaches
from sheetlint.run.results import FileReport, Report, ReportedFinding


class PlaceLink(NamedTuple):
    """A place in words."""

    text: str | Text
    anchor: str = ""
    """Of the sheet on the page, for a finding across sheets."""


class NumberedFinding(NamedTuple):
    """One finding of a page."""

    found: ReportedFinding
    key: int
    """Unique on the page, for anchors."""
    number: int
    """From 1, within its sheet."""
    spots: tuple[PlaceLink, ...]
    """One place, or those in every sheet concerned."""
    consequences: tuple[Text, ...]

    @property
    def anchor(self) -> str:
        return f"f{self.key}"

    @property
    def mark(self) -> str:
        """The anchor of its cell."""
        return f"c{self.key}"

    @property
    def place(self) -> str | Text | None:
        """Where it is, if that is one place on the page that it stands on; else see ``spots``."""
        return self.spots[0].text if len(self.spots) == 1 and not self.spots[0].anchor else None

    @property
    def severity(self) -> Text:
        return report_messages.SEVERITY[self.found.severity]

    @property
    def rank(self) -> int:
        return rank(self.found.severity)

    @property
    def confidence(self) -> Text | None:
        """The confidence of the check; None where it is high."""
        sure = self.found.check.confidence
        return None if sure == HIGH else report_messages.CONFIDENCE[sure]

    @property
    def label(self) -> Text:
        """The accessible name of its mark in the form."""
        check = self.found.check
        return messages.MARK.fill(
            number=self.number, severity=self.severity, code=check.code, title=check.title
        )

    @property
    def waived(self) -> Text | None:
        """Why it does not count."""
        waived = self.found.waived
        if waived is None:
            return None
        text = messages.WAIVED_BY if waived.by else messages.WAIVED
        return text.fill(reason=waived.reason, by=waived.by)


def number_findings(
    report: Report, file: FileReport, lang: str, first: int
) -> list[NumberedFinding]:
    """Those of a file that people are shown, and those that are waived, in reading order."""
    counts: dict[int | None, int] = {}
    result: list[NumberedFinding] = []
    for found in file.findings:
        if not reaches(found.severity, report.shown):
            continue
        number = counts[found.sheet] = counts.get(found.sheet, 0) + 1
        result.append(_numbered(found, file, lang, first + len(result), number))
    return result


def _numbered(
    found: ReportedFinding, file: FileReport, lang: str, key: int, number: int
) -> NumberedFinding:
    has_addresses = has_cell_addresses(file.format)
    where = place_text(found.where, lang, has_addresses)
    text = display_path(file.path, lang) if found.sheet is None else where
    return NumberedFinding(
        found,
        key,
        number,
        (PlaceLink(text),),
        tuple(_consequence_texts(found, lang, has_addresses)),
    )


def number_batch_findings(
    report: Report, anchors: Mapping[tuple[str, int | None], str], lang: str, first: int
) -> list[NumberedFinding]:
    """The same of findings across sheets; ``anchors`` are those of sheets by file and number."""
    shown = [found for found in report.batch if reaches(found.severity, report.shown)]
    return [
        NumberedFinding(found, first + i, i + 1, _place_links(found, anchors, lang), ())
        for i, found in enumerate(shown)
    ]


def _place_links(
    found: ReportedFinding, anchors: Mapping[tuple[str, int | None], str], lang: str
) -> tuple[PlaceLink, ...]:
    spots = [
        PlaceLink(batch_place_text(there, lang, "·"), anchors.get((there.path, there.sheet), ""))
        for there in found.places[:MAX_PLACES]
    ]
    left = len(found.places) - len(spots)
    if left:
        spots.append(PlaceLink(report_messages.MORE_PLACES.fill(count=left)))
    return tuple(spots)


def _consequence_texts(found: ReportedFinding, lang: str, has_addresses: bool) -> Iterable[Text]:
    for other in found.consequences:
        there = address_text(other.where, lang, has_addresses) or other.where.label_text
        yield report_messages.CONSEQUENCE.fill(code=other.code, title=other.title, place=there)
