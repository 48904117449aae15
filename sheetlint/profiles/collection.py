"""All profiles that a run can use, and the choice of one for a sheet."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from sheetlint.messages.text import Text
from sheetlint.profiles.files import EVIDENCE, merge_tables, read_toml
from sheetlint.profiles.profile import BadProfile, Profile
from sheetlint.profiles.signs import SignSet, read_sign_sets, strongest_matches, view_sheet
from sheetlint.sheet.sheet import Sheet

if TYPE_CHECKING:
    from sheetlint.recognise.lexicon import Lexicon

DEFAULT = "national-2020"
_FOLDER = os.path.join(os.path.dirname(__file__), "places")
_NO_PROFILES = ("sheetlint.toml", "pyproject.toml")
"""Other TOML files that may lie in a folder of profiles."""
_MOST_NAMED = 3

_NO_SIGNS = Text("没有地方特征，用全国通用口径", "no signs of a place: the national rules")
_NAMED = Text("文档中写明", "named in the document")
_SUGGESTED = Text(
    "没有地方特征，用全国通用口径；单位在{place}，如按当地做法可指定 --profile {names}",
    "no signs of a place: the national rules; a unit of {place} may want --profile {names}",
)
_TIE = Text(
    "与 {names} 的特征都相符，无法确定，用全国通用口径",
    "the signs of {names} are all there, which decides nothing: the national rules",
)


class Choice(NamedTuple):
    """The profile of a sheet and the reason for it."""

    profile: Profile
    reason: Text


class Profiles:
    """The shipped profiles and those in the folders of the user.

    Raises BadProfile where a folder does not exist.
    """

    def __init__(self, folders: Sequence[str] = (), lexicon: Lexicon | None = None) -> None:
        self._lexicon = lexicon
        """The vocabulary by which labels in the profiles of the user are validated."""
        self._paths: dict[str, str] = {}
        for folder in (_FOLDER, *folders):
            if not os.path.isdir(folder):
                raise BadProfile(
                    Text(f"口径文件夹 {folder} 不存在", f"no such folder of profiles: {folder}")
                )
            for file in sorted(os.listdir(folder)):
                if file.endswith(".toml") and file not in _NO_PROFILES:
                    self._paths[file.removesuffix(".toml")] = os.path.join(folder, file)
        self._loaded: dict[str, Profile] = {}
        self._own_values: dict[str, dict[str, Any]] = {}

    @property
    def names(self) -> list[str]:
        return sorted(self._paths)

    @property
    def user_profiles(self) -> list[str]:
        """Names of the profiles of the user."""
        return [name for name in self.names if not self.is_shipped(name)]

    def path(self, name: str) -> str:
        return self._paths[name]

    def is_shipped(self, name: str) -> bool:
        return os.path.dirname(self._paths[name]) == _FOLDER

    def load(self, name: str) -> Profile:
        """The profile with its parents merged in.  Raises BadProfile where it is missing or wrong."""
        if name not in self._loaded:
            self._loaded[name] = self._merge(name, ())
        return self._loaded[name]

    def own_values(self, name: str) -> dict[str, Any]:
        """The values of the profile's own file, without its parents and its evidence."""
        if name not in self._own_values:
            if name not in self._paths:
                raise _unknown_profile(name, self.names)
            self._own_values[name] = self._read(name)
        return self._own_values[name]

    def evidence(self, name: str) -> dict[str, tuple[str, ...]]:
        """Sources of the values of the profile's own file, by dotted key."""
        evidence = read_toml(self.path(name)).get("evidence", {})
        return {key: tuple(source) for key, source in evidence.items()}

    def ancestry(self, name: str) -> list[str]:
        """Names of the profile, its parent, and so on up to the one without parent."""
        names = [name]
        while (parent := self.own_values(names[-1]).get("extends")) is not None:
            names.append(str(parent))
        return names

    def choose(self, sheet: Sheet) -> Choice:
        """The profile of a sheet by its content; the national rules where that decides nothing."""
        if sheet.profile in self._paths:
            return Choice(self.load(sheet.profile), _NAMED)
        sets, places = self._signs, self._places
        view = view_sheet(sheet)
        best = strongest_matches(sets, view, places)
        found = list(dict.fromkeys(candidate.profile for candidate in best))
        if len(found) == 1:
            return Choice(self.load(found[0]), best[0].reason)
        if found:
            return Choice(self.load(DEFAULT), _TIE.fill(names=_join_names(found)))
        place = next((p for p in places if p in view.names and DEFAULT not in places[p]), None)
        if place is None:
            return Choice(self.load(DEFAULT), _NO_SIGNS)
        names = _join_names(places[place][:_MOST_NAMED])
        return Choice(self.load(DEFAULT), _SUGGESTED.fill(place=place, names=names))

    @cached_property
    def _signs(self) -> list[SignSet]:
        """The sign sets of all profiles, the strongest first."""
        sets = [
            candidate
            for name in self.names
            for candidate in read_sign_sets(name, self.own_values(name), not self.is_shipped(name))
        ]
        return sorted(sets, key=lambda candidate: candidate.rank, reverse=True)

    @cached_property
    def _places(self) -> dict[str, list[str]]:
        """Names of the profiles of each place."""
        places: dict[str, list[str]] = {}
        for name in self.names:
            for place in self.own_values(name).get("region", ()):
                places.setdefault(place, []).append(name)
        return places

    def _read(self, name: str) -> dict[str, Any]:
        """The values of a profile file; the evidence is read for those who show it."""
        path = self._paths[name]
        if self.is_shipped(name):
            # The shipped files are validated by the tests, not at each start.
            return read_toml(path, before=EVIDENCE)
        from sheetlint.profiles.file_schema import validate_profile

        data = read_toml(path)
        validate_profile(data, path, self._lexicon)
        data.pop("evidence", None)
        return data

    def _merge(self, name: str, children: tuple[str, ...]) -> Profile:
        if name in children:
            chain = " → ".join((*children, name))
            raise BadProfile(
                Text(f"口径互相继承，没有尽头：{chain}", f"profiles extend each other: {chain}")
            )
        own_values = self.own_values(name)
        data, parent = own_values, own_values.get("extends")
        if parent is not None:
            above = self._merge(str(parent), (*children, name))
            data = merge_tables(above.data, own_values)
            # A county can add mandatory checks to those of the province, and not remove any.
            mandatory = (*above.mandatory, *own_values.get("mandatory", ()))
            if mandatory:
                data["mandatory"] = list(dict.fromkeys(mandatory))
        return Profile(name, str(own_values.get("title", name)), data)


def _unknown_profile(name: str, names: list[str]) -> BadProfile:
    from difflib import get_close_matches

    near = get_close_matches(name, names, 1)
    if near:
        zh, en = f"，是不是 {near[0]}？", f"; did you mean {near[0]}?"
    else:
        zh, en = f"；可用：{'、'.join(names)}", f"; there are: {', '.join(names)}"
    return BadProfile(Text(f"没有名为 {name} 的口径{zh}", f"no profile is called {name}{en}"))


def _join_names(names: list[str]) -> Text:
    return Text("、".join(names), ", ".join(names))
