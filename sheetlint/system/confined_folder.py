"""Files below one folder, reached without following any link.

Paths are relative to the folder, with ``/``.  Where the system opens files relative to an open folder,
a link that is put in the place of a folder meanwhile leads nowhere either; on other systems each part
of a path is looked at before it is used.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from hashlib import file_digest
from secrets import token_hex
from typing import BinaryIO, NamedTuple

_RELATIVE = {
    *(os.open, os.stat, os.chmod, os.mkdir, os.rename, os.unlink, os.rmdir)
} <= os.supports_dir_fd
_FLAGS = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
    # A pipe in the place of a file does not block the open.
    | getattr(os, "O_NONBLOCK", 0)
)
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | _FLAGS
_JUNCTION = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None)
_DRAFT = re.compile(r"\.sheetlint-[0-9a-f]{16}\.tmp")


class LinkInPath(OSError):
    """A part of a path below the folder is a link, or another file system."""

    def __init__(self, path: str) -> None:
        super().__init__(errno.EMLINK, os.strerror(errno.EMLINK), path)
        self.path = path


class Draft(NamedTuple):
    """A new file in the folder that does not have its name yet."""

    name: str
    file: BinaryIO


class ConfinedFolder:
    """The files below a folder.  All methods raise OSError, LinkInPath for a link."""

    def __init__(self, path: str) -> None:
        """The folder itself may be named by a link."""
        self.path = os.path.realpath(path)
        self._descriptor = os.open(self.path, _FOLDER) if _RELATIVE else None
        self._device = os.stat(self.path).st_dev

    def close(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def names(self, folder: str = "") -> list[str]:
        """The names in a folder below, sorted."""
        with self._parent(f"{folder}/." if folder else ".") as (descriptor, name):
            return sorted(os.listdir(name if descriptor is None else descriptor))

    def stat(self, path: str) -> os.stat_result | None:
        """What is at the path; None where there is nothing."""
        try:
            with self._parent(path) as (descriptor, name):
                return self._stat(path, descriptor, name)
        except FileNotFoundError:
            return None

    def digest(self, path: str) -> str | None:
        """SHA-256 of a file; None where there is nothing, empty for anything but a file."""
        found = self.stat(path)
        if found is None:
            return None
        if not stat.S_ISREG(found.st_mode):
            return ""
        with os.fdopen(self.open(path), "rb") as file:
            return file_digest(file, "sha256").hexdigest()

    def open(self, path: str, flags: int = os.O_RDONLY) -> int:
        """The descriptor of a regular file, opened with these flags of ``os.open``."""
        with self._parent(path) as (descriptor, name):
            if descriptor is None:
                with suppress(FileNotFoundError):
                    self._stat(path, descriptor, name)
            try:
                file = os.open(name, flags | _FLAGS, 0o666, dir_fd=descriptor)
            except OSError as error:
                if error.errno == errno.ELOOP:
                    raise LinkInPath(path) from error
                raise
        if not stat.S_ISREG(os.fstat(file).st_mode):
            os.close(file)
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), path)
        return file

    def create_draft(self) -> Draft:
        """A new file to write to; ``put_in_place`` gives it its name."""
        name = f".sheetlint-{token_hex(8)}.tmp"
        descriptor = self.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL)
        return Draft(name, os.fdopen(descriptor, "w+b"))

    def put_in_place(self, draft: str, path: str) -> None:
        """Give a closed draft its name, with the permissions of a file that it replaces."""
        replaced = self.stat(path)
        with self._parent(path, make=True) as (descriptor, name):
            source = draft if self._descriptor is not None else os.path.join(self.path, draft)
            if replaced is not None:
                os.chmod(source, replaced.st_mode & 0o777, dir_fd=self._descriptor)
            os.replace(source, name, src_dir_fd=self._descriptor, dst_dir_fd=descriptor)

    def write(self, path: str, data: bytes) -> None:
        """Write a file whole or not at all; missing folders are made."""
        draft = self.create_draft()
        try:
            with draft.file:
                draft.file.write(data)
            self.put_in_place(draft.name, path)
        except BaseException:
            self.delete_draft(draft.name)
            raise

    def delete_draft(self, draft: str) -> None:
        """Delete a draft that has no name yet; nothing where there is none."""
        with suppress(OSError), self._parent(draft) as (descriptor, name):
            os.unlink(name, dir_fd=descriptor)

    def delete_abandoned_drafts(self) -> None:
        """Delete the drafts of a process that was killed; of nobody else while the folder is locked."""
        for name in self.names():
            if _DRAFT.fullmatch(name):
                self.delete_draft(name)

    def remove(self, path: str) -> None:
        """Delete a file, and the folders above it that are empty then."""
        with self._parent(path) as (descriptor, name):
            os.unlink(name, dir_fd=descriptor)
        folder = os.path.dirname(path)
        with suppress(OSError):
            while folder:
                with self._parent(folder) as (descriptor, name):
                    os.rmdir(name, dir_fd=descriptor)
                folder = os.path.dirname(folder)

    @contextmanager
    def _parent(self, path: str, make: bool = False) -> Iterator[tuple[int | None, str]]:
        """The descriptor of the folder that the path is in and its name there; without descriptors
        None and the whole path."""
        *folders, name = path.split("/")
        descriptor, above = self._descriptor, ""
        if descriptor is None:
            above = os.path.join(self.path, "")
        with ExitStack() as stack:
            for number, folder in enumerate(folders, 1):
                if make:
                    with suppress(FileExistsError):
                        os.mkdir(above + folder, dir_fd=descriptor)
                self._stat("/".join(folders[:number]), descriptor, above + folder)
                if descriptor is None:
                    above = os.path.join(above, folder, "")
                else:
                    descriptor = os.open(folder, _FOLDER, dir_fd=descriptor)
                    stack.callback(os.close, descriptor)
            yield descriptor, above + name

    def _stat(self, path: str, descriptor: int | None, name: str) -> os.stat_result:
        found = os.stat(name, dir_fd=descriptor, follow_symlinks=False)
        is_link = stat.S_ISLNK(found.st_mode) or (
            _JUNCTION is not None and getattr(found, "st_reparse_tag", 0) == _JUNCTION
        )
        # Files of one file system may come from several, below a union of folders for instance.
        is_elsewhere = stat.S_ISDIR(found.st_mode) and found.st_dev != self._device
        if is_link or is_elsewhere:
            raise LinkInPath(path)
        return found
