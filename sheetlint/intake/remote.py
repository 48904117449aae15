"""Files on other machines, by address (``s3://bucket/folder``), walked and read through fsspec."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from sheetlint.intake.accepted_names import is_program_folder
from sheetlint.messages import intake as texts
from sheetlint.messages.text import Text
from sheetlint.sheet.tables import Unreadable
from sheetlint.system.extras import requires_extra


def walk_address(address: str) -> Iterator[tuple[str, bool]]:
    """The files at an address, sorted, each with whether it was found in a folder.

    Raises Unreadable where the address cannot be reached.
    """
    system, path = _file_system(address)
    try:
        if not system.isdir(path):
            yield address, False
            return
        names = sorted(system.find(path))
    except OSError as error:
        raise _unreachable(error) from error
    for name in names:
        inside = name.removeprefix(path).strip("/").split("/")
        if not any(map(is_program_folder, inside[:-1])):
            yield system.unstrip_protocol(name), True


def open_address(address: str) -> IO[bytes]:
    """The bytes at an address.  Raises Unreadable and OSError."""
    system, path = _file_system(address)
    file: IO[bytes] = system.open(path, "rb")
    return file


def _file_system(address: str) -> tuple[Any, str]:
    with requires_extra("dask"):
        from fsspec.core import url_to_fs
    try:
        system, path = url_to_fs(address)
    except ImportError as error:
        # The driver of this protocol is a distribution of its own, which the message names.
        raise Unreadable(
            texts.NO_DRIVER.fill(reason=Text(str(error), str(error))), texts.LOOK_AT_PATH
        ) from error
    except (ValueError, OSError) as error:
        raise _unreachable(error) from error
    return system, str(path)


def _unreachable(error: Exception) -> Unreadable:
    reason = str(error) or type(error).__name__
    return Unreadable(texts.CANNOT_OPEN.fill(reason=Text(reason, reason)), texts.LOOK_AT_PATH)
