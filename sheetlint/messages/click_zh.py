"""Click's own texts in Chinese.

Click asks ``gettext`` for its texts, and ``gettext`` asks the environment for the language; here the
language is an option.  So the function that its modules know as ``_`` is given another dictionary.
A test compares the keys with the texts of the installed click.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

TRANSLATIONS = {
    "Options": "选项",
    "Positional arguments": "参数",
    "Missing command.": "没有写明命令",
    "Invalid value: {message}": "取值不对：{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 的取值不对：{message}",
    "Missing argument": "缺少参数",
    "Missing option": "缺少选项",
    "Missing parameter": "缺少参数",
    "No such option {name!r}.": "没有选项 {name}",
    "No such command {name!r}.": "没有命令 {name}",
    "Option {name!r} does not take a value.": "选项 {name} 不带值",
    "{value!r} is not a valid {number_type}.": "“{value}”不是整数",
    "{value} is not in the range {range}.": "{value} 超出范围 {range}",
    "Choose from:\n\t{choices}": "可选：{choices}",
}
PLURALS = {
    "Did you mean {possibility}?": "是不是 {possibility}？",
    "(Did you mean one of: {possibilities}?)": "是不是 {possibilities}？",
    "{value!r} is not {choice}.": "“{value}”不行，只能是 {choice}",
    "{value!r} is not one of {choices}.": "“{value}”不行，只能是 {choices}",
    "Option {name!r} requires an argument.": "选项 {name} 后面要有值",
    "Option {name!r} requires {nargs} arguments.": "选项 {name} 后面要有 {nargs} 个值",
    "Got unexpected extra argument ({args})": "多出了参数 {args}",
    "Got unexpected extra arguments ({args})": "多出了参数 {args}",
}


@contextmanager
def translate_click() -> Iterator[None]:
    """A context in which click's own texts are Chinese."""
    answers = {"_": _one, "ngettext": _many}
    before = [
        (module, asked, getattr(module, asked))
        for name, module in list(sys.modules.items())
        if name.startswith("click.")
        for asked in answers
        if hasattr(module, asked)
    ]
    for module, asked, _ in before:
        setattr(module, asked, answers[asked])
    try:
        yield
    finally:
        for module, asked, old in before:
            setattr(module, asked, old)


def _one(text: str) -> str:
    return TRANSLATIONS.get(text, text)


def _many(one: str, many: str, count: int) -> str:
    text = one if count == 1 else many
    return PLURALS.get(text, text)
