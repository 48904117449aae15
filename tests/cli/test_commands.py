"""The other commands, the help and the languages."""

from __future__ import annotations

import os
import subprocess
import sys
from json import loads
from pathlib import Path

import pytest
import yaml
from rich.cells import cell_len

from sheetlint.cli import status
from sheetlint.messages import click_zh
from tests.cli.conftest import Call
from tests.readers.pdfs import PICTURE, pdf
from tests.report.test_json import held_to
from tests.run.documents import document, written

# ── extract ─────────────────────────────────────────────────────────────────────────────────────


def test_extract_json(call: Call, tmp_path: Path) -> None:
    written(tmp_path / "a.json")
    ran = call("extract", "a.json", "--format", "json")
    assert ran.status == status.OK
    data = loads(ran.out)
    held_to("sheets-1.schema.json", data)
    given = loads(document())["files"][0]["sheets"]
    assert data["files"] == [{"path": "a.json", "format": "json", "sheets": given}]
    assert list(data["files"][0]["sheets"][0]) == [
        "title", "year", "project", "department", "unit", "money_unit", "profile", "funds",
        "objectives", "indicators", "total", "grade", "remarks",
    ]  # fmt: skip


def test_extract_yaml_reads_back_as_the_same(call: Call, tmp_path: Path) -> None:
    written(tmp_path / "a.json")
    text = call("extract", "a.json").out
    assert yaml.safe_load(text)["files"][0]["sheets"] == loads(document())["files"][0]["sheets"]
    assert "      budget: '57607470.00'\n" in text
    assert "project: 残疾人康复服务项目\n" in text
    (tmp_path / "b.yaml").write_text(text, encoding="utf-8")
    assert call("extract", "b.yaml").out == text.replace("a.json", "b.yaml").replace(
        "format: json", "format: yaml"
    )


def test_extract_says_what_it_could_not_read(call: Call, tmp_path: Path) -> None:
    written(tmp_path / "a.json")
    (tmp_path / "b.txt").write_text("购物清单", encoding="utf-8")
    ran = call("extract", "a.json", "b.txt", "没有.xlsx")
    assert ran.status == status.FINDINGS
    assert ran.err.splitlines() == [
        "b.txt: 没有找到自评表",
        "没有.xlsx: 文件不存在",
    ]
    assert len(yaml.safe_load(ran.out)["files"]) == 1
    assert call("extract", "没有.xlsx").status == status.NO_INPUT


def test_extract_within_limits(call: Call, tmp_path: Path) -> None:
    written(tmp_path / "a.json")
    ran = call("extract", "a.json", "--max-size", "9", "--max-seconds", "5", "--max-memory", "1G")
    assert ran == (status.FINDINGS, "", "a.json: 文件超过 9 B，太大\n")
    (tmp_path / "sheetlint.toml").write_text("[limits]\nmax_size = 8", encoding="utf-8")
    ran = call("extract", "a.json")
    assert ran.err == f"配置：{tmp_path / 'sheetlint.toml'}\na.json: 文件超过 8 B，太大\n"
    assert call("extract", "a.json", "--max-size", "0").status == status.OK


def test_extract_names_a_scan_and_other_archives_in_a_folder(call: Call, tmp_path: Path) -> None:
    (tmp_path / "材料").mkdir()
    written(tmp_path / "材料" / "a.json")
    (tmp_path / "材料" / "盖章件.pdf").write_bytes(pdf(PICTURE))
    (tmp_path / "材料" / "单位.rar").write_bytes(b"Rar!\x1a\x07\x00")
    (tmp_path / "材料" / "清单.txt").write_text("购物清单", encoding="utf-8")
    ran = call("extract", "材料")
    assert ran.status == status.FINDINGS
    assert ran.err.splitlines() == [
        "材料/单位.rar: 这是压缩包，里面不是一份 Excel 或 Word 文件。",
        "材料/盖章件.pdf: 扫描件：PDF 里只有图片，没有文字层，读不出表格",
    ]


@pytest.mark.parametrize(("lang", "said"), [("zh", "“much”不是大小"), ("en", "'much' is no size")])
def test_a_limit_that_is_no_size(lang: str, said: str, call: Call) -> None:
    for command in ("check", "extract"):
        ran = call(command, "a.json", "--max-memory", "much", "--lang", lang)
        assert ran.status == status.USAGE
        assert said in ran.err


# ── explain, rules, profiles ────────────────────────────────────────────────────────────────────


