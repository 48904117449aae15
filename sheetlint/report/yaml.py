"""Plain data as YAML that people edit and compare: key order kept, figures quoted, texts readable."""

from __future__ import annotations

from typing import Any

import yaml

_WIDTH = 4096
"""Paragraphs stay on one line: a changed word is then one changed line in a diff."""


class _Dumper(yaml.SafeDumper):
    pass


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    # Texts of several lines as they are read; figures are quoted by the dumper itself.
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def dump_yaml(data: Any) -> str:
    return str(
        yaml.dump(
            data,
            Dumper=_Dumper,
            allow_unicode=True,
            sort_keys=False,
            default_flow_style=False,
            width=_WIDTH,
        )
    )
