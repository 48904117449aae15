"""Texts about what is kept in the cache folder of the user."""

from __future__ import annotations

from sheetlint.messages.text import Text

UNUSABLE = Text("用不了 {path}：{reason}", "{path} cannot be used: {reason}")
LINK = Text(
    "{path} 是个链接，不用它；请删掉这个链接", "{path} is a link and is not used: delete the link"
)
OTHER_KIND = Text(
    "{path} 处是别的东西（文件夹或设备等），不用它",
    "{path} is something of another kind (a folder, a device) and is not used",
)
OTHER_OWNER = Text("{path} 是别的用户的，不用它", "{path} belongs to another user and is not used")
OTHERS_WRITE = Text(
    "别的用户可以改写 {path}，不用它；请去掉别人的写权限（chmod go-w）",
    "others may write to {path}, so that it is not used: take that right away (chmod go-w)",
)