def test_explain(call: Call) -> None:
    out = call("explain", "FD002").out
    assert out.startswith("FD002 rate-mismatch  执行率计算错误\n")
    for heading in ("检查内容", "为什么", "依据", "不通过示例", "通过示例", "怎么改", "口径参数"):
        assert f"{heading}\n" in out
    assert "What it checks" not in out
    assert "    half_up, up　← shanghai\n" in out
    assert "    half_up　← national-2020 和没有另定的口径\n" in out
    assert "  funds.rate_rounding_ok\n    执行率的取舍办法，合其一即可\n" in out


def test_explain_in_english_by_name(call: Call) -> None:
    for line in (("--lang", "en", "explain", "rate-mismatch"), ("explain", "FD002", "--lang=en")):
        out = call(*line).out
        assert out.startswith("FD002 rate-mismatch  Execution rate is miscalculated\n")
        assert "What it checks\n" in out
        assert "检查内容" not in out


def test_explain_a_family(call: Call) -> None:
    out = call("explain", "FD").out
    assert "FD002 rate-mismatch" in out
    assert "FD001 " in out


def test_explain_something_else(call: Call) -> None:
    ran = call("explain", "FD02X")
    assert ran.status == status.USAGE
    assert ran.err == "错误：没有检查项 FD02X，是不是 FD002？\n"


def test_rules(call: Call) -> None:
    assert "FD002   错误  rate-mismatch" in call("rules").out
    held_to("rules-1.schema.json", loads(call("rules", "--format", "json").out))


def test_profiles(call: Call) -> None:
    out = call("profiles").out
    assert out.split("\n", 1)[0].split() == ["national-2020", "财预〔2020〕10号", "通用"]
    assert "继承 national-2020" in out


def test_profiles_show(call: Call) -> None:
    out = call("profiles", "show", "shanghai").out
    lines = [line.split() for line in out.splitlines()]
    assert ["unit.default", "元"] in lines
    assert ["score.abs_tol", "0.05", "←", "national-2020"] in lines
    assert "shanghai.toml" in out
    ran = call("profiles", "show", "shanghia")
    assert ran.status == status.USAGE
    assert "是不是 shanghai" in ran.err


# ── help, languages, completion ─────────────────────────────────────────────────────────────────

COMMANDS = ("", "check", "extract", "explain", "rules", "profiles", "annotate", "completion")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_in_chinese(command: str, call: Call) -> None:
    ran = call(*filter(None, [command]), "--help")
    assert ran.status == status.OK
    assert ran.out.startswith("用法：sheetlint ")
    assert "选项：\n" in ran.out
    for word in ("Usage", "Options", "Commands", "Show this"):
        assert word not in ran.out
    assert all(cell_len(line) <= 80 for line in ran.out.splitlines())


@pytest.mark.parametrize("command", COMMANDS)
def test_help_in_english(command: str, call: Call) -> None:
    out = call("--lang", "en", *filter(None, [command]), "--help").out
    assert out.startswith("Usage: sheetlint ")
    assert out.isascii()


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({}, "zh"),
        ({"LANG": "C"}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LC_ALL": "POSIX"}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "de_DE@euro"}, "en"),
        ({"LC_ALL": "zh_TW", "LANG": "en_US"}, "zh"),
        ({"SHEETLINT_LANG": "en", "LC_ALL": "zh_CN"}, "en"),
        ({"LC_ALL": "", "LANG": "en_GB"}, "en"),
    ],
)
def test_language(environment: dict[str, str], lang: str) -> None:
    from sheetlint.messages import choose_language

    assert choose_language(environment) == lang


def test_the_chinese_words_are_those_of_the_installed_click() -> None:
    import click

    sources = "".join(
        path.read_text(encoding="utf-8") for path in Path(click.__file__).parent.glob("*.py")
    )
    for text in (*click_zh.TRANSLATIONS, *click_zh.PLURALS):
        assert text.replace("\n", "\\n").replace("\t", "\\t") in sources, text


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script(shell: str, call: Call) -> None:
    ran = call("completion", shell)
    assert ran.status == status.OK
    assert "_SHEETLINT_COMPLETE" in ran.out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("sheetlint ex", ["plain,extract", "plain,explain"]),
        ("sheetlint check --fail-on ", ["plain,error", "plain,warning", "plain,info"]),
        ("sheetlint check a", ["file,a"]),
        ("sheetlint ./a", ["file,./a"]),
        ("sheetlint rules --form", ["plain,--format"]),
    ],
)
def test_completion(words: str, expected: list[str]) -> None:
    environment = {
        **os.environ,
        "_SHEETLINT_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split(" ")) - 1),
    }
    ran = subprocess.run(
        [sys.executable, "-m", "sheetlint"],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert ran.stdout.split() == expected


def test_nothing_at_all_is_answered_with_the_help(call: Call) -> None:
    ran = call()
    assert ran.status == status.USAGE
    assert ran.err.startswith("用法：sheetlint ")
