"""Where a file is, as SARIF wants it: a URI, in a repository relative to its top."""

from __future__ import annotations

import os
from urllib.parse import quote

from sheetlint.report.place import in_repository

BASE = "%SRCROOT%"
"""The top of the repository, by the name that code hosts give it."""


def location(path: str) -> dict[str, str]:
    written = quote(in_repository(path).encode(errors="surrogatepass"), safe="/")
    if os.path.isabs(path):
        return {"uri": f"file:///{written.lstrip('/')}"}
    return {"uri": written, "uriBaseId": BASE}
