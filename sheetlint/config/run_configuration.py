"""The configuration of a run: one value from the command line to the record of the gate.

It is plain data: worker processes receive it, ``run.json`` records it, and the registry, the profiles
and the vocabulary of a run are loaded from it alone.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, NamedTuple

from sheetlint.messages import cli as texts
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
    """The user's own labels, by field."""
    decision: Decision = Decision()
    """Selection, severities, and the levels that fail and are shown."""
    profile: str | None = None
    """The profile of all sheets; each has its own where there is none."""
    only_sheets: bool = False
    """Files that have nothing to do with self-evaluation are passed over, even if named."""
    bounds: Bounds = DEFAULT
    """Time, memory and size that each file may take."""
    waivers: Waivers = Waivers()
    """They change the verdict and not the findings."""
    require_plugins: bool = False
    """A plug-in that cannot be loaded ends the run."""

    @property
    def without_waivers(self) -> RunConfiguration:
        """Everything that determines the findings: the same for a run on another day."""
        return self._replace(waivers=Waivers())

    def load_registry(self) -> Registry:
        """The checks.  Raises BadPlugin."""
        return load(self.checks) if self.require_plugins else load_usable(self.checks)

    def load_lexicon(self) -> Lexicon | None:
        """The vocabulary with the user's own labels; None where there are none."""
        if not self.lexicon:
            return None
        from sheetlint.recognise.extra_labels import extend_lexicon

        return extend_lexicon(dict(self.lexicon))

    def load_profiles(self) -> Profiles:
        """The profiles.  The user's own are loaded at once, so that an error is reported before any work.

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
        return Choice(profiles.load(self.profile), texts.PROFILE_CHOSEN_BY_USER)

    def to_record(self) -> dict[str, Any]:
        """The entry in ``run.json``, where waivers are recorded apart, with how much each has covered."""
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
    """The configuration of a recorded run.  KeyError, TypeError or ValueError for anything else."""
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
