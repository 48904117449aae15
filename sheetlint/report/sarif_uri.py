"""Where a file is, as SARIF wants it: a URI, in a repository relative to its top."""

from __future__ import annotations

import os
from urllib.parse import quote

from sheetlint.report.place_texts import repository_path

BASE = "%SRCROOT%"
"""The top of the repository, by the name that code hosts give it."""


def file_location(path: str) -> dict[str, str]:
    written = quote(repository_path(path).encode(errors="surrogatepass"), safe="/")
    if os.path.isabs(path):
        return {"uri": f"file:///{written.lstrip('/')}"}
    return {"uri": written, "uriBaseId": BASE}
