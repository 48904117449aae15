"""Checks are found, loaded and classified, and what is wrong with a plug-in is said."""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path

import pytest

from sheetlint.check import Check
from sheetlint.registry import (
    GROUP,
    BadPlugin,
    Registry,
    classify,
    found_entry_points,
    load,
)

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
