"""Finds, loads and classifies the checks.

Checks come from the entry points of the group ``sheetlint.checks`` of the installed distributions and
from the ``*.py`` files and the folders of such that the configuration names.  Each module is imported, and its
checks are indexed by scope for the engine.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from types import ModuleType
from typing import NamedTuple

from sheetlint.messages.text import Text
from sheetlint.rules.check import SCOPES, Check
from sheetlint.rules.declaration import BadDeclaration, validate

GROUP = "sheetlint.checks"


class BadPlugin(Exception):
    """A plug-in or a folder of checks that cannot be used; ``text`` names it and the reason."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class Registry(NamedTuple):
    """All loaded checks in order of their codes."""

    checks: tuple[Check, ...]
    by_scope: dict[str, tuple[Check, ...]]
    broken: tuple[Text, ...] = ()
    """Why plug-ins and local files could not be loaded; the checks of the others are here."""

    def find(self, selector: str) -> list[Check]:
        """The checks that a code, a name or a prefix of a code selects."""
        return [check for check in self.checks if matches(check, selector)]

    def checks_reading(self, parameter: str) -> list[Check]:
        """The checks that declare a parameter of the profile."""
        return [check for check in self.checks if parameter in check.parameters]


def matches(check: Check, selector: str) -> bool:
    """Whether a selector selects the check: ``FD002``, ``rate-mismatch``, ``FD`` and ``ALL`` all select
    FD002."""
    return (
        selector == "ALL"
        or check.name == selector
        or (selector != "" and check.code.startswith(selector.upper()))
    )


def load(folders: Sequence[str] = ()) -> Registry:
    """The installed checks and the local ones in ``folders``; BadPlugin where one cannot be loaded."""
    registry = load_usable(folders)
    if registry.broken:
        raise BadPlugin(registry.broken[0])
    return registry


def load_usable(folders: Sequence[str] = ()) -> Registry:
    """The same, with what cannot be loaded left out and named in ``broken``.

    The pack that comes with the tool is loaded first, so that no plug-in takes its codes.
    BadPlugin where a folder does not exist: that is an error in the configuration.
    """
    broken: list[Text] = []
    registry = classify(())
    for source in _sources(folders):
        try:
            checks = _load_source(source)
            registry = classify([*registry.checks, *checks])
        except BadPlugin as error:
            broken.append(error.text)
    return registry._replace(broken=tuple(broken))


_PACK = "core"
"""The entry point of the pack that comes with the tool."""


class _Source(NamedTuple):
    """Where checks come from: a plug-in or a file."""

    name: Text
    load: Callable[[], Iterable[Check]]


def _sources(local: Sequence[str]) -> Iterator[_Source]:
    points = sorted(entry_points(group=GROUP), key=lambda point: (point.name != _PACK, point.name))
    for point in points:
        name = f"{point.name}（{point.value}）", f"{point.name} ({point.value})"
        yield _Source(
            Text(f"检查插件 {name[0]}", f"the plug-in {name[1]}"), partial(_load_plugin, point)
        )
    for path in (path for named in local for path in _local_files(named)):
        yield _Source(
            Text(f"检查文件 {path} ", f"the check file {path}"), partial(_load_file, path)
        )


def _load_source(source: _Source) -> list[Check]:
    """The validated checks of one source; BadPlugin where it raises or a declaration is invalid."""
    try:
        checks = list(source.load())
        for check in checks:
            validate(check)
    except Exception as error:
        # A plug-in is foreign code: whatever it raises is reported with its name.
        raised = f"{type(error).__name__}: {error}"
        why = error.text if isinstance(error, BadDeclaration) else Text(raised, raised)
        raise BadPlugin(
            Text("{name}无法加载：{why}", "{name} cannot be loaded: {why}").fill(
                name=source.name, why=why
            )
        ) from error
    return checks


def classify(checks: Iterable[Check]) -> Registry:
    """Sort by code and index by scope; BadPlugin where a code or a name is used twice."""
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


def _load_plugin(point: EntryPoint) -> Iterator[Check]:
    """The target is a tuple of module names, of checks, or of both; or a module."""
    listed = point.load() if point.attr else [point.module]
    for item in listed:
        if isinstance(item, Check):
            yield item
        else:
            yield from _checks_in(import_module(item))


def _local_files(path: str) -> list[str]:
    """The file itself, or the files directly in the folder."""
    if path.endswith(".py") and os.path.isfile(path):
        return [path]
    if not os.path.isdir(path):
        raise BadPlugin(
            Text(f"检查文件夹 {path} 不存在", f"the folder of checks {path} does not exist")
        )
    return [
        os.path.join(path, file)
        for file in sorted(os.listdir(path))
        if file.endswith(".py") and not file.startswith(("_", "."))
    ]


def _load_file(path: str) -> list[Check]:
    """Execute one file as a module, under a name that no installed package has."""
    name = "sheetlint_local_" + os.path.splitext(os.path.basename(path))[0]
    module = ModuleType(name)
    module.__file__ = path
    sys.modules[name] = module
    with open(path, "rb") as file:
        source = file.read()
    exec(compile(source, path, "exec"), module.__dict__)
    return _checks_in(module)


def _checks_in(module: ModuleType) -> list[Check]:
    return [item for item in vars(module).values() if isinstance(item, Check)]
