"""The folder of results, filled step by step; a step that fails does not keep the others back."""

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
from sheetlint.messages import gate as words
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
    """Who is told of the work while it is done."""

    def progress(self, what: Text, total: int) -> AbstractContextManager[Advance]:
        """Within it, the progress of ``total`` pieces of work is shown."""

    def tell(self, text: Text) -> None:
        """Something could not be written."""


class FolderWriter(NamedTuple):
    """The folder that a run writes its results into."""

    out: str
    lang: str
    annotate: bool
    stationery: LetterDesign
    store: ResultStore
    jobs: int
    observer: Observer

    def begin(self, terms: Conditions) -> bool:
        """Make the folder known as this tool's.  False where nothing can be written."""
        return self._tried(RUN, lambda: self._put(RUN, dump_json(terms.entry())))

    def gather(
        self,
        submissions: Submissions,
        plan: Plan,
        inputs: Inputs,
        terms: Conditions,
        whole: bool,
    ) -> CollectedResults:
        """Read all results, and write what programs read along the way."""
        try:
            with RunDocuments(self.out, self.lang) as documents:
                told, drafts = self._gathered(submissions, plan, inputs, whole, documents.add)
                documents.finish(
                    terms.version, terms.rules_sha256, told.tally, told.across.findings
                )
            return CollectedResults(told, drafts, True)
        except OSError as error:
            self._not_written(REPORT, os_error_text(error))
        return CollectedResults(*self._gathered(submissions, plan, inputs, whole), False)

    def _gathered(
        self, submissions: Submissions, plan: Plan, inputs: Inputs, whole: bool, *sinks: Sink
    ) -> tuple[RunResults, list[Notice]]:
        drafts = NoticeCollector(plan.decision.fail_on, self.lang)
        all_sinks = (*sinks, lambda _, file: drafts.add(file))
        told = collect_results(submissions, plan, inputs, all_sinks, whole=whole)
        return told, drafts.notices()

    def finished(
        self, submissions: Submissions, plan: Plan, terms: Conditions, tops: Sequence[str]
    ) -> FinishedRun:
        """What is known of the same run."""
        parts = (
            submissions.digest(),
            dump_json(terms.entry()),
            repr(plan.waivers),
            repr((self.annotate, self.stationery)),
            os.path.abspath(self.out),
            *tops,
        )
        key = sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()
        folders = (file_outputs.PAGES, file_outputs.COPIES, NOTICES)
        return FinishedRun(self.store, key, self.out, (INDEX, *_DOCUMENTS, *folders))

    def fill(
        self,
        collect_results: CollectedResults,
        submissions: Submissions,
        plan: Plan,
        terms: Conditions,
        tops: Sequence[str],
    ) -> bool:
        """Everything for people, and the record, which is written last.  False where a part of it
        could not be written."""
        told = collect_results.told
        handed = self._hand_back(told, submissions, plan, tops)
        letters = self._letters(collect_results.notices)
        record = conditions.record(terms, plan.profiles, told.tally, told.seen)
        sent = [(letter.path, letter.unit) for letter in letters if letter.problem is None]
        left = WrittenOutputs(handed, sent, tuple((name, name) for name in _DOCUMENTS))
        done = [
            len(sent) == len(letters),
            self._tried(LIST, lambda: self._list(told, submissions, terms, plan)),
            self._tried(INDEX, lambda: self._put(INDEX, self._page(told, left, record))),
            self._tried(RUN, lambda: self._put(RUN, dump_json(record))),
        ]
        return collect_results.whole and all(done)

    def _list(
        self, told: RunResults, submissions: Submissions, terms: Conditions, plan: Plan
    ) -> None:
        """The list of problems, unless an earlier run has written it of the same results."""
        path = os.path.join(self.out, LIST)
        digests = [_sha256(os.path.join(self.out, name)) for name in (REPORT, VERDICTS)]
        key = sha256("\0".join((*digests, self.lang, os.path.abspath(path))).encode()).hexdigest()
        if self.store.get(key) is not None and os.path.isfile(path):
            return
        counting = (file for _, file in submissions.files(plan.waivers) if not file.passed_over)
        findings = sum(line.findings for line in told.lines)
        write_file(path, xlsx.render_files(told.report(terms, plan), counting, findings, self.lang))
        self.store.put(key, "")

    def _page(self, told: RunResults, left: WrittenOutputs, record: Mapping[str, Any]) -> str:
        return render(make_bureau(told, left, record), self.lang)

    def _hand_back(
        self,
        told: RunResults,
        submissions: Submissions,
        plan: Plan,
        tops: Sequence[str],
    ) -> dict[int, WrittenFiles]:
        options = OutputOptions(self.out, self.lang)
        todo = file_outputs.list_file_outputs(told, submissions, tops, options, self.annotate)
        with self.observer.progress(words.WRITING_OUTPUTS, len(todo)) as tell:
            handed = file_outputs.write_file_outputs(
                todo, submissions, plan.configuration, options, self.store, self.jobs, tell
            )
        for problem in file_outputs.list_problems(told, handed):
            self.observer.tell(words.PROBLEM.fill(path=problem.path, problem=problem.say))
        current = {path for done in handed.values() for path in (done.page, done.copy)}
        for folder in (file_outputs.PAGES, file_outputs.COPIES):
            file_outputs.delete_stale_files(self.out, folder, current)
        return handed

    def _letters(self, notices: Sequence[Notice]) -> list[Letter]:
        options = LetterOptions(self.stationery, self.out, self.lang)
        letters = write_letters(notices, options, self.store, self.jobs)
        for letter in letters:
            if letter.problem is not None:
                self._not_written(letter.path, letter.problem)
        file_outputs.delete_stale_files(self.out, NOTICES, {letter.path for letter in letters})
        return letters

    def _put(self, name: str, text: str) -> None:
        write_text_file(os.path.join(self.out, name), text)

    def _tried(self, name: str, step: Callable[[], None]) -> bool:
        try:
            step()
        except OSError as error:
            self._not_written(name, os_error_text(error))
            return False
        return True

    def _not_written(self, name: str, reason: Text) -> None:
        path = os.path.join(self.out, name)
        self.observer.tell(words.PART_NOT_WRITTEN.fill(path=path, reason=reason))


def _sha256(path: str) -> str:
    """Empty where a document could not be written."""
    try:
        with open(path, "rb") as file:
            return sha256(file.read()).hexdigest()
    except OSError:
        return ""


class CollectedResults(NamedTuple):
    """What was gathered, and whether the documents are there."""

    told: RunResults
    notices: list[Notice]
    whole: bool
