"""``sheetlint profiles``: the list, one of them whole, and one begun for another place."""

from __future__ import annotations

import itertools
import json
import re
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from sheetlint.cli import status
from sheetlint.profiles import Profiles
from sheetlint.profiles.file_schema import validate_profile
from tests.cli.conftest import Call
from tests.cli.test_check import document


def block(out: str, key: str) -> list[str]:
    """The lines of one parameter."""
    lines = out.splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith(f"{key} "))
    below = itertools.takewhile(lambda line: line.startswith("    "), lines[start + 1 :])
    return [lines[start], *map(str.strip, below)]


def test_show_says_value_meaning_readers_and_source(call: Call) -> None:
    out = call("profiles", "show", "hubei").out
    value, *rest = block(out, "budget_score.weight")
    assert value.split() == ["budget_score.weight", "20"]
    assert rest[0] == "预算执行率的分值（分）"
    assert rest[1].startswith("用于 ")
    assert "FD008" in rest[1]
    assert rest[2] == "S  湖北省项目自评表表样（20分*执行率）"
    value, *rest = block(out, "funds.over_budget")
    assert value.split() == ["funds.over_budget", "warn", "←", "national-2020"]
    assert rest == [
        "全年执行数大于全年预算数时",
        "warn  提醒",
        "用于 FD004、FD007",
        "P  实践做法不一：有的地方不允许超过 100%",
    ]


def test_show_in_english(call: Call) -> None:
    out = call("profiles", "show", "hubei", "--lang", "en").out
    assert block(out, "budget_score.weight")[1:] == [
        "points for budget execution (points)",
        *[line for line in block(out, "budget_score.weight") if line.startswith("read by ")],
        "S  Hubei's form (20 points × rate)",
    ]
    assert "Sources: S said in a document or form · P practice" in out


def test_show_says_what_is_not_known(call: Call) -> None:
    rest = block(call("profiles", "show", "shanghai").out, "over_completion.flag_ratio")
    assert rest[0].split() == ["over_completion.flag_ratio", "unknown"]
    assert "当地的规定没有见到，用到它的检查跳过" in rest
    assert rest[-1] == "M  没有见到当地的数值"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", Profiles().names)
def test_every_profile_can_be_shown(name: str, lang: str, call: Call) -> None:
    ran = call("profiles", "show", name, "--lang", lang)
    assert ran.status == status.OK
    assert ran.out.startswith(f"{name}  ")
    assert re.findall(r"\b[RCM]\d\d\b", ran.out) == []


def test_the_list_begins_with_the_national_rules_and_says_when_each_is_chosen(call: Call) -> None:
    out = call("profiles").out
    names = re.findall(r"^(\S+) ", out, re.M)
    assert names == ["national-2020", *(n for n in Profiles().names if n != "national-2020")]
    assert "选用条件：报表编号 510000 是四川省的表样 或 表名和表头与四川省的表样相符" in "".join(
        line.strip() for line in out.splitlines()
    )


# ── a profile for another place ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "parent", "why"),
    [
        ("湖北黄冈", "hubei", "（地名相近）"),
        ("黄冈", "national-2020", "（没有更相近的）"),
        ("hubei-huanggang", "hubei", "（名称相近）"),
        ("shanghia", "shanghai", "（名称相近）"),
        ("guangdong-gz", "national-2020", "（没有更相近的）"),
        ("广东某县", "national-2020", "（没有更相近的）"),
    ],
)
def test_new_begins_from_the_nearest(
    name: str, parent: str, why: str, call: Call, tmp_path: Path
) -> None:
    ran = call("profiles", "new", name)
    path = tmp_path / "local-profiles" / f"{name}.toml"
    assert ran.status == status.OK
    assert ran.out.splitlines() == [
        f"已写入 local-profiles/{name}.toml，由 {parent} 开始{why}",
        f'在 sheetlint.toml 中写 profiles = ["local-profiles"]，再用 --profile {name}',
    ]
    assert tomllib.loads(path.read_text(encoding="utf-8"))["extends"] == parent


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("parent", Profiles().names)
def test_what_is_begun_holds_as_it_is_and_with_every_line_put_to_use(
    parent: str, lang: str, call: Call, tmp_path: Path
) -> None:
    assert call("profiles", "new", "own", "--from", parent, "--lang", lang).status == status.OK
    text = (tmp_path / "local-profiles" / "own.toml").read_text(encoding="utf-8")
    for each in (text, re.sub(r"^#(?! )", "", text, flags=re.M)):
        data = tomllib.loads(each, parse_float=Decimal)
        validate_profile(data, "own.toml")
        assert (data["id"], data["extends"]) == ("own", parent)
    assert data["budget_score"]["weight"] == Profiles().load(parent).data["budget_score"]["weight"]
    (tmp_path / "sheetlint.toml").write_text('profiles = ["local-profiles"]', encoding="utf-8")
    shown = call("profiles", "show", "own")
    assert shown.status == status.OK
    assert f"继承 {parent}" in shown.out


