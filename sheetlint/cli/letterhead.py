"""The letterhead of the letters to units: the options, then the configuration file."""

from __future__ import annotations

import datetime

from sheetlint.cli.configuration import Refused, Setup
from sheetlint.cli.options import LetterheadOptions
from sheetlint.messages import notices as texts
from sheetlint.messages.os_errors import os_error_text
from sheetlint.notices import BadTemplate, Letterhead, Template


def make_letterhead(setup: Setup, options: LetterheadOptions, date: str | None) -> Letterhead:
    """``date`` is the date of the letter, today where it is None.  Raises Refused for a wrong date."""
    settings = setup.settings.notice
    return Letterhead(
        setup.parse_date(date) or datetime.date.today(),
        options.bureau or settings.bureau,
        options.number or settings.number,
        setup.parse_date(options.deadline) or settings.deadline,
        options.contact or settings.contact,
    )


def template_path(setup: Setup, options: LetterheadOptions) -> str:
    """Of the Word file that the user named; empty for none."""
    return options.template or setup.settings.notice.template


def read_template(setup: Setup, options: LetterheadOptions) -> bytes:
    """The Word file that the user named; empty for none.  Raises Refused for one that is wrong."""
    path = template_path(setup, options)
    if not path:
        return b""
    try:
        with open(path, "rb") as file:
            data = file.read()
        Template(data)
    except OSError as error:
        raise Refused(
            texts.NO_TEMPLATE.fill(path=path, reason=os_error_text(error)), setup.lang
        ) from error
    except BadTemplate as error:
        text = texts.BAD_TEMPLATE.fill(path=path, problem=error.text)
        raise Refused(text, setup.lang) from error
    return data
