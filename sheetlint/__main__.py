"""The program.  ``--version`` is answered before anything else is loaded: hooks ask for it."""

from __future__ import annotations

import sys


def main() -> int:
    if sys.argv[1:] in (["--version"], ["-V"]):
        from sheetlint import __version__

        print(f"sheetlint {__version__}")
        return 0
    from sheetlint.cli.start import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
