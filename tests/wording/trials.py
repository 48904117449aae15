"""What is tried: one heading in other words, all headings, and headings that are none of the form."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping

from tests.wording.headings import Finder, Heading, reword
from tests.wording.measure import FORMS, Base, Trial
from tests.wording.specimens import Specimen
from tests.wording.wordings import Wordings

ALL = "all at once"


def single_trials(specimen: Specimen, words: Wordings, most: int | None = None) -> Iterator[Trial]:
    """One heading at a time, in each of its wordings or in ``most`` of them."""
    base = Base(specimen)
    for heading in Finder(specimen.drawing, base.document).headings():
        pick = specimen.pick(heading)
        texts = words.by_role.get(heading.role, ())
        for text in texts if most is None else pick.sample(texts, min(most, len(texts))):
            yield _trial(base, {heading: text}, heading.role, pick.choice(FORMS))


def joint_trials(specimen: Specimen, words: Wordings, count: int) -> Iterator[Trial]:
    """``count`` sheets, each with other wordings everywhere."""
    base = Base(specimen)
    headings = [
        heading
        for heading in Finder(specimen.drawing, base.document).headings()
        if heading.role in words.by_role
    ]
    for number in range(count):
        pick = specimen.pick(number)
        yield _trial(base, _differing(headings, words, pick), ALL, pick.choice(FORMS))


def _differing(
    headings: Iterable[Heading], words: Wordings, pick: random.Random
) -> dict[Heading, str]:
    """A wording for each heading; no two of a sheet have the same."""
    chosen: dict[Heading, str] = {}
    by_role: dict[str, str] = {}
    for heading in headings:
        free = [text for text in words.by_role[heading.role] if text not in by_role.values()]
        if heading.role not in by_role or heading.role.startswith("rows."):
            by_role[heading.role] = pick.choice(free)
        chosen[heading] = by_role[heading.role]
    return chosen


def _trial(base: Base, chosen: Mapping[Heading, str], role: str, form: str) -> Trial:
    levels = {
        text: heading.role.split(".", 1)[1]
        for heading, text in chosen.items()
        if heading.role.startswith("level")
    }
    drawing = reword(base.specimen.drawing, chosen)
    return base.trial(role, drawing, chosen.values(), form, levels)
