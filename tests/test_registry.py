"""Checks are found, loaded and classified, and what is wrong with a plug-in is said."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module, metadata
from pathlib import Path

import pytest
from sheetlint_checks import MODULES
from sheetlint_checks.announced import ROWS

from sheetlint.batch.rules import rules_sha256
from sheetlint.check import Check, Later, row
from sheetlint.decide import Decision
from sheetlint.engine import check_sheet
from sheetlint.profiles import DEFAULT, Profiles
from sheetlint.registry import (
    GROUP,
    BadPlugin,
    Registry,
    classify,
    found_entry_points,
    load,
)
from sheetlint.testing import build

LOCAL = '''"""单位名称须含“局”

检查内容
    示例。
"""

from sheetlint.check import check, finding
from sheetlint.model import Text


@check("XX001", "local-rule", title="A local rule", severity="warning", basis=Text("本地", "local"))
def local_rule(sheet, profile):
    if "局" not in sheet.unit.text:
        yield finding(sheet.unit, Text("实施单位不是局", "the unit is no bureau"))
'''


def test_the_light_scan_finds_what_importlib_finds() -> None:
    points = sorted((p.name, p.value) for p in metadata.entry_points(group=GROUP))
    assert found_entry_points(GROUP) == points
    assert ("core", "sheetlint_checks:MODULES") in points


def test_the_pack_is_loaded_in_order_of_codes(registry: Registry) -> None:
    codes = [check.code for check in registry.checks]
    assert codes == sorted(codes)
    assert {"AR001", "FD002", "ID001", "NT001", "RD001", "ST001", "SY001", "UN002"} <= set(codes)


def test_what_is_announced_is_what_the_modules_say(registry: Registry) -> None:
    """If not: ``make readme``."""
    said = [
        (row(attribute, value), value.run)
        for name in MODULES
        for attribute, value in vars(import_module(name)).items()
        if isinstance(value, Check)
    ]
    assert [r for r, _ in said] == list(ROWS)
    by_module = {check.module: check for check in registry.checks}
    assert [by_module[r[0]].function for r, _ in said] == [run for _, run in said]


def test_a_module_is_imported_when_its_check_is_called() -> None:
    code = (
        "import sys\n"
        "from sheetlint.registry import load\n"
        "(check,) = load().find('FD002')\n"
        "print(check.module in sys.modules, 'FD002' in check.title.en + check.code)\n"
        "check.function\n"
        "print(check.module in sys.modules, 'sheetlint_checks.privacy.phone' in sys.modules)\n"
        "print(bool(load().find('ID001')[0].manual))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n") == ["False True", "True False", "True", ""]


def test_a_module_that_breaks_at_the_call_is_a_crash_of_its_check(registry: Registry) -> None:
    """The digest of the rules does without it, too."""
    (check,) = registry.find("FD002")
    broken = check._replace(module="no_such_module", run=Later("no_such_module", "x"))
    others = [c for c in registry.checks if c.code != "FD002"]
    own = classify([broken, *others])
    found = check_sheet(build({}), Profiles().load(DEFAULT), own, Decision()).found
    (crash,) = (f for f in found if f.check.code == "SY001")
    assert "FD002" in crash.finding.say.zh
    assert "no_such_module" in crash.finding.say.zh
    assert rules_sha256(own) != rules_sha256(registry)


def test_the_digest_is_the_same_before_and_after_the_checks_were_called() -> None:
    code = (
        "from sheetlint.batch.rules import rules_sha256\n"
        "from sheetlint.registry import load\n"
        "registry = load()\n"
        "before = rules_sha256(registry)\n"
        "functions = [check.function for check in registry.checks]\n"
        "print(before == rules_sha256(registry), len(functions) > 100)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True True"


def test_a_folder_of_local_checks(tmp_path: Path) -> None:
    (tmp_path / "rule.py").write_text(LOCAL, encoding="utf-8")
    (tmp_path / "_not_this.py").write_text("1/0", encoding="utf-8")
    (check,) = load([str(tmp_path)]).find("XX001")
    assert (check.title.zh, check.title.en) == ("单位名称须含“局”", "A local rule")
    assert check.scope == "sheet"


@pytest.mark.parametrize(
    ("source", "said"),
    [("1 / 0", "ZeroDivisionError"), ("def (", "SyntaxError"), ("import nothing_here", "nothing_")],
)
def test_a_broken_local_check_is_named(source: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text(source, encoding="utf-8")
    with pytest.raises(BadPlugin) as caught:
        load([str(tmp_path)])
    assert "broken.py" in caught.value.text.zh
    assert said in caught.value.text.zh


def test_a_folder_that_is_not_there() -> None:
    with pytest.raises(BadPlugin) as caught:
        load(["/no/such/folder"])
    assert caught.value.text.zh == "检查文件夹 /no/such/folder 不存在"


def test_a_code_used_twice_is_refused(registry: Registry) -> None:
    (check,) = registry.find("FD002")
    other: Check = check._replace(name="another-name", module="somebody.elses")
    with pytest.raises(BadPlugin, match="FD002 is registered twice"):
        classify([check, other])


def test_a_broken_plugin_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    info = tmp_path / "broken-1.0.dist-info"
    info.mkdir()
    (info / "entry_points.txt").write_text(f"[{GROUP}]\nbroken = no_such_module:X\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert ("broken", "no_such_module:X") in found_entry_points(GROUP)
    with pytest.raises(BadPlugin) as caught:
        load()
    assert "检查插件 broken（no_such_module:X）无法加载" in caught.value.text.zh
    assert "no_such_module" not in sys.modules
