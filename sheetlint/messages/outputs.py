"""Texts about the files that commands write."""

from __future__ import annotations

from sheetlint.messages.text import Text

FORCE = Text(
    "覆盖已有的文件，即使不是本工具写的", "Overwrite files that this tool has not written, too."
)
CANNOT_WRITE = Text("无法写入 {path}：{reason}", "cannot write {path}: {reason}")
IS_INPUT = Text(
    "{path} 是这次要读的文件，不能覆盖（加 --force 也不行）；请换个名字",
    "{path} is a file that this run reads and is never overwritten, not even with --force: use "
    "another name",
)
IS_LINK = Text(
    "{path} 是一个链接，不通过链接写入；请给出文件本身，或换个名字",
    "{path} is a link, and nothing is written through a link: name the file itself or another one",
)
FOREIGN = Text(
    "{path} 已经存在，而且不是本工具写的，或写完以后又改过，没有覆盖；确认可以覆盖请加 --force",
    "{path} exists and was not written by this tool, or was changed since; it was not overwritten: "
    "--force does it",
)
TWICE = Text(
    "{path} 要写两次；请给每个输出一个名字", "{path} would be written twice: name each output apart"
)
WROTE = Text("已写出 {path}（{kind}，{size}）", "wrote {path} ({kind}, {size})")
