"""A message in both languages of the tool."""

from typing import NamedTuple


class Text(NamedTuple):
    """One sentence for the user in both languages of the tool."""

    zh: str
    en: str

    def in_(self, lang: str) -> str:
        return self.en if lang == "en" else self.zh

    def fill(self, **values: object) -> "Text":
        """Put values into the ``{names}`` of both sentences; a ``Text`` goes in by language."""
        zh = {k: v.zh if isinstance(v, Text) else v for k, v in values.items()}
        en = {k: v.en if isinstance(v, Text) else v for k, v in values.items()}
        return Text(self.zh.format_map(zh), self.en.format_map(en))
