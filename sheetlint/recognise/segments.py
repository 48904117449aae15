"""Stage 2: the lines of each sheet of a document."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile

from sheetlint.recognise import indicators
from sheetlint.recognise.form_head import is_form_number, is_title
from sheetlint.recognise.fund_header import is_funds_header
from sheetlint.recognise.lexicon import Lexicon, label_key, split_label
from sheetlint.recognise.lines import Line

_MOST_LINES_BETWEEN = 60
"""Lines between the head of a form and its indicator table; no known form has as many."""


def split_segments(lines: Sequence[Line], lexicon: Lexicon) -> list[list[Line]]:
    """The lines of each self-evaluation sheet.

    A sheet begins at its title, or at its project name where it has no title and the sheet before
    already has an indicator table, or is cut off behind its funds.  A title without a head of a form below it (the heading of a new
    page) belongs to the sheet before.
    """
    segments: list[list[Line]] = [[]]
    for line in lines:
        if _is_page_number(line, lexicon):
            continue
        if is_title(line, lexicon) or _begins_next_form(line, segments[-1], lexicon):
            before = segments[-1]
            # The number of a form (表号) stands above its title.
            number_line = [before.pop()] if before and is_form_number(before[-1], lexicon) else []
            segments.append(number_line)
        segments[-1].append(line)
    complete: list[list[Line]] = []
    for segment in segments:
        if complete and not _has_form_head(segment, lexicon) and _has_table(complete[-1], lexicon):
            complete[-1] += dropwhile(lambda line: _is_title_or_number(line, lexicon), segment)
        elif segment:
            complete.append(segment)
    return [segment for segment in complete if is_sheet(segment, lexicon)]


def _begins_next_form(line: Line, before: Sequence[Line], lexicon: Lexicon) -> bool:
    """Whether the line names a project, and the lines before it are those of another form."""
    if not _names_project(line, lexicon):
        return False
    if _has_table(before, lexicon):
        return True
    if is_funds_header(line, lexicon):
        return False
    named = dropwhile(lambda other: not _names_project(other, lexicon), before)
    return any(is_funds_header(other, lexicon) for other in named)


def is_sheet(lines: Sequence[Line], lexicon: Lexicon) -> bool:
    """Whether the lines are a form with its title and a block, or one without title that has scores.

    A table of targets (绩效目标表 of a budget) has neither that title nor scores; the scoring table of
    an evaluation report has no project and no funds above it.
    """
    if any(is_title(line, lexicon) for line in lines):
        return any(_is_block_header(line, lexicon) for line in lines)
    for at, line in enumerate(lines):
        if indicators.is_indicator_header(line, lexicon) and "score" in _roles(line, lexicon):
            above = lines[max(0, at - _MOST_LINES_BETWEEN) : at]
            has_funds = any(is_funds_header(other, lexicon) for other in above)
            return has_funds and any(_names_project(other, lexicon) for other in above)
    return False


def _is_page_number(line: Line, lexicon: Lexicon) -> bool:
    return len(line.cells) == 1 and lexicon.page.fullmatch(line.cells[0].text.strip()) is not None


def _is_block_header(line: Line, lexicon: Lexicon) -> bool:
    return is_funds_header(line, lexicon) or indicators.is_indicator_header(line, lexicon)


def _roles(line: Line, lexicon: Lexicon) -> set[str]:
    return lexicon.indicator_columns.roles(line.keys)


def _is_title_or_number(line: Line, lexicon: Lexicon) -> bool:
    return is_title(line, lexicon) or is_form_number(line, lexicon)


def _names_project(line: Line, lexicon: Lexicon) -> bool:
    if not lexicon.project_labels.isdisjoint(line.keys):
        return True
    label, value = split_label(line.cells[0].text)
    return value != "" and label_key(label) in lexicon.project_labels


def _has_table(lines: Sequence[Line], lexicon: Lexicon) -> bool:
    return any(indicators.is_indicator_header(line, lexicon) for line in lines)


def _has_form_head(lines: Sequence[Line], lexicon: Lexicon) -> bool:
    """Whether the segment has a project name or a funds block of its own."""
    return any(_names_project(line, lexicon) or is_funds_header(line, lexicon) for line in lines)
