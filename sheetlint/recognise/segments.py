"""Where one sheet ends and the next begins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile

from sheetlint.recognise import funds, indicators
from sheetlint.recognise.form_head import is_form_number, is_title
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.recognise.lines import Line

_FAR = 60
"""Lines between the head of a form and its indicators: more than any form has."""


def split_segments(lines: Sequence[Line], lexicon: Lexicon) -> list[list[Line]]:
    """The stretches of lines that are self-evaluation sheets.

    A sheet begins at its title, or at its project name where the title is missing and the sheet
    before has already had its table.  A title that opens nothing (a page heading in mid-sheet)
    belongs to the stretch before it.
    """
    stretches: list[list[Line]] = [[]]
    for line in lines:
        if _is_page_number(line, lexicon):
            continue
        if is_title(line, lexicon) or (
            _names_project(line, lexicon) and _has_table(stretches[-1], lexicon)
        ):
            before = stretches[-1]
            # The number of a form stands above its title, and not below the form before it.
            above = [before.pop()] if before and is_form_number(before[-1], lexicon) else []
            stretches.append(above)
        stretches[-1].append(line)
    whole: list[list[Line]] = []
    for stretch in stretches:
        if whole and not _opens(stretch, lexicon) and _has_table(whole[-1], lexicon):
            whole[-1] += dropwhile(lambda line: _over_a_form(line, lexicon), stretch)
        elif stretch:
            whole.append(stretch)
    return [stretch for stretch in whole if is_sheet(stretch, lexicon)]


def is_sheet(lines: Sequence[Line], lexicon: Lexicon) -> bool:
    """A titled form with at least one of its blocks, or an untitled one with all that are scored.

    A table of targets alone (a budget's 绩效目标表) has neither title nor scores, and the scoring
    table of an evaluation report has no project and no funds just above it.
    """
    if any(is_title(line, lexicon) for line in lines):
        return any(_is_header(line, lexicon) for line in lines)
    for at, line in enumerate(lines):
        if indicators.is_indicator_header(line, lexicon) and "score" in _roles(line, lexicon):
            above = lines[max(0, at - _FAR) : at]
            has_funds = any(funds.is_funds_header(other, lexicon) for other in above)
            return has_funds and any(_names_project(other, lexicon) for other in above)
    return False


def _is_page_number(line: Line, lexicon: Lexicon) -> bool:
    return len(line.cells) == 1 and lexicon.page.fullmatch(line.cells[0].text.strip()) is not None


def _is_header(line: Line, lexicon: Lexicon) -> bool:
    return funds.is_funds_header(line, lexicon) or indicators.is_indicator_header(line, lexicon)


def _roles(line: Line, lexicon: Lexicon) -> set[str]:
    return {
        lexicon.indicator_columns[name] for name in line.keys if name in lexicon.indicator_columns
    }


def _over_a_form(line: Line, lexicon: Lexicon) -> bool:
    return is_title(line, lexicon) or is_form_number(line, lexicon)


def _names_project(line: Line, lexicon: Lexicon) -> bool:
    return not lexicon.project_labels.isdisjoint(line.keys)


def _has_table(lines: Sequence[Line], lexicon: Lexicon) -> bool:
    return any(indicators.is_indicator_header(line, lexicon) for line in lines)


def _opens(lines: Sequence[Line], lexicon: Lexicon) -> bool:
    """The stretch has the head of a form of its own."""
    return any(
        _names_project(line, lexicon) or funds.is_funds_header(line, lexicon) for line in lines
    )
