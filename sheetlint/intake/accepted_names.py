"""Which files somebody may have handed in as a sheet, by name and by what became of them."""

from __future__ import annotations

import os
from collections.abc import Iterable

from sheetlint.readers.formats import FORMATS

ZIP_SUFFIX = ".zip"
SUBMITTED_SUFFIXES = frozenset(
    (*(s for form in FORMATS if form.submitted for s in form.suffixes), ZIP_SUFFIX)
)
"""What a sheet is handed in as: one that cannot be read is news even when nobody named it."""
OTHER_SUFFIXES = frozenset(s for form in FORMATS if not form.submitted for s in form.suffixes)
"""What may be a sheet, and may as well be anything else."""
READABLE_SUFFIXES = SUBMITTED_SUFFIXES | OTHER_SUFFIXES
"""What a folder is searched for and a hook is called for."""
PACKED_SUFFIXES = frozenset((".rar", ".7z", ".gz", ".tgz", ".bz2", ".xz", ".tar"))
"""Archives that are not opened: sheets may be in them, so that they are not passed over."""
_PICTURES = (".jpg", ".jpeg", ".png", ".bmp", ".gif", ".tif", ".tiff")
UNREADABLE_SUFFIXES = frozenset(
    (".ofd", ".rtf", ".odt", ".mht", ".mhtml", ".ppt", ".pptx", ".dps", *_PICTURES)
)
"""What is not read and mostly something else; named after a sheet it is meant as one."""


COPY_MARK = ".检查"
"""Behind the name of a file, for its annotated copy; the same in every language."""


def original_of_copy(name: str) -> str | None:
    """What an annotated copy is called after: ``自评表`` for ``自评表.检查.xlsx``, and ``自评表.doc``
    for ``自评表.doc.检查.xlsx``.  None for a name that is no copy's."""
    stem = os.path.splitext(name)[0]
    return stem.removesuffix(COPY_MARK) if stem.endswith(COPY_MARK) else None


def drop_annotated_copies(names: Iterable[str]) -> list[str]:
    """The names of a folder without those of annotated copies whose originals stand beside them.

    A copy that came without its original is what somebody has handed in.
    """
    listed = list(names)
    there = {*listed, *(os.path.splitext(n)[0] for n in listed if original_of_copy(n) is None)}
    return [name for name in listed if original_of_copy(name) not in there]


def suffix_of(name: str) -> str:
    return os.path.splitext(name)[1].lower()


def is_ignored(name: str) -> bool:
    """A file or folder that nobody meant to hand in: hidden, or a lock file of Office."""
    return name.startswith((".", "~$"))


def is_candidate(name: str) -> bool:
    """A file that may be a sheet, or hold some, by its name."""
    kind = suffix_of(name)
    return (
        kind in READABLE_SUFFIXES
        or kind in PACKED_SUFFIXES
        or (kind in UNREADABLE_SUFFIXES and is_named_as_sheet(name))
    )


def is_named_as_sheet(path: str) -> bool:
    """``残疾人康复_自评表.pdf`` is meant as a sheet, whatever can be read of it."""
    from sheetlint.recognise.lexicon import default_lexicon

    name = os.path.basename(path)
    return any(word in name for word in default_lexicon().file_name_words)
