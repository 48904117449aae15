"""One file through everything, and what goes wrong with it without harm to the others."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.intake.find_sources import find_sources
from sheetlint.intake.source import Source
from sheetlint.messages.text import Text
from sheetlint.profiles import Choice, Profiles
from sheetlint.rules.check import EACH_SHEET, Check, Finding
from sheetlint.rules.registry import Registry, classify
from sheetlint.run import open_file
from sheetlint.run.check_files import check_files, check_source
from sheetlint.run.plan import Plan
from sheetlint.run.results import FileReport
from sheetlint.run.rules_digest import rules_sha256
from sheetlint.sandbox.bounds import DEFAULT
from tests.readers.pdfs import PICTURE, pdf, text
from tests.run.documents import WRONG_RATE, document, written

Checked = Callable[..., FileReport]


@pytest.fixture
def plan(registry: Registry, profiles: Profiles) -> Plan:
    return Plan(RunConfiguration(), registry, profiles)


def said(file: FileReport) -> list[tuple[str, str]]:
    return [(f.check.code, f.message.zh) for f in file.findings]


def codes(file: FileReport) -> list[str]:
    return [f.check.code for f in file.findings]


def test_a_clean_sheet_passes(tmp_path: Path, plan: Plan) -> None:
    file = check_source(Source(str(written(tmp_path / "a.json"))), plan)
    assert file.verdict == "pass"
    assert file.format == "json"
    assert [(s.project, s.year, s.total, s.profile) for s in file.sheets] == [
        ("残疾人康复服务项目", 2022, "99.89", "national-2020")
    ]
    assert file.checks_run > 20


def test_a_wrong_rate_is_found_with_its_row(tmp_path: Path, plan: Plan) -> None:
    file = check_source(Source(str(written(tmp_path / "a.json", {}, WRONG_RATE))), plan)
    rate = next(f for f in file.findings if f.check.code == "FD002")
    assert (rate.severity, rate.sheet, rate.printed, rate.expected) == (
        "error",
        1,
        "97.88%",
        ("98.88%",),
    )
    assert [sheet.verdict for sheet in file.sheets] == ["pass", "fail"]
    assert file.verdict == "fail"
    assert rate.excerpt is not None
    assert rate.excerpt.headers == ("", "全年预算数", "全年执行数", "分值", "执行率", "得分")
    row, column = rate.excerpt.marked
    assert rate.excerpt.rows[row].values[column] == "97.88%"


def test_amounts_are_shown_with_the_rows_they_add_up_to(tmp_path: Path, plan: Plan) -> None:
    spoiled = {"funds.1.budget": "57607471.00"}
    file = check_source(Source(str(written(tmp_path / "a.json", spoiled))), plan)
    sums = next(f for f in file.findings if f.check.code == "FD001")
    assert sums.excerpt is not None
    assert sums.excerpt.headers == ("", "年初预算数", "全年预算数", "全年执行数")
    assert [row.values[0] for row in sums.excerpt.rows] == [
        "年度资金总额",
        "其中：当年财政拨款",
        "上年结转资金",
        "其他资金",
    ]


def test_findings_come_in_reading_order(tmp_path: Path, plan: Plan) -> None:
    spoiled = {"unit": "", "indicators.1.score": "20", **WRONG_RATE, "total.score": ""}
    file = check_source(Source(str(written(tmp_path / "a.json", spoiled))), plan)
    wanted = ("ST002", "FD002", "AR010", "ST005")
    assert [code for code in codes(file) if code in wanted] == list(wanted)


def test_fingerprints_survive_another_name_another_value_and_moved_rows(
    tmp_path: Path, plan: Plan
) -> None:
    first = check_source(Source(str(written(tmp_path / "a.json", WRONG_RATE))), plan)
    moved = "\n\n\n" + document({"funds.total.rate": "96.88%"})
    (tmp_path / "b.json").write_text(moved, encoding="utf-8")
    second = check_source(Source(str(tmp_path / "b.json")), plan)

    def prints(file: FileReport) -> list[str]:
        return [f.fingerprint for f in file.findings if f.check.code == "FD002"]

    assert prints(first) == prints(second)
    assert len(prints(first)[0]) == 16


def test_fingerprints_of_like_findings_differ(tmp_path: Path, plan: Plan) -> None:
    file = check_source(Source(str(written(tmp_path / "a.json", WRONG_RATE, WRONG_RATE))), plan)
    prints = [f.fingerprint for f in file.findings if f.check.code == "FD002"]
    assert len(set(prints)) == 2


def test_the_profile_can_be_named(tmp_path: Path, plan: Plan, profiles: Profiles) -> None:
    choice = Choice(profiles.load("shanghai"), Text("由用户指定", "named by the user"))
    source = Source(str(written(tmp_path / "a.json")))
    file = check_source(source, plan._replace(profile=choice))
    assert [(s.profile, s.profile_reason.zh) for s in file.sheets] == [("shanghai", "由用户指定")]


# ── what cannot be opened ───────────────────────────────────────────────────────────────────────


def _missing(path: Path) -> None:
    pass


def _broken(path: Path) -> None:
    os.symlink("没有", path)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (_missing, "文件不存在"),
        (_broken, "这是一个链接，它指向的文件不存在"),
        (_pipe, "这是管道，不是文件"),
        (_empty, "空"),
    ],
)
def test_one_clear_finding(
    make: Callable[[Path], None], reason: str, tmp_path: Path, plan: Plan
) -> None:
    make(tmp_path / "自评表.xlsx")
    file = check_source(Source(str(tmp_path / "自评表.xlsx")), plan)
    assert codes(file) == ["RD001"]
    assert reason in file.findings[0].message.zh
    assert file.findings[0].hint is not None
    assert file.verdict == "fail"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_no_permission(tmp_path: Path, plan: Plan) -> None:
    path = written(tmp_path / "a.json")
    path.chmod(0)
    file = check_source(Source(str(path)), plan)
    assert "没有读取权限" in file.findings[0].message.zh


def test_permission_is_spoken_of(
    tmp_path: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> int:
        raise PermissionError(13, "Permission denied")

    path = str(written(tmp_path / "a.json"))
    monkeypatch.setattr(open_file.os, "open", refuse)
    assert "没有读取权限" in check_source(Source(path), plan).findings[0].message.zh


def test_a_device_and_a_folder_given_as_files(tmp_path: Path, plan: Plan) -> None:
    assert "这是设备，不是文件" in check_source(Source("/dev/null"), plan).findings[0].message.zh
    folder = check_source(Source(str(tmp_path)), plan)
    assert "这是文件夹，不是文件" in folder.findings[0].message.zh


def test_a_gigantic_file_is_not_read(
    tmp_path: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "大.xlsx"
    with path.open("wb") as file:
        file.truncate(DEFAULT.size + 1)
    report = check_source(Source(str(path)), plan)
    assert "文件超过 64 MB，太大" in report.findings[0].message.zh


def test_a_bad_file_leaves_the_others_whole(tmp_path: Path, plan: Plan) -> None:
    written(tmp_path / "a.json", WRONG_RATE)
    (tmp_path / "b.xlsx").write_bytes(b"PK\x03\x04 not a zip")
    written(tmp_path / "c.json")
    report = check_files(find_sources([str(tmp_path)]), plan)
    assert [(os.path.basename(f.path), f.verdict) for f in report.files] == [
        ("a.json", "fail"),
        ("b.xlsx", "fail"),
        ("c.json", "pass"),
    ]
    assert codes(report.files[1]) == ["RD001"]


def test_a_bug_in_reading_is_a_finding_of_that_file(
    tmp_path: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sheetlint.readers.normalised as normalised

    parse = normalised.parse_document

    def broken(data: bytes, name: str) -> object:
        if name == "a.json":
            raise ZeroDivisionError("oops")
        return parse(data, name)

    monkeypatch.setattr(normalised, "parse_document", broken)
    written(tmp_path / "a.json")
    written(tmp_path / "b.json")
    report = check_files(find_sources([str(tmp_path)]), plan)
    assert codes(report.files[0]) == ["SY001"]
    assert "ZeroDivisionError: oops" in report.files[0].findings[0].message.zh
    assert report.crashed
    assert not report.files[1].crashed
    assert report.files[1].verdict == "pass"


def test_a_crashing_check_is_named_and_stops_nothing(
    tmp_path: Path, registry: Registry, profiles: Profiles
) -> None:
    def crash(*_: object) -> Iterator[Finding]:
        raise RuntimeError("boom")
        yield

    bad = Check(
        "XX001", "bad", Text("坏", "bad"), "error", EACH_SHEET, (), Text("", ""), "0.1", (),
        __name__, crash,
    )  # fmt: skip
    plan = Plan(RunConfiguration(), classify([*registry.checks, bad]), profiles)
    file = check_source(Source(str(written(tmp_path / "a.json", WRONG_RATE))), plan)
    assert {"SY001", "FD002"} <= set(codes(file))
    assert file.crashed


# ── what nobody meant ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "content", "walked", "only_sheets", "expected"),
    [
        ("说明.txt", "购物清单\n苹果\t三斤\n", True, False, "passed over"),
        ("说明.txt", "购物清单\n苹果\t三斤\n", False, False, "RD002"),
        ("说明.txt", "购物清单\n苹果\t三斤\n", False, True, "passed over"),
        ("说明.txt", "请各单位报送绩效自评材料\n", True, False, "passed over"),
        ("config.yaml", "a: [1, 2", True, False, "passed over"),
        ("data.json", "{}", False, True, "passed over"),
        ("扫描.pdf", "%PDF-1.7\n", True, False, "RD001"),
        ("自评表.pdf", "%PDF-1.7\n", True, False, "RD001"),
        ("扫描.pdf", "%PDF-1.7\n", False, False, "RD001"),
        ("合同.pdf", pdf(text(60, 700, "设备采购合同")), True, False, "passed over"),
        ("合同.pdf", pdf(text(60, 700, "设备采购合同")), False, True, "passed over"),
        ("扫描.pdf", pdf(PICTURE), True, False, "RD002"),
        ("扫描.pdf", pdf(PICTURE), False, True, "RD002"),
        ("坏.xlsx", "PK\x03\x04", True, False, "RD001"),
        ("坏.xlsx", "PK\x03\x04", False, True, "RD001"),
        ("坏.txt", b"\xe7\xbb\xa9\xe6\x95\xff\xff", True, False, "RD001"),
        ("坏.txt", b"\xe7\xbb\xa9\xe6\x95\xff\xff", True, True, "passed over"),
        ("图.png", b"\x89PNG\r\n", True, False, "RD001"),
        ("图.png", b"\x89PNG\r\n", True, True, "passed over"),
        ("图.png", b"\x89PNG\r\n", False, True, "passed over"),
        ("空.txt", b"", True, False, "RD001"),
        ("空.txt", b"", True, True, "passed over"),
        ("自评表.txt", "购物清单\n", True, False, "RD002"),
        ("自评表填报通知.txt", "请各单位报送\n", True, False, "passed over"),
        ("README.md", "项目名称\t甲\n一级指标\t得分\n", True, False, "RD002"),
        ("README.md", "项目名称\t甲\n一级指标\t得分\n", True, True, "passed over"),
        ("错.json", '{"schema": "sheetlint-sheets/1", "file": []}', True, True, "RD001"),
        ("材料.rar", "Rar!\x1a\x07\x00", True, False, "RD001"),
        ("材料.7z", b"7z\xbc\xaf\x27\x1c", True, False, "RD001"),
        ("材料.tar.gz", b"\x1f\x8b\x08", False, True, "RD001"),
        ("材料.rar", "不是压缩包", True, False, "passed over"),
        ("自评表.jpg", b"\xff\xd8\xff", True, False, "RD001"),
    ],
)
def test_passed_over(
    name: str,
    content: str | bytes,
    walked: bool,
    only_sheets: bool,
    expected: str,
    tmp_path: Path,
    plan: Plan,
) -> None:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    source = Source(str(path), walked)
    file = check_source(
        source, plan._replace(configuration=plan.configuration._replace(only_sheets=only_sheets))
    )
    assert (codes(file) or ["passed over" if file.passed_over else "nothing"]) == [expected]


def test_why_a_file_was_passed_over_is_kept_for_whoever_asks(tmp_path: Path, plan: Plan) -> None:
    (tmp_path / "~$表.docx").write_bytes(b"x")
    (tmp_path / "坏.txt").write_bytes(b"\xe7\xbb\xa9\xe6\x95\xff\xff")
    (tmp_path / "图.png").write_bytes(b"\x89PNG\r\n")
    (tmp_path / "说明.txt").write_text("购物清单", encoding="utf-8")
    hook = plan._replace(configuration=plan.configuration._replace(only_sheets=True))
    report = check_files(find_sources([str(tmp_path)]), hook)
    assert [(f.passed_over, f.reason and f.reason.zh) for f in report.files] == [
        (True, "打开文件时留下的锁文件"),
        (True, "不是自评表常用的格式（--only-sheets）"),
        (True, "扩展名是 .txt，内容却是无法识别的数据，不能读取。"),
        (True, "里面没有自评表的栏目"),
    ]


def test_wps_writes_the_formats_of_office_under_names_of_its_own(
    tmp_path: Path, plan: Plan
) -> None:
    read = Path(__file__).parents[1] / "fixtures" / "readers"
    files = {"a.et": "libreoffice.xls", "b.et": "libreoffice.xlsx",
             "c.wps": "writer.doc", "d.wps": "libreoffice.docx"}  # fmt: skip
    for name, original in files.items():
        (tmp_path / name).write_bytes((read / original).read_bytes())
    reports = check_files(find_sources([str(tmp_path)]), plan).files
    assert [(os.path.basename(f.path), f.format) for f in reports] == [
        ("a.et", "xls"),
        ("b.et", "xlsx"),
        ("c.wps", "doc"),
        ("d.wps", "docx"),
    ]


def test_a_scan_says_that_it_is_one(tmp_path: Path, plan: Plan) -> None:
    (tmp_path / "盖章件.pdf").write_bytes(pdf(PICTURE))
    (file,) = check_files(find_sources([str(tmp_path)]), plan).files
    assert said(file) == [("RD002", "扫描件：PDF 里只有图片，没有文字层，读不出表格")]
    assert file.findings[0].message.en.startswith("a scan: the PDF holds pictures only")


def test_rules_sha256_follows_the_rules(registry: Registry) -> None:
    whole = rules_sha256(registry)
    assert whole == rules_sha256(registry)
    assert len(whole) == 64
    assert whole != rules_sha256(classify(registry.checks[1:]))
