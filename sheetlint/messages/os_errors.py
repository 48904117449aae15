"""Errors of the operating system in both languages: the system's own texts are in one."""

from __future__ import annotations

import errno

from sheetlint.messages.text import Text

_NO_PERMISSION = Text("没有权限", "no permission")
_FULL = Text("磁盘空间不够", "no space is left on the disk")
_WORDS = {
    errno.ENOENT: Text("没有这个文件或文件夹", "no such file or folder"),
    errno.ENOTDIR: Text("路径里有一段不是文件夹", "a part of the path is not a folder"),
    errno.EISDIR: Text("这是一个文件夹", "this is a folder"),
    errno.EEXIST: Text("已经有同名的文件或文件夹", "there is a file or folder of that name"),
    errno.EACCES: _NO_PERMISSION,
    errno.EPERM: _NO_PERMISSION,
    errno.EROFS: Text("磁盘是只读的", "the disk is read-only"),
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: Text("文件超过系统允许的大小", "the file is larger than the system allows"),
    errno.ENAMETOOLONG: Text("文件名太长，请改短", "the file name is too long: shorten it"),
    errno.ELOOP: Text("链接绕成了圈", "links lead in a circle"),
    # Systems that refuse to open a link answer with this.
    errno.EMLINK: Text(
        "这是一个链接，不通过链接写入", "it is a link, and nothing is written through a link"
    ),
    errno.EBUSY: Text("文件正被别的程序占用", "another program is using the file"),
    errno.EIO: Text("读写磁盘出错", "the disk reported an error"),
}


def os_error_text(error: OSError) -> Text:
    """The reason of the error; the system's own text where this table has none."""
    known = _WORDS.get(error.errno or 0)
    reason = error.strerror or type(error).__name__
    return known or Text(reason, reason)
