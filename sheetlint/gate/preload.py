"""What every worker needs, loaded once in the process that they are forked from."""

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

# Plug-ins, too: what cannot be loaded is said by the run that wants it.
load_usable()
# It stays for good: no worker looks through it for garbage, and none gets a copy of it by looking.
gc.collect()
gc.freeze()
