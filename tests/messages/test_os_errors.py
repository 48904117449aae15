"""Refusals of the operating system, in both languages."""

from __future__ import annotations

import errno

import pytest

from sheetlint.messages.os_errors import os_error_text


@pytest.mark.parametrize(
    ("error", "zh", "en"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "没有权限", "no permission"),
        (PermissionError(errno.EPERM, "Not permitted"), "没有权限", "no permission"),
        (IsADirectoryError(errno.EISDIR, "Is a directory"), "这是一个文件夹", "this is a folder"),
        (OSError(errno.EPIPE, "Broken pipe"), "Broken pipe", "Broken pipe"),
        (OSError("odd"), "OSError", "OSError"),
    ],
)
def test_the_reason_is_said_in_words(error: OSError, zh: str, en: str) -> None:
    assert os_error_text(error) == (zh, en)
