"""The program.  ``--version`` is answered before anything else is loaded: hooks ask for it."""

from __future__ import annotations

import sys

_RARELY = 50_000


def main() -> int:
    if sys.argv[1:] in (["--version"], ["-V"]):
        from sheetlint import __version__

        try:
            print(f"sheetlint {__version__}", flush=True)
            return 0
        except OSError:
            # What is wrong with the output is said below, in the user's language.
            pass
    import gc
    import os

    from sheetlint.system.interruption import Interrupted, catch_signals

    # Worker processes start with the working folder in the path of imports: what lies among the
    # submissions must not be taken for a module of the library.
    os.environ["PYTHONSAFEPATH"] = "1"
    # What a run makes, and what it imports, are tuples and functions without cycles: looking for
    # garbage that often is wasted time.
    gc.set_threshold(_RARELY, 50, 50)
    catch_signals()
    try:
        from sheetlint.cli.start import main as run

        status = run(sys.argv[1:])
    except Interrupted as stop:
        from sheetlint.cli.start import report_interruption

        status = report_interruption(stop, sys.argv[1:])
    # Nor does the interpreter take everything apart when it ends, a fifth of a short run: the
    # system gets the memory back with the process.
    gc.freeze()
    return status


if __name__ == "__main__":
    sys.exit(main())
