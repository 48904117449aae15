"""The notices of a run, one for each unit that has something returned."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sheetlint.batch.digest import sha256
from sheetlint.gate.store import Store
from sheetlint.handback.notices import Filenames, Letterhead, Notice, Template
from sheetlint.writing import write

NOTICES = "notices"


class Stationery(NamedTuple):
    """What the letters are written on."""

    head: Letterhead
    template: Template
    digest: str
    """Of the template."""


class Letter(NamedTuple):
    """A letter of the run; ``error`` where it could not be written."""

    path: str
    """Below the folder of results."""
    unit: str
    error: OSError | None = None


def written(
    notices: Iterable[Notice], stationery: Stationery, out: str, lang: str, store: Store
) -> Iterator[Letter]:
    """Write them.  One that an earlier run has written in the same words stays."""
    names = Filenames(lang)
    for notice in notices:
        path = f"{NOTICES}/{names.of(notice.unit)}"
        place = os.path.join(out, *path.split("/"))
        key = _key(notice, stationery, place, lang)
        if store.get(key) is not None and os.path.isfile(place):
            yield Letter(path, notice.unit)
            continue
        try:
            os.makedirs(os.path.dirname(place), exist_ok=True)
            write(place, stationery.template.letter(notice, stationery.head, lang))
        except OSError as error:
            yield Letter(path, notice.unit, error)
            continue
        store.put(key, "")
        yield Letter(path, notice.unit)


def _key(notice: Notice, stationery: Stationery, place: str, lang: str) -> str:
    parts = (repr(notice), repr(stationery.head), stationery.digest, os.path.abspath(place), lang)
    return sha256("\0".join(parts).encode(errors="surrogatepass"))
