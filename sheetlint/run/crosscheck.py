"""The checks across sheets, run over what was kept of each, and put into the report."""

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

_NAMED = 50
"""Places that a finding names; of more it says how many there are."""


class CrosscheckOutcome(NamedTuple):
    """What was found across sheets."""

    findings: tuple[ReportedFinding, ...]
    skipped: tuple[Skipped, ...]
    verdict: str


def crosscheck_sheets(
    sheets: Sequence[SheetSummary], inputs: Inputs, plan: Plan
) -> CrosscheckOutcome:
    """All sheets of a run together; the same sheets in the same order give the same findings."""
    profile = _profile(sheets, plan)
    decision = plan.decision.with_profile(profile.severities, profile.mandatory)
    outcome = check_batch(Batch(sheets, inputs), profile, plan.registry, decision)
    seen: Counter[str] = Counter()
    findings = tuple(_reported(found, seen, plan.waivers) for found in outcome.found)
    failed = any(f.waived is None and plan.decision.fails(f.severity) for f in findings)
    return CrosscheckOutcome(
        findings,
        tuple(Skipped(skip.code, None, skip.reason) for skip in outcome.skipped),
        FAIL if failed else PASS,
    )


def add_crosscheck(report: Report, plan: Plan, inputs: Inputs = NO_INPUTS) -> Report:
    """The report of a run that has kept summaries, with what was found across its sheets."""
    sheets = [s.summary for file in report.checked for s in file.sheets if s.summary is not None]
    across = crosscheck_sheets(sheets, inputs, plan)
    return report._replace(
        batch=across.findings,
        batch_skipped=across.skipped,
        verdict=FAIL if FAIL in (report.verdict, across.verdict) else PASS,
    )


def _profile(sheets: Sequence[SheetSummary], plan: Plan) -> Profile:
    """The one that was named, else the one of most sheets."""
    if plan.profile is not None:
        return plan.profile.profile
    counts = Counter(sheet.profile for sheet in sheets)
    most = min(counts, key=lambda name: (-counts[name], name), default=DEFAULT)
    return plan.profiles.load(most or DEFAULT)


def _reported(found: ResolvedFinding, seen: Counter[str], waivers: Waivers) -> ReportedFinding:
    finding, check = found.finding, found.check
    known = "\x1f".join((check.code, *finding.identity))
    seen[known] += 1
    counted = f"{known}\x1f{seen[known]}".encode(errors="surrogatepass")
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
        waived=_waived(found, fingerprint, waivers),
    )


def _waived(found: ResolvedFinding, fingerprint: str, waivers: Waivers) -> AppliedWaiver | None:
    """A waiver for some files covers what is found in these files and in no other."""
    if not waivers.any:
        return None
    paths = dict.fromkeys(place.path for place in found.finding.places) or {"": None}
    each = [waivers.find(found.check, fingerprint, path) for path in paths]
    return None if None in each else each[0]


def _label(places: Sequence[Place]) -> str:
    """``甲.xlsx:自评表1!B3 › 基本信息 › 项目名称；乙.xlsx #2:…``: for programs, which are told of
    no other places.  One alone has fields of its own for its cell."""
    spots = [_spot(place.where) if len(places) > 1 else "" for place in places[:_NAMED]]
    said = [
        " › ".join((place_name(place) + spot, *place.where.label))
        for place, spot in zip(places, spots, strict=False)
    ]
    more = [f"…（{len(places)}）"] if len(places) > _NAMED else []
    return "；".join(said + more)


def _spot(where: Where) -> str:
    if where.cell is not None:
        return f":{where.cell}"
    return "" if where.line is None else f":{where.line}"


def place_name(place: Place) -> str:
    """The file, and which of its sheets it is where that is not the first."""
    return f"{place.path} #{place.sheet + 1}" if place.sheet else place.path
