"""What the names of files tell: which are no submissions, and which a repository of sheets holds."""

from __future__ import annotations

import os
from collections.abc import Iterable

from sheetlint.messages import intake as texts
from sheetlint.messages.text import Text
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
"""Files that a repository of sheets holds and a hook is called for."""
PACKED_SUFFIXES = frozenset((".rar", ".7z", ".gz", ".tgz", ".bz2", ".xz", ".tar"))
"""Archives that are not opened: sheets may be in them, so that they are not passed over."""
_PICTURES = (".jpg", ".jpeg", ".png", ".bmp", ".gif", ".tif", ".tiff")
UNREADABLE_SUFFIXES = frozenset(
    (".ofd", ".rtf", ".odt", ".mht", ".mhtml", ".ppt", ".pptx", ".dps", *_PICTURES)
)
"""Not read, and mostly other files; one that is named after a sheet counts as a submission."""


_LOCK_FILES = ("~$", ".~")
"""How the lock files of Office, WPS and LibreOffice begin."""
_MACOS_FILES = "._"
"""How files begin in which macOS keeps attributes of others."""
_SYSTEM_FILES = frozenset(
    ("thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store", ".localized", ".directory", "icon\r")
)
_VERSION_FILES = frozenset(
    (".git", ".gitignore", ".gitattributes", ".gitkeep", ".gitmodules", ".hgignore", ".mailmap")
)
_CONFIGURATION = ".toml"
_OWN_FILES = (".sheetlint.lock", ".sqlite", ".sqlite-wal", ".sqlite-shm", ".sqlite-journal")
"""How the names of files end in which this tool keeps what it needs."""
_PROGRAM_FOLDERS = frozenset(
    (
        *(".git", ".hg", ".svn", ".bzr", ".jj", "cvs"),
        *("__macosx", "$recycle.bin", "system volume information", ".trash", ".trashes"),
        *(".spotlight-v100", ".fseventsd", ".temporaryitems", ".documentrevisions-v100"),
        *("__pycache__", "node_modules", ".venv", ".tox", ".idea", ".vscode"),
        *(".mypy_cache", ".ruff_cache", ".pytest_cache"),
    )
)
"""Of version control, of operating systems and of tools: nobody puts a submission there."""

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
    """Whether a file or folder is hidden, or a lock file of Office."""
    return name.startswith((".", "~$"))


def is_program_folder(name: str) -> bool:
    """Whether a folder belongs to a program and holds no submissions: ``.git``, ``__MACOSX``."""
    return name.lower() in _PROGRAM_FOLDERS


def why_no_submission(name: str) -> Text | None:
    """The reason, for a file of one of the few kinds that nobody submits; None for any other."""
    lower = name.lower()
    if lower.startswith(_LOCK_FILES):
        return texts.LOCK_FILE
    if lower in _SYSTEM_FILES or lower.startswith(_MACOS_FILES):
        return texts.SYSTEM_FILE
    if lower in _VERSION_FILES:
        return texts.VERSION_FILE
    if lower.endswith(_OWN_FILES):
        return texts.OWN_FILE
    return texts.CONFIGURATION if lower.endswith(_CONFIGURATION) else None


def is_candidate(path: str) -> bool:
    """Whether a file of a repository may be a sheet, or hold some, by its name."""
    name = os.path.basename(path)
    suffix = suffix_of(name)
    return not is_ignored(name) and (
        suffix in READABLE_SUFFIXES
        or suffix in PACKED_SUFFIXES
        or (suffix in UNREADABLE_SUFFIXES and is_named_as_sheet(name))
    )


def is_named_as_form(path: str) -> bool:
    """Whether a file is called a form (``自评表``), and not a notice or a list of forms."""
    from sheetlint.recognise.lexicon import default_lexicon

    lexicon = default_lexicon()
    stem = os.path.splitext(os.path.basename(path))[0]
    found = lexicon.title.search(stem)
    return found is not None and not any(
        other in stem[found.end() :] for other in lexicon.about_forms
    )


def is_named_as_sheet(path: str) -> bool:
    """Whether a file is named after a sheet, as ``残疾人康复_自评表.pdf`` is, whatever can be read of it."""
    from sheetlint.recognise.lexicon import default_lexicon

    name = os.path.basename(path)
    return any(word in name for word in default_lexicon().file_name_words)
