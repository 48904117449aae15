"""The documentation site: every page is made, and no link of it leads nowhere."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from sheetlint.profiles import Profiles
from sheetlint.registry import Registry

pytestmark = pytest.mark.xdist_group("site")
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
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    texts = {page["location"]: page["title"] for page in index["docs"]}
    assert texts["checks/FD002.html"] == "FD002 执行率计算错误"
    assert texts["en/checks/FD002.html"] == "FD002 Execution rate is miscalculated"


def test_a_link_that_leads_nowhere_fails_the_build(
    builder: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mkdocs.exceptions import Abort

    monkeypatch.setattr(builder, "_guides", lambda: [("index.md", "[away](gone.md)\n")])
    with pytest.raises(Abort):
        builder.build(tmp_path / "out", tmp_path / "work")
