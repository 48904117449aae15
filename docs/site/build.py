"""Builds the documentation site: ``make docs``.

The guides of ``docs/`` and the pages made of the tool itself go into one folder, and MkDocs makes a
searchable site of it.  A link that leads nowhere fails the build.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from pages import LANGUAGES, pages, path

from sheetlint import __version__
from sheetlint.locale import EN, ZH
from sheetlint.model import Text
from sheetlint.profiles import Profiles
from sheetlint.registry import Registry, load

DOCS = Path(__file__).resolve().parent.parent
ROOT = DOCS.parent
SCHEMAS = ROOT / "sheetlint" / "report" / "schemas"
GUIDES = (
    ("start-to-finish", Text("一次检查的来龙去脉", "Start to finish")),
    ("reports", Text("报告的种类", "Kinds of reports")),
    ("notices", Text("退回修改意见", "Notices to units")),
    ("writing-a-check", Text("编写检查项", "Writing a check")),
    ("writing-a-profile", Text("编写口径", "Writing a profile")),
    ("parameters", Text("口径参数", "Parameters of profiles")),
    ("glossary", Text("词汇", "Glossary")),
    ("design", Text("设计", "Design")),
)
_READMES = {ZH: "README.zh-CN.md", EN: "README.md"}
_FORMATS = Text("机器可读格式", "Machine-readable forms")
_HOME = Text("开始", "Start")
_CHECKS = Text("检查项", "Checks")
_PROFILES = Text("口径", "Profiles")
_OUTSIDE = re.compile(r"\[([^\]]+)\]\((?!https?://|#|mailto:)([^)#]+)(#[^)]*)?\)")
_PICTURE = re.compile(r"^!\[[^\]]*\]\([^)]*\)\s*$|^<(?:picture|source|img|/picture).*$", re.M)
_BETWEEN_HAN = r"[\s\-,:!=\[\]()\"/`]+|(?=[\u4e00-\u9fff])"
"""How the search cuts texts into words: Chinese has no blanks, every character is one."""


def build(site: Path, work: Path) -> None:
    """Writes the site; an exception of MkDocs where a page or a link is wrong."""
    from mkdocs.commands.build import build as make
    from mkdocs.config import load_config

    registry, profiles = load(), Profiles()
    shutil.rmtree(work, ignore_errors=True)
    source = work / "docs"
    for name, text in (*_guides(), *pages(registry, profiles), _schemas(ZH), _schemas(EN)):
        target = source / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    settings = work / "mkdocs.yml"
    # YAML takes JSON as it is.
    settings.write_text(json.dumps(_settings(registry, profiles, site)), encoding="utf-8")
    make(load_config(str(settings), strict=True))


def _settings(registry: Registry, profiles: Profiles, site: Path) -> dict[str, Any]:
    return {
        "site_name": f"sheetlint {__version__}",
        "site_dir": str(site),
        "docs_dir": "docs",
        "use_directory_urls": False,
        "theme": {
            "name": "material",
            "language": "zh",
            # No request leaves the reader's machine.
            "font": False,
            "features": ["navigation.sections", "navigation.top", "search.highlight"],
            "palette": [
                {
                    "media": f"(prefers-color-scheme: {mode})",
                    "scheme": scheme,
                    "toggle": {"icon": "material/brightness-6", "name": "明暗 / light and dark"},
                }
                for mode, scheme in (("light", "default"), ("dark", "slate"))
            ],
        },
        "plugins": [{"material/search": {"lang": ["en"], "separator": _BETWEEN_HAN}}],
        "markdown_extensions": ["tables", "fenced_code", "toc"],
        "validation": {
            "links": {"not_found": "warn", "anchors": "warn", "unrecognized_links": "warn"},
            "nav": {"omitted_files": "warn"},
        },
        "nav": [
            {"中文": _nav(registry, profiles, ZH)},
            {"English": _nav(registry, profiles, EN)},
            # Written in English, and once.
            {"Guides": [{f"{title.en} {title.zh}": f"guides/{n}.md"} for n, title in GUIDES]},
        ],
    }


def _nav(registry: Registry, profiles: Profiles, lang: str) -> list[dict[str, Any]]:
    families: dict[str, list[str | dict[str, str]]] = {}
    for check in registry.checks:
        title = f"{check.code} {check.title.in_(lang)}"
        page = {title: path(f"checks/{check.code}.md", lang)}
        families.setdefault(check.family, []).append(page)
    checks: list[Any] = [path("checks/index.md", lang)]
    checks += [{family: listed} for family, listed in families.items()]
    places = [path("profiles/index.md", lang)]
    places += [path(f"profiles/{name}.md", lang) for name in profiles.names]
    return [
        {_HOME.in_(lang): path("index.md", lang)},
        {_CHECKS.in_(lang): checks},
        {_PROFILES.in_(lang): places},
        {_FORMATS.in_(lang): path("formats.md", lang)},
    ]


def _guides() -> Iterator[tuple[str, str]]:
    for lang in LANGUAGES:
        text = (ROOT / _READMES[lang]).read_text(encoding="utf-8")
        yield path("index.md", lang), _inside(text, {})
    known = {f"{name}.md": f"{name}.md" for name, _ in GUIDES}
    for name, _ in GUIDES:
        yield f"guides/{name}.md", _inside((DOCS / f"{name}.md").read_text(encoding="utf-8"), known)


def _inside(text: str, known: dict[str, str]) -> str:
    """The text with links to files of the repository, which the site does not hold, as names."""

    def link(match: re.Match[str]) -> str:
        label, target = match[1], match[2]
        return match[0] if target in known else f"{label} (`{target}`)"

    return _OUTSIDE.sub(link, _PICTURE.sub("", text))


def _schemas(lang: str) -> tuple[str, str]:
    lines = [f"# {_FORMATS.in_(lang)}"]
    for file in sorted(SCHEMAS.glob("*.json")):
        schema = file.read_text(encoding="utf-8")
        data = json.loads(schema)
        lines += ["", f"## {data.get('title', file.stem)}", "", data.get("description", "")]
        lines += ["", "```json", schema.rstrip(), "```"]
    return path("formats.md", lang), "\n".join(lines) + "\n"


def main() -> None:
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "site"
    build(site.resolve(), ROOT / "build" / "pages")
    print(site / "index.html")


if __name__ == "__main__":
    main()
