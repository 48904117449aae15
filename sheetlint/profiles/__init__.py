"""What differs from place to place, as data.

A profile is a TOML file: a parent (``extends``) and overrides.  No check reads the name of a place;
it reads parameters, and a parameter whose value is ``"unknown"`` skips the check rather than
borrow another place's rule.
"""

from sheetlint.profiles.collection import DEFAULT, Choice, Profiles
from sheetlint.profiles.files import merged
from sheetlint.profiles.profile import BadProfile, Profile, UnknownParameter

__all__ = ["DEFAULT", "BadProfile", "Choice", "Profile", "Profiles", "UnknownParameter", "merged"]
