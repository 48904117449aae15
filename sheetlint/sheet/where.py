"""The place of a value: by labels, and by the file's own coordinates."""

from typing import NamedTuple


class Where(NamedTuple):
    """A place.  ``label`` stays the same when rows are moved; the coordinates count from 1."""

    label: tuple[str, ...] = ()
    """Names from the block to the field: (``项目资金``, ``年度资金总额``, ``执行率``)."""
    table: str | None = None
    row: int | None = None
    column: int | None = None
    line: int | None = None
    page: int | None = None

    @property
    def cell(self) -> str | None:
        """``自评表1!G8``, for files that have cells."""
        if self.row is None or self.column is None:
            return None
        name = f"{column_letters(self.column)}{self.row}"
        return f"{self.table}!{name}" if self.table else name

    @property
    def label_text(self) -> str:
        """``项目资金 › 年度资金总额 › 执行率``."""
        return " › ".join(self.label)


def column_letters(number: int) -> str:
    """1 → ``A``, 27 → ``AA``."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
