"""Whole sheets, damaged at random and written in every format, through all that is done with a file.

    python -m tests.fuzz_sheets --seconds 60 [--seed N]

Whatever a sheet looks like, each step gives a result or says in its own words why not.  An exception,
a check that crashed and a file that takes too long end the run with status 1: the file is kept, with
as few damages as still show it.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from reportlab.platypus.doctemplate import LayoutError

from sheetlint.annotate.annotated_copy import annotate_file
from sheetlint.config.output_formats import OUTPUT_FORMATS
from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.correct.corrected_copy import make_corrected_copy
from sheetlint.correct.file_fixes import find_file_fixes
from sheetlint.correct.verify_copy import find_problem
from sheetlint.intake.source import Source
from sheetlint.messages import LANGUAGES
from sheetlint.office.errors import Uneditable
from sheetlint.readers import read
from sheetlint.recognise.normalised_document import SCHEMA_NAME
from sheetlint.report.json import dump_json
from sheetlint.report.symbols import choose_symbols
from sheetlint.run.check_files import check_source, make_report
from sheetlint.run.extract import extract_file
from sheetlint.run.plan import Plan, load_plan
from sheetlint.run.profile_panels import ProfilePanels
from sheetlint.run.results import FileReport
from sheetlint.sandbox.bounds import DEFAULT
from sheetlint.sandbox.pdf_process import PdfProcess
from sheetlint.sheet.tables import Table
from tests.families import FAMILIES
from tests.writing.boxes import Box, Drawing
from tests.writing.damage import MOST_COLUMNS, damaged, damaged_document
from tests.writing.formats import SUFFIX, WRITERS
from tests.writing.plain import as_text

ROOT = Path(__file__).parent.parent
FOLDERS = ("examples/sheets", "tests/fixtures", "tests/fixtures/families", "tests/fixtures/readers")
SECONDS = 5
"""Of the processor: a damaged sheet is no longer than a sound one."""
WIDTH = 100


class Case(NamedTuple):
    """A drawing, what is done to it, and the format that it is written in."""

    drawing: Drawing
    damages: tuple[int, ...]
    """A seed for each."""
    form: str

    @property
    def path(self) -> str:
        return f"自评表{SUFFIX[self.form]}"

    def write(self) -> bytes:
        """Raises LayoutError for a row of a PDF that no page is high enough for."""
        return WRITERS[self.form](damaged(self.drawing, self.damages))


class Wrong(Exception):
    """A result that no sheet may have; the text says which."""


class Tools(NamedTuple):
    """What every file is worked on with."""

    plan: Plan
    panels: ProfilePanels
    pdf_process: PdfProcess


def load_tools(pdf_process: PdfProcess) -> Tools:
    plan = load_plan(RunConfiguration())._replace(keep_content=True)
    return Tools(plan, ProfilePanels(plan.registry, plan.decision), pdf_process)


def draw_case(seed: int) -> Case:
    """The same at each call."""
    pick = random.Random(seed)
    if pick.random() < 0.6:
        drawing = FAMILIES[pick.choice(sorted(FAMILIES))](pick).drawing
    else:
        drawing = pick.choice(shipped_drawings())
    damages = tuple(pick.randrange(2**32) for _ in range(pick.randint(1, 9)))
    return Case(drawing, damages, pick.choice(sorted(WRITERS)))


@cache
def shipped_drawings() -> tuple[Drawing, ...]:
    """The tables of the examples and of the tests' files that are sheets or nearly so."""
    paths = (path for folder in FOLDERS for path in sorted((ROOT / folder).iterdir()))
    return tuple(
        drawing
        for path in paths
        if path.is_file() and path.suffix not in (".yaml", ".md")
        for table in read(path.read_bytes(), path.name).tables
        if (drawing := drawing_of(table)).height > 4 and drawing.width <= MOST_COLUMNS
    )


def drawing_of(table: Table) -> Drawing:
    """The cells where they stand; spans that reach over the end are cut."""
    height = len(table.rows)
    boxes = tuple(
        Box(number, cell.column, cell.text, cell.columns, min(cell.rows, height - number))
        for number, row in enumerate(table.rows)
        for cell in row.cells
    )
    width = max((box.column + box.columns for box in boxes), default=1)
    return Drawing(boxes, {}, height, width)


