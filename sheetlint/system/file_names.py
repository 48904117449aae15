"""Names for what is written about a file: like the submission's own path, and safe anywhere."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from hashlib import sha256

from sheetlint.messages.visible import is_hidden

_FORBIDDEN = re.compile(r'[<>:"|?*\\/\x00-\x1f]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
_MOST_BYTES = 180
"""Of one part of a path: systems allow 255, and a suffix comes on top."""
_LONGEST_NAME = 255
"""Bytes of a name that file systems allow."""
_SEPARATOR = re.compile(r"[/\\]" if os.sep == "\\" else "/")


def name_outputs(tops: Sequence[str], paths: Iterable[str]) -> list[str]:
    """A relative path for each, in the order given; no two the same on any system."""
    seen: set[str] = set()
    found: list[str] = []
    for path in paths:
        name = "/".join(map(_part, split_below(tops, path))) or "_"
        if name.casefold() in seen:
            stem, suffix = os.path.splitext(name)
            name = f"{stem}-{sha256(path.encode(errors='surrogatepass')).hexdigest()[:8]}{suffix}"
        seen.add(name.casefold())
        found.append(name)
    return found


def split_below(tops: Sequence[str], path: str) -> list[str]:
    """The parts of ``path_below``."""
    return _SEPARATOR.split(path_below(tops, path))


def path_below(tops: Sequence[str], path: str) -> str:
    """Below the folder it was found in; with that folder's name where there are several."""
    for top in tops:
        bare = top.rstrip("/" + os.sep)
        if path == top:
            return os.path.basename(bare)
        if path.startswith((bare + "/", bare + os.sep)):
            inside = path[len(bare) + 1 :]
            return inside if len(tops) == 1 else f"{os.path.basename(bare)}/{inside}"
    return os.path.basename(path)


def is_safe_name(part: str) -> bool:
    """Whether one part of a path can be a name that is written, but for its length."""
    return part == _safe(part)


def add_to_stem(path: str, mark: str) -> str:
    """The path with ``mark`` before the suffix of its name, which is cut where it is too long."""
    stem, suffix = os.path.splitext(path)
    folder, slash, name = stem.rpartition("/")
    room = _LONGEST_NAME - len((mark + suffix).encode())
    return f"{folder}{slash}{name.encode()[:room].decode(errors='ignore')}{mark}{suffix}"


def _safe(part: str) -> str:
    if part in ("", ".", ".."):
        return "_"
    safe = "".join("_" if is_hidden(char) else char for char in _FORBIDDEN.sub("_", part))
    # No system lets a name end in them, or begins with a mark that hides it.
    safe = safe.rstrip(" .").lstrip(".") or "_"
    return f"_{safe}" if _RESERVED.match(safe) else safe


def _part(part: str) -> str:
    safe = _safe(part)
    if len(safe.encode()) > _MOST_BYTES:
        digest = sha256(part.encode(errors="surrogatepass")).hexdigest()[:8]
        stem, suffix = os.path.splitext(safe)
        short = stem.encode()[: _MOST_BYTES - 30].decode(errors="ignore")
        safe = f"{short}-{digest}{suffix if len(suffix.encode()) < 20 else ''}"
    return safe
