"""Takes the pictures of the HTML report again: ``python docs/refresh_pictures.py``.

They show a sheet of ``examples/sheets`` as the page of either language has it.  It needs Chromium
and the development tools.
"""

from __future__ import annotations

import io
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from sheetlint.batch.files import Source
from sheetlint.batch.run import Plan, run
from sheetlint.decide import Decision
from sheetlint.locale import LANGUAGES
from sheetlint.profiles import Profiles
from sheetlint.registry import load
from sheetlint.report.html import render

ROOT = Path(__file__).resolve().parent.parent
SHEET = ROOT / "examples" / "sheets" / "2 电梯安全评估.xlsx"
PICTURES = ROOT / "docs" / "pictures"
_SIZE = {"width": 1280, "height": 900}
_COLOURS = 255
"""A page has few: the files stay small."""


def main() -> None:
    report = run([Source(str(SHEET))], Plan(load(), Decision(), Profiles(), keep=True))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for lang in LANGUAGES:
            page = browser.new_page(viewport=_SIZE, color_scheme="light")
            page.set_content(render(report, lang))
            # The bar at the top would stand in the picture.
            page.evaluate("document.querySelector('.top').remove()")
            taken = page.locator("details.sheet").screenshot()
            picture = Image.open(io.BytesIO(taken)).convert("RGB")
            target = PICTURES / f"report.{lang}.png"
            picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
