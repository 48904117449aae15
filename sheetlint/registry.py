"""Checks: found, loaded, classified.

*Found* are entry points of the group ``sheetlint.checks`` in the installed distributions, and
``*.py`` files in folders that the configuration names.  *Loaded* is each module by import.
*Classified* are its checks by scope, so that the engine never asks twice.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from sheetlint.check import SCOPES, Check
from sheetlint.model import Text

GROUP = "sheetlint.checks"


class BadPlugin(Exception):
    """A plug-in or a folder of checks cannot be used; ``text`` says which and why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class Registry(NamedTuple):
    """All loaded checks in order of their codes."""

    checks: tuple[Check, ...]
    by_scope: dict[str, tuple[Check, ...]]
    broken: tuple[Text, ...] = ()
    """Plug-ins and local files that could not be used, and why; the others are here."""

    def find(self, selector: str) -> list[Check]:
        """Checks that a code, a name or a prefix of a code means."""
        return [check for check in self.checks if matches(check, selector)]

    def readers(self, parameter: str) -> list[Check]:
        """Checks that read a parameter of the profile."""
        return [check for check in self.checks if parameter in check.parameters]


def matches(check: Check, selector: str) -> bool:
    """``FD002``, ``rate-mismatch``, ``FD`` and ``ALL`` all mean FD002."""
    return (
        selector == "ALL"
        or check.name == selector
        or (selector != "" and check.code.startswith(selector.upper()))
    )


def load(folders: Sequence[str] = ()) -> Registry:
    """Everything that is installed, and the local checks in ``folders``.  BadPlugin where any of it
    cannot be used."""
    registry = load_what_works(folders)
    if registry.broken:
        raise BadPlugin(registry.broken[0])
    return registry


def load_what_works(folders: Sequence[str] = ()) -> Registry:
    """The same, with what cannot be used named in ``broken`` and left out.

    The pack that comes with the tool is loaded first, so that nobody's plug-in takes its codes.
    BadPlugin where a folder is not there: that is a slip in the configuration.
    """
    broken: list[Text] = []
    groups: list[list[Check]] = []
    points = found_entry_points(GROUP)
    sources = [partial(_load_entry_point, *p) for p in sorted(points, key=lambda p: p[0] != _PACK)]
    sources += [partial(_load_file, path) for folder in folders for path in _files_in(folder)]
    for loaded in sources:
        try:
            groups.append(loaded())
        except BadPlugin as error:
            broken.append(error.text)
    checks: list[Check] = []
    for group in groups:
        try:
            classify([*checks, *group])
        except BadPlugin as error:
            broken.append(error.text)
        else:
            checks += group
    return classify(checks)._replace(broken=tuple(broken))


_PACK = "core"
"""The entry point of the pack that comes with the tool."""


_ANNOUNCED = "ANNOUNCED"
"""Where a pack that is loaded module by module, as its checks are called, says what they are."""


def classify(checks: Iterable[Check]) -> Registry:
    """Sort by code, refuse a code or a name used twice, and index by scope."""
    ordered = sorted(checks, key=lambda check: check.code)
    seen: dict[str, Check] = {}
    for check in ordered:
        for key in (check.code, check.name):
            if key in seen:
                raise BadPlugin(
                    Text(
                        f"检查项 {key} 重复：{seen[key].module} 与 {check.module} 都登记了它",
                        f"check {key} is registered twice: by {seen[key].module} "
                        f"and {check.module}",
                    )
                )
            seen[key] = check
    return Registry(
        tuple(ordered), {scope: tuple(c for c in ordered if c.scope == scope) for scope in SCOPES}
    )


def found_entry_points(group: str) -> list[tuple[str, str]]:
    """Names and targets of one entry-point group, from the metadata of installed distributions.

    The same files that ``importlib.metadata`` reads, without importing it: a scan through it costs
    more than the check of a sheet does, and a hook pays that on every commit.
    """
    seen: dict[str, str] = {}
    header = f"[{group}]"
    for folder in dict.fromkeys(sys.path):
        try:
            with os.scandir(folder or ".") as entries:
                names = [e.path for e in entries if e.name.endswith((".dist-info", ".egg-info"))]
        except OSError:
            continue
        for path in sorted(names):
            try:
                with open(os.path.join(path, "entry_points.txt"), encoding="utf-8") as file:
                    text = file.read()
            except OSError:
                continue
            if header in text:
                for name, target in _section(text, header):
                    seen.setdefault(name, target)
    return sorted(seen.items())


def _section(text: str, header: str) -> Iterable[tuple[str, str]]:
    inside = False
    for raw in text.splitlines():
        line = raw.strip()
        if line.startswith("["):
            inside = line == header
        elif inside and "=" in line and not line.startswith(("#", ";")):
            name, _, target = line.partition("=")
            yield name.strip(), target.strip()


def _load_entry_point(name: str, target: str) -> list[Check]:
    """The target is a tuple of module names, of checks, or of both."""
    module_name, _, attribute = target.partition(":")
    try:
        module = _module(module_name)
        listed = getattr(module, attribute) if attribute else [module_name]
        known: Mapping[str, Check] = getattr(module, _ANNOUNCED, {})
        checks: list[Check] = []
        for item in listed:
            if isinstance(item, Check):
                checks.append(item)
            elif item in known:
                checks.append(known[item])
            else:
                checks += _checks_in(_module(item))
    except Exception as error:
        # A plug-in is other people's code: whatever it raises is said once, with its name.
        raise BadPlugin(
            Text(
                f"检查插件 {name}（{target}）无法加载：{type(error).__name__}: {error}",
                f"the plug-in {name} ({target}) cannot be loaded: {type(error).__name__}: {error}",
            )
        ) from error
    return checks


def _files_in(folder: str) -> list[str]:
    if not os.path.isdir(folder):
        raise BadPlugin(
            Text(f"检查文件夹 {folder} 不存在", f"the folder of checks {folder} does not exist")
        )
    return [
        os.path.join(folder, file)
        for file in sorted(os.listdir(folder))
        if file.endswith(".py") and not file.startswith(("_", "."))
    ]


def _load_file(path: str) -> list[Check]:
    try:
        return _checks_in(_module_at(path))
    except Exception as error:
        raise BadPlugin(
            Text(
                f"检查文件 {path} 无法加载：{type(error).__name__}: {error}",
                f"the check file {path} cannot be loaded: {type(error).__name__}: {error}",
            )
        ) from error


def _module(name: str) -> object:
    __import__(name)
    return sys.modules[name]


def _module_at(path: str) -> object:
    """Run one file as a module of its own, under a name that no installed package has."""
    import types

    name = "sheetlint_local_" + os.path.splitext(os.path.basename(path))[0]
    module = types.ModuleType(name)
    module.__file__ = path
    sys.modules[name] = module
    with open(path, "rb") as file:
        source = file.read()
    exec(compile(source, path, "exec"), module.__dict__)
    return module


def _checks_in(module: object) -> list[Check]:
    return [item for item in vars(module).values() if isinstance(item, Check)]
