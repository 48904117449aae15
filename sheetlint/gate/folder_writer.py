"""Writes the folder of results step by step; a step that fails does not stop the others."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from hashlib import sha256
from typing import Any, NamedTuple, Protocol

from sheetlint.crosscheck.inputs import Inputs
from sheetlint.gate import conditions, file_outputs
from sheetlint.gate.bureau_page import WrittenOutputs, make_bureau
from sheetlint.gate.conditions import Conditions
from sheetlint.gate.digests import program_sha256
from sheetlint.gate.documents import RunDocuments
from sheetlint.gate.finished_run import FinishedRun
from sheetlint.gate.letters import Letter, LetterDesign, LetterOptions, write_letters
from sheetlint.gate.output_record import (
    FINDINGS,
    INDEX,
    LIST,
    RECORD,
    REPORT,
    RUN,
    VERDICTS,
)
from sheetlint.gate.results_folder import ResultsFolder
from sheetlint.gate.run_results import RunResults, Sink, collect_results
from sheetlint.gate.store import ResultStore
from sheetlint.gate.submission_folders import SubmittedFolders
from sheetlint.gate.submissions import Submissions
from sheetlint.messages import gate as texts
from sheetlint.messages.os_errors import os_error_text
from sheetlint.messages.text import Text
from sheetlint.notices import Notice, NoticeCollector
from sheetlint.report import xlsx
from sheetlint.report.html.bureau_page import render
from sheetlint.report.json import dump_json
from sheetlint.run.plan import Plan
from sheetlint.system.atomic_write import encode_text


class Advance(Protocol):
    """Called with how many more are done."""

    def __call__(self, count: int) -> None: ...


class Observer(Protocol):
    """Who is results of the work while it is done."""

    def progress(self, what: Text, total: int) -> AbstractContextManager[Advance]:
        """A context in which the progress of ``total`` pieces of work is shown."""

    def warn(self, text: Text) -> None:
        """Show that something could not be written."""


class FolderWriter(NamedTuple):
    """Writes the results of a run into one folder."""

    out: str
    """As the user named it."""
    tops: Sequence[str]
    """The submissions as the user named them."""
    folder: ResultsFolder
    lang: str
    annotate: bool
    stationery: LetterDesign
    store: ResultStore
    jobs: int
    observer: Observer

    def begin(self, terms: Conditions) -> bool:
        """Write ``run.json``, which marks the folder as this tool's.  False where that fails."""
        return self._attempt(RUN, lambda: self._write(RUN, dump_json(terms.to_record())))

    def collect(
        self,
        submissions: Submissions,
        plan: Plan,
        inputs: Inputs,
        terms: Conditions,
        keep_files: bool,
    ) -> CollectedResults:
        """Read all results and write the machine-readable documents along the way."""
        try:
            with RunDocuments(self.folder, self.lang) as documents:
                results, drafts = self._collect(
                    submissions, plan, inputs, keep_files, documents.add
                )
                documents.finish(
                    terms.version, terms.rules_sha256, results.tally, results.crosscheck.findings
                )
            return CollectedResults(results, drafts, True)
        except OSError as error:
            self._not_written(REPORT, os_error_text(error))
        return CollectedResults(*self._collect(submissions, plan, inputs, keep_files), False)

    def _collect(
        self, submissions: Submissions, plan: Plan, inputs: Inputs, keep_files: bool, *sinks: Sink
    ) -> tuple[RunResults, list[Notice]]:
        drafts = NoticeCollector(plan.decision.fail_on, self.lang, tops=self.tops)
        all_sinks = (*sinks, lambda _, file: drafts.add(file))
        results = collect_results(submissions, plan, inputs, all_sinks, keep_files=keep_files)
        return results, drafts.notices()

    def finished_run(
        self, submissions: Submissions, plan: Plan, terms: Conditions, given: SubmittedFolders
    ) -> FinishedRun:
        """What the store knows of a finished run that was the same."""
        parts = (
            submissions.digest(),
            dump_json(terms.to_record()),
            repr(plan.waivers),
            repr((self.annotate, self.stationery)),
            self.folder.path,
            *given.tops,
            *given.names,
        )
        key = sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()
        return FinishedRun(self.store, key, self.folder)

    def write_remaining(
        self,
        collected: CollectedResults,
        submissions: Submissions,
        plan: Plan,
        terms: Conditions,
        given: SubmittedFolders,
    ) -> bool:
        """Write everything for people, then the record.  False where a part could not be written."""
        results, tops = collected.results, given.tops
        written_files = self._write_pages_and_copies(results, submissions, plan, tops)
        letters = self._write_letters(collected.notices)
        record = conditions.make_record(
            terms, plan.profiles, results.tally, results.skipped_and_waived
        )
        sent = [(letter.path, letter.unit) for letter in letters if letter.problem is None]
        listed = self._write_list(results, submissions, terms, plan, tops)
        documents = (listed or LIST, REPORT, FINDINGS, VERDICTS, RUN)
        outputs = WrittenOutputs(
            submissions.sources, written_files, sent, tuple((name, name) for name in documents)
        )
        done = [
            all(written.problem is None for written in written_files.values()),
            len(sent) == len(letters),
            listed is not None,
            self._attempt(INDEX, lambda: self._write_page(results, outputs, record, given)),
            self._attempt(RUN, lambda: self._write(RUN, dump_json(record))),
            self._attempt(RECORD, self.folder.finish),
        ]
        return collected.complete and all(done)

    def _write_list(
        self,
        results: RunResults,
        submissions: Submissions,
        terms: Conditions,
        plan: Plan,
        tops: Sequence[str],
    ) -> str | None:
        """Write the list of problems, unless an earlier run has written the same one.  The result is
        its name, None where it could not be written."""
        try:
            key = self._list_key(tops)
            digest = self.store.get(key)
            written = None if digest is None else self.folder.find_written(LIST, digest)
            if written is not None:
                return written
            checked = (
                file for _, file in submissions.file_reports(plan.waivers) if not file.passed_over
            )
            findings = sum(line.findings for line in results.lines)
            report = results.report(terms, plan)
            data = xlsx.render_files(report, checked, findings, self.lang, tops)
            written = self.folder.write(LIST, data)
        except OSError as error:
            self._not_written(LIST, os_error_text(error))
            return None
        self.store.put(key, sha256(data).hexdigest())
        return written

    def _list_key(self, tops: Sequence[str]) -> str:
        """Differs where the list of problems would be another one."""
        digests = [self.folder.written_digest(name) for name in (REPORT, VERDICTS)]
        parts = (LIST, program_sha256(), self.lang, *digests, *tops)
        return sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()

    def _write_page(
        self,
        results: RunResults,
        outputs: WrittenOutputs,
        record: Mapping[str, Any],
        given: SubmittedFolders,
    ) -> None:
        self._write(INDEX, render(make_bureau(results, outputs, record, given), self.lang))

    def _write_pages_and_copies(
        self,
        results: RunResults,
        submissions: Submissions,
        plan: Plan,
        tops: Sequence[str],
    ) -> dict[int, file_outputs.WrittenFiles]:
        outputs_to_write = file_outputs.list_file_outputs(
            results, submissions, tops, self.lang, self.annotate
        )
        with self.observer.progress(texts.WRITING_OUTPUTS, len(outputs_to_write)) as advance:
            written_files = file_outputs.write_file_outputs(
                outputs_to_write,
                submissions,
                plan.configuration,
                self.folder,
                self.store,
                self.lang,
                self.jobs,
                advance,
            )
        for problem in file_outputs.list_problems(results, written_files):
            self.observer.warn(texts.PROBLEM.fill(path=problem.path, problem=problem.message))
        return written_files

    def _write_letters(self, notices: Sequence[Notice]) -> list[Letter]:
        options = LetterOptions(self.stationery, self.lang)
        letters = write_letters(notices, options, self.folder, self.store, self.jobs)
        for letter in letters:
            if letter.problem is not None:
                self._not_written(letter.path, letter.problem)
        return letters

    def _write(self, name: str, text: str) -> None:
        self.folder.write(name, encode_text(text))

    def _attempt(self, name: str, step: Callable[[], None]) -> bool:
        try:
            step()
        except OSError as error:
            self._not_written(name, os_error_text(error))
            return False
        return True

    def _not_written(self, name: str, reason: Text) -> None:
        path = os.path.join(self.out, name)
        self.observer.warn(texts.PART_NOT_WRITTEN.fill(path=path, reason=reason))


class CollectedResults(NamedTuple):
    """The results of a run, and whether all documents were written."""

    results: RunResults
    notices: list[Notice]
    complete: bool
