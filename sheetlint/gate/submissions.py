"""The submissions of a run: each is checked once, and its result is stored.

First the result of every file is stored: files are hashed, known results are found again, and the
workers check the rest in any order.  Then the results are read in the order of the files.  A run that
is killed finds the results that it had stored on its next start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from hashlib import sha256

from sheetlint.gate.codec import Codec
from sheetlint.gate.digests import findings_digest
from sheetlint.gate.executors import Workers
from sheetlint.gate.store import ResultStore
from sheetlint.gate.worker import CheckedFile
from sheetlint.intake.content import read_content
from sheetlint.intake.source import Source
from sheetlint.messages import gate as texts
from sheetlint.messages.text import Text
from sheetlint.rules.waivers import Waivers
from sheetlint.run.check_files import check_source, report_unfinished
from sheetlint.run.plan import Plan
from sheetlint.run.results import FileReport
from sheetlint.run.waive import waive
from sheetlint.sandbox.bounds import run_within
from sheetlint.sandbox.worker_pool import LostItem, WorkerPool, split_work
from sheetlint.sheet.tables import Unreadable


class Submissions:
    """The files of a run and where the result of each is kept."""

    def __init__(self, sources: Sequence[Source], plan: Plan, store: ResultStore) -> None:
        self.sources = sources
        self._configuration = plan.configuration.without_waivers
        self._plan = plan
        self._store = store
        self._codec = Codec(plan.registry)
        self._context = findings_digest(plan.configuration, plan.registry)
        self._keys = [f"{number}" for number in range(len(sources))]

    def check(self, workers: Workers, advance: Callable[[int], None]) -> None:
        """Store the result of every file; ``advance`` is called with how many more are done."""
        numbers: dict[Source, int] = {}
        for number, source in enumerate(self.sources):
            if source.expanded or self._is_known(number, source):
                advance(1)
            else:
                numbers[source] = number
        pool: WorkerPool[Source, CheckedFile | LostItem] = WorkerPool(
            workers.start, partial(workers.work, self._configuration), workers.jobs
        )
        try:
            for source, result in pool.results(split_work(list(numbers), workers.jobs)):
                self._store_result(numbers[source], source, result)
                advance(1)
        finally:
            self._store.flush()

    def file_reports(self, waivers: Waivers) -> Iterator[tuple[int, FileReport]]:
        """The report on every file, in the order of ``sources``, with its number there.

        An archive itself is reported only where none of the files in it is.
        """
        reported_archives: set[str | bytes | None] = set()
        for number, source in enumerate(self.sources):
            if source.expanded and source.archive in reported_archives:
                continue
            file = self._file_report(number, source)
            if not file.passed_over:
                reported_archives.add(source.archive)
            # Equal to the path in the stored result; one text object is kept for both.
            file = file._replace(path=source.path)
            yield number, waive(file, waivers, self._plan.decision)

    def digest(self) -> str:
        """A digest of everything that ``file_reports`` gives, made of the keys of the results."""
        parts = (
            f"{source.path}\0{'' if source.expanded else self._result_digest(number)}"
            for number, source in enumerate(self.sources)
        )
        return sha256("\1".join((self._context, *parts)).encode(errors="surrogatepass")).hexdigest()

    def _result_digest(self, number: int) -> str:
        key = self._keys[number]
        if self._store.is_lasting(key):
            return key
        # The result may differ the next time, so the digest is that of the result itself.
        return sha256((self.stored_report(number) or "").encode()).hexdigest()

    def result_key(self, number: int) -> str:
        """A key of the result on a file, which differs where anything else was found."""
        return self._keys[number]

    def stored_report(self, number: int) -> str | None:
        """The report on a file, as the codec encodes it; None where it is not stored."""
        return self._store.get(self._keys[number])

    def _is_known(self, number: int, source: Source) -> bool:
        try:
            digest = run_within(
                self._plan.bounds,
                lambda: sha256(read_content(source, self._plan.bounds)).hexdigest(),
            )
        except Unreadable as error:
            # There are no bytes to hash; every run looks at such a file again.
            unreadable = source._replace(problem=(error.reason, error.hint))
            file = check_source(unreadable, self._plan)
            self._store.put_for_this_run(self._keys[number], self._codec.encode(file))
            return True
        self._keys[number] = self._key(source, digest)
        return self._store.holds(self._keys[number])

    def _key(self, source: Source, digest: str) -> str:
        parts = (self._context, source.path, str(source.walked), digest)
        return sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()

    def _store_result(self, number: int, source: Source, result: CheckedFile | LostItem) -> None:
        if isinstance(result, LostItem):
            reason = texts.DIED.fill(reason=Text(result.reason, result.reason))
            file = report_unfinished(source, self._plan, reason, texts.DIED_HINT)
            self._store.put_for_this_run(self._keys[number], self._codec.encode(file))
        elif result.lasting:
            # The file may have changed since it was hashed: the key is made of the bytes that were read.
            self._keys[number] = self._key(source, result.sha256)
            self._store.put(self._keys[number], result.text)
        else:
            self._store.put_for_this_run(self._keys[number], result.text)

    def _file_report(self, number: int, source: Source) -> FileReport:
        text = None if source.expanded else self.stored_report(number)
        if text is not None:
            try:
                return self._codec.decode(text)
            except (ValueError, KeyError, TypeError):
                # A result that this version did not write counts as missing.
                text = None
        return check_source(source, self._plan)
