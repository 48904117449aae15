"""What a bureau receives, of any size: ``python benchmarks/submissions.py FOLDER --files 5000``.

Departments and units are folders, some units hand in one archive.  Eight families of forms in twelve
formats; most is xlsx and docx.  A share of the sheets has a wrong figure, a share of the files is
broken, a few are copies of others or no forms at all.  Beside them stand the list of projects and
the text of the accounts, with the right figures.  The same seed gives the same bytes.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import re
import zipfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import NamedTuple

from comparison_files import EPOCH, Project, accounts, roster, timeless
from mistakes import BROKEN, spoiled
from unit_names import Name, Voice, projects, units

from tests.families import FAMILIES, Drawn
from tests.writing.formats import WRITERS

HANDED_IN, ROSTER, SUMMARY = "报送", "项目清单.xlsx", "决算说明.docx"
_FORMS = {
    (".xlsx", "xlsx"): 470,
    (".docx", "docx"): 240,
    (".xls", "xls"): 90,
    (".et", "xls"): 30,
    (".pdf", "pdf"): 60,
    (".doc", "doc"): 40,
    (".wps", "doc"): 15,
    (".xlsm", "xlsm"): 10,
    (".ods", "ods"): 10,
    (".html", "html"): 10,
    (".xls", "page.xls"): 10,
    (".csv", "csv"): 5,
    (".txt", "text"): 10,
}
"""Suffix and writer, of a thousand."""
_ZIPPED = 0.06
_BESIDE = 0.03
"""Shares of units that hand in an archive, and that hand in something else besides."""
_FEWEST, _MOST = 2, 20
"""Files of a unit."""
_USUAL = "national"


class Wanted(NamedTuple):
    """How much of everything there is to be."""

    files: int
    broken: float = 0.03
    defects: float = 0.2
    copies: float = 0.003
    seed: int = 1


class Unit(NamedTuple):
    number: int
    department: str
    name: str
    files: int


class Submitted(NamedTuple):
    """What a unit has handed in."""

    projects: tuple[Project, ...]
    wrong: tuple[str, ...]
    """Paths of the files with a sheet in which something is wrong."""
    broken: tuple[str, ...]
    copied: tuple[str, ...]
    beside: int
    """Files that are no forms."""


def written(folder: Path, wanted: Wanted, jobs: int = 0) -> Submitted:
    """Everything, written below ``folder``."""
    jobs = jobs or os.cpu_count() or 1
    work = partial(_hand_in, folder / HANDED_IN, wanted)
    every = list(_units(wanted))
    if jobs == 1:
        submitted = list(map(work, every))
    else:
        with ProcessPoolExecutor(jobs) as pool:
            submitted = list(pool.map(work, every, chunksize=8))
    whole = Submitted(
        tuple(project for unit in submitted for project in unit.projects),
        tuple(path for unit in submitted for path in unit.wrong),
        tuple(path for unit in submitted for path in unit.broken),
        tuple(path for unit in submitted for path in unit.copied),
        sum(unit.beside for unit in submitted),
    )
    (folder / ROSTER).write_bytes(roster(whole.projects))
    (folder / SUMMARY).write_bytes(accounts(whole.projects))
    return whole


def _units(wanted: Wanted) -> Iterator[Unit]:
    pick = random.Random(f"{wanted.seed} units")
    left = wanted.files
    for number, (department, name) in enumerate(units(pick)):
        if left <= 0:
            return
        files = min(left, pick.randint(_FEWEST, _MOST))
        left -= files
        yield Unit(number, department, name, files)
    raise SystemExit(f"there are no names for {left} more files")


def _hand_in(top: Path, wanted: Wanted, unit: Unit) -> Submitted:
    pick = random.Random(f"{wanted.seed} unit {unit.number}")
    packed = pick.random() < _ZIPPED
    place = f"{unit.department}/{unit.name}"
    files: dict[str, bytes] = {}
    submitted: dict[str, list[str]] = {"wrong": [], "broken": [], "copied": []}
    listed: list[Project] = []
    last: tuple[str, bytes] | None = None
    names = projects(unit.name, unit.files, pick)
    for number, project in enumerate(names):
        name = Name(project, unit.department, unit.name)
        if last is not None and pick.random() < wanted.copies:
            path = f"{place}/{number + 1:02}{project}自评表{Path(last[0]).suffix}"
            files[path] = last[1]
            submitted["copied"].append(path)
            continue
        drawn = _drawn(f"{wanted.seed} {unit.number} {number}", name, number == 0, pick)
        listed.append(_listed(name, drawn))
        path = f"{place}/{number + 1:02}{project}自评表"
        if pick.random() < wanted.broken:
            suffix, breaks = pick.choice(BROKEN)
            path += suffix
            files[path] = breaks(_file(suffix[1:], drawn), pick)
            submitted["broken"].append(path)
            continue
        (suffix, form) = pick.choices(list(_FORMS), list(_FORMS.values()))[0]
        path += suffix
        if pick.random() < wanted.defects:
            drawn = drawn._replace(drawing=spoiled(drawn.drawing, pick))
            submitted["wrong"].append(path)
        files[path] = _file(form, drawn)
        last = path, files[path]
    beside = pick.random() < _BESIDE
    if beside:
        files[f"{place}/{pick.choice(('报送说明.txt', '联系人.csv'))}"] = _LETTER.encode()
    for path, data in _packed(place, files).items() if packed else files.items():
        (top / path).parent.mkdir(parents=True, exist_ok=True)
        (top / path).write_bytes(data)
    return Submitted(
        tuple(listed),
        tuple(submitted["wrong"]),
        tuple(submitted["broken"]),
        tuple(submitted["copied"]),
        beside,
    )


def _drawn(seed: str, name: Name, first: bool, pick: random.Random) -> Drawn:
    """A form of any family.  That of a whole unit is handed in once: as the ``first`` one."""
    drawn = FAMILIES[pick.choice(list(FAMILIES))](Voice(seed, name))
    if drawn.document["project"] is None and not first:
        return FAMILIES[_USUAL](Voice(seed, name))
    return drawn


_LETTER = "现将我单位材料报上，请查收。\n联系人：李某\n"


def _file(form: str, drawn: Drawn) -> bytes:
    """Without the moment of writing, which office libraries put into what they write."""
    data = WRITERS[form](drawn.drawing)
    if data.startswith(b"PK"):
        return timeless(data)
    if form == "pdf":
        return re.sub(rb"/ID\s*\[[^\]]*\]", b"", re.sub(rb"D:\d{14}[^)]*", b"D:20250101", data))
    return data


def _packed(place: str, files: dict[str, bytes]) -> dict[str, bytes]:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for path, data in files.items():
            entry = zipfile.ZipInfo(path.removeprefix(f"{place}/"), EPOCH)
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return {f"{place}.zip": stream.getvalue()}


def _listed(name: Name, drawn: Drawn) -> Project:
    document = drawn.document
    total = document["total"]["score"]
    budget = next((f["budget"] for f in document["funds"] if f["source"] == "total"), None)
    # A form that names no unit is in the usual one.
    scale = 1 if document["money_unit"] == "元" else 10_000
    return Project(
        name,
        document["project"] is None,
        None if budget is None else Decimal(budget) * scale,
        None if total is None else Decimal(total),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument("--broken", type=float, default=0.03)
    parser.add_argument("--defects", type=float, default=0.2)
    parser.add_argument("--copies", type=float, default=0.003)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=0)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    wanted = Wanted(options.files, options.broken, options.defects, options.copies, options.seed)
    submitted = written(options.folder, wanted, options.jobs)
    print(
        f"{options.files} files and {submitted.beside} others: {len(submitted.projects)} projects, "
        f"{len(submitted.wrong)} with something wrong, {len(submitted.broken)} broken, "
        f"{len(submitted.copied)} copied"
    )


if __name__ == "__main__":
    main()
