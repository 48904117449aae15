"""A batch in one process: all checks beside a script with three: ``python benchmarks/batch.py``.

The script is what an office writes for itself: it opens each file with openpyxl, python-docx or
pdfplumber, takes the texts row by row, and sees whether the execution rate is executed ÷ budget and
whether weights and scores add up.  Both go through the same files, a few of each in turn: first
through one form without mistakes, then through what a bureau receives, most of it with findings.
"""

from __future__ import annotations

import gc
import io
import os
import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from importlib.util import find_spec
from pathlib import Path

from libraries import FASTEST
from stages import whole_plan
from submissions import HANDED_IN, Wanted, written
from timing import timed
from two_sheet_files import WRITERS
from two_sheets import pair

from sheetlint.intake.find_sources import find_sources
from sheetlint.intake.source import Source
from sheetlint.run.check_files import check_files

FILES = int(os.environ.get("FILES", "500"))
_STEP, _OF_SCRIPT = 20, 4
"""Files in a turn, and how many of them the script reads, which takes so much longer."""
_PDF = 10
"""PDF files take the script a tenth of a second each: so many times fewer."""

Rows = list[list[str]]


def workbook(data: bytes) -> Iterator[Rows]:
    from openpyxl import load_workbook

    for sheet in load_workbook(io.BytesIO(data), data_only=True):
        yield [["" if c is None else str(c) for c in row] for row in sheet.values]


def document(data: bytes) -> Iterator[Rows]:
    from docx import Document

    for table in Document(io.BytesIO(data)).tables:
        yield [[cell.text for cell in row.cells] for row in table.rows]


def printed(data: bytes) -> Iterator[Rows]:
    from pdfplumber import open as open_pdf

    with open_pdf(io.BytesIO(data)) as pages:
        for page in pages.pages:
            for table in page.extract_tables():
                yield [[cell or "" for cell in row] for row in table]


SCRIPTS: dict[str, tuple[str, str, Callable[[bytes], Iterator[Rows]]]] = {
    "xlsx": ("openpyxl", "openpyxl", workbook),
    "docx": ("python-docx", "docx", document),
    "pdf": ("pdfplumber", "pdfplumber", printed),
}


def three_checks(rows: Rows) -> list[str]:
    """What is wrong with a sheet: rate, sum of the weights, sum of the scores."""
    wrong: list[str] = []
    weights, scores = Decimal(0), Decimal(0)
    for row in rows:
        if len(row) > 7 and row[1] == "年度资金总额":
            budget, executed, rate = number(row[3]), number(row[4]), number(row[6])
            if abs(executed / budget - rate) >= Decimal("0.0001"):
                wrong.append("rate")
            weights, scores = weights + number(row[5]), scores + number(row[7])
        elif row[0] == "总分":
            if number(row[6]) != weights:
                wrong.append("weights")
            if number(row[7]) != scores:
                wrong.append("scores")
        elif len(row) > 7 and weights and known(row[6]) and known(row[7]):
            weights, scores = weights + number(row[6]), scores + number(row[7])
    return wrong


def number(text: str) -> Decimal:
    bare = text.strip().replace(",", "")
    if bare.endswith("%"):
        return Decimal(bare[:-1]) / 100
    return round(Decimal(bare), 6)


def known(text: str) -> bool:
    try:
        number(text)
    except InvalidOperation:
        return False
    return True


def measured(kind: str, sources: Sequence[Source], what: str) -> str:
    """Ours against the script and the fastest library, on the same files."""
    name, needs, tables = SCRIPTS[kind]
    fastest = FASTEST[kind]
    plan = whole_plan()

    def script(some: Sequence[Source]) -> None:
        for source in some:
            for rows in tables(Path(source.path).read_bytes()):
                # It knows one form; on another one it takes as long to find nothing.
                with suppress(InvalidOperation, ZeroDivisionError, IndexError):
                    three_checks(rows)

    def least(some: Sequence[Source]) -> None:
        for source in some:
            fastest.read(Path(source.path).read_bytes())

    check_files(sources[:_STEP], plan)  # warm
    times: dict[str, list[float]] = {"ours": [], "script": [], "fastest": []}
    for at in range(0, len(sources), _STEP):
        some = sources[at : at + _STEP]
        times["ours"].append(timed(check_files, some, plan) / len(some))
        if find_spec(needs) is not None:
            few = some[:_OF_SCRIPT]
            times["script"].append(timed(script, few) / len(few))
        if fastest.there:
            times["fastest"].append(timed(least, some) / len(some))
    each = {key: statistics.median(values) for key, values in times.items() if values}
    line = [f"{kind:<5} {what:<12} {len(sources):4} files  {1 / each['ours']:6.0f} files/s"]
    if "script" in each:
        line.append(f"{each['script'] / each['ours']:6.2f} times the {name} script")
    if "fastest" in each:
        line.append(f"{each['fastest'] / each['ours']:.3f} of {fastest.name}")
    return "   ".join(line)


def one_form(kind: str, folder: Path) -> list[Source]:
    """The two sheets with other names and figures in each file, nothing wrong in any."""
    count = FILES // _PDF if kind == "pdf" else FILES
    paths = [folder / f"{number:05}.{kind}" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_bytes(WRITERS[kind](pair(number)))
    sources = find_sources([str(path) for path in paths])
    report = check_files(sources[:_STEP], whole_plan())
    if report.sheets != 2 * len(report.files) or any(True for _ in report.findings()):
        raise SystemExit(f"{kind}: the sheets are not read, or something is found in them")
    return sources


def received(kind: str, folder: Path) -> list[Source]:
    """Those of the files of a bureau that can be read."""
    sources = [
        source
        for source in find_sources([str(folder / HANDED_IN)])
        if source.path.endswith(f".{kind}") and source.member is None
    ]
    report = check_files(sources, whole_plan())
    return [source for source, file in zip(sources, report.files, strict=True) if file.sheets]


def main() -> None:
    gc.set_threshold(50_000, 50, 50)  # as the command line has it
    with tempfile.TemporaryDirectory() as top:
        written(Path(top), Wanted(FILES))
        for kind in SCRIPTS:
            print(measured(kind, one_form(kind, Path(top)), "one form"), flush=True)
            if sources := received(kind, Path(top)):
                print(measured(kind, sources, "as received"), flush=True)


if __name__ == "__main__":
    main()
