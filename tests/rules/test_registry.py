"""Checks are found, loaded and classified, and what is wrong with a plug-in is said."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sheetlint.rules.check import Check
from sheetlint.rules.registry import GROUP, BadPlugin, Registry, classify, load, load_usable

LOCAL = '''"""单位名称须含“局”

检查内容
    示例。
"""

from sheetlint.rules.check import check, finding
from sheetlint.messages.text import Text


@check("XX001", "local-rule", title="A local rule", severity="warning", basis=Text("本地", "local"))
def local_rule(sheet, profile):
    if "局" not in sheet.unit.text:
        yield finding(sheet.unit, Text("实施单位不是局", "the unit is no bureau"))
'''


def test_the_pack_is_loaded_in_order_of_codes(registry: Registry) -> None:
    codes = [check.code for check in registry.checks]
    assert codes == sorted(codes)
    assert {"AR001", "FD002", "ID001", "NT001", "RD001", "ST001", "SY001", "UN002"} <= set(codes)


def test_a_manual_is_the_docstring_of_its_module(registry: Registry) -> None:
    (check,) = registry.find("FD002")
    assert check.manual == sys.modules["sheetlint_checks.funds.rate_mismatch"].__doc__


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
    with pytest.raises(BadPlugin) as caught:
        load()
    assert "检查插件 broken（no_such_module:X）无法加载" in caught.value.text.zh
    assert "no_such_module" not in sys.modules


def test_the_pack_comes_first_and_a_broken_plugin_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plug-in that registers one of the pack's codes is the one that is left out."""
    info = tmp_path / "early-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: early\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[{GROUP}]\na_thief = thief_of_codes\n")
    (tmp_path / "thief_of_codes.py").write_text(LOCAL.replace("XX001", "FD002"), encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    registry = load_usable()
    (check,) = registry.find("FD002")
    assert check.module == "sheetlint_checks.funds.rate_mismatch"
    assert [text.en for text in registry.broken] == [
        "check FD002 is registered twice: by sheetlint_checks.funds.rate_mismatch "
        "and thief_of_codes"
    ]


# ── what a check declares ───────────────────────────────────────────────────────────────────────


def declared(**words: str) -> str:
    """A local check with these words in its declaration instead of its own."""
    code, name, each = (
        words.pop(k, v) for k, v in (("code", "XX001"), ("name", "local-rule"), ("each", "sheet"))
    )
    more = "".join(f", {key}={value!r}" for key, value in {"severity": "warning", **words}.items())
    return f"""\"\"\"示例\"\"\"
from sheetlint.rules.check import check
from sheetlint.messages.text import Text

@check({code!r}, {name!r}, title="A", basis=Text("本地", "local"), each={each!r}{more})
def local_rule(*arguments):
    yield from ()
"""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            {"needs": "funds.total.budget ~funds.total.bugdet"},
            "needs cannot be ~funds.total.bugdet; did you mean ~funds.total.budget?",
        ),
        ({"needs": "~uint"}, "needs cannot be ~uint; did you mean ~unit?"),
        ({"needs": "column.note"}, "needs cannot be column.note; did you mean columns.note?"),
        ({"needs": "columns.notes"}, "needs cannot be columns.notes; did you mean columns.note?"),
        ({"needs": "~columns.note"}, "needs cannot be ~columns.note; did you mean columns.note?"),
        (
            {"needs": "indicators.score"},
            "needs cannot be indicators.score; did you mean indicators.*.score?",
        ),
        ({"needs": "wieght"}, "needs cannot be wieght"),
        (
            {"needs": "wieght", "each": "indicator"},
            "needs cannot be wieght; did you mean weight?",
        ),
        ({"needs": "doubt", "each": "indicator"}, "needs cannot be doubt"),
        ({"needs": "reading", "each": "indicator"}, "needs cannot be reading"),
        ({"needs": "target", "each": "batch"}, "needs cannot be target; did you mean targets?"),
        ({"needs": "unit", "each": "file"}, "needs cannot be unit"),
        (
            {"parameters": "score.abs_tol score.ulp_mx"},
            "parameters cannot be score.ulp_mx; did you mean score.ulp_max?",
        ),
        ({"parameters": "budget_score.tiers_101"}, "parameters cannot be budget_score.tiers_101"),
        ({"severity": "eror"}, "severity cannot be eror; did you mean error?"),
        ({"each": "sheets"}, "each cannot be sheets; did you mean sheet?"),
        ({"confidence": "hihg"}, "confidence cannot be hihg; did you mean high?"),
        ({"fix": "save"}, "fix cannot be save; did you mean safe?"),
        ({"code": "FD2"}, "a code is two capital letters and three digits, like FD002"),
        (
            {"name": "Local_rule"},
            "the name Local_rule must be small letters, digits and hyphens, like rate-mismatch",
        ),
    ],
)
def test_a_wrong_word_in_a_declaration_is_refused(
    words: dict[str, str], said: str, tmp_path: Path
) -> None:
    """With the nearest right word, where one is near: not skipped for ever, as unmet needs are."""
    (tmp_path / "rule.py").write_text(declared(**words), encoding="utf-8")
    with pytest.raises(BadPlugin) as caught:
        load([str(tmp_path)])
    text = caught.value.text
    assert text.en.startswith(f"the check file {tmp_path / 'rule.py'} cannot be loaded: ")
    assert text.en.partition("cannot be loaded: ")[2].startswith(
        f"{words.get('code', 'XX001')}: {said}"
    )
    assert text.zh.startswith(f"检查文件 {tmp_path / 'rule.py'} 无法加载：")


@pytest.mark.parametrize(
    "words",
    [
        {"needs": "funds indicators columns.deduction ~headline indicators.*.score ~details.编码"},
        {"needs": "~note weight columns.note funds.total.rate indicators", "each": "indicator"},
        {"needs": "roster last_year targets summary", "each": "batch"},
        {"parameters": "notes.max_chars budget_score.tiers_101.steps funds.zero_zero_rate"},
    ],
)
def test_what_there_is_may_be_declared(words: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "rule.py").write_text(declared(**words), encoding="utf-8")
    (check,) = load([str(tmp_path)]).find("XX001")
    assert " ".join(check.needs + check.parameters) == words.get("needs", words.get("parameters"))


def test_a_plugin_with_a_wrong_need_is_left_out_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    info = tmp_path / "slips-1.0.dist-info"
    info.mkdir()
    (info / "entry_points.txt").write_text(f"[{GROUP}]\nslips = plugin_with_a_slip\n")
    (tmp_path / "plugin_with_a_slip.py").write_text(declared(needs="~uint"), encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    registry = load_usable()
    assert not registry.find("XX001")
    assert registry.find("FD002")
    assert [text.zh for text in registry.broken] == [
        "检查插件 slips（plugin_with_a_slip）无法加载：XX001：needs 不能写 ~uint，是不是 ~unit？"
    ]
