"""All profiles that a run can use, and the one that a sheet asks for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from sheetlint.messages.text import Text
from sheetlint.profiles.files import merged, read_toml
from sheetlint.profiles.profile import BadProfile, Profile
from sheetlint.profiles.signs import SignSet, fitting, shown, sign_sets
from sheetlint.sheet.sheet import Sheet

if TYPE_CHECKING:
    from sheetlint.recognise.lexicon import Lexicon

DEFAULT = "national-2020"
_FOLDER = os.path.join(os.path.dirname(__file__), "places")
_NO_PROFILES = ("sheetlint.toml", "pyproject.toml")
"""Files of a project that may lie in the same folder."""
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
    """A profile and why it was taken."""

    profile: Profile
    reason: Text


class _File(NamedTuple):
    """What one file of a profile holds."""

    values: dict[str, Any]
    evidence: dict[str, tuple[str, ...]]
    """Where the values come from, by their keys."""


class Profiles:
    """The shipped profiles, and those in folders of the user's own."""

    def __init__(self, folders: Sequence[str] = (), lexicon: Lexicon | None = None) -> None:
        self._lexicon = lexicon
        """The vocabulary in which the user's own profiles speak of labels."""
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
        self._files: dict[str, _File] = {}

    @property
    def names(self) -> list[str]:
        return sorted(self._paths)

    @property
    def local(self) -> list[str]:
        """Those of the user's own."""
        return [name for name in self.names if not self.shipped(name)]

    def path(self, name: str) -> str:
        return self._paths[name]

    def shipped(self, name: str) -> bool:
        return os.path.dirname(self._paths[name]) == _FOLDER

    def load(self, name: str) -> Profile:
        """The profile with its parents merged in.  BadProfile where it is missing or wrong."""
        if name not in self._loaded:
            self._loaded[name] = self._merge(name, ())
        return self._loaded[name]

    def own(self, name: str) -> dict[str, Any]:
        """What the profile's own file says, without its parents and without its evidence."""
        return self._file(name).values

    def evidence(self, name: str) -> dict[str, tuple[str, ...]]:
        """Where the values of the profile's own file come from, by their keys."""
        return self._file(name).evidence

    def line(self, name: str) -> list[str]:
        """The profile, its parent, and so on up to the one that has none."""
        line = [name]
        while (parent := self.own(line[-1]).get("extends")) is not None:
            line.append(str(parent))
        return line

    def choose(self, sheet: Sheet) -> Choice:
        """By what the sheet itself says; the national rules where that decides nothing."""
        if sheet.profile in self._paths:
            return Choice(self.load(sheet.profile), _NAMED)
        sets, places = self._signs, self._places
        seen = shown(sheet)
        best = fitting(sets, seen, places)
        found = list(dict.fromkeys(candidate.profile for candidate in best))
        if len(found) == 1:
            return Choice(self.load(found[0]), best[0].because)
        if found:
            return Choice(self.load(DEFAULT), _TIE.fill(names=_listed(found)))
        place = next((p for p in places if p in seen.names and DEFAULT not in places[p]), None)
        if place is None:
            return Choice(self.load(DEFAULT), _NO_SIGNS)
        names = _listed(places[place][:_MOST_NAMED])
        return Choice(self.load(DEFAULT), _SUGGESTED.fill(place=place, names=names))

    @cached_property
    def _signs(self) -> list[SignSet]:
        """The signs of all profiles, the strongest first."""
        sets = [
            candidate
            for name in self.names
            for candidate in sign_sets(name, self.own(name), not self.shipped(name))
        ]
        return sorted(sets, key=lambda candidate: candidate.rank, reverse=True)

    @cached_property
    def _places(self) -> dict[str, list[str]]:
        """The profiles of each place."""
        places: dict[str, list[str]] = {}
        for name in self.names:
            for place in self.own(name).get("region", ()):
                places.setdefault(place, []).append(name)
        return places

    def _file(self, name: str) -> _File:
        """Each file is read once."""
        if name not in self._files:
            if name not in self._paths:
                raise _missing(name, self.names)
            self._files[name] = self._read(name)
        return self._files[name]

    def _read(self, name: str) -> _File:
        path = self._paths[name]
        data = read_toml(path)
        if not self.shipped(name):
            # The tests validate the shipped files; a hook need not do it at every commit.
            from sheetlint.profiles.file_schema import validate_profile

            validate_profile(data, path, self._lexicon)
        evidence = data.pop("evidence", {})
        return _File(data, {key: tuple(source) for key, source in evidence.items()})

    def _merge(self, name: str, children: tuple[str, ...]) -> Profile:
        if name in children:
            chain = " → ".join((*children, name))
            raise BadProfile(
                Text(f"口径互相继承，没有尽头：{chain}", f"profiles extend each other: {chain}")
            )
        own = self.own(name)
        data, parent = own, own.get("extends")
        if parent is not None:
            above = self._merge(str(parent), (*children, name))
            data = merged(above.data, own)
            # A county adds to what the province insists on; it cannot take anything away.
            insisted = (*above.mandatory, *own.get("mandatory", ()))
            if insisted:
                data["mandatory"] = list(dict.fromkeys(insisted))
        return Profile(name, str(own.get("title", name)), data)


def _missing(name: str, names: list[str]) -> BadProfile:
    from difflib import get_close_matches

    near = get_close_matches(name, names, 1)
    if near:
        zh, en = f"，是不是 {near[0]}？", f"; did you mean {near[0]}?"
    else:
        zh, en = f"；可用：{'、'.join(names)}", f"; there are: {', '.join(names)}"
    return BadProfile(Text(f"没有名为 {name} 的口径{zh}", f"no profile is called {name}{en}"))


def _listed(names: list[str]) -> Text:
    return Text("、".join(names), ", ".join(names))
