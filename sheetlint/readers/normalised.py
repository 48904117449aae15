"""The normalised document as a file: YAML or JSON, read event by event.

Scalars stay the text that is written (``10.00`` is not 10.0), every key remembers its line, and
what a hostile file does with YAML is refused before anything is built: aliases (with which a few
lines unfold into gigabytes), tags, and nesting without end.
"""

from __future__ import annotations

from typing import Any

from sheetlint.messages.text import Text
from sheetlint.readers.encoding import decode_text
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.tables import Unreadable

_NAME = "sheetlint-sheets/"
_NAME_STEM = _NAME[:-2]
"""With a mistake at its end it is the name still."""
_BLOCKS = ("funds", "objectives", "indicators")
_FEWEST_BLOCKS = 2
"""So many blocks of a sheet make a mapping one, whatever else is wrong with it."""
_JSON_SCHEMA = "$schema"
"""A key of descriptions of such documents."""
_LEVELS = 3
"""The document, its files, their sheets."""
_SUFFIXES = (".yaml", ".yml", ".json")
_HEAD = 4096
_DEEPEST = 32
_NULL = LazyPattern(r"~|null|Null|NULL|")
_HINT = Text(
    "按 sheetlint extract 打印的样式改正，或者直接检查原来的表格文件",
    "write it as sheetlint extract prints it, or check the original file",
)


class BadDocument(Unreadable):
    """The file is a normalised document by its content, with a mistake in it."""


class MappingWithLines(dict[str, Any]):
    """A mapping read from a file that remembers the line of each key (``lines[key]``)."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, int] = {}


def parse_document(data: bytes, name: str) -> MappingWithLines | list[Any] | None:
    """The document in ``data``, or what was written in its place; None for any other file.

    A file named ``.yaml`` or ``.json`` may also be known by the blocks of its sheets.  Raises BadDocument
    where it is not well-formed.
    """
    named = name.lower().endswith(_SUFFIXES)
    if not (_may_be_document(data) if named else _NAME.encode() in data[:_HEAD]):
        return None
    try:
        text = decode_text(data, name)
    except Unreadable as error:
        raise BadDocument(error.reason, error.hint) from error
    lines = [line.strip() for line in text.lstrip().splitlines() if line.strip()]
    first = next((line for line in lines if not line.startswith("#")), "")
    if not named and not first.startswith(("{", "schema", '"schema"', "'schema'", "---")):
        return None
    tree = _build_tree(text)
    return tree if isinstance(tree, (MappingWithLines, list)) and _is_document(tree) else None


def _may_be_document(data: bytes) -> bool:
    # In UTF-16 a NUL stands beside every letter.
    plain = data.replace(b"\0", b"") if b"\0" in data[:_HEAD] else data
    if _NAME_STEM.encode() in plain:
        return True
    return sum(block.encode() in plain for block in _BLOCKS) >= _FEWEST_BLOCKS


def _is_document(tree: MappingWithLines | list[Any]) -> bool:
    """Whether it names the schema, or holds a sheet at its top or in its lists."""
    level = [tree] if isinstance(tree, MappingWithLines) else _mappings_in(tree)
    if any(_JSON_SCHEMA in mapping for mapping in level):
        return False
    names = (value for mapping in level for value in mapping.values() if isinstance(value, str))
    if any(name.startswith(_NAME_STEM) for name in names):
        return True
    for _ in range(_LEVELS):
        if any(sum(block in mapping for block in _BLOCKS) >= _FEWEST_BLOCKS for mapping in level):
            return True
        lists = (value for mapping in level for value in mapping.values())
        level = [
            found for value in lists if isinstance(value, list) for found in _mappings_in(value)
        ]
    return False


def _mappings_in(values: list[Any]) -> list[MappingWithLines]:
    return [value for value in values if isinstance(value, MappingWithLines)]


def _build_tree(text: str) -> Any:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    stack: list[Any] = []
    keys: list[tuple[str, int] | None] = []
    root: Any = None
    documents = 0
    try:
        for event in yaml.parse(text, Loader=loader):
            kind = type(event).__name__
            line = event.start_mark.line + 1 if event.start_mark else 1
            if kind == "DocumentStartEvent":
                documents += 1
                if documents > 1:
                    raise _error(line, "只能有一个文档", "only one document is allowed")
            elif kind in ("AliasEvent",) or getattr(event, "anchor", None) is not None:
                raise _error(line, "不接受锚点和引用（& 和 *）", "anchors and aliases are refused")
            elif kind in ("MappingEndEvent", "SequenceEndEvent"):
                stack.pop()
                keys.pop()
            elif kind in ("ScalarEvent", "MappingStartEvent", "SequenceStartEvent"):
                node = _build_node(event, kind)
                if not stack:
                    root = node
                elif isinstance(stack[-1], MappingWithLines) and keys[-1] is None:
                    keys[-1] = _check_key(node, line, stack[-1])
                    continue
                else:
                    _add_value(stack, keys, node)
                if kind != "ScalarEvent":
                    if len(stack) >= _DEEPEST:
                        raise _error(line, "嵌套过深", "nested too deeply")
                    stack.append(node)
                    keys.append(None)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise _error(
            mark.line + 1 if mark else 1, "写法不合 YAML/JSON", "not YAML or JSON"
        ) from error
    return root


def _build_node(event: Any, kind: str) -> Any:
    if kind == "MappingStartEvent":
        return MappingWithLines()
    if kind == "SequenceStartEvent":
        return []
    if event.implicit[0] and _NULL.fullmatch(event.value):
        return None
    return event.value


def _check_key(node: Any, line: int, holder: MappingWithLines) -> tuple[str, int]:
    if not isinstance(node, str):
        raise _error(line, "键应是文字", "a key must be a text")
    if node in holder:
        raise _error(line, f"键 {node!r} 写了两次", f"the key {node!r} stands twice")
    return node, line


def _add_value(stack: list[Any], keys: list[tuple[str, int] | None], node: Any) -> None:
    holder = stack[-1]
    if isinstance(holder, list):
        holder.append(node)
        return
    named = keys[-1]
    assert named is not None
    holder[named[0]] = node
    holder.lines[named[0]] = named[1]
    keys[-1] = None


def _error(line: int, zh: str, en: str) -> BadDocument:
    return BadDocument(
        Text(f"规范化自评表文档第 {line} 行：{zh}", f"normalised document, line {line}: {en}"),
        _HINT,
    )
