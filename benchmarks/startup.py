"""What a whole process costs, against a bare interpreter: ``python benchmarks/startup.py``.

The reference is ``python -c pass`` of the same environment, timed in the same rounds, and all of it
with compiled bytecode; the last column is the ratio.  Goals as
ratios: ``--version`` 2, one text sheet with ``--format concise`` 15.
"""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from timing import medians, table

ROOT = Path(__file__).resolve().parent.parent
SHEETS = ROOT / "examples" / "sheets"
ROUNDS = int(os.environ.get("ROUNDS", "41"))


def process(*command: str) -> Callable[[], object]:
    def run() -> None:
        done = subprocess.run(command, capture_output=True, cwd=ROOT, check=False)
        if done.returncode not in (0, 1) or b"Traceback" in done.stderr:
            sys.exit(done.stderr.decode())

    return run


def main() -> None:
    # An installed package is compiled; a checkout is when it has run once, unless the environment
    # forbids that.  The benchmark is of the installed state.
    for package in ("sheetlint", "checks"):
        compileall.compile_dir(ROOT / package, quiet=1)
    python, tool = sys.executable, str(Path(sys.executable).with_name("sheetlint"))
    text, workbook, word = (
        str(SHEETS / name)
        for name in ("4 城市绿地养护.txt", "1 乡村小学图书角.xlsx", "3 日间照料中心.docx")
    )
    bare = "python -c pass"
    results = medians(
        {
            bare: process(python, "-c", "pass"),
            "sheetlint --version": process(tool, "--version"),
            "check --format concise, txt": process(tool, "check", "--format", "concise", text),
            "check --format concise, xlsx": process(tool, "check", "--format", "concise", workbook),
            "check --format concise, docx": process(tool, "check", "--format", "concise", word),
            "check --format json, txt": process(tool, "check", "--format", "json", text),
            "check (full report), txt": process(tool, "check", text),
        },
        ROUNDS,
    )
    print(table(results, bare))


if __name__ == "__main__":
    main()
