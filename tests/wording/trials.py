"""What is tried: one heading in other words, a few of them, all of them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence

from tests.wording.headings import Finder, Heading, reword
from tests.wording.measure import Base, Trial
from tests.wording.wordings import Wordings

A_FEW, ALL = "a few at once", "all at once"


def single_trials(base: Base, words: Wordings, most: int | None = None) -> Iterator[Trial]:
    """One heading at a time, in each of its wordings or in ``most`` of them."""
    for heading in _headings(base, words):
        pick = base.specimen.pick(heading)
        texts = words.by_role[heading.role]
        for text in texts if most is None else pick.sample(texts, min(most, len(texts))):
            yield _trial(base, {heading: text}, heading.role, pick)


def joint_trials(base: Base, words: Wordings, count: int) -> Iterator[Trial]:
    """``count`` sheets with other wordings in two to five places, and as many with others everywhere."""
    headings = _headings(base, words)
    for number in range(count):
        pick = base.specimen.pick(number)
        few = pick.sample(headings, min(pick.randint(2, 5), len(headings)))
        yield _trial(base, _differing(few, words, pick), A_FEW, pick)
        yield _trial(base, _differing(headings, words, pick), ALL, pick)


def smallest_errors(base: Base, words: Wordings, count: int) -> Iterator[Trial]:
    """Of ``count`` sheets with other wordings everywhere those with an error, each with the fewest
    of its wordings that still bring one."""
    headings = _headings(base, words)
    for number in range(count):
        pick = base.specimen.pick(number)
        chosen = _differing(headings, words, pick)
        found = _trial(base, chosen, "", pick)
        if not found.errors:
            continue
        for heading in headings:
            fewer = {other: text for other, text in chosen.items() if other != heading}
            trial = _trial(base, fewer, " + ".join(other.role for other in fewer), pick)
            if trial.errors:
                chosen, found = fewer, trial
        yield found


def _headings(base: Base, words: Wordings) -> list[Heading]:
    """The headings of a sheet for which there are other wordings."""
    found = Finder(base.specimen.drawing, base.document).headings()
    return [heading for heading in found if heading.role in words.by_role]


def _differing(
    headings: Sequence[Heading], words: Wordings, pick: random.Random
) -> dict[Heading, str]:
    """A wording for each heading; no two of a sheet have the same."""
    chosen: dict[Heading, str] = {}
    by_role: dict[str, str] = {}
    for heading in headings:
        if heading.role not in by_role or heading.role.startswith("rows."):
            used = chosen.values()
            free = [text for text in words.by_role[heading.role] if text not in used]
            by_role[heading.role] = pick.choice(free)
        chosen[heading] = by_role[heading.role]
    return chosen


def _trial(base: Base, chosen: Mapping[Heading, str], role: str, pick: random.Random) -> Trial:
    levels = {
        text: heading.role.split(".", 1)[1]
        for heading, text in chosen.items()
        if heading.role.startswith("level")
    }
    drawing = reword(base.specimen.drawing, chosen)
    return base.trial(role, drawing, pick, chosen.values(), levels)
