"""The stand-ins that Cerberus is imported with are gone afterwards, and it works without them."""

from __future__ import annotations

import subprocess
import sys


def _said(code: str) -> str:
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return ran.stdout.strip()


def test_the_modules_are_real_afterwards() -> None:
    code = (
        "import sheetlint.schema.cerberus_light\n"
        "import pprint, importlib.metadata\n"
        "print(pprint.pformat([1]), importlib.metadata.version('cerberus')[0])\n"
    )
    assert _said(code) == "[1] 1"


def test_errors_can_still_be_printed() -> None:
    code = (
        "from sheetlint.schema.cerberus_light import Validator\n"
        "v = Validator({'a': {'type': 'string'}})\n"
        "v.validate({'a': 1})\n"
        "print(v.errors, str(v.document_error_tree is not None))\n"
    )
    assert _said(code) == "{'a': ['must be of string type']} True"


def test_modules_that_are_there_already_are_left_alone() -> None:
    code = (
        "import pprint, importlib.metadata\n"
        "before = pprint, importlib.metadata\n"
        "import sheetlint.schema.cerberus_light\n"
        "import sys\n"
        "print(before == (sys.modules['pprint'], sys.modules['importlib.metadata']))\n"
    )
    assert _said(code) == "True"
