"""What differs from place to place, as data.

A profile is a TOML file: a parent (``extends``) and overrides.  No check reads the name of a place;
it reads parameters, and a parameter whose value is ``"unknown"`` skips the check rather than
borrow another place's rule.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from sheetlint.model import Sheet, Text
from sheetlint.profiles.profile import BadProfile, Profile, UnknownParameter

DEFAULT = "national-2020"
_FOLDER = os.path.dirname(__file__)

__all__ = ["DEFAULT", "BadProfile", "Choice", "Profile", "Profiles", "UnknownParameter"]


class Choice(NamedTuple):
    """A profile and why it was taken."""

    profile: Profile
    reason: Text


class Profiles:
    """All profiles that can be had: the shipped ones, and those in folders of the user's own."""

    def __init__(self, folders: Sequence[str] = ()) -> None:
        self._paths: dict[str, str] = {}
        for folder in (_FOLDER, *folders):
            if not os.path.isdir(folder):
                raise BadProfile(
                    Text(f"口径文件夹 {folder} 不存在", f"no such folder of profiles: {folder}")
                )
            for file in sorted(os.listdir(folder)):
                if file.endswith(".toml"):
                    self._paths[file.removesuffix(".toml")] = os.path.join(folder, file)
        self._loaded: dict[str, Profile] = {}
        self._chosen_by: dict[str, dict[str, Any]] | None = None

    @property
    def names(self) -> list[str]:
        return sorted(self._paths)

    def load(self, name: str) -> Profile:
        """The profile with its parents merged in.  BadProfile where it is missing or wrong."""
        if name not in self._loaded:
            self._loaded[name] = self._merge(name, ())
        return self._loaded[name]

    def own(self, name: str) -> dict[str, Any]:
        """What the profile's own file says, without its parents."""
        if name not in self._paths:
            from difflib import get_close_matches

            near = get_close_matches(name, self.names, 1)
            known = near[0] if near else "、".join(self.names)
            raise BadProfile(
                Text(
                    f"没有名为 {name} 的口径"
                    + (f"，是不是 {known}？" if near else f"；可用：{known}"),
                    f"no profile is called {name}"
                    + (
                        f"; did you mean {known}?"
                        if near
                        else f"; there are: {', '.join(self.names)}"
                    ),
                )
            )
        data = read_toml(self._paths[name])
        if not self.shipped(name):
            # Shipped files are held to the schema by the tests; validating them at every start
            # would cost every hook its time.
            from sheetlint.schema.profile import validate_profile

            validate_profile(data, self._paths[name])
        return data

    def path(self, name: str) -> str:
        return self._paths[name]

    def shipped(self, name: str) -> bool:
        return os.path.dirname(self._paths[name]) == _FOLDER

    def _merge(self, name: str, children: tuple[str, ...]) -> Profile:
        if name in children:
            chain = " → ".join((*children, name))
            raise BadProfile(
                Text(f"口径互相继承，没有尽头：{chain}", f"profiles extend each other: {chain}")
            )
        data = self.own(name)
        parent = data.get("extends")
        if parent is not None:
            data = merged(self._merge(str(parent), (*children, name)).data, data)
        return Profile(name, str(data.get("title", name)), data)

    def choose(self, sheet: Sheet) -> Choice:
        """By what the sheet itself prints: the first profile all of whose signs are there.

        The signs stand in the profiles' own ``[choose]`` tables, the most particular ones first.
        """
        if self._chosen_by is None:
            self._chosen_by = {name: signs for name in self.names if (signs := self._signs(name))}
        best: tuple[int, str, dict[str, Any]] | None = None
        for name, signs in self._chosen_by.items():
            fits = _fits(sheet, signs)
            if fits and (best is None or fits > best[0]):
                best = (fits, name, signs)
        if best is None:
            return Choice(
                self.load(DEFAULT),
                Text("没有地方特征，用全国通用口径", "no signs of a place: the national rules"),
            )
        _, name, signs = best
        return Choice(self.load(name), Text(str(signs["because_zh"]), str(signs["because_en"])))

    def _signs(self, name: str) -> dict[str, Any]:
        # A shipped profile without signs is not opened just to learn that.
        if self.shipped(name) and name not in _WITH_SIGNS:
            return {}
        signs = self.own(name).get("choose", {})
        return signs if isinstance(signs, dict) else {}


_WITH_SIGNS = frozenset({"shanghai"})


def _fits(sheet: Sheet, signs: dict[str, Any]) -> int:
    """How many signs the sheet shows; 0 unless it shows them all."""
    shown = 0
    if "title" in signs:
        if not any(words in sheet.title.text for words in signs["title"]):
            return 0
        shown += 1
    if "money_unit" in signs:
        if sheet.money_unit.text != signs["money_unit"]:
            return 0
        shown += 1
    if "names" in signs:
        names = f"{sheet.department.text} {sheet.unit.text}"
        if not any(word in names for word in signs["names"]):
            return 0
        shown += 1
    return shown


def merged(parent: Mapping[str, Any], child: Mapping[str, Any]) -> dict[str, Any]:
    """Tables are merged key by key; anything else is replaced whole."""
    result = dict(parent)
    for key, value in child.items():
        old = result.get(key)
        result[key] = (
            merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
        )
    return result


def read_toml(path: str) -> dict[str, Any]:
    """A TOML file with its numbers as ``Decimal``.  BadProfile says where it is wrong."""
    import tomllib

    try:
        with open(path, "rb") as file:
            return tomllib.load(file, parse_float=Decimal)
    except OSError as error:
        raise BadProfile(
            Text(f"打不开 {path}：{error.strerror}", f"cannot open {path}: {error.strerror}")
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadProfile(
            Text(f"{path} 不是合格的 TOML：{error}", f"{path} is not valid TOML: {error}")
        ) from error
