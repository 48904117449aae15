"""What a label of the form names: by the list in ``lexicon.toml``, else by the words it is made of.

No list holds all wordings of a heading, but their nouns and verbs recur: 偏差|差异|扣分 with
原因|说明|措施, 年底|全年 with 完成值.  A label that is not listed is judged by a pattern of such words,
which it must match from end to end: 分值 is a weight, 分值说明 is none.
"""

# No ``from __future__ import annotations``, as in ``lexicon``: a start need not compile annotations.

import re
from collections.abc import Iterable, Mapping
from typing import Any

from sheetlint.sheet.lazy_pattern import LazyPattern

LONGEST_JUDGED = 24
"""Characters of the longest label that is judged; a longer text is prose."""
BESIDE = "beside"
"""The role, in patterns, of headings that are understood and name nothing that is read."""
_MOST_KEPT = 4096
_NUMBERING = LazyPattern(r"(?:[(\[]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)\].、．:]|[①-⑩])")


class LabelRoles(dict[str, str | None]):
    """The roles of the labels of one block, by ``label_key``; None for a text that is no label.

    It holds the listed labels and every text that was asked for: a look-up is one of a dictionary.
    """

    def __init__(self, listed: Mapping[str, str], patterns: Mapping[str, str]) -> None:
        super().__init__(listed)
        self.listed = listed
        """The labels of ``lexicon.toml`` and those that the configuration adds."""
        groups = (f"(?P<{role}>{pattern})" for role, pattern in patterns.items())
        self._pattern = LazyPattern("|".join(groups)) if patterns else None
        self._beside: set[str] = set()

    def __missing__(self, key: str) -> str | None:
        role = self._judge(key)
        if role == BESIDE:
            role = None
            if len(self._beside) < _MOST_KEPT:
                self._beside.add(key)
        if len(self) < _MOST_KEPT:
            self[key] = role
        return role

    def role(self, key: str) -> str | None:
        """The role of a label, None for another text."""
        return self[key]

    def is_judged(self, key: str) -> bool:
        """Whether the label is not listed, but has a role by its words."""
        return key not in self.listed and self[key] is not None

    def is_understood(self, key: str) -> bool:
        """Whether the label has a role, or is known to name nothing that is read."""
        return self[key] is not None or key in self._beside

    def roles(self, keys: Iterable[str]) -> set[str]:
        """The roles that some labels have."""
        found: set[Any] = set(map(self.__getitem__, keys))
        found.discard(None)
        return found

    def _judge(self, key: str) -> str | None:
        if self._pattern is None or not 2 <= len(key) <= LONGEST_JUDGED or key.isascii():
            return None
        numbering = _NUMBERING.match(key)
        found = self._pattern.fullmatch(key[numbering.end() :] if numbering else key)
        return found.lastgroup if found else None


def fill_words(pattern: str, words: Mapping[str, str]) -> str:
    """A pattern of ``lexicon.toml`` with its ``<word>`` in place."""
    return re.sub(r"<(\w+)>", lambda name: f"(?:{words[name[1]]})", pattern)
