"""The folder of results: it costs nobody a file.

Only what earlier runs recorded, and what still has the recorded content, is replaced or removed.  What
somebody edited or put there stays, and the new version is written beside it.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import sha256
from stat import S_ISDIR
from typing import BinaryIO

from sheetlint.gate.kept_files import KeptFiles
from sheetlint.gate.output_record import (
    FINDINGS,
    FOLDERS,
    LOCK,
    RECORD,
    REPORT,
    RUN,
    VERDICTS,
    Digests,
    drop_recorded,
    dump_output_record,
    is_recorded,
    read_output_record,
    record_line,
)
from sheetlint.intake.accepted_names import is_ignored
from sheetlint.intake.source import Source
from sheetlint.messages import gate as texts
from sheetlint.messages.os_errors import os_error_text
from sheetlint.messages.text import Text
from sheetlint.system.atomic_write import encode_text
from sheetlint.system.confined_folder import ConfinedFolder, Draft, LinkInPath
from sheetlint.system.file_lock import try_to_lock
from sheetlint.system.file_names import add_to_stem

_FOR_PROGRAMS = (REPORT, FINDINGS, VERDICTS, RUN)
"""Documents that are read by their names: a new version beside an edited one would not be seen."""
_WRITABLE = 0o200


class Unusable(Exception):
    """The folder or the cluster cannot be used; ``text`` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class ResultsFolder:
    """The folder of one run, which no other run can use meanwhile.

    Raises Unusable for a folder with other files and no record, for a link in it, for an edited
    document that programs read and while another run uses it; nothing is written then.  The methods
    raise OSError.
    """

    def __init__(self, out: str, lang: str) -> None:
        self._mark = texts.NEWER.in_(lang)
        self._placed: dict[str, str] = {}
        """What was wanted at each path that this run has used."""
        self._current: dict[str, str] = {}
        """Digests of what this run has written, or found written."""
        self._edited: set[str] = set()
        self._beside: set[str] = set()
        self._lock: BinaryIO | None = None
        self._journal: BinaryIO | None = None
        try:
            os.makedirs(out, exist_ok=True)
            self._files = ConfinedFolder(out)
            try:
                self._recorded = self._prepare(out)
            except BaseException:
                self.close()
                raise
        except LinkInPath as error:
            raise Unusable(texts.LINK_IN_OUT.fill(path=os.path.join(out, error.path))) from error
        except OSError as error:
            raise Unusable(texts.NO_PLACE.fill(out=out, reason=os_error_text(error))) from error

    @property
    def path(self) -> str:
        return self._files.path

    def __enter__(self) -> ResultsFolder:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        for file in (self._journal, self._lock):
            if file is not None:
                file.close()
        self._files.close()

    def drop_outputs(self, sources: Iterable[Source]) -> list[Source]:
        """The sources without what earlier runs wrote into this folder."""
        return drop_recorded(sources, self._files, self._recorded)

    def find_written(self, path: str, digest: str) -> str | None:
        """Where a file wanted at ``path`` stands already; None where it has to be written."""
        place, stands = self._find_place(path, digest)
        if not stands:
            return None
        self._use(path, place, digest)
        return place

    def write(self, path: str, data: bytes) -> str:
        """Write a file and return its path, another one where somebody has edited what is there."""
        digest = sha256(data).hexdigest()
        place, stands = self._find_place(path, digest)
        if not stands:
            self._record(place, digest)
            self._files.write(place, data)
        self._use(path, place, digest)
        return place

    def create_draft(self) -> Draft:
        return self._files.create_draft()

    def put_in_place(self, draft: str, path: str) -> None:
        """Give a closed draft its name."""
        digest = self._files.digest(draft) or ""
        place, stands = self._find_place(path, digest)
        if stands:
            self._files.delete_draft(draft)
        else:
            self._record(place, digest)
            self._files.put_in_place(draft, place)
        self._use(path, place, digest)

    def delete_draft(self, draft: str) -> None:
        self._files.delete_draft(draft)

    def finish(self) -> None:
        """Remove what earlier runs have written and this one has not, and write the record."""
        left: dict[str, Iterable[str]] = {path: [one] for path, one in self._current.items()}
        for path, digests in self._recorded.items():
            if path not in self._current and not self._remove(path):
                left[path] = digests
        data = dump_output_record(left)
        if self._journal is not None:
            self._journal.close()
            self._journal = None
        self._files.write(RECORD, data)

    def written_digest(self, path: str) -> str:
        """The digest of what this run has written at a path; empty where that is nothing."""
        return self._current.get(path, "")

    def kept_files(self) -> KeptFiles:
        kept = {
            path
            for path, _ in self._entries()
            if path in self._edited or (path not in self._current and path != RECORD)
        }
        return KeptFiles(sorted(kept), sorted(self._beside))

    def digest(self) -> str:
        """A digest of the names, sizes and times of everything in the folder."""
        entries = (f"{path}:{found.st_size}:{found.st_mtime_ns}" for path, found in self._entries())
        return sha256("\0".join(entries).encode(errors="surrogatepass")).hexdigest()

    def _prepare(self, out: str) -> Digests:
        present = [path for path, _ in self._entries(before=True)]
        recorded = read_output_record(self._files)
        if recorded is None and not all(map(is_ignored, present)):
            raise Unusable(texts.NOT_OURS.fill(out=out))
        for name in _FOR_PROGRAMS:
            if name in present and not is_recorded(self._files, recorded or {}, name):
                raise Unusable(texts.EDITED_DOCUMENT.fill(path=os.path.join(out, name)))
        self._lock = os.fdopen(self._files.open(LOCK, os.O_RDONLY | os.O_CREAT), "rb")
        if not try_to_lock(self._lock.fileno()):
            raise Unusable(texts.BUSY.fill(out=out))
        self._files.delete_abandoned_drafts()
        # Another run may have ended between the look and the lock.
        return read_output_record(self._files) or {}

    def _entries(self, before: bool = False) -> Iterator[tuple[str, os.stat_result]]:
        """What is in the folder and in those that runs write; other folders are one entry.

        ``before`` a run hidden files count as well, and LinkInPath is raised; later a link is left out.
        """
        waiting = [name for name in self._files.names() if before or not is_ignored(name)]
        while waiting:
            path = waiting.pop()
            try:
                found = self._files.stat(path)
                if found is None:
                    continue
                if S_ISDIR(found.st_mode) and path.split("/")[0] in FOLDERS:
                    waiting += (f"{path}/{name}" for name in self._files.names(path))
                    continue
            except LinkInPath:
                if before:
                    raise
                continue
            yield path, found

    def _find_place(self, wanted: str, digest: str) -> tuple[str, bool]:
        """The path for a content, and whether it need not be written: it is there, or was there and
        somebody has edited it since."""
        for path in self._names(wanted):
            if self._placed.get(_key(path), wanted) != wanted:
                continue
            found = self._files.digest(path)
            recorded = self._known(path)
            if found == digest:
                return path, True
            if found is None or (found in recorded and self._is_writable(path)):
                return path, False
            self._edited.add(path)
            if found and digest in recorded:
                return path, True
        raise AssertionError("there are endless names")

    def _names(self, path: str) -> Iterator[str]:
        yield path
        yield add_to_stem(path, f" ({self._mark})")
        number = 2
        while True:
            yield add_to_stem(path, f" ({self._mark}{number})")
            number += 1

    def _known(self, path: str) -> frozenset[str]:
        """The digests of what runs have written at a path."""
        written = self._current.get(path)
        earlier = self._recorded.get(path, frozenset())
        return earlier if written is None else earlier | {written}

    def _is_writable(self, path: str) -> bool:
        found = self._files.stat(path)
        return found is None or bool(found.st_mode & _WRITABLE)

    def _use(self, wanted: str, place: str, digest: str) -> None:
        self._placed[_key(place)] = wanted
        self._current[place] = digest
        if place != wanted:
            self._beside.add(place)

    def _record(self, path: str, digest: str) -> None:
        """Record a file before it is written: a run that is killed leaves nothing unrecorded."""
        if self._journal is None:
            new = self._files.stat(RECORD) is None
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
            self._journal = os.fdopen(self._files.open(RECORD, flags), "ab")
            # The last line may have been cut off.
            self._journal.write(dump_output_record({}) if new else b"\n")
        self._journal.write(encode_text(record_line(path, digest)))
        self._journal.flush()

    def _remove(self, path: str) -> bool:
        """Remove a file of an earlier run; False where it is not what was written, or stays."""
        try:
            found = self._files.digest(path)
            if found is None:
                return True
            if found not in self._recorded[path] or not self._is_writable(path):
                return False
            self._files.remove(path)
        except OSError:
            # It is out of date, and no page links to it.
            return False
        return True


def _key(path: str) -> str:
    """The same for paths that some systems take for one."""
    return unicodedata.normalize("NFC", path).casefold()
