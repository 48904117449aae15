"""Labels as people type them: blanks, full-width forms, lost brackets, synonyms.  The sheet is the same."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path

import sheetlint.recognise
from sheetlint.recognise.lexicon import default_lexicon, label_key
from sheetlint.recognise.normalised_document import dump_sheet
from tests.families import national
from tests.random_examples import number
from tests.recognise.test_variants import Grid, sheet_of
from tests.writing.boxes import grid_of

DATA = tomllib.loads(
    (Path(sheetlint.recognise.__file__).parent / "lexicon.toml").read_text(encoding="utf-8")
)
HEADER = {role: DATA["header"][role] for role in ("project", "department", "unit")}
FUNDS = {role: DATA["funds"]["columns"][role] for role in ("initial", "budget", "executed", "rate")}
COLUMNS = {
    role: DATA["indicators"]["columns"][role]
    for role in ("level3", "target", "actual", "weight", "score", "note")
}


def typed_label(label: str, pick: random.Random) -> str:
    """The label as somebody might type it."""
    text = label
    way = pick.randrange(7)
    if way == 0 and len(text) > 2:
        at = pick.randrange(1, len(text))
        text = text[:at] + pick.choice([" ", "　", "\u00a0"]) + text[at:]
    elif way == 1:
        text = " ".join(text)
    elif way == 2:
        text += pick.choice(["：", ":", " ："])
    elif way == 3:
        text += pick.choice(["（A）", "(B)", "（必填）", "（分）"])
    elif way == 4:
        text += pick.choice(["（A", "(分"])
    return text


def put(
    grid: Grid, row: int, labels: dict[str, list[str]], field: str, pick: random.Random
) -> None:
    """Other names for the cells of a row whose role the lexicon knows."""
    roles = getattr(default_lexicon(), field)
    for column, text in enumerate(grid[row]):
        role = roles.listed.get(label_key(text))
        if role in labels:
            grid[row][column] = typed_label(pick.choice(labels[role]), pick)


def test_labels_in_other_words() -> None:
    for seed in range(number(60)):
        pick = random.Random(seed)
        drawn = national.draw(pick)
        grid = grid_of(drawn.drawing)
        rows = {name: place[0] for name, place in drawn.drawing.fields.items()}
        put(grid, rows["project"], HEADER, "head_fields", pick)
        put(grid, rows["unit"], HEADER, "head_fields", pick)
        put(grid, rows["funds.total.budget"] - 1, FUNDS, "fund_columns", pick)
        put(grid, rows["indicators.0.level3"] - 1, COLUMNS, "indicator_columns", pick)
        grid[rows["total.score"]][0] = typed_label(pick.choice(["总分", "合计", "总计"]), pick)
        sheet = sheet_of(grid)
        assert sheet.doubts == (), (seed, grid)
        assert dump_sheet(sheet, "p") == drawn.document, (seed, grid)
