"""The configuration: where it is found, what it may say, and how a mistake in it is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from sheetlint.config.file import BadSettings, Settings, load


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_nothing_configured(tmp_path: Path) -> None:
    assert load(folder=str(tmp_path)) == Settings()


def test_everything(tmp_path: Path) -> None:
    path = put(
        tmp_path / "sheetlint.toml",
        """
select = ["FD", "AR001"]
ignore = ["NT014"]
fail_on = "warning"
show = "error"
profile = "shanghai"
lang = "en"
format = "concise"
checks = ["rules"]
profiles = ["places"]
[severity]
NT003 = "error"
ID = "off"
[limits]
max_seconds = 60
max_memory = "2G"
max_size = 0
""",
    )
    assert load(folder=str(tmp_path)) == Settings(
        str(path),
        ("FD", "AR001"),
        ("NT014",),
        "warning",
        "error",
        "shanghai",
        "en",
        "concise",
        (str(tmp_path / "rules"),),
        (str(tmp_path / "places"),),
        (("NT003", "error"), ("ID", "off")),
        max_seconds=60,
        max_memory=2 << 30,
        max_size=0,
    )


def test_the_nearest_file_upwards_and_only_that(tmp_path: Path) -> None:
    put(tmp_path / "sheetlint.toml", 'profile = "a"\nlang = "en"')
    put(tmp_path / "x" / "pyproject.toml", '[tool.sheetlint]\nprofile = "b"')
    put(tmp_path / "x" / "y" / "pyproject.toml", '[tool.ruff]\nname = "sheetlint"')
    (tmp_path / "x" / "y" / "z").mkdir()
    settings = load(folder=str(tmp_path / "x" / "y" / "z"))
    assert (settings.profile, settings.lang) == ("b", "")


@pytest.mark.parametrize(
    "text",
    [
        '[ tool . "sheetlint" ] # ours\nprofile = "b"',
        '[tool]\nsheetlint = {profile = "b"}',
        '[tool] # v1.0\nname = 1\nsheetlint.profile = "b"',
        'tool.sheetlint.profile = "b"',
        'tool = {sheetlint = {profile = "b"}}',
        '"tool".sheetlint.profile = "b"\r\n[project]\r\n',
    ],
)
def test_every_way_of_writing_it_into_the_shared_file_is_understood(
    text: str, tmp_path: Path
) -> None:
    put(tmp_path / "pyproject.toml", text)
    assert load(folder=str(tmp_path)).profile == "b"


def test_a_shared_file_that_only_requires_the_tool_is_passed_over(tmp_path: Path) -> None:
    put(tmp_path / "sheetlint.toml", 'profile = "a"')
    put(
        tmp_path / "x" / "pyproject.toml",
        '[dependency-groups]\ndev = [\n    "sheetlint",\n]\n[tool.ruff]\n',
    )
    assert load(folder=str(tmp_path / "x")).profile == "a"


@pytest.mark.parametrize("text", ["\ufeff[tool.sheetlint]", "[tool.sheetlint]\nselect = ["])
def test_a_shared_file_that_cannot_be_read_is_named(text: str, tmp_path: Path) -> None:
    put(tmp_path / "pyproject.toml", text)
    with pytest.raises(BadSettings) as error:
        load(folder=str(tmp_path))
    assert "pyproject.toml 不是合格的 TOML" in error.value.text.zh


def test_its_own_file_is_stronger_than_the_shared_one(tmp_path: Path) -> None:
    put(tmp_path / "pyproject.toml", '[tool.sheetlint]\nprofile = "shared"')
    put(tmp_path / "sheetlint.toml", 'profile = "own"')
    assert load(folder=str(tmp_path)).profile == "own"


def test_a_named_file_is_taken_wherever_it_is(tmp_path: Path) -> None:
    put(tmp_path / "sheetlint.toml", 'profile = "near"')
    path = put(tmp_path / "elsewhere" / "my.toml", 'profile = "named"')
    assert load(str(path), str(tmp_path)).profile == "named"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('selct = ["FD"]', "selct 没有这个键，是不是 select？"),
        ('fail_on = "fatal"', "fail_on 只能是 error、warning、info"),
        ("[limits]\nmax_second = 5", "limits.max_second 没有这个键，是不是 max_seconds？"),
        ("[limits]\nmax_seconds = -1", "limits.max_seconds 不能小于 0"),
        ("[limits]\nmax_seconds = 1.5", "limits.max_seconds 类型不对，应为 integer"),
        ('[limits]\nmax_memory = "much"', 'limits.max_memory 应写成 "512M"、"1G" 或字节数'),
        ("[limits]\nmax_size = -5", "limits.max_size 不能小于 0"),
        ("select = 3", "select 类型不对"),
        ('[severity]\nFD002 = "fatal"', "severity.FD002 只能是"),
        ("select = [", "不是合格的 TOML"),
        ("\xff", "不是合格的 TOML"),
    ],
)
def test_mistakes_are_said(text: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "sheetlint.toml"
    path.write_bytes(text.encode("latin-1" if text == "\xff" else "utf-8"))
    with pytest.raises(BadSettings) as error:
        load(folder=str(tmp_path))
    assert words in error.value.text.zh
    assert str(path) in error.value.text.zh
    assert "\n" not in error.value.text.zh


def test_a_named_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="cannot open"):
        load(str(tmp_path / "no.toml"))
