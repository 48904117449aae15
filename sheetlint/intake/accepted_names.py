"""Which files may be sheets, by their names."""

from __future__ import annotations

import os
from collections.abc import Iterable

from sheetlint.readers.formats import FORMATS

ZIP_SUFFIX = ".zip"
SUBMITTED_SUFFIXES = frozenset(
    (*(s for form in FORMATS if form.submitted for s in form.suffixes), ZIP_SUFFIX)
)
"""Formats in which sheets are submitted: a file that cannot be read is reported even where it was
found in a folder."""
OTHER_SUFFIXES = frozenset(s for form in FORMATS if not form.submitted for s in form.suffixes)
"""Formats that are read, and that many other files have as well."""
READABLE_SUFFIXES = SUBMITTED_SUFFIXES | OTHER_SUFFIXES
"""Files that a folder is searched for and a hook is called for."""
PACKED_SUFFIXES = frozenset((".rar", ".7z", ".gz", ".tgz", ".bz2", ".xz", ".tar"))
"""Archives that are not opened: sheets may be in them, so that they are not passed over."""
_PICTURES = (".jpg", ".jpeg", ".png", ".bmp", ".gif", ".tif", ".tiff")
UNREADABLE_SUFFIXES = frozenset(
    (".ofd", ".rtf", ".odt", ".mht", ".mhtml", ".ppt", ".pptx", ".dps", *_PICTURES)
)
"""Not read, and mostly other files; one that is named after a sheet counts as a submission."""


COPY_MARK = ".检查"
"""Follows the name of a file in the name of its annotated copy; the same in every language."""


def original_of_copy(name: str) -> str | None:
    """The name that an annotated copy was made from: ``自评表`` for ``自评表.检查.xlsx``, and ``自评表.doc``
    for ``自评表.doc.检查.xlsx``.  None for the name of any other file."""
    stem = os.path.splitext(name)[0]
    return stem.removesuffix(COPY_MARK) if stem.endswith(COPY_MARK) else None


def drop_annotated_copies(names: Iterable[str]) -> list[str]:
    """The names of a folder without those of annotated copies whose originals stand beside them.

    A copy that came without its original counts as a submission.
    """
    present = list(names)
    originals = {
        *present,
        *(os.path.splitext(n)[0] for n in present if original_of_copy(n) is None),
    }
    return [name for name in present if original_of_copy(name) not in originals]


def suffix_of(name: str) -> str:
    return os.path.splitext(name)[1].lower()


def is_ignored(name: str) -> bool:
    """Whether a file or folder is no submission: hidden, or a lock file of Office."""
    return name.startswith((".", "~$"))


def is_candidate(name: str) -> bool:
    """Whether a file may be a sheet, or hold some, by its name."""
    suffix = suffix_of(name)
    return (
        suffix in READABLE_SUFFIXES
        or suffix in PACKED_SUFFIXES
        or (suffix in UNREADABLE_SUFFIXES and is_named_as_sheet(name))
    )


def is_named_as_sheet(path: str) -> bool:
    """Whether a file is named after a sheet, as ``残疾人康复_自评表.pdf`` is, whatever can be read of it."""
    from sheetlint.recognise.lexicon import default_lexicon

    name = os.path.basename(path)
    return any(word in name for word in default_lexicon().file_name_words)