def use(data: bytes, path: str, tools: Tools) -> None:
    """Everything that is done with a file.  Raises ``Wrong``, and what the tool itself raises."""
    begun = time.process_time()
    check(Source(path, data=data), tools)
    extract(Source(path, data=data), tools)
    spent = time.process_time() - begun
    if spent > SECONDS:
        raise Wrong(f"it takes {spent:.1f} s")


def check(source: Source, tools: Tools) -> None:
    """Checked, reported in every way, and copied."""
    file = check_source(source, tools.plan, tools.panels, tools.pdf_process)
    require_result(file)
    render_all(file, tools.plan)
    if file.sheets:
        annotate_file(file, "zh")
        correct(file, tools)


def require_result(file: FileReport) -> None:
    """Raises ``Wrong`` where the tool failed on the file."""
    if file.crashed or file.stopped:
        said = "; ".join(f"{f.check.code} {f.message.en}" for f in file.findings)
        raise Wrong(f"the file is not checked to its end: {said}")


def render_all(file: FileReport, plan: Plan) -> None:
    report = make_report([file], plan)
    # One of the languages, the same for the same file.
    lang = LANGUAGES[len(file.findings) % 2]
    for output in OUTPUT_FORMATS.values():
        render: Callable[..., object] = import_module(f"sheetlint.report.{output.name}").render
        if output.terminal:
            symbols = choose_symbols("utf-8")
            render(report, lang, WIDTH, colour=False, verbose=True, symbols=symbols)
        else:
            render(report, lang)


def correct(file: FileReport, tools: Tools) -> None:
    """As ``fix --unsafe`` does, which reads its copy again and may refuse it."""
    chosen = tools.plan, tools.panels, True, tools.plan.decision.runs
    fixes = find_file_fixes(file, *chosen)
    if not fixes.proposals:
        return
    try:
        data = make_corrected_copy(fixes)
    except Uneditable:
        return
    find_problem(data, fixes, *chosen)


def extract(source: Source, tools: Tools) -> None:
    """The normalised document, the check of it, and of another one that is damaged itself."""
    profiles, bounds = tools.plan.profiles, tools.plan.bounds
    found = extract_file(source, profiles, None, bounds, tools.pdf_process, None)
    if found.data is not None:
        document = {"schema": SCHEMA_NAME, "files": [found.data]}
        text = dump_json(document)
        require_result(check_source(Source("自评表.json", data=text.encode()), tools.plan))
        text = dump_json(damaged_document(document, random.Random(text)))
        check(Source("自评表.json", data=text.encode()), tools)


def failure_of(case: Case, tools: Tools) -> str:
    """The last line of what went wrong; empty where nothing did."""
    try:
        data = case.write()
    except LayoutError:
        return ""
    try:
        use(data, case.path, tools)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ""


def with_fewest_damages(case: Case, tools: Tools) -> Case:
    """Without those of which the failure does not come."""
    for damage in case.damages:
        fewer = case._replace(damages=tuple(d for d in case.damages if d != damage))
        if failure_of(fewer, tools):
            case = fewer
    return case


def show(seed: int, case: Case, tools: Tools) -> None:
    """On the standard output: how to see the failure again."""
    case = with_fewest_damages(case, tools)
    path = Path(tempfile.mkdtemp(prefix="sheetlint-fuzz-"), case.path)
    path.write_bytes(case.write())
    print(f"seed {seed}, {len(case.damages)} damages, {path}")
    print(as_text(damaged(case.drawing, case.damages)).decode())
    try:
        use(case.write(), case.path, tools)
    except Exception:
        traceback.print_exc(file=sys.stdout)


def run(first: int, seconds: float, tools: Tools) -> Iterator[tuple[int, Case]]:
    """Cases that fail, seed after seed until the time is up, each with its seed."""
    end, seed = time.monotonic() + seconds, first
    while time.monotonic() < end:
        case = draw_case(seed)
        if failure_of(case, tools):
            yield seed, case
        seed += 1
    print(f"{seed - first} sheets, seeds {first} to {seed - 1}")


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, help="the first seed; by default another at each run")
    parser.add_argument("--all", action="store_true", help="go on after a failure")
    given = parser.parse_args(arguments)
    first = int.from_bytes(os.urandom(4)) if given.seed is None else given.seed
    print(f"first seed {first}", flush=True)
    failed = 0
    with PdfProcess(DEFAULT) as pdf_process:
        tools = load_tools(pdf_process)
        for seed, case in run(first, given.seconds, tools):
            failed += 1
            show(seed, case, tools)
            if not given.all:
                break
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
