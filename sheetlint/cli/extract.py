"""``sheetlint extract``: the sheets of files as plain data."""

from __future__ import annotations

from typing import Any

from sheetlint.cli import options as shared
from sheetlint.cli import status
from sheetlint.cli.bilingual import command
from sheetlint.cli.configuration import chosen_profile, load_setup
from sheetlint.cli.options import RunOptions
from sheetlint.cli.terminal import write_error, write_output
from sheetlint.intake.find_sources import find_sources, is_missing
from sheetlint.messages import cli as texts
from sheetlint.messages.visible import visible
from sheetlint.recognise.normalised_document import SCHEMA_NAME
from sheetlint.run.extract import extract_file
from sheetlint.sandbox.pdf_process import PdfProcess

_read = shared.option_group(RunOptions, "options", shared.profile, shared.settings, shared.bounds)


@command("extract", texts.EXTRACT_HELP)
@shared.paths
@shared.choice(
    "--format", "format_", text=texts.EXTRACT_FORMAT, values=("yaml", "json"), default="yaml"
)
@shared.verbose(texts.EXTRACT_VERBOSE)
@_read
def extract(paths: tuple[str, ...], format_: str, verbose: bool, options: RunOptions) -> int:
    setup = load_setup(options.settings)
    configuration = setup.run_configuration(options)
    profiles, choice = chosen_profile(configuration, setup.lang)
    files: list[dict[str, Any]] = []
    failed = False
    bounds, lexicon = configuration.bounds, configuration.load_lexicon()
    sources = find_sources(paths, bounds)
    archives_with_output: set[str | bytes | None] = set()
    with PdfProcess(bounds) as pdf_process:
        for source in sources:
            if source.expanded and source.archive in archives_with_output:
                continue
            found = extract_file(source, profiles, choice, bounds, pdf_process, lexicon)
            if found.data is not None or found.refusal is not None:
                archives_with_output.add(source.archive)
            if found.refusal is not None:
                failed = True
                write_error(visible(f"{source.path}: {found.refusal.in_(setup.lang)}"))
            elif found.data is not None:
                files.append(found.data)
                for number, heading in found.headings if verbose else ():
                    text = texts.HEADING[heading.how].fill(
                        printed=heading.printed, name=heading.name
                    )
                    write_error(visible(f"{source.path} #{number}: {text.in_(setup.lang)}"))
                for number, note in found.notes if verbose else ():
                    place = f"{source.path} #{number} {note.at.where.label_text}"
                    write_error(visible(f"{place}: {note.text.in_(setup.lang)}"))
    if files:
        write_output(_written({"schema": SCHEMA_NAME, "files": files}, format_))
    if all(map(is_missing, sources)):
        return status.NO_INPUT
    if not files and not failed:
        write_error(texts.NO_INPUT.fill(paths="、".join(paths)).in_(setup.lang))
        return status.NO_INPUT
    return status.FINDINGS if failed else status.OK


def _written(document: object, format_: str) -> str:
    if format_ == "json":
        from sheetlint.report.json import dump_json

        return dump_json(document)
    from sheetlint.report.yaml import dump_yaml

    return dump_yaml(document)
