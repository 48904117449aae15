"""One trial: a clean sheet with other wordings, read and checked beside the sheet itself."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, NamedTuple

from sheetlint.intake.source import Source
from sheetlint.readers import read
from sheetlint.recognise import recognise
from sheetlint.recognise.normalised_document import dump_sheet
from sheetlint.rules.check import ERROR, WARNING
from sheetlint.run.check_files import check_source
from sheetlint.run.plan import Plan
from sheetlint.sheet.numbers.parse import compact
from tests.wording.specimens import Specimen
from tests.writing.boxes import Drawing
from tests.writing.formats import SUFFIX, WRITERS

FORMS = ("text", "xlsx", "docx")
_DOUBT = "RD003"


class Outcome(NamedTuple):
    """What became of a sheet."""

    documents: list[dict[str, Any]]
    errors: Counter[str]
    warnings: Counter[str]
    doubts: str
    """All texts of doubts, without blanks."""


class Trial(NamedTuple):
    """A wording in a sheet, and whether the sheet was read and checked as it is without it."""

    family: str
    role: str
    wording: str
    form: str
    different: tuple[str, ...]
    """The fields that were not read the same."""
    errors: tuple[str, ...]
    warnings: tuple[str, ...]
    """Codes of what the sheet itself does not get."""
    quoted: bool
    """A doubt repeats the wording."""

    @property
    def same(self) -> bool:
        return not self.different


@cache
def folder() -> Path:
    return Path(mkdtemp())


def outcome(drawing: Drawing, form: str, plan: Plan) -> Outcome:
    """The sheet written in a format, read and checked."""
    path = folder() / f"自评表{SUFFIX[form]}"
    data = WRITERS[form](drawing)
    path.write_bytes(data)
    report = check_source(Source(str(path)), plan)
    found = [(f.severity, f.check.code, compact(f.message.zh)) for f in report.findings]
    return Outcome(
        [dump_sheet(sheet, "") for sheet in recognise(read(data, path.name)).sheets],
        Counter(code for severity, code, _ in found if severity == ERROR),
        Counter(code for severity, code, _ in found if severity == WARNING),
        "".join(text for _, code, text in found if code == _DOUBT),
    )


class Base:
    """A clean sheet as it is, and the trials with it: each written in one of ``forms`` by chance."""

    def __init__(self, specimen: Specimen, forms: Sequence[str] = FORMS) -> None:
        self.specimen = specimen
        self._forms = forms
        self._outcomes: dict[str, Outcome] = {}

    def outcome(self, form: str) -> Outcome:
        if form not in self._outcomes:
            self._outcomes[form] = outcome(self.specimen.drawing, form, self.specimen.plan)
        return self._outcomes[form]

    @property
    def document(self) -> dict[str, Any]:
        return self.outcome("text").documents[0]

    def trial(
        self,
        role: str,
        drawing: Drawing,
        pick: random.Random,
        wordings: Iterable[str] = (),
        levels: Mapping[str, str] | None = None,
        *,
        added: bool = False,
    ) -> Trial:
        """``drawing`` is the sheet with ``wordings``; ``levels``: label of a level as it was, by the
        label that it has now; ``added``: there are texts below the table, or the total is left out."""
        form = pick.choice(self._forms)
        before, after = self.outcome(form), outcome(drawing, form, self.specimen.plan)
        texts = list(wordings)
        return Trial(
            self.specimen.family,
            role,
            "、".join(texts),
            form,
            tuple(_differences(before.documents, after.documents, levels or {}, added)),
            tuple(after.errors - before.errors),
            tuple(code for code in after.warnings - before.warnings if not code.startswith("RD")),
            bool(texts) and all(compact(text) in after.doubts for text in texts),
        )


def _differences(
    before: list[dict[str, Any]],
    after: list[dict[str, Any]],
    levels: Mapping[str, str],
    added: bool,
) -> list[str]:
    """Paths of the fields that differ; labels of rows may."""
    if len(after) != len(before):
        return [f"{len(after)} sheets"]
    different: list[str] = []
    for old, new in zip(before, after, strict=True):
        first, second = _flat(old, {}), _flat(new, levels)
        if added:
            kept = all(text in "\n".join(second["remarks"]) for text in first["remarks"])
            second["remarks"] = first["remarks"] if kept else ()
            if second["total.score"] is None:
                second |= {path: first[path] for path in ("total.weight", "total.score", "grade")}
        paths = first.keys() | second.keys()
        different += sorted(path for path in paths if first.get(path) != second.get(path))
    return different


def _flat(document: Mapping[str, Any], levels: Mapping[str, str], path: str = "") -> dict[str, Any]:
    """The values of a sheet by their paths, without the labels that may be reworded."""
    values: dict[str, Any] = {}
    for key, value in document.items():
        if key == "remarks":
            values["remarks"] = tuple(value.values())
        elif isinstance(value, dict):
            values |= _flat(value, levels, f"{path}{key}.")
        elif isinstance(value, list):
            for number, item in enumerate(value):
                values |= _flat(item, levels, f"{path}{key}.{number}.")
        elif key in ("level1", "level2"):
            values[path + key] = levels.get(value, value)
        elif key != "label":
            values[path + key] = value
    return values
