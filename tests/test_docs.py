"""The documentation site: every page is made, no link leads nowhere, and it works from disk."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

from sheetlint.profiles import Profiles
from sheetlint.rules.registry import Registry

SITE = Path(__file__).parent.parent / "docs" / "site"


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_site", SITE / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["build_site"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def site(builder: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    builder.build(folder / "out", folder / "work")
    return folder / "out"


@pytest.mark.parametrize("folder", ["checks", "en/checks"])
def test_every_check_has_its_page(folder: str, site: Path, registry: Registry) -> None:
    made = {page.stem for page in (site / folder).glob("*.html")}
    assert made == {check.code for check in registry.checks} | {"index"}


@pytest.mark.parametrize("folder", ["profiles", "en/profiles"])
def test_every_profile_has_its_page(folder: str, site: Path, profiles: Profiles) -> None:
    made = {page.stem for page in (site / folder).glob("*.html")}
    assert made == {*profiles.names, "index"}


def test_a_page_has_manual_and_parameters_in_its_language(site: Path) -> None:
    chinese = (site / "checks" / "FD002.html").read_text(encoding="utf-8")
    english = (site / "en" / "checks" / "FD002.html").read_text(encoding="utf-8")
    assert all(text in chinese for text in ("检查内容", "不通过示例", "funds.rate_rounding_ok"))
    assert "What it checks" not in chinese
    assert all(text in english for text in ("What it checks", "Fails", "funds.rate_rounding_ok"))


def test_the_search_knows_both_languages(site: Path) -> None:
    script = (site / "search" / "search_index.js").read_text(encoding="utf-8")
    index = json.loads(script.removeprefix("var __index = "))
    texts = {page["location"]: page["title"] for page in index["docs"]}
    assert texts["checks/FD002.html"] == "FD002 执行率计算错误"
    assert texts["en/checks/FD002.html"] == "FD002 Execution rate is miscalculated"


def test_every_page_loads_only_files_of_the_site(site: Path) -> None:
    """Neither an address of the network nor one that begins at the root of a server."""
    pages = sorted(site.rglob("*.html"))
    # The page for addresses that a server does not know is the server's.
    pages.remove(site / "404.html")
    missing = {}
    for page in pages:
        text = page.read_text(encoding="utf-8")
        loaded = re.findall(r"<(?:script|img|iframe|source)[^>]* src=\"?([^\" >]+)", text)
        loaded += re.findall(r"<link[^>]* rel=\"?(?:stylesheet|icon)[^>]* href=\"?([^\" >]+)", text)
        assert any(address.endswith("assets/iframe-worker.js") for address in loaded), page
        absent = [address for address in loaded if not (page.parent / address).is_file()]
        if absent:
            missing[page.name] = absent
    assert missing == {}


def test_no_link_of_a_page_ends_at_a_folder(site: Path) -> None:
    """A server would show its index.html; from disk it is a list of files."""
    text = (site / "index.html").read_text(encoding="utf-8")
    links = re.findall(r"<a[^>]* href=\"?([^\" >]+)", text)
    own = {link.split("#")[0] for link in links if not link.startswith(("http", "#"))}
    assert own
    assert {link for link in own if not link.endswith(".html")} == set()


CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium to open the site with")
@pytest.mark.parametrize(
    ("start", "words", "found"),
    [
        ("index.html", "执行率计算错误", "checks/FD002.html"),
        ("en/checks/AR001.html", "rate-mismatch", "en/checks/FD002.html"),
    ],
)
def test_the_search_works_from_disk(start: str, words: str, found: str, site: Path) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto((site / start).as_uri())
        page.fill("[data-md-component=search-query]", words)
        first = page.locator(".md-search-result__item a").first
        address = first.get_attribute("href", timeout=20_000)
        browser.close()
    assert address is not None
    assert address.split("?")[0] == (site / found).as_uri()
    assert {url.partition(":")[0] for url in asked} == {"file"}


def test_a_link_that_leads_nowhere_fails_the_build(
    builder: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    from mkdocs.exceptions import Abort

    settings, nav = builder._settings, ["index.md", "formats.md", "en/formats.md"]
    monkeypatch.setattr(builder, "_settings", lambda *of: {**settings(*of), "nav": nav})
    monkeypatch.setattr(builder, "pages", lambda *of: [])
    monkeypatch.setattr(builder, "_guides", lambda: [("index.md", "[away](gone.md)\n")])
    with pytest.raises(Abort):
        builder.build(tmp_path / "out", tmp_path / "work")
    warnings = [item.getMessage() for item in caplog.records if item.levelname == "WARNING"]
    assert len(warnings) == 1
    assert "'gone.md'" in warnings[0]
