"""A run's configuration with everything that is loaded from it."""

from typing import NamedTuple

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.profiles import Choice, Profiles
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.rules.decide import Decision
from sheetlint.rules.registry import Registry
from sheetlint.rules.waivers import Waivers
from sheetlint.sandbox.bounds import Bounds


class Plan(NamedTuple):
    """The configuration of a run, the checks, profiles and vocabulary that it names, and how much
    of each file the reports keep."""

    configuration: RunConfiguration
    registry: Registry
    profiles: Profiles
    profile: Choice | None = None
    """The profile for all sheets; None where each sheet's profile is chosen by its content."""
    lexicon: Lexicon | None = None
    """The vocabulary with the user's own labels; None for the shipped one."""
    keep_content: bool = False
    """Sheets, tables and bytes stay in the report, for renderers and writers of copies."""
    keep_summaries: bool = False
    """A summary of each sheet stays in the report, for the checks across sheets."""

    @property
    def decision(self) -> Decision:
        """Selection, severities, and the levels that fail and are shown."""
        return self.configuration.decision

    @property
    def bounds(self) -> Bounds:
        """Time, memory and size that each file may take."""
        return self.configuration.bounds

    @property
    def waivers(self) -> Waivers:
        return self.configuration.waivers

    @property
    def only_sheets(self) -> bool:
        """Files that have nothing to do with self-evaluation are passed over, even if named."""
        return self.configuration.only_sheets


def load_plan(configuration: RunConfiguration, *, keep_summaries: bool = False) -> Plan:
    """Load what the configuration names.  Raises BadPlugin and BadProfile."""
    registry, profiles = configuration.load_registry(), configuration.load_profiles()
    return Plan(
        configuration,
        registry,
        profiles,
        configuration.load_profile(profiles),
        configuration.load_lexicon(),
        keep_summaries=keep_summaries,
    )
