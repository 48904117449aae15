"""Takes the pictures of the pages again: ``python docs/refresh_pictures.py``.

They show a sheet of ``examples/sheets``, and what a bureau sees of a thousand submissions drawn by
``benchmarks/submissions.py``, in either language.  It needs Chromium and the development tools.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from sheetlint.cli.start import main as sheetlint
from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.intake.source import Source
from sheetlint.messages import LANGUAGES
from sheetlint.profiles import Profiles
from sheetlint.report.html import render
from sheetlint.rules.registry import load
from sheetlint.run.check_files import check_files
from sheetlint.run.plan import Plan

ROOT = Path(__file__).resolve().parent.parent
SHEET = ROOT / "examples" / "sheets" / "2 电梯安全评估.xlsx"
PICTURES = ROOT / "docs" / "pictures"
_SIZE = {"width": 1280, "height": 900}
_DAY = "2026-11-24"
_COLOURS = 255
"""A page has few: the files stay small."""


def main() -> None:
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        _submissions(folder)
        for lang in LANGUAGES:
            _report(browser, lang)
            _gate(browser, folder, lang)
        browser.close()


def _report(browser: Browser, lang: str) -> None:
    report = check_files(
        [Source(str(SHEET))], Plan(RunConfiguration(), load(), Profiles(), keep_content=True)
    )
    page = browser.new_page(viewport=_SIZE, color_scheme="light")
    page.set_content(render(report, lang))
    # The bar at the top would stand in the picture.
    page.evaluate("document.querySelector('.top').remove()")
    _save(page.locator("details.sheet").screenshot(), f"report.{lang}.png")


def _gate(browser: Browser, folder: str, lang: str) -> None:
    out = f"{folder}/{lang}"
    sheetlint(
        ["gate", f"{folder}/报送", "-o", out, "--lang", lang, "--date", _DAY, "--no-annotate", "-q"]
    )
    page = browser.new_page(viewport=_SIZE, color_scheme="light")
    page.goto(f"file://{out}/index.html")
    _save(page.screenshot(), f"gate.{lang}.png")


def _submissions(folder: str) -> None:
    program = ROOT / "benchmarks" / "submissions.py"
    subprocess.run([sys.executable, str(program), folder, "--files", "1000"], check=True)


def _save(taken: bytes, name: str) -> None:
    picture = Image.open(io.BytesIO(taken)).convert("RGB")
    picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(PICTURES / name, optimize=True)


if __name__ == "__main__":
    main()
