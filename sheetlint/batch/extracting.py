"""A file as plain data, for ``extract``."""

from __future__ import annotations

from typing import Any

from sheetlint.batch.files import Source
from sheetlint.batch.opening import content, opened
from sheetlint.batch.run import named_after_one, settled
from sheetlint.locale import batch as words
from sheetlint.model import Text
from sheetlint.profiles import Choice, Profiles
from sheetlint.tables import Unreadable


def extracted(
    source: Source, profiles: Profiles, choice: Choice | None
) -> tuple[dict[str, Any] | None, Text | None]:
    """The file's part of the normalised document, or why there is none.

    Neither for a file found in a folder that has nothing to do with self-evaluation.
    """
    from sheetlint.schema.document import dump_sheet

    try:
        file = opened(source, content(source))
    except Unreadable as error:
        if source.walked and not named_after_one(source.path):
            return None, None
        return None, error.reason
    if not file.sheets:
        return None, None if source.walked and not file.mentions else words.NO_SHEET
    sheets: list[dict[str, Any]] = []
    for sheet in file.sheets:
        chosen = choice or profiles.choose(sheet)
        sheets.append(dump_sheet(settled(sheet, chosen), chosen.profile.id))
    return {"path": source.path, "format": file.format, "sheets": sheets}, None
