"""The program.  ``--version`` is answered before anything else is loaded: hooks ask for it."""

from __future__ import annotations

import sys

_RARELY = 50_000


def main() -> int:
    if sys.argv[1:] in (["--version"], ["-V"]):
        from sheetlint import __version__

        print(f"sheetlint {__version__}")
        return 0
    import gc
    import os

    # Worker processes start with the working folder in the path of imports: what lies among the
    # submissions must not be taken for a module of the library.
    os.environ["PYTHONSAFEPATH"] = "1"
    # What a run makes, and what it imports, are tuples and functions without cycles: looking for
    # garbage that often is wasted time.
    gc.set_threshold(_RARELY, 50, 50)
    from sheetlint.cli.start import main as run

    status = run(sys.argv[1:])
    # Nor does the interpreter take everything apart when it ends, a fifth of a short run: the
    # system gets the memory back with the process.
    gc.freeze()
    return status


if __name__ == "__main__":
    sys.exit(main())
