"""The count closes: what is handed in instead of a sheet is a finding, and every file has its line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.intake.find_sources import find_sources
from sheetlint.profiles import Profiles
from sheetlint.rules.registry import Registry
from sheetlint.run.check_files import check_files
from sheetlint.run.plan import Plan
from sheetlint.run.results import FileReport, Report
from tests.intake.odd_files import ODD_FILES
from tests.readers.pdfs import PICTURE, pdf, text

_PICTURE = "RD001 这是图片，表格里的字读不出来"
_ARCHIVE = "RD001 这是压缩包"
_PAGE, _TEXT = "内容却是网页，里面没有自评表", "内容却是文字，里面没有自评表"
_PASSED = "passed over: 里面没有自评表的栏目"

EXPECTED = {
    **dict.fromkeys(
        ("图片.png", "拍照.jpg", "扫描.tif", "画图.bmp", "手机.heic", "网图.webp"), _PICTURE
    ),
    "贴图.docx": "RD002 里面只有图片",
    "贴图.xlsx": "RD002 里面只有图片",
    "嵌入.docx": "RD002 里面嵌有别的文件（对象）",
    "嵌入对象.docx": "RD002 里面嵌有别的文件（对象）",
    "嵌入.doc": "RD002 里面嵌有别的文件（对象）",
    "另一份嵌入.docx": "RD006 有隐藏内容：嵌入的对象里还有一张自评表",
    "图表.docx": _PASSED,
    **dict.fromkeys(("压缩.rar", "压缩.7z", "压缩.tar", "压缩.tar.gz", "压缩.gz"), _ARCHIVE),
    **dict.fromkeys(("光盘.iso", "压缩.cab", "打包"), _ARCHIVE),
    "登录.xlsx": f"RD002 扩展名是 .xlsx，{_PAGE}",
    "登录.xls": f"RD002 扩展名是 .xls，{_PAGE}",
    "登录.docx": f"RD002 扩展名是 .docx，{_PAGE}",
    "编码.xlsx": f"RD002 扩展名是 .xlsx，{_TEXT}",
    "报错.docx": f"RD002 扩展名是 .docx，{_TEXT}",
    "接口.xlsx": f"RD002 扩展名是 .xlsx，{_TEXT}",
    **dict.fromkeys(("零.xlsx", "零.txt", "全零.docx"), "RD001 文件是空的，没有任何内容"),
    "半截.xlsx": "RD001 文件已损坏或不完整",
    "空正文.docx": "RD002 打开后是空的，一个字也没有",
    "空单元格.xlsx": "RD002 打开后是空的，一个字也没有",
    "空字符.txt": "RD001 文字里有空字符",
    "坏字.txt": "RD001 文字文件的编码有错",
    **dict.fromkeys(("无标记.txt", "有标记.txt", "国标.txt"), "checked"),
    "大五码.txt": "RD001 文字的编码是 Big5",
    "七位.txt": "RD001 文字的编码是 UTF-7",
    "乱码.txt": "RD002 文字是乱码",
    "缺字.txt": "RD002 文字里有许多读不出来的字",
    "很长.txt": "RD001 文件内容过大",
    "错键.json": "RD001 不是合格的规范化自评表文档：files.0.sheets.0.indicator 没有这个键，是不是 indicators？",
    "错类型.json": "RD001 不是合格的规范化自评表文档：files.0.sheets.0.year 类型不对",
    "错名.json": "RD001 不是合格的规范化自评表文档：schema 只能是 sheetlint-sheets/1",
    "错写法.json": "RD001 规范化自评表文档第 124 行：写法不合 YAML/JSON",
    "只有表.json": "RD001 不是合格的规范化自评表文档",
    **dict.fromkeys(("无后缀", "备份.bak", "表.xlsx.1"), "checked"),
    **dict.fromkeys(("无后缀坏", "数据.dat", "临时.tmp"), "RD001 文件内容无法识别"),
    "文字.wps": "RD001 扩展名是 .wps，内容却是无法识别的数据",
    "表格.et": "RD001 扩展名是 .et，内容却是无法识别的数据",
    "苹果.pages": "RD001 这是苹果 Pages 或 Numbers 的文件",
    "苹果.numbers": "RD001 这是苹果 Pages 或 Numbers 的文件",
    "版式.ofd": "RD001 这是 OFD 版式文件，不能读取。",
    "邮件.eml": "RD001 这是一封电子邮件，附件没有查看",
    "题名.txt": "RD002 文件可以打开，但里面没有找到项目支出绩效自评表",
    "网页表.xls": "checked",
    "制表符.xls": "checked",
    "预算网页.xls": _PASSED,
    **dict.fromkeys(("通知.txt", "预算.txt", "报告.txt", "长报告.txt"), _PASSED),
}


@pytest.fixture(scope="module")
def report(
    tmp_path_factory: pytest.TempPathFactory, registry: Registry, profiles: Profiles
) -> Report:
    top = tmp_path_factory.mktemp("报送")
    for name, data in ODD_FILES.items():
        (top / name).write_bytes(data)
    return check_files(find_sources([str(top)]), Plan(RunConfiguration(), registry, profiles))


def outcome(file: FileReport) -> str:
    if file.passed_over:
        return f"passed over: {file.reason.zh if file.reason else ''}"
    found = [f"{f.check.code} {f.message.zh.removeprefix('文件无法读取：')}" for f in file.findings]
    return "; ".join(found) or "checked"


def test_every_file_has_its_line(report: Report) -> None:
    assert sorted(os.path.basename(file.path) for file in report.files) == sorted(ODD_FILES)
    assert set(EXPECTED) == set(ODD_FILES)


@pytest.mark.parametrize("name", ODD_FILES)
def test_what_is_handed_in_instead_of_a_sheet(name: str, report: Report) -> None:
    (file,) = (file for file in report.files if os.path.basename(file.path) == name)
    assert outcome(file).startswith(EXPECTED[name])
    assert all(found.hint is not None for found in file.findings)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (pdf(f"{PICTURE}\n" + text(60, 20, "扫描全能王 创建")), "RD002 扫描件：PDF 里只有图片"),
        (
            pdf(
                f"{PICTURE}\n"
                + "".join(text(60, y, "设备采购合同正文") for y in range(100, 400, 20))
            ),
            _PASSED,
        ),
        (
            pdf(
                text(60, 700, "见附件"),
                extra=[b"<</Type/EmbeddedFile/Length 1>>stream\nx\nendstream"],
            ),
            "RD002 里面嵌有别的文件（对象）",
        ),
    ],
)
def test_a_scan_with_a_line_of_text(
    content: bytes, expected: str, tmp_path: Path, registry: Registry, profiles: Profiles
) -> None:
    (tmp_path / "扫描.pdf").write_bytes(content)
    plan = Plan(RunConfiguration(), registry, profiles)
    (file,) = check_files(find_sources([str(tmp_path)]), plan).files
    assert outcome(file).startswith(expected)


def test_the_configuration_in_force_is_no_submission(
    tmp_path: Path, registry: Registry, profiles: Profiles
) -> None:
    (tmp_path / "规则").mkdir()
    (tmp_path / "规则" / "空.py").touch()
    (tmp_path / "规则以外.py").touch()
    checks = (str(tmp_path / "规则"),)
    plan = Plan(RunConfiguration()._replace(checks=checks), registry, profiles)
    own, other = check_files(find_sources([str(tmp_path)]), plan).files
    assert outcome(own) == "passed over: 程序的配置文件"
    assert outcome(other).startswith("RD001 文件是空的")
    (named,) = check_files(find_sources([str(tmp_path / "规则" / "空.py")]), plan).files
    assert outcome(named).startswith("RD001 文件是空的")
