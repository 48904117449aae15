"""Where the time of a submission goes, in one process and step by step, and what others take.

PDF files are left out: they are read in a process of their own, whose time is not ours to see.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from decimal import InvalidOperation
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from batch import SCRIPTS, three_checks, timed
from floors import FLOORS

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.gate.documents import Documents
from sheetlint.gate.pages_and_copies import Job, OutputOptions, hand_back
from sheetlint.gate.tally import line
from sheetlint.gate.worker import Bench, bench
from sheetlint.intake.content import content
from sheetlint.intake.source import Source
from sheetlint.readers import read
from sheetlint.recognise import recognise
from sheetlint.run.check_files import check_source
from sheetlint.run.results import FileReport
from sheetlint.sheet.tables import Document, Unreadable

_PORTION = 20
_OF_SCRIPT = 4
"""Files of a portion that the script reads, which takes so much longer."""


class Share(NamedTuple):
    """Seconds of a file in each stage."""

    name: str
    seconds: float


def stages(sources: Sequence[Source]) -> list[Share]:
    """Of a file on the average; every stage takes its turn on each portion."""
    configuration = RunConfiguration()
    tools = bench(configuration)
    spent: dict[str, float] = {}
    chosen = [source for source in sources if not source.path.endswith(".pdf")]
    with tempfile.TemporaryDirectory() as out, Documents(out, "zh") as documents:
        _portion(chosen[:_PORTION], configuration, tools, documents, out)  # warm
        for at in range(0, len(chosen), _PORTION):
            some = chosen[at : at + _PORTION]
            for name, seconds in _portion(some, configuration, tools, documents, out).items():
                spent[name] = spent.get(name, 0.0) + seconds
    return [Share(name, seconds / len(chosen)) for name, seconds in spent.items()]


def _portion(
    sources: Sequence[Source],
    configuration: RunConfiguration,
    tools: Bench,
    documents: Documents,
    out: str,
) -> dict[str, float]:
    bounds = tools.plan.bounds
    data: list[bytes] = []
    tables: list[Document] = []
    files: list[FileReport] = []
    texts: list[str] = []

    def parse() -> None:
        for source, one in zip(sources, data, strict=True):
            with suppress(Unreadable):
                tables.append(read(one, Path(source.path).name, bounds.limits))

    def check() -> None:
        files.extend(check_source(s, tools.plan, tools.panels, tools.apart) for s in sources)

    def again() -> None:
        for text in texts:
            tools.codec.read(text)

    def write() -> None:
        for number, file in enumerate(files):
            documents.add(line(number, file), file)

    opened = timed(lambda: data.extend(content(source, bounds) for source in sources))
    hashed = timed(lambda: [sha256(one).hexdigest() for one in data])
    parsed = timed(parse)
    found = timed(lambda: [recognise(document) for document in tables])
    whole = timed(check)
    kept = timed(lambda: texts.extend(tools.codec.written(file) for file in files))
    decoded = timed(again)
    written = timed(write)
    jobs = [
        Job(source, f"{number}.html", "", text)
        for number, (source, file, text) in enumerate(zip(sources, files, texts, strict=True))
        if file.sheets
    ]
    options = OutputOptions(out, "zh")
    page = timed(hand_back, configuration, options, jobs)
    return {
        "opening, hashing": opened + hashed,
        "parser": parsed,
        "recogniser": found,
        "checks": whole - opened - hashed - parsed - found,
        "keeping": kept + decoded,
        "documents": written,
        "page (opens again)": page,
    }


def beside(sources: Sequence[Source], kind: str) -> str:
    """Ours against the script with three checks and the floor, on the same files."""
    name, needs, tables = SCRIPTS[kind]
    tools = bench(RunConfiguration())
    floor = FLOORS[kind]
    chosen = [s for s in sources if s.path.endswith(f".{kind}") and s.member is None]
    sound = [s for s in chosen if check_source(s, tools.plan, apart=tools.apart).sheets]

    def ours(some: Iterable[Source]) -> None:
        for source in some:
            check_source(source, tools.plan, tools.panels, tools.apart)

    def script(some: Iterable[Source]) -> None:
        for source in some:
            for rows in tables(Path(source.path).read_bytes()):
                # It knows one form; on another one it takes as long to find nothing.
                with suppress(InvalidOperation, ZeroDivisionError, IndexError):
                    three_checks(rows)

    def least(some: Iterable[Source]) -> None:
        for source in some:
            floor.read(Path(source.path).read_bytes())

    each: dict[str, list[float]] = {"ours": [], "script": [], "floor": []}
    for at in range(0, len(sound), _PORTION):
        some = sound[at : at + _PORTION]
        for key, work, part, there in (
            ("ours", ours, some, True),
            ("script", script, some[:_OF_SCRIPT], find_spec(needs) is not None),
            ("floor", least, some, floor.there),
        ):
            if there:
                each[key].append(_of_one(work, part))
    mean = {key: sum(times) / len(times) for key, times in each.items() if times}
    said = [f"{kind:<5} {len(sound):4} files  {mean['ours'] * 1000:6.2f} ms a file"]
    if "script" in mean:
        said.append(f"{mean['script'] / mean['ours']:6.2f} times the {name} script")
    if "floor" in mean:
        said.append(f"{mean['floor'] / mean['ours']:.3f} of {floor.name}")
    return "   ".join(said)


def _of_one(work: Callable[[Iterable[Source]], None], some: Sequence[Source]) -> float:
    return timed(work, some) / len(some)
