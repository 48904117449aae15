"""What a run of checks is asked for: one value from the command line to the record of the gate.

It is data alone.  A worker process is sent it, ``run.json`` keeps it, and the registry, the profiles
and the vocabulary of a run are loaded by it and by nothing else.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, NamedTuple

from sheetlint.messages import cli as words
from sheetlint.profiles import Choice, Profiles
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.rules.decide import Decision
from sheetlint.rules.registry import Registry, load, load_usable
from sheetlint.rules.waivers import Waiver, Waivers
from sheetlint.sandbox.bounds import DEFAULT, Bounds

Labels = tuple[tuple[str, tuple[str, ...]], ...]


class RunConfiguration(NamedTuple):
    """The fields are called as the keys of the configuration file are."""

    checks: tuple[str, ...] = ()
    """Folders of local checks."""
    profiles: tuple[str, ...] = ()
    """Folders of local profiles."""
    lexicon: Labels = ()
    """Labels of the place's own, by the fields that they mean."""
    decision: Decision = Decision()
    """Selection, severities, and the levels that fail and are shown."""
    profile: str | None = None
    """The profile of all sheets; each has its own where there is none."""
    only_sheets: bool = False
    """Files that have nothing to do with self-evaluation are passed over, even if named."""
    bounds: Bounds = DEFAULT
    """What each file may cost."""
    waivers: Waivers = Waivers()
    """They bear on the verdict about findings and not on what is found."""
    require_plugins: bool = False
    """A plug-in that cannot be loaded ends the run."""

    @property
    def without_waivers(self) -> RunConfiguration:
        """All that bears on what is found: the same for a run on another day."""
        return self._replace(waivers=Waivers())

    def load_registry(self) -> Registry:
        """The checks.  Raises BadPlugin."""
        return load(self.checks) if self.require_plugins else load_usable(self.checks)

    def load_lexicon(self) -> Lexicon | None:
        """The vocabulary with the labels of the place's own; None where there are none."""
        if not self.lexicon:
            return None
        from sheetlint.recognise.extra_labels import extend_lexicon

        return extend_lexicon(dict(self.lexicon))

    def load_profiles(self) -> Profiles:
        """Those of the user's own are opened at once: a slip in one is reported before any work.

        Raises BadProfile.
        """
        profiles = Profiles(self.profiles, self.load_lexicon())
        for name in profiles.user_profiles:
            profiles.load(name)
        return profiles

    def load_profile(self, profiles: Profiles) -> Choice | None:
        """The profile of all sheets.  Raises BadProfile."""
        if self.profile is None:
            return None
        return Choice(profiles.load(self.profile), words.PROFILE_CHOSEN_BY_USER)

    def entry(self) -> dict[str, Any]:
        """As ``run.json`` has it; waivers stand elsewhere there, with what each has covered."""
        decision = self.decision
        return {
            "select": list(decision.select),
            "ignore": list(decision.ignore),
            "severity": dict(decision.overrides),
            "fail_on": decision.fail_on,
            "show": decision.show,
            "profile": self.profile,
            "only_sheets": self.only_sheets,
            "checks": list(self.checks),
            "profiles": list(self.profiles),
            "lexicon": {key: list(labels) for key, labels in self.lexicon},
            "limits": {
                "max_seconds": self.bounds.seconds,
                "max_memory": self.bounds.memory,
                "max_size": self.bounds.size,
            },
        }


def from_record(record: Mapping[str, Any]) -> RunConfiguration:
    """That of a recorded run.  KeyError, TypeError or ValueError for anything else."""
    entry = record["configuration"]
    limits = entry["limits"]
    return RunConfiguration(
        tuple(entry["checks"]),
        tuple(entry["profiles"]),
        tuple((key, tuple(labels)) for key, labels in entry["lexicon"].items()),
        Decision(
            tuple(entry["select"]),
            tuple(entry["ignore"]),
            tuple(entry["severity"].items()),
            entry["fail_on"],
            entry["show"],
        ),
        entry["profile"],
        entry["only_sheets"],
        Bounds(limits["max_seconds"], limits["max_memory"], limits["max_size"]),
        _waivers(record),
    )


def _waivers(record: Mapping[str, Any]) -> Waivers:
    """Those of a recorded run, and what its baseline covered; a run that was not finished has
    recorded none."""
    entries = tuple(
        Waiver(
            entry["reason"],
            entry["by"],
            datetime.date.fromisoformat(entry["until"]),
            entry["code"] or "",
            entry["fingerprint"] or "",
            entry["file"] or "",
        )
        for entry in record.get("waivers", ())
    )
    today = datetime.date.fromisoformat(record["date"])
    return Waivers(entries, today, frozenset(record.get("baseline", ())))
