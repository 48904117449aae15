"""The texts of the command line and of the reports, in Chinese and English, and which one to use.

Messages of checks stand with the checks; here is what surrounds them.
"""

from __future__ import annotations

from collections.abc import Mapping

ZH = "zh"
EN = "en"
LANGUAGES = (ZH, EN)
LANGUAGE_VARIABLE = "SHEETLINT_LANG"
_VARIABLES = (LANGUAGE_VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG")


def choose_language(environment: Mapping[str, str]) -> str:
    """The language that the environment asks for.

    The people who fill in these sheets read Chinese, so Chinese is the default (also for
    ``C`` and ``POSIX``); any other language than Chinese means English.
    """
    for variable in _VARIABLES:
        value = environment.get(variable, "")
        name = value.split(".")[0].split("@")[0].split("_")[0].split("-")[0].lower()
        if not name:
            continue
        if name in ("c", "posix"):
            return ZH
        return ZH if name == "zh" else EN
    return ZH
