"""What ``gate`` holds the sheets against besides each other."""

from __future__ import annotations

from json import loads
from pathlib import Path

import pytest

from sheetlint.cli import status
from tests.cli.conftest import Call
from tests.cli.submissions import GATE as AS_USUAL
from tests.cli.submissions import write_submissions

GATE = (*AS_USUAL[:-2], "--select", "BT007,BT009,BT010,ST015", "--format", "concise", "-q")


@pytest.fixture(autouse=True)
def submissions(tmp_path: Path) -> Path:
    return write_submissions(tmp_path)


@pytest.fixture(autouse=True)
def inputs(submissions: Path) -> None:
    (submissions / "项目清单.txt").write_text(
        "项目清单\n序号\t项目名称\t实施单位\n1\t项目0\t临港县康复中心\n2\t没有报的项目\t临港县康复中心\n",
        encoding="utf-8",
    )
    (submissions / "决算说明.txt").write_text(
        "本部门对 9 个项目开展了绩效自评，平均得分 99.89 分。\n", encoding="utf-8"
    )


def test_found(call: Call, tmp_path: Path) -> None:
    ran = call(
        *GATE, "--roster", "报送/项目清单.txt", "--summary", "报送/决算说明.txt",
        "--last-year", "报送/单位0",
    )  # fmt: skip
    assert ran.status == status.FINDINGS
    codes = [line.split(" ")[1] for line in ran.out.splitlines()]
    assert set(codes) == {"BT007", "BT009"}
    record = loads((tmp_path / "结果" / "run.json").read_text(encoding="utf-8"))
    kinds = [given["kind"] for given in record["configuration"]["inputs"]]
    assert kinds == ["roster", "last_year", "summary"]
    assert call("verify", "结果/report.json", "报送").status == status.OK
    (tmp_path / "报送" / "决算说明.txt").write_text(
        "本部门对 8 个项目开展了绩效自评，平均得分 99.89 分。\n", encoding="utf-8"
    )
    again = call("verify", "结果/report.json", "报送")
    assert again.status == status.FINDINGS
    assert again.out.splitlines() == [
        "报送/决算说明.txt 与当时不同",
        "各表之间的问题不同",
        "结果不同，共 1 处",
    ]


@pytest.mark.parametrize("option", ["--roster", "--summary", "--last-year", "--targets"])
def test_no_use(option: str, call: Call) -> None:
    ran = call(*GATE, option, "报送/说明.txt")
    assert (ran.status, ran.out) == (status.USAGE, "")
    assert "报送/说明.txt" in ran.err
