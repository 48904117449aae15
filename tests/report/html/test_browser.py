"""The page in a real browser: filters, keyboard, colours and paper, and not one request."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from pypdf import PdfReader

from sheetlint.report.html import render
from sheetlint.report.html.bureau_page import BureauPage, Choices, FolderRow, ListedFile
from sheetlint.report.html.bureau_page import render as render_bureau
from tests.report.html.pages import examples
from tests.report.samples import BAD, report

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium to open the page with")
A4 = (595, 842)
"""In points."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("html") / "报告.html"
    path.write_text(render(examples(), "zh"), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Opened from the disk; it asks for nothing and complains of nothing."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light")
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    yield page
    assert {url.split("#")[0] for url in asked} == {address}
    assert complaints == []
    context.close()


def rows(page: Page) -> list[str]:
    """Codes of the findings that are shown."""
    return page.locator("#list tbody tr:visible .code").all_inner_texts()


def test_filters_narrow_the_rows(page: Page) -> None:
    assert len(rows(page)) == 10
    page.get_by_label("错误", exact=True).uncheck()
    assert rows(page) == ["NT014", "AR002", "AR005"]
    assert page.locator("#shown").inner_text() == "显示 3 / 10 条"
    page.get_by_label("文字").fill("图书馆")
    assert rows(page) == ["AR005"]
    page.get_by_role("button", name="清除筛选").click()
    assert len(rows(page)) == 10
    page.locator("select[name=check]").select_option("FD003")
    assert rows(page) == ["FD003"]
    page.locator("select[name=check]").select_option("")
    page.locator("select[name=file]").select_option(index=1)
    assert rows(page) == ["FD002", "NT014", "NT001"]


def test_sorting_by_keyboard(page: Page) -> None:
    page.get_by_role("button", name="级别").focus()
    page.keyboard.press("Enter")
    assert rows(page)[:3] == ["AR005", "NT014", "AR002"]
    page.keyboard.press("Enter")
    assert rows(page)[-1] == "AR005"
    head = page.locator("#list th").first
    assert head.get_attribute("aria-sort") == "descending"
    page.get_by_role("button", name="检查项").press("Space")
    assert rows(page) == sorted(rows(page))
    assert head.get_attribute("aria-sort") is None


