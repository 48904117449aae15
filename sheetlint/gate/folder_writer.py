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
from sheetlint.gate.documents import RunDocuments
from sheetlint.gate.finished_run import FinishedRun
from sheetlint.gate.letters import NOTICES, Letter, LetterDesign, LetterOptions, write_letters
from sheetlint.gate.pages_and_copies import OutputOptions, WrittenFiles
from sheetlint.gate.results_folder import FINDINGS, INDEX, LIST, REPORT, RUN, VERDICTS
from sheetlint.gate.run_results import RunResults, Sink, collect_results
from sheetlint.gate.store import ResultStore
from sheetlint.gate.submissions import Submissions
from sheetlint.messages import gate as texts
from sheetlint.messages.os_errors import os_error_text
from sheetlint.messages.text import Text
from sheetlint.notices import Notice, NoticeCollector
from sheetlint.report import xlsx
from sheetlint.report.html.bureau_page import render
from sheetlint.report.json import dump_json
from sheetlint.run.plan import Plan
from sheetlint.system.atomic_write import write_file, write_text_file

_DOCUMENTS = (LIST, REPORT, FINDINGS, VERDICTS, RUN)


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
            with RunDocuments(self.out, self.lang) as documents:
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
        drafts = NoticeCollector(plan.decision.fail_on, self.lang)
        all_sinks = (*sinks, lambda _, file: drafts.add(file))
        results = collect_results(submissions, plan, inputs, all_sinks, keep_files=keep_files)
        return results, drafts.notices()

    def finished_run(
        self, submissions: Submissions, plan: Plan, terms: Conditions, tops: Sequence[str]
    ) -> FinishedRun:
        """What the store knows of a finished run that was the same."""
        parts = (
            submissions.digest(),
            dump_json(terms.to_record()),
            repr(plan.waivers),
            repr((self.annotate, self.stationery)),
            os.path.abspath(self.out),
            *tops,
        )
        key = sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()
        folders = (file_outputs.PAGES, file_outputs.COPIES, NOTICES)
        return FinishedRun(self.store, key, self.out, (INDEX, *_DOCUMENTS, *folders))

    def write_remaining(
        self,
        collected: CollectedResults,
        submissions: Submissions,
        plan: Plan,
        terms: Conditions,
        tops: Sequence[str],
    ) -> bool:
        """Write everything for people, then the record.  False where a part could not be written."""
        results = collected.results
        written_files = self._write_pages_and_copies(results, submissions, plan, tops)
        letters = self._write_letters(collected.notices)
        record = conditions.make_record(
            terms, plan.profiles, results.tally, results.skipped_and_waived
        )
        sent = [(letter.path, letter.unit) for letter in letters if letter.problem is None]
        outputs = WrittenOutputs(written_files, sent, tuple((name, name) for name in _DOCUMENTS))
        done = [
            len(sent) == len(letters),
            self._attempt(LIST, lambda: self._write_list(results, submissions, terms, plan)),
            self._attempt(INDEX, lambda: self._write(INDEX, self._page(results, outputs, record))),
            self._attempt(RUN, lambda: self._write(RUN, dump_json(record))),
        ]
        return collected.complete and all(done)

    def _write_list(
        self, results: RunResults, submissions: Submissions, terms: Conditions, plan: Plan
    ) -> None:
        """Write the list of problems, unless an earlier run has written the same one."""
        path = os.path.join(self.out, LIST)
        digests = [_file_sha256(os.path.join(self.out, name)) for name in (REPORT, VERDICTS)]
        key = sha256("\0".join((*digests, self.lang, os.path.abspath(path))).encode()).hexdigest()
        if self.store.get(key) is not None and os.path.isfile(path):
            return
        checked = (
            file for _, file in submissions.file_reports(plan.waivers) if not file.passed_over
        )
        findings = sum(line.findings for line in results.lines)
        write_file(
            path, xlsx.render_files(results.report(terms, plan), checked, findings, self.lang)
        )
        self.store.put(key, "")

    def _page(self, results: RunResults, outputs: WrittenOutputs, record: Mapping[str, Any]) -> str:
        return render(make_bureau(results, outputs, record), self.lang)

    def _write_pages_and_copies(
        self,
        results: RunResults,
        submissions: Submissions,
        plan: Plan,
        tops: Sequence[str],
    ) -> dict[int, WrittenFiles]:
        options = OutputOptions(self.out, self.lang)
        outputs_to_write = file_outputs.list_file_outputs(
            results, submissions, tops, options, self.annotate
        )
        with self.observer.progress(texts.WRITING_OUTPUTS, len(outputs_to_write)) as advance:
            written_files = file_outputs.write_file_outputs(
                outputs_to_write,
                submissions,
                plan.configuration,
                options,
                self.store,
                self.jobs,
                advance,
            )
        for problem in file_outputs.list_problems(results, written_files):
            self.observer.warn(texts.PROBLEM.fill(path=problem.path, problem=problem.message))
        current = {path for done in written_files.values() for path in (done.page, done.copy)}
        for folder in (file_outputs.PAGES, file_outputs.COPIES):
            file_outputs.delete_stale_files(self.out, folder, current)
        return written_files

    def _write_letters(self, notices: Sequence[Notice]) -> list[Letter]:
        options = LetterOptions(self.stationery, self.out, self.lang)
        letters = write_letters(notices, options, self.store, self.jobs)
        for letter in letters:
            if letter.problem is not None:
                self._not_written(letter.path, letter.problem)
        file_outputs.delete_stale_files(self.out, NOTICES, {letter.path for letter in letters})
        return letters

    def _write(self, name: str, text: str) -> None:
        write_text_file(os.path.join(self.out, name), text)

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


def _file_sha256(path: str) -> str:
    """Of a document; empty where it could not be written."""
    try:
        with open(path, "rb") as file:
            return sha256(file.read()).hexdigest()
    except OSError:
        return ""


class CollectedResults(NamedTuple):
    """The results of a run, and whether all documents were written."""

    results: RunResults
    notices: list[Notice]
    complete: bool
