"""A fixed sample of sheets with other wordings and with texts beside the form: read as before.

The wordings that are shown are all read, without an error; of those that are held out, for which no
pattern was written, 97 of 100.  ``python -m tests.wording`` prints both by role and by family.
"""

from __future__ import annotations

import pytest

from tests.families import FAMILIES
from tests.wording.additions import addition_trials
from tests.wording.further import look_alike_trials, subtotal_trials
from tests.wording.measure import Base, Trial
from tests.wording.specimens import drawn_specimen
from tests.wording.trials import single_trials
from tests.wording.wordings import kind, wordings

OPEN = {"with no total row"}
"""A form that prints no total has ST005: the total is a part of every form that is scored."""
MOST_UNREAD = 3
"""Of 100 wordings that nobody wrote the patterns for."""


def base(family: str) -> Base:
    return Base(drawn_specimen(family, 0), forms=("text",))


def kept(trials: list[Trial]) -> list[Trial]:
    return [t for t in trials if kind(t.role) not in OPEN]


def described(trials: list[Trial]) -> list[tuple[str, ...]]:
    return [(t.role, t.wording, *t.different[:2], *t.errors) for t in trials]


@pytest.mark.parametrize("family", FAMILIES)
def test_a_heading_in_other_words(family: str) -> None:
    trials = kept(list(single_trials(base(family), wordings(), 1)))
    assert described([trial for trial in trials if not trial.same or trial.errors]) == []


@pytest.mark.parametrize("family", FAMILIES)
def test_what_is_no_field(family: str) -> None:
    sheet, words = base(family), wordings()
    trials = kept([*look_alike_trials(sheet, words, 2), *subtotal_trials(sheet, words, 2)])
    assert described([trial for trial in trials if not trial.same or trial.errors]) == []


@pytest.mark.parametrize("family", FAMILIES)
def test_what_stands_beside_the_form(family: str) -> None:
    trials = kept(list(addition_trials(base(family))))
    assert described([trial for trial in trials if not trial.same or trial.errors]) == []


def test_wordings_that_no_pattern_was_written_for() -> None:
    """Beside the names of fund rows, which are read as parts of the total where they are not known."""
    trials = [
        trial
        for family in FAMILIES
        for trial in single_trials(base(family), wordings("held_out"), 1)
        if not trial.role.startswith("rows.")
    ]
    unread = [trial for trial in trials if not trial.same]
    assert len(unread) * 100 <= MOST_UNREAD * len(trials), described(unread)
    assert [trial for trial in trials if trial.errors] == []
