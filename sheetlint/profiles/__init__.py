"""Profiles: the rules that differ from place to place, as data.

A profile is a TOML file with a parent (``extends``) and overrides.  Checks read parameters, never the
name of a place; where a parameter is ``"unknown"``, the checks that read it are skipped.
"""

from sheetlint.profiles.collection import DEFAULT, Choice, Profiles
from sheetlint.profiles.files import merge_tables
from sheetlint.profiles.profile import BadProfile, Profile, UnknownParameter

__all__ = [
    "DEFAULT",
    "BadProfile",
    "Choice",
    "Profile",
    "Profiles",
    "UnknownParameter",
    "merge_tables",
]
