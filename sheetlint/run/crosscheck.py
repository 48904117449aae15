"""Runs the checks across sheets on the summaries of a run's sheets, and adds them to the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

from sheetlint.crosscheck.batch import Batch
from sheetlint.crosscheck.inputs import NO_INPUTS, Inputs
from sheetlint.crosscheck.sheet_summary import SheetSummary
from sheetlint.profiles import DEFAULT, Profile
from sheetlint.rules.engine import ResolvedFinding, check_batch
from sheetlint.rules.waivers import AppliedWaiver, Waivers
from sheetlint.run.plan import Plan
from sheetlint.run.results import FAIL, PASS, Report, ReportedFinding, Skipped
from sheetlint.sheet.place import Place
from sheetlint.sheet.where import Where

_MAX_PLACES = 50
"""Places that the label of a finding lists; of more it gives the number."""


class CrosscheckOutcome(NamedTuple):
    """The findings of the checks across sheets, the checks that did not run, and the verdict."""

    findings: tuple[ReportedFinding, ...]
    skipped: tuple[Skipped, ...]
    verdict: str


def crosscheck_sheets(
    sheets: Sequence[SheetSummary], inputs: Inputs, plan: Plan
) -> CrosscheckOutcome:
    """Check all sheets of a run together; the same sheets in the same order give the same findings."""
    profile = _choose_profile(sheets, plan)
    decision = plan.decision.with_profile(profile.severities, profile.mandatory)
    outcome = check_batch(Batch(sheets, inputs), profile, plan.registry, decision)
    occurrences: Counter[str] = Counter()
    findings = tuple(_report_finding(found, occurrences, plan.waivers) for found in outcome.found)
    failed = any(f.waived is None and plan.decision.fails(f.severity) for f in findings)
    return CrosscheckOutcome(
        findings,
        tuple(Skipped(skip.code, None, skip.reason) for skip in outcome.skipped),
        FAIL if failed else PASS,
    )


def add_crosscheck(report: Report, plan: Plan, inputs: Inputs = NO_INPUTS) -> Report:
    """The report of a run that has kept summaries, with the findings across its sheets added."""
    sheets = [s.summary for file in report.checked for s in file.sheets if s.summary is not None]
    across = crosscheck_sheets(sheets, inputs, plan)
    return report._replace(
        batch=across.findings,
        batch_skipped=across.skipped,
        verdict=FAIL if FAIL in (report.verdict, across.verdict) else PASS,
    )


def _choose_profile(sheets: Sequence[SheetSummary], plan: Plan) -> Profile:
    """The profile that the user named, else that of most sheets."""
    if plan.profile is not None:
        return plan.profile.profile
    counts = Counter(sheet.profile for sheet in sheets)
    commonest = min(counts, key=lambda name: (-counts[name], name), default=DEFAULT)
    return plan.profiles.load(commonest or DEFAULT)


def _report_finding(
    found: ResolvedFinding, occurrences: Counter[str], waivers: Waivers
) -> ReportedFinding:
    finding, check = found.finding, found.check
    subject = "\x1f".join((check.code, *finding.identity))
    occurrences[subject] += 1
    counted = f"{subject}\x1f{occurrences[subject]}".encode(errors="surrogatepass")
    fingerprint = sha256(counted).hexdigest()[:16]
    only = finding.places[0] if len(finding.places) == 1 else None
    return ReportedFinding(
        check,
        found.severity,
        None if only is None else only.sheet,
        finding.message,
        Where((_label(finding.places),), *(only.where[1:] if only else ())),
        finding.printed,
        finding.expected,
        finding.formula,
        finding.basis or check.basis,
        finding.hint,
        fingerprint,
        places=finding.places,
        private=finding.private,
        waived=_find_waiver(found, fingerprint, waivers),
    )


def _find_waiver(
    found: ResolvedFinding, fingerprint: str, waivers: Waivers
) -> AppliedWaiver | None:
    """The first waiver of the finding, if all files that it names are covered; None otherwise."""
    if not waivers.any:
        return None
    paths = dict.fromkeys(place.path for place in found.finding.places) or {"": None}
    applied = [waivers.find(found.check, fingerprint, path) for path in paths]
    return None if None in applied else applied[0]


def _label(places: Sequence[Place]) -> str:
    """``甲.xlsx:自评表1!B3 › 基本信息 › 项目名称；乙.xlsx #2:…``: for machine formats, which have no
    other field for several places.  The cell of a single place stands in fields of its own."""
    addresses = [_address(place.where) if len(places) > 1 else "" for place in places[:_MAX_PLACES]]
    labels = [
        " › ".join((place_name(place) + address, *place.where.label))
        for place, address in zip(places, addresses, strict=False)
    ]
    more = [f"…（{len(places)}）"] if len(places) > _MAX_PLACES else []
    return "；".join(labels + more)


def _address(where: Where) -> str:
    if where.cell is not None:
        return f":{where.cell}"
    return "" if where.line is None else f":{where.line}"


def place_name(place: Place) -> str:
    """The path of the file, with the number of the sheet where it is not the first (``a.xlsx #2``)."""
    return f"{place.path} #{place.sheet + 1}" if place.sheet else place.path
