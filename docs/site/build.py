"""Builds the documentation site: ``make docs``.

The guides of ``docs/`` and the pages made of the tool itself go into one folder, and MkDocs makes a
site of it that opens from disk, search included.  A link that leads nowhere fails the build.
"""

from __future__ import annotations

import html
import json
import posixpath
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from pages import pages, path

from sheetlint import __version__
from sheetlint.messages import EN, ZH
from sheetlint.messages.text import Text
from sheetlint.profiles import Profiles
from sheetlint.rules.registry import Registry, load

DOCS = Path(__file__).resolve().parent.parent
ROOT = DOCS.parent
SCHEMAS = ROOT / "sheetlint" / "report" / "schemas"
HOME = {
    "README.zh-CN.md": "index.md",
    "README.md": "en/index.md",
    "CONTRIBUTING.md": "guides/contributing.md",
    "CHANGELOG.md": "guides/changelog.md",
}
"""Pages outside ``docs/``."""
LISTS = {"docs/检查项.md": "checks/index.md", "docs/checks.md": "en/checks/index.md"}
"""Pages in whose place the site has one with links to the page of every check."""
GUIDES = {
    ZH: (
        ("填报人指南", "docs/填报人指南.md"),
        ("财政部门指南", "docs/财政部门指南.md"),
        ("命令和选项", "docs/命令.md"),
    ),
    EN: (
        ("Commands and options", "docs/commands.md"),
        ("Formats that are read", "docs/formats.md"),
        ("Configuration", "docs/configuration.md"),
        ("Repositories and CI", "docs/repositories.md"),
        ("Reports", "docs/reports.md"),
        ("The gate", "docs/gate.md"),
        ("Notices to units", "docs/notices.md"),
        ("Labels of a place", "docs/labels.md"),
        ("Writing a profile", "docs/writing-a-profile.md"),
        ("Parameters of profiles", "docs/parameters.md"),
        ("Writing a check", "docs/writing-a-check.md"),
        ("Contributing", "CONTRIBUTING.md"),
        ("Start to finish", "docs/start-to-finish.md"),
        ("Design", "docs/design.md"),
        ("Glossary", "docs/glossary.md"),
        ("Changelog", "CHANGELOG.md"),
    ),
}
"""Titles and files of the guides, by language.  One that is missing here fails the build."""
_FORMATS = Text("机器可读格式", "Machine-readable forms")
_HOME = Text("开始", "Start")
_CHECKS = Text("检查项", "Checks")
_PROFILES = Text("口径", "Profiles")
_LINK = re.compile(r"\[([^\]]*)\]\((?!https?://|#|mailto:)([^)#]+)(#[^)]*)?\)")
_BAR_IN_CODE = re.compile(r"`([^`\n]*\\\|[^`\n]*)`")
_SHIM = "assets/iframe-worker.js"
"""Lets the search work from disk; the name has what the plug-in ``offline`` looks for."""
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
    shutil.copytree(DOCS / "pictures", source / "pictures")
    (source / _SHIM).parent.mkdir(parents=True)
    shutil.copy(Path(__file__).parent / "iframe-worker.js", source / _SHIM)
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
            "features": [
                "navigation.prune",
                "navigation.sections",
                "navigation.top",
                "search.highlight",
            ],
            "palette": [
                {
                    "media": f"(prefers-color-scheme: {mode})",
                    "scheme": scheme,
                    "toggle": {"icon": "material/brightness-6", "name": "明暗 / light and dark"},
                }
                for mode, scheme in (("light", "default"), ("dark", "slate"))
            ],
        },
        # From disk a link to a folder shows its files.
        "extra": {"polyfills": [_SHIM], "homepage": "index.html"},
        "plugins": [
            {"material/search": {"lang": ["en"], "separator": _BETWEEN_HAN}},
            # Pages that a browser opens from disk may not read a file: the index becomes a script.
            "material/offline",
        ],
        "markdown_extensions": ["tables", "fenced_code", "toc"],
        "validation": {
            "links": {"not_found": "warn", "anchors": "warn", "unrecognized_links": "warn"},
            "nav": {"omitted_files": "warn"},
        },
        "nav": [
            {"中文": _nav(registry, profiles, ZH)},
            {"English": _nav(registry, profiles, EN)},
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
        *({title: _places()[file]} for title, file in GUIDES[lang]),
        {_CHECKS.in_(lang): checks},
        {_PROFILES.in_(lang): places},
        {_FORMATS.in_(lang): path("formats.md", lang)},
    ]


def _guides() -> Iterator[tuple[str, str]]:
    """The pages that are written by hand, with their links as the site has them."""
    for file, place in _places().items():
        if file.endswith(".md") and file not in LISTS:
            yield place, _linked((ROOT / file).read_text(encoding="utf-8"), file)


def _places() -> dict[str, str]:
    """Where the files of the repository that the site holds stand on it."""
    guides = {f"docs/{page.name}": f"guides/{page.name}" for page in sorted(DOCS.glob("*.md"))}
    pictures = {
        f"docs/pictures/{picture.name}": f"pictures/{picture.name}"
        for picture in sorted((DOCS / "pictures").iterdir())
    }
    return guides | pictures | HOME | LISTS


def _linked(text: str, file: str) -> str:
    """The text of the file with links to what the site holds, and names of what it does not."""
    places = _places()
    here = posixpath.dirname(places[file])

    def link(match: re.Match[str]) -> str:
        label, target, anchor = match[1], match[2], match[3] or ""
        named = posixpath.normpath(posixpath.join(posixpath.dirname(file), target))
        if named not in places:
            return f"{label} (`{named}`)"
        return f"[{label}]({posixpath.relpath(places[named], here or '.')}{anchor})"

    def code(match: re.Match[str]) -> str:
        # In the code of a table's cell MkDocs would print the backslash.
        shown = html.escape(match[1].replace("\\|", "|")).replace("|", "&#124;")
        return f"<code>{shown}</code>"

    return _BAR_IN_CODE.sub(code, _LINK.sub(link, text))


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
