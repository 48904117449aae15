"""The options of ``check``, declared once: click's parser and the quick one are both made of them."""

from __future__ import annotations

from typing import NamedTuple

from sheetlint.check import SEVERITIES
from sheetlint.locale import LANGUAGES
from sheetlint.locale import cli as words
from sheetlint.model import Text
from sheetlint.outputs import NAMES

FLAG = "flag"
TEXT = "text"
TEXTS = "texts"
PATH = "path"
NUMBER = "number"
PATHS = "paths"
"""One a time, with or without a kind before it: ``html=report.html``."""
SIZE = "size"
"""Bytes, as ``512M``."""

NARROWEST = 40
"""Columns below which a report is not readable any more."""


SEVEREST_FIRST = SEVERITIES[::-1]
SEVERAL = (TEXTS, PATHS)
"""Kinds that may be given more than once."""


class Declared(NamedTuple):
    """One option."""

    flags: tuple[str, ...]
    name: str
    kind: str
    help: Text
    meta: Text | None = None
    choices: tuple[str, ...] = ()
    least: int = 0
    """Of a number."""


LANG = Declared(("--lang",), "lang", TEXT, words.LANG, choices=LANGUAGES)
CONFIG = Declared(("--config",), "config", PATH, words.CONFIG, words.FILE_META)
PROFILE = Declared(("--profile",), "profile", TEXT, words.PROFILE, words.NAME_META)
LIMITS = (
    Declared(("--max-seconds",), "max_seconds", NUMBER, words.MAX_SECONDS, words.SECONDS_META),
    Declared(("--max-memory",), "max_memory", SIZE, words.MAX_MEMORY, words.SIZE_META),
    Declared(("--max-size",), "max_size", SIZE, words.MAX_SIZE, words.SIZE_META),
)
REQUIRE_PLUGINS = Declared(("--require-plugins",), "require_plugins", FLAG, words.REQUIRE_PLUGINS)
SELECT = Declared(("--select",), "select", TEXTS, words.SELECT, words.CHECKS_META)
IGNORE = Declared(("--ignore",), "ignore", TEXTS, words.IGNORE, words.CHECKS_META)
FAIL_ON = Declared(("--fail-on",), "fail_on", TEXT, words.FAIL_ON, choices=SEVEREST_FIRST)
NO_WAIVERS = Declared(("--no-waivers",), "no_waivers", FLAG, words.NO_WAIVERS)
BASELINE = Declared(("--baseline",), "baseline", PATH, words.BASELINE, words.FILE_META)
DATE = Declared(("--date",), "date", TEXT, words.DATE, words.DATE_META)
ONLY_SHEETS = Declared(("--only-sheets",), "only_sheets", FLAG, words.ONLY_SHEETS)
CHECK = (
    SELECT,
    IGNORE,
    FAIL_ON,
    Declared(("--show",), "show", TEXT, words.SHOW, choices=SEVEREST_FIRST),
    PROFILE,
    CONFIG,
    Declared(("--format",), "format_", TEXT, words.FORMAT, choices=NAMES),
    Declared(("--output", "-o"), "output", PATHS, words.OUTPUT, words.OUTPUT_META),
    Declared(("--quiet", "-q"), "quiet", FLAG, words.QUIET),
    Declared(("--verbose", "-v"), "verbose", FLAG, words.VERBOSE),
    ONLY_SHEETS,
    NO_WAIVERS,
    BASELINE,
    DATE,
    REQUIRE_PLUGINS,
    Declared(("--no-color",), "no_color", FLAG, words.NO_COLOR),
    Declared(("--width",), "width", NUMBER, words.WIDTH, words.NUMBER_META, least=NARROWEST),
    *LIMITS,
    LANG,
)
COMMANDS = (
    "check",
    "extract",
    "explain",
    "rules",
    "profiles",
    "annotate",
    "new",
    "fix",
    "baseline",
    "gate",
    "verify",
    "notice",
    "diff",
    "completion",
)
DEFAULT_COMMAND = "check"