def test_new_goes_where_it_is_told_to_and_overwrites_nothing(call: Call, tmp_path: Path) -> None:
    (tmp_path / "sheetlint.toml").write_text('profiles = ["places"]', encoding="utf-8")
    (tmp_path / "places").mkdir()
    ran = call("profiles", "new", "own", "--from", "hubei")
    assert ran.out.splitlines()[0].endswith("places/own.toml，由 hubei 开始")
    assert (tmp_path / "places" / "own.toml").exists()
    (tmp_path / "mine.toml").write_text("kept", encoding="utf-8")
    for arguments, said in (
        (("own",), "places/own.toml 已经存在，没有改动它"),
        (("other", "-o", "mine.toml"), "mine.toml 已经存在，没有改动它"),
        (("other", "-o", "mine"), "mine：口径文件以 .toml 结尾"),
        (("hubei", "-o", "x/hubei.toml"), "已有名为 hubei 的口径，请换一个名称"),
        (("../own",), "口径名称“../own”不能用作文件名：只用文字、数字、- 和 _"),
        (("other", "--from", "hubie"), "没有名为 hubie 的口径，是不是 hubei？"),
    ):
        ran = call("profiles", "new", *arguments)
        assert ran.status == status.USAGE
        assert ran.err.rstrip().endswith(said)
    assert (tmp_path / "mine.toml").read_text(encoding="utf-8") == "kept"
    assert not (tmp_path / "places" / "other.toml").exists()


# ── a profile of the user's own in a run ────────────────────────────────────────────────────────


def with_profile(folder: Path, text: str, name: str = "xian") -> None:
    (folder / "places").mkdir(exist_ok=True)
    (folder / "sheetlint.toml").write_text('profiles = ["places"]', encoding="utf-8")
    path = folder / "places" / f"{name}.toml"
    path.write_text(f'extends = "national-2020"\n{text}', encoding="utf-8")


def checked(call: Call, *options: str) -> tuple[int, list[tuple[str, str]], dict[str, str]]:
    ran = call("check", "a.json", "--format", "json", *options)
    report = json.loads(ran.out)["files"][0]
    sheet = report["sheets"][0]
    return ran.status, [(f["code"], f["severity"]) for f in report["findings"]], sheet


@pytest.fixture
def wrong(tmp_path: Path) -> None:
    """A sheet whose weights make 110."""
    data = json.loads(document())
    data["files"][0]["sheets"][0]["indicators"][0].update(weight="30", score="30")
    data["files"][0]["sheets"][0]["total"].update(score="109.89")
    (tmp_path / "a.json").write_text(json.dumps(data), encoding="utf-8")


@pytest.mark.usefixtures("wrong")
def test_a_profile_lowers_and_switches_off(call: Call, tmp_path: Path) -> None:
    with_profile(tmp_path, '[severity]\nAR001 = "info"\nAR = "off"\n')
    state, found, _ = checked(call, "--profile", "xian", "--select", "AR")
    assert (state, found) == (status.OK, [("AR001", "info")])
    assert checked(call, "--select", "AR001")[:2] == (status.FINDINGS, [("AR001", "error")])


@pytest.mark.usefixtures("wrong")
def test_a_profile_forbids_to_switch_a_check_off(call: Call, tmp_path: Path) -> None:
    with_profile(tmp_path, 'mandatory = ["AR001"]\n')
    for option in (("--ignore", "AR001"), ("--ignore", "AR"), ("--select", "FD")):
        state, found, _ = checked(call, "--profile", "xian", *option)
        assert (state, ("AR001", "error") in found) == (status.FINDINGS, True), option
    out = call("check", "a.json", "--profile", "xian", "--ignore", "AR001").out
    assert "AR001 为该口径必查项，不能关闭或降级" in "".join(map(str.strip, out.splitlines()))
    assert "AR001" not in [code for code, _ in checked(call, "--ignore", "AR001")[1]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[severity]\nFD0002 = "off"', "severity 中的 FD0002 不是检查项，是不是 FD002？"),
        ('[severity]\nrate-mismach = "off"', "severity 中的 rate-mismach 不是检查项，是不是 rate-mismatch？"),
        ('mandatory = ["ZZ"]', "mandatory 中的 ZZ 不是检查项"),
        ("[wieghts]\ntotal = 100", "wieghts 没有这个键，是不是 weights？"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("wrong")
def test_a_slip_in_ones_own_profile_is_said_before_any_work(
    text: str, said: str, call: Call, tmp_path: Path
) -> None:
    with_profile(tmp_path, text)
    ran = call("check", "a.json")
    assert ran.status == status.USAGE
    assert "places/xian.toml：" in ran.err
    assert said in ran.err


def test_the_report_says_why_a_profile_was_chosen(call: Call, tmp_path: Path) -> None:
    data = json.loads(document())
    data["files"][0]["sheets"][0].update(department="广西壮族自治区民政厅", profile=None)
    (tmp_path / "a.json").write_text(json.dumps(data), encoding="utf-8")
    out = "".join(call("check", "a.json").out.split())
    assert (
        "口径national-2020（没有地方特征，用全国通用口径；"
        "单位在广西壮族自治区，如按当地做法可指定--profileguangxi）"
    ) in out
