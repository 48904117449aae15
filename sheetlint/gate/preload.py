"""Imports what every worker needs, once, in the process that the workers are forked from."""

from __future__ import annotations

import gc

from sheetlint.rules.registry import load_usable

for _name in (
    "sheetlint.gate.worker",
    "sheetlint.readers.docx.document",
    "sheetlint.readers.text",
    "sheetlint.readers.xlsx.workbook",
    "sheetlint.recognise.normalised_document",
):
    __import__(_name)

# Plug-ins too; the run itself reports those that cannot be loaded.
load_usable()
# These objects stay: garbage collection in a worker would only copy their memory pages.
gc.collect()
gc.freeze()
