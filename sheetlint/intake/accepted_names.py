"""Which files somebody may have handed in as a sheet, by name and by what became of them."""

from __future__ import annotations

import os
from collections.abc import Iterable

from sheetlint.readers.formats import FORMATS

ARCHIVE = ".zip"
SUBMITTED = frozenset((*(s for form in FORMATS if form.submitted for s in form.suffixes), ARCHIVE))
"""What a sheet is handed in as: one that cannot be read is news even when nobody named it."""
OTHER = frozenset(s for form in FORMATS if not form.submitted for s in form.suffixes)
"""What may be a sheet, and may as well be anything else."""
READ = SUBMITTED | OTHER
"""What a folder is searched for and a hook is called for."""
PACKED = frozenset((".rar", ".7z", ".gz", ".tgz", ".bz2", ".xz", ".tar"))
"""Archives that are not opened: sheets may be in them, so that they are not passed over."""
_PICTURES = (".jpg", ".jpeg", ".png", ".bmp", ".gif", ".tif", ".tiff")
UNREAD = frozenset((".ofd", ".rtf", ".odt", ".mht", ".mhtml", ".ppt", ".pptx", ".dps", *_PICTURES))
"""What is not read and mostly something else; named after a sheet it is meant as one."""


COPY = ".检查"
"""Behind the name of a file, for its annotated copy; the same in every language."""


def copied(name: str) -> str | None:
    """What an annotated copy is called after: ``自评表`` for ``自评表.检查.xlsx``, and ``自评表.doc``
    for ``自评表.doc.检查.xlsx``.  None for a name that is no copy's."""
    stem = os.path.splitext(name)[0]
    return stem.removesuffix(COPY) if stem.endswith(COPY) else None


def without_copies(names: Iterable[str]) -> list[str]:
    """The names of a folder without those of annotated copies whose originals stand beside them.

    A copy that came without its original is what somebody has handed in.
    """
    listed = list(names)
    there = {*listed, *(os.path.splitext(n)[0] for n in listed if copied(n) is None)}
    return [name for name in listed if copied(name) not in there]


def suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()


def left_out(name: str) -> bool:
    """A file or folder that nobody meant to hand in: hidden, or a lock file of Office."""
    return name.startswith((".", "~$"))


def wanted(name: str) -> bool:
    """A file that may be a sheet, or hold some, by its name."""
    kind = suffix(name)
    return kind in READ or kind in PACKED or (kind in UNREAD and named_after_one(name))


def named_after_one(path: str) -> bool:
    """``残疾人康复_自评表.pdf`` is meant as a sheet, whatever can be read of it."""
    from sheetlint.recognise.lexicon import default_lexicon

    name = os.path.basename(path)
    return any(word in name for word in default_lexicon().file_name_words)