def test_the_keyboard_reaches_cell_and_finding_and_back(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    badge = page.locator("td a.badge").first
    badge.focus()
    assert badge.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className").startswith("finding")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == badge.get_attribute("id")


def test_a_link_opens_what_is_folded(page: Page) -> None:
    page.get_by_role("button", name="全部收起").click()
    assert page.locator("article:visible").count() == 0
    page.locator("#list tbody a[href='#f1']").click()
    assert page.locator("#f1").is_visible()
    assert page.locator("details.sheet[open]").count() == 1
    page.locator("#f1 .check a").click()
    # The page opens it when the browser tells of the new address, which may be after the click.
    page.locator("details.manual[open]").wait_for()
    assert page.locator("details.manual[open]").count() == 1
    page.get_by_role("button", name="全部展开").click()
    assert page.locator("details.sheet:not([open])").count() == 0


def ground(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def test_dark_follows_the_system_and_the_button(page: Page) -> None:
    light = ground(page)
    button = page.get_by_role("button", name="深色/浅色")
    button.click()
    dark = ground(page)
    assert dark != light
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    page.emulate_media(color_scheme="dark")
    assert ground(page) == light
    page.evaluate("localStorage.clear()")
    page.reload()
    assert ground(page) == dark


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_contrast(page: Page, theme: str) -> None:
    """Every text against the ground it stands on."""
    page.emulate_media(color_scheme=theme)
    page.get_by_role("button", name="全部展开").click()
    assert page.evaluate(_CONTRAST) == []


_CONTRAST = """() => {
  const parts = (text) => text.match(/[\\d.]+/g).map(Number);
  const part = (value) => value <= 0.03928 * 255
    ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("script, svg, .skip")) continue;
    let at = element;
    while (at && (parts(getComputedStyle(at).backgroundColor)[3] ?? 1) === 0) at = at.parentElement;
    const [a, b] = [getComputedStyle(element).color, getComputedStyle(at).backgroundColor]
      .map((colour) => light(parts(colour)) + 0.05);
    const contrast = Math.max(a, b) / Math.min(a, b);
    if (contrast < 4.5) found.add(`${element.className} ${contrast.toFixed(2)}`);
  }
  return [...found];
}"""


@pytest.mark.parametrize("width", [360, 768, 1280, 1920])
def test_nothing_runs_out_of_the_window(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    form = page.locator(".drawn").nth(1).bounding_box()
    said = page.locator(".said:not(.alone)").nth(1).bounding_box()
    assert form is not None
    assert said is not None
    beside = said["x"] >= form["x"] + form["width"]
    assert beside == (width >= 1200)


def test_the_form_stays_in_sight_while_its_findings_are_read(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 500})
    section = page.locator("details.told").first
    section.locator("article").last.scroll_into_view_if_needed()
    form = section.locator(".drawn").bounding_box()
    assert form is not None
    assert form["y"] < 0
    assert 400 < form["y"] + form["height"] <= 500


def test_paper_is_a4_and_light_with_every_finding_and_no_address(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.get_by_role("button", name="全部收起").click()
    paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
    sizes = {(round(p.mediabox.width), round(p.mediabox.height)) for p in paper.pages}
    assert sizes == {A4}
    written = "".join(p.extract_text() for p in paper.pages).replace("\n", "")
    assert written.count("修改建议") == 10
    assert "file:" not in written
    assert "清除筛选" not in written
    assert page.locator("details.sheet[open]").count() == 0


def test_without_a_script_everything_can_be_read(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert page.locator("#list tbody tr:visible").count() == 10
    assert page.locator("article:visible").count() == 10
    assert page.locator("button:visible, #filter:visible").count() == 0
    context.close()


def test_five_hundred_findings_in_a_hundred_files(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "many.html"
    file = BAD._replace(findings=BAD.findings[:1] * 5)
    path.write_text(render(report(*[file] * 100), "zh"), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    assert page.locator("#shown").inner_text() == "显示 500 / 500 条"
    page.locator("select[name=file]").select_option("99")
    assert len(rows(page)) == 5
    page.locator("#list tbody tr:visible a[href^='#f']").last.click()
    assert page.locator("#f500").is_visible()
    page.close()


@pytest.fixture
def bureau(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The bureau's page of two files on a telephone."""
    listed = [
        ListedFile("甲局/" + "长" * 90 + ".xlsx", "甲局", "failed", "所", "绿化", "90", ("局",), 1, 0, ("error",)),
        ListedFile("乙局/好.xlsx", "乙局", "passed", "站", "路灯", "95", (), 0, 0, ()),
    ]  # fmt: skip
    choices = Choices(("乙局", "甲局"), ("局",))
    folders = [FolderRow("甲" * 40, 1, 1, (0, 1, 0, 0))]
    whole = BureauPage("fail", [], [], [], folders, [], [], listed, choices, 0, [], [], [], [], [])
    path = tmp_path / "index.html"
    path.write_text(render_bureau(whole, "zh"), encoding="utf-8")
    page = browser.new_page(viewport={"width": 380, "height": 800})
    page.goto(path.as_uri())
    yield page
    page.close()


def test_the_bureau_filters_on_a_telephone(bureau: Page) -> None:
    assert bureau.evaluate("document.documentElement.scrollWidth") == 380
    shown = bureau.locator("#listed tbody tr:visible")
    assert shown.count() == 2
    for name, value in (("state", "failed"), ("folder", "1"), ("department", "0"), ("severity", "error")):  # fmt: skip
        bureau.select_option(f"select[name={name}]", value)
        assert "绿化" in shown.inner_text()
        bureau.get_by_role("button", name="清除筛选").click()
    bureau.get_by_label("搜索").fill("路灯 站")
    assert "乙局/好.xlsx" in shown.inner_text()
    assert bureau.locator("#shown").inner_text() == "显示 1 / 2 个"
