"""The user's configuration: ``sheetlint.toml``, or ``[tool.sheetlint]`` in ``pyproject.toml``.

The nearest one upwards from the working folder is taken, and only that one; never one that lies in what
is checked, where that is somebody else's.
"""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from sheetlint.config.checked_paths import NO_CHECKED_PATHS, CheckedPaths
from sheetlint.messages.text import Text
from sheetlint.system.byte_sizes import parse_byte_size

if TYPE_CHECKING:
    import datetime

    from sheetlint.rules.waivers import Waiver

_OWN = "sheetlint.toml"
_SHARED = "pyproject.toml"
_CANNOT_OPEN = Text("打不开配置文件 {path}：{reason}", "cannot open {path}: {reason}")


class BadSettings(Exception):
    """The configuration cannot be used; ``text`` says where and why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class NoticeSettings(NamedTuple):
    """The table ``[notice]``: the letterhead of the letters to units."""

    template: str = ""
    """Path of the template."""
    bureau: str = ""
    number: str = ""
    contact: str = ""
    deadline: datetime.date | None = None


class Settings(NamedTuple):
    """The settings of the configuration file; empty where it has none."""

    path: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = ""
    show: str = ""
    profile: str = ""
    lang: str = ""
    format: str = ""
    checks: tuple[str, ...] = ()
    """Folders and files of local checks."""
    profiles: tuple[str, ...] = ()
    """Folders of local profiles."""
    severity: tuple[tuple[str, str], ...] = ()
    lexicon: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Labels of the place's own, by the fields that they mean."""
    max_seconds: int | None = None
    max_memory: int | None = None
    max_size: int | None = None
    waivers: tuple[Waiver, ...] = ()
    baseline: str = ""
    """Path of the baseline."""
    notice: NoticeSettings = NoticeSettings()
    not_honoured: tuple[str, ...] = ()
    """Configuration files that would be nearer and lie in what is checked."""


def load(
    path: str | None = None, folder: str = ".", checked: CheckedPaths = NO_CHECKED_PATHS
) -> Settings:
    """From the file at ``path``, else from the nearest one upwards from ``folder`` that does not lie
    in what is checked.  Raises BadSettings."""
    if path is not None:
        data = _table(path, _read(path))
        return Settings() if data is None else _settings(path, data)
    not_honoured: list[str] = []
    for candidate in filter(os.path.isfile, _upwards(folder)):
        if checked.contain(candidate):
            # Not even opened: whoever wrote it has no say here.
            not_honoured.append(candidate)
            continue
        data = _table(candidate, _read(candidate))
        if data is not None:
            return _settings(candidate, data)._replace(not_honoured=tuple(not_honoured))
    return Settings(not_honoured=tuple(not_honoured))


def _upwards(folder: str) -> Iterator[str]:
    current = os.path.abspath(folder)
    while True:
        yield os.path.join(current, _OWN)
        yield os.path.join(current, _SHARED)
        parent = os.path.dirname(current)
        if parent == current:
            return
        current = parent


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        from sheetlint.messages.os_errors import os_error_text

        raise BadSettings(_CANNOT_OPEN.fill(path=path, reason=os_error_text(error))) from error


def _lexicon(path: str, table: dict[str, Any]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Looked through at once: a label that means something else already is a mistake here."""
    if not table:
        return ()
    from sheetlint.recognise.extra_labels import BadLabel, extend_lexicon

    words = {name: tuple(labels) for name, labels in table.items()}
    try:
        extend_lexicon(words)
    except BadLabel as error:
        text = error.text
        raise BadSettings(Text(f"{path}：{text.zh}", f"{path}: {text.en}")) from error
    return tuple(words.items())


def _table(path: str, content: bytes) -> dict[str, Any] | None:
    """The configuration in the file; None for a pyproject.toml that has none."""
    shared = os.path.basename(path) == _SHARED
    if shared and not _may_configure(content):
        return None
    import tomllib

    try:
        data = tomllib.loads(content.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadSettings(
            Text(f"{path} 不是合格的 TOML：{error}", f"{path} is not valid TOML: {error}")
        ) from error
    if not shared:
        return data
    tool = data.get("tool")
    table = tool.get("sheetlint") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


def _may_configure(content: bytes) -> bool:
    """Whether a pyproject.toml may hold ``[tool.sheetlint]``, in any of the ways of writing it.

    Most that name the tool only require it, and reading them whole costs more than this.
    """
    if b"sheetlint" not in content:
        return False
    for line in map(bytes.strip, content.removeprefix(BOM_UTF8).splitlines()):
        if line.startswith(b"["):
            header = line.partition(b"#")[0]
            if b"tool" in header and (b"sheetlint" in header or b"." not in header):
                return True
        elif line.startswith((b"tool", b'"tool', b"'tool")):
            return True
    return False


def _flat(table: dict[str, Any]) -> dict[str, Any]:
    """TOML reads ``columns.actual = […]`` as a table in a table, and as one key where it is quoted."""
    found: dict[str, Any] = {}
    for name, inner in table.items():
        if isinstance(inner, dict):
            found.update((f"{name}.{rest}", labels) for rest, labels in _flat(inner).items())
        else:
            found[name] = inner
    return found


def _settings(path: str, data: dict[str, Any]) -> Settings:
    from sheetlint.config.file_schema import find_error

    if isinstance(data.get("lexicon"), dict):
        data = {**data, "lexicon": _flat(data["lexicon"])}
    wrong = find_error(data)
    if wrong is not None:
        raise BadSettings(Text(f"{path}：{wrong[0]}", f"{path}: {wrong[1]}"))
    base = os.path.dirname(path)
    limits = data.get("limits", {})
    return Settings(
        path,
        select=tuple(data.get("select", ())),
        ignore=tuple(data.get("ignore", ())),
        fail_on=data.get("fail_on", ""),
        show=data.get("show", ""),
        profile=data.get("profile", ""),
        lang=data.get("lang", ""),
        format=data.get("format", ""),
        checks=tuple(os.path.join(base, folder) for folder in data.get("checks", ())),
        profiles=tuple(os.path.join(base, folder) for folder in data.get("profiles", ())),
        severity=tuple(data.get("severity", {}).items()),
        lexicon=_lexicon(path, data.get("lexicon", {})),
        max_seconds=limits.get("max_seconds"),
        max_memory=_bytes(limits.get("max_memory")),
        max_size=_bytes(limits.get("max_size")),
        waivers=_waivers(data.get("waivers", ())),
        baseline=os.path.join(base, data["baseline"]) if "baseline" in data else "",
        notice=_notice(data.get("notice", {}), base),
    )


def _notice(table: dict[str, Any], base: str) -> NoticeSettings:
    settings = NoticeSettings(**table)
    if settings.template:
        settings = settings._replace(template=os.path.join(base, settings.template))
    # A date with a time of day is TOML as well.
    time_of_day = getattr(settings.deadline, "date", None)
    return settings if time_of_day is None else settings._replace(deadline=time_of_day())


def _waivers(tables: Iterable[dict[str, Any]]) -> tuple[Waiver, ...]:
    from datetime import datetime

    from sheetlint.rules.waivers import Waiver

    waivers = tuple(Waiver(**table) for table in tables)
    # A date with a time of day is TOML as well.
    return tuple(
        w._replace(until=w.until.date()) if isinstance(w.until, datetime) else w for w in waivers
    )


def _bytes(size: int | str | None) -> int | None:
    return parse_byte_size(size) if isinstance(size, str) else size
