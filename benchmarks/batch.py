"""A batch in one process: all checks beside a script with three: ``python benchmarks/batch.py``.

The script is what an office writes for itself: it opens each file with openpyxl, python-docx or
pdfplumber, takes the texts row by row, and sees whether the execution rate is executed ÷ budget and
whether weights and scores add up.  Both go through the same files, a few of each in turn.
"""

from __future__ import annotations

import gc
import io
import os
import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from importlib.util import find_spec
from pathlib import Path

from floors import FLOORS
from ours import whole_plan
from sheets import pair
from timing import clock
from written import WRITERS

from sheetlint.intake.files import found
from sheetlint.run.check_files import run

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


def timed(call: Callable[..., object], *arguments: object) -> float:
    start = clock()
    call(*arguments)
    return clock() - start


def measured(kind: str, paths: Sequence[Path]) -> str:
    """Ours against the script and the floor."""
    name, needs, tables = SCRIPTS[kind]
    floor = FLOORS[kind]
    plan = whole_plan()
    sources = found([str(path) for path in paths])
    report = run(sources[:_STEP], plan)
    if report.sheets != 2 * len(report.files) or any(True for _ in report.findings()):
        raise SystemExit(f"{kind}: the sheets are not read, or something is found in them")

    def script(some: Sequence[Path]) -> None:
        for path in some:
            for rows in tables(path.read_bytes()):
                if three_checks(rows):
                    raise SystemExit(f"the script finds something in {path}")

    def again(some: Sequence[Path]) -> None:
        for path in some:
            floor.read(path.read_bytes())

    times: dict[str, list[float]] = {"ours": [], "script": [], "floor": []}
    for at in range(0, len(paths), _STEP):
        some = paths[at : at + _STEP]
        times["ours"].append(timed(run, sources[at : at + _STEP], plan) / len(some))
        if find_spec(needs) is not None:
            few = some[:_OF_SCRIPT]
            times["script"].append(timed(script, few) / len(few))
        if floor.there:
            times["floor"].append(timed(again, some) / len(some))
    usual = {key: statistics.median(found) for key, found in times.items() if found}
    said = [f"{kind:<5} {len(paths):4} files  {1 / usual['ours']:6.0f} files/s"]
    if "script" in usual:
        said.append(f"{usual['script'] / usual['ours']:6.2f} times the {name} script")
    if "floor" in usual:
        said.append(f"{usual['floor'] / usual['ours']:.3f} of {floor.name}")
    return "   ".join(said)


def main() -> None:
    gc.set_threshold(50_000, 50, 50)  # as the command line has it
    for kind in SCRIPTS:
        count = FILES // _PDF if kind == "pdf" else FILES
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder) / f"{n:05}.{kind}" for n in range(count)]
            for index, path in enumerate(paths):
                path.write_bytes(WRITERS[kind](pair(index)))
            print(measured(kind, paths), flush=True)


if __name__ == "__main__":
    main()
