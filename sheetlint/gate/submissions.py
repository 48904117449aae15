"""Every submission checked once, whoever does it, and what came of it kept.

First all results are brought together, by hashing what is known from before and by working on the
rest, in whatever order they come.  Then they are read in the order of the files.  A run that is
killed finds on its next start what it had done; nothing else has to be remembered.
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
from sheetlint.messages import gate as words
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

    def check(self, workshop: Workers, done: Callable[[int], None]) -> None:
        """Bring together the result of every file; ``done`` is told how many more there are."""
        numbers: dict[Source, int] = {}
        for number, source in enumerate(self.sources):
            if source.expanded or self._known(number, source):
                done(1)
            else:
                numbers[source] = number
        pool: WorkerPool[Source, CheckedFile | LostItem] = WorkerPool(
            workshop.start, partial(workshop.work, self._configuration), workshop.jobs
        )
        try:
            for source, result in pool.results(split_work(list(numbers), workshop.jobs)):
                self._take(numbers[source], source, result)
                done(1)
        finally:
            self._store.flush()

    def files(self, waivers: Waivers) -> Iterator[tuple[int, FileReport]]:
        """Every file with what came of it, in the order of ``sources``, by its number there.

        An archive speaks for itself only where none of its files had anything to say.
        """
        told: set[str | bytes | None] = set()
        for number, source in enumerate(self.sources):
            if source.expanded and source.archive in told:
                continue
            file = self._result(number, source)
            if not file.passed_over:
                told.add(source.archive)
            # Equal to the path that the result was kept under; the same text is kept once.
            file = file._replace(path=source.path)
            yield number, waive(file, waivers, self._plan.decision)

    def digest(self) -> str:
        """Of all that ``files`` gives, without reading it: of what it was made of."""
        known = (
            f"{source.path}\0{'' if source.expanded else self._made_of(number)}"
            for number, source in enumerate(self.sources)
        )
        return sha256("\1".join((self._context, *known)).encode(errors="surrogatepass")).hexdigest()

    def _made_of(self, number: int) -> str:
        key = self._keys[number]
        if self._store.lasts(key):
            return key
        # What nobody says will come out the same again: here it did, or did not.
        return sha256((self.kept(number) or "").encode()).hexdigest()

    def key(self, number: int) -> str:
        """Of what was found in a file; another one where anything else was found."""
        return self._keys[number]

    def kept(self, number: int) -> str | None:
        """The report on a file, as the codec writes it."""
        return self._store.get(self._keys[number])

    def _known(self, number: int, source: Source) -> bool:
        try:
            digest = run_within(
                self._plan.bounds,
                lambda: sha256(read_content(source, self._plan.bounds)).hexdigest(),
            )
        except Unreadable as error:
            # There is nothing to work on; it is looked at anew by every run.
            refused = source._replace(problem=(error.reason, error.hint))
            file = check_source(refused, self._plan)
            self._store.keep(self._keys[number], self._codec.written(file))
            return True
        self._keys[number] = self._key(source, digest)
        return self._store.holds(self._keys[number])

    def _key(self, source: Source, digest: str) -> str:
        parts = (self._context, source.path, str(source.walked), digest)
        return sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()

    def _take(self, number: int, source: Source, result: CheckedFile | LostItem) -> None:
        if isinstance(result, LostItem):
            reason = words.DIED.fill(reason=Text(result.reason, result.reason))
            file = report_unfinished(source, self._plan, reason, words.DIED_HINT)
            self._store.keep(self._keys[number], self._codec.written(file))
        elif result.lasting:
            # It may have changed since it was hashed: what was read is what counts.
            self._keys[number] = self._key(source, result.sha256)
            self._store.put(self._keys[number], result.text)
        else:
            self._store.keep(self._keys[number], result.text)

    def _result(self, number: int, source: Source) -> FileReport:
        text = None if source.expanded else self.kept(number)
        if text is not None:
            try:
                return self._codec.read(text)
            except (ValueError, KeyError, TypeError):
                # Whole, and yet not what this version writes: it was never there.
                text = None
        return check_source(source, self._plan)
