"""``sheetlint baseline``: records today's findings, so that only new ones count."""

from __future__ import annotations

import os

from sheetlint.cli import options as shared
from sheetlint.cli import status
from sheetlint.cli.bilingual import command
from sheetlint.cli.configuration import Refused, load_setup, prepare_plan
from sheetlint.cli.options import RunOptions, WaiverOptions
from sheetlint.cli.outputs import CommandOutputs, open_outputs
from sheetlint.cli.terminal import write_error
from sheetlint.intake.find_sources import find_sources, is_missing
from sheetlint.messages import cli as texts
from sheetlint.rules.waivers import (
    BASELINE_SCHEMA,
    BadBaseline,
    BaselineEntry,
    format_baseline,
    read_baseline,
)
from sheetlint.run.check_files import check_files
from sheetlint.run.results import Report
from sheetlint.system.atomic_write import encode_text
from sheetlint.system.output_files import OutputKind

_FILE = "sheetlint-baseline.json"
_BASELINE = OutputKind("baseline", rf'\{{\s*"schema": "{BASELINE_SCHEMA}"')
_checked = shared.option_group(
    RunOptions, "options", shared.selection(), shared.profile, shared.settings, shared.bounds
)


@command("baseline", texts.BASELINE_HELP)
@shared.paths
@shared.output(texts.BASELINE_OUTPUT, default=_FILE)
@shared.force
@shared.flag("--prune", text=texts.PRUNE)
@_checked
def baseline(
    paths: tuple[str, ...], output: str, force: bool, prune: bool, options: RunOptions
) -> int:
    setup = load_setup(options.settings)
    every_finding = options._replace(waivers=WaiverOptions(no_waivers=True))
    plan = prepare_plan(setup.run_configuration(every_finding), setup.lang)
    sources = find_sources(paths, plan.bounds)
    outputs = open_outputs(setup, every_finding, sources, force=force)
    outputs.refuse([(output, _BASELINE)])
    sources = outputs.drop_earlier(sources, [(output, _BASELINE)])
    if all(map(is_missing, sources)):
        write_error(texts.NO_INPUT.fill(paths="、".join(paths)).in_(setup.lang))
        return status.NO_INPUT
    entries = list_entries(check_files(sources, plan))
    return _write(entries, output, prune, outputs)


def _write(entries: list[BaselineEntry], output: str, prune: bool, outputs: CommandOutputs) -> int:
    """Write all entries, or with ``prune`` those of the file that are still found."""
    try:
        old = read_baseline(output) if prune else ()
        current = {entry.fingerprint for entry in entries}
        kept = [entry for entry in old if entry.fingerprint in current] if prune else entries
    except BadBaseline as error:
        raise Refused(error.text, outputs.lang) from error
    outputs.write(output, encode_text(format_baseline(kept)), _BASELINE)
    text = texts.BASELINE_PRUNED if prune else texts.BASELINE_WRITTEN
    gone = len(set(old)) - len(set(kept))
    write_error(text.fill(count=len(set(kept)), path=output, gone=gone).in_(outputs.lang))
    return status.OK


def list_entries(report: Report) -> list[BaselineEntry]:
    """An entry for every finding, with a label for the person who reads the file."""
    return [
        BaselineEntry(
            found.fingerprint,
            found.check.code,
            f"{os.path.basename(file.path)} {found.where.label_text}",
        )
        for file, found in report.findings()
    ]
