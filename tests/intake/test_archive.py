"""Zip archives of submissions: which files are looked at, what they are called, what is refused."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import random
import sys
import time
import tracemalloc
from pathlib import Path
from types import SimpleNamespace

import pytest

from sheetlint.cli.start import main
from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.intake import archive
from sheetlint.intake.content import read_content as content_of
from sheetlint.intake.find_sources import find_sources, is_missing
from sheetlint.intake.source import Source
from sheetlint.profiles import Profiles
from sheetlint.rules.registry import Registry
from sheetlint.run.check_files import check_files
from sheetlint.run.plan import Plan
from sheetlint.run.results import FileReport
from sheetlint.sandbox.bounds import DEFAULT, Bounds
from sheetlint.sheet.tables import Unreadable
from tests.intake.zips import LINK, Packed, by_python, unicode_path, zipped
from tests.run.documents import WRONG_RATE, document
from tests.text_forms import draw
from tests.writing.word import as_docx
from tests.writing.workbooks import as_xlsx

CLEAN = document().encode()
WRONG = document(WRONG_RATE).encode()
MIB = 1 << 20


@pytest.fixture
def plan(registry: Registry, profiles: Profiles) -> Plan:
    return Plan(RunConfiguration(), registry, profiles)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(data: bytes, name: str = "提交.zip") -> str:
    os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
    Path(name).write_bytes(data)
    return name


def members(data: bytes) -> list[str]:
    """The paths of the files in an archive that are looked at."""
    sources = find_sources([put(data)])
    return [source.path for source in sources if not (source.expanded or source.left_out)]


def said(files: tuple[FileReport, ...]) -> list[tuple[str, list[str]]]:
    return [(file.path, [f.check.code for f in file.findings]) for file in files]


def content(source: Source) -> bytes:
    return content_of(source, DEFAULT)


def refusal(source: Source) -> str:
    with pytest.raises(Unreadable) as caught:
        content(source)
    assert caught.value.hint.zh
    return caught.value.reason.zh


# ── which files ──


def test_an_archive_is_walked_like_a_folder() -> None:
    assert members(
        by_python(
            [
                ("单位B/自评表.docx", b"x"),
                ("单位A/", b""),
                ("单位A/自评表.xlsx", b"x"),
                ("单位A/~$自评表.xlsx", b"x"),
                ("单位A/.隐藏.xlsx", b"x"),
                (".git/x.yaml", b"x"),
                ("__MACOSX/单位A/自评表.xlsx", b"x"),
                ("单位A/图.png", b"x"),
                ("说明.TXT", b"x"),
            ]
        )
    ) == [
        "提交.zip/单位A/.隐藏.xlsx",
        "提交.zip/单位A/图.png",
        "提交.zip/单位A/自评表.xlsx",
        "提交.zip/单位B/自评表.docx",
        "提交.zip/说明.TXT",
    ]
    assert [source.path for source in find_sources(["提交.zip"]) if source.left_out] == [
        "提交.zip/单位A/~$自评表.xlsx"
    ]


def test_an_archive_in_a_walked_folder() -> None:
    put(by_python([("自评表.xlsx", b"x")]), "材料/单位A.ZIP")
    put(b"x", "材料/单位B.xlsx")
    assert [(source.path, source.walked) for source in find_sources(["材料"])] == [
        ("材料/单位A.ZIP/自评表.xlsx", True),
        ("材料/单位A.ZIP", True),
        ("材料/单位B.xlsx", True),
    ]


def test_each_file_once() -> None:
    put(by_python([("a.json", CLEAN), ("b.json", CLEAN)]))
    assert len(find_sources(["提交.zip", ".", "./提交.zip"])) == 3
    assert not any(map(is_missing, find_sources(["提交.zip"])))


def test_archives_in_an_archive_one_level_deep() -> None:
    innermost = by_python([("c.json", CLEAN)])
    inner = by_python([("乙.json", WRONG), ("再内.zip", innermost)])
    sources = find_sources([put(by_python([("内/层.zip", inner), ("甲.json", CLEAN)]))])
    assert [source.path for source in sources] == [
        "提交.zip/内/层.zip/乙.json",
        "提交.zip/内/层.zip/再内.zip",
        "提交.zip/甲.json",
        "提交.zip",
    ]
    assert [content(sources[0]), content(sources[2])] == [WRONG, CLEAN]
    assert refusal(sources[1]) == "压缩包里的压缩包里还有压缩包，不再往里打开"


@pytest.mark.parametrize("data", [as_xlsx(draw()), as_docx(draw())])
def test_a_document_of_office_is_no_archive(data: bytes) -> None:
    assert find_sources([put(data)]) == [Source("提交.zip")]
    assert members(by_python([("里.zip", data)])) == ["提交.zip/里.zip"]


def test_what_is_no_zip_archive_is_opened_as_a_file(plan: Plan) -> None:
    for data in (b"Rar!\x1a\x07\0", "文字".encode()):
        assert find_sources([put(data)]) == [Source("提交.zip")]
    put(b"Rar!\x1a\x07\0")
    report = check_files(find_sources(["提交.zip", "没有.zip"]), plan)
    assert said(report.files) == [("提交.zip", ["RD001"]), ("没有.zip", ["RD001"])]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("单位.rar", b"Rar!\x1a\x07\x00"),
        ("单位.7z", b"7z\xbc\xaf\x27\x1c"),
        ("单位.tar.gz", b"\x1f\x8b\x08\x00"),
        ("单位.tar.bz2", b"BZh91AY&SY"),
        ("单位.tar.xz", b"\xfd7zXZ\x00"),
        ("单位.tar", bytes(257) + b"ustar\x0000" + bytes(248)),
    ],
)
def test_other_archives_are_named_wherever_they_are(name: str, data: bytes, plan: Plan) -> None:
    put(data, f"材料/{name}")
    put(by_python([(f"内/{name}", data)]), "包/提交.zip")
    for given, shown in (
        (f"材料/{name}", f"材料/{name}"),
        ("材料", f"材料/{name}"),
        ("包", f"包/提交.zip/内/{name}"),
    ):
        (file,) = check_files(find_sources([given]), plan).files
        assert said((file,)) == [(shown, ["RD001"])]
        assert "这是压缩包" in file.findings[0].message.zh
        hint = file.findings[0].hint
        assert hint is not None
        assert hint.zh == "请先解压，再检查里面的文件；或改用 .zip 打包，可以直接检查。"
        assert hint.en.endswith("or pack them as .zip, which is looked into.")


def test_a_zip_archive_under_another_name_is_looked_into() -> None:
    assert [s.path for s in find_sources([put(by_python([("a.json", CLEAN)]), "提交.rar")])] == [
        "提交.rar/a.json",
        "提交.rar",
    ]


# ── standard input ──


def send(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))


def test_an_archive_through_a_pipe(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = by_python([("乙.json", WRONG)])
    data = by_python([("单位A/甲.json", CLEAN), ("内.zip", inner)])
    send(data, monkeypatch)
    put(data)
    through, on_disk = (
        check_files(find_sources(["-"]), plan).files,
        check_files(find_sources(["提交.zip"]), plan).files,
    )
    assert [file.path for file in through] == ["-/内.zip/乙.json", "-/单位A/甲.json"]
    assert [file._replace(path="") for file in through] == [
        file._replace(path="") for file in on_disk
    ]


def test_an_archive_through_a_pipe_is_said_to_come_from_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    send(by_python([("单位A/甲.json", CLEAN)]), monkeypatch)
    assert main(["--lang", "zh", "-"]) == 0
    assert capsys.readouterr().out.startswith("✓ 通过  标准输入/单位A/甲.json：1 张自评表")


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (by_python([]), ["RD002"]),
        (by_python([("a.json", CLEAN)])[:-30], ["RD001"]),
        (b"Rar!\x1a\x07\0", ["RD001"]),
        (as_xlsx(draw()), []),
        (b"", ["RD001"]),
    ],
)
def test_what_comes_through_a_pipe_instead(
    data: bytes, codes: list[str], plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(data, monkeypatch)
    assert said(check_files(find_sources(["-", "-"]), plan).files) == [("-", codes)]


def test_what_cannot_be_read_through_a_pipe_is_said_even_to_a_hook(
    plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = plan._replace(configuration=plan.configuration._replace(only_sheets=True))
    send(by_python([("a.json", CLEAN)])[:-30], monkeypatch)
    assert said(check_files(find_sources(["-"]), plan).files) == [("-", ["RD001"])]
    send("购物清单".encode(), monkeypatch)
    assert [file.passed_over for file in check_files(find_sources(["-"]), plan).files] == [True]


def test_more_than_is_taken_through_a_pipe(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    send(by_python([("a.json", CLEAN)]), monkeypatch)
    bounds = Bounds(size=100)
    (file,) = check_files(find_sources(["-"], bounds), plan).files
    assert file.findings[0].message.zh == "文件无法读取：文件超过 100 B，太大"


def test_a_standard_input_that_is_closed(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    (file,) = check_files(find_sources(["-"]), plan).files
    assert file.findings[0].message.zh == "文件无法读取：标准输入是关闭的"


# ── names ──


def test_names_of_windows_in_chinese() -> None:
    raw = "单位甲/绩效自评表.xlsx".encode("gb18030")
    assert members(zipped(Packed(raw))) == ["提交.zip/单位甲/绩效自评表.xlsx"]


def test_names_with_a_backslash_as_second_byte() -> None:
    """It is part of the character and parts no folder from its file."""
    raw = "俓部\\表.xlsx".encode("gb18030")
    assert b"\x5c" in raw[:2]
    assert members(zipped(Packed(raw))) == ["提交.zip/俓部/表.xlsx"]


def test_names_in_utf_8_with_and_without_a_word() -> None:
    name = "单位/表.xlsx"
    assert members(zipped(Packed(name))) == ["提交.zip/单位/表.xlsx"]
    assert members(zipped(Packed(name.encode()))) == ["提交.zip/单位/表.xlsx"]
    raw = b"_____.xlsx"
    beside = Packed(raw, extra=unicode_path("单位.xlsx", raw))
    assert members(zipped(beside)) == ["提交.zip/单位.xlsx"]
    other = Packed(raw, extra=unicode_path("单位.xlsx", b"else"))
    assert members(zipped(other)) == ["提交.zip/_____.xlsx"]


def test_names_in_no_known_encoding_are_shown_somehow() -> None:
    (name,) = members(zipped(Packed(b"\xff\xff\x80.xlsx")))
    assert name.endswith(".xlsx")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("/etc/表.xlsx", "提交.zip/etc/表.xlsx"),
        ("C:\\送审\\表.xlsx", "提交.zip/送审/表.xlsx"),
        ("./a//表.xlsx", "提交.zip/a/表.xlsx"),
        ("\\\\机器\\共享\\表.xlsx", "提交.zip/机器/共享/表.xlsx"),
        ("表.xlsx\0.exe", "提交.zip/表.xlsx"),
    ],
)
def test_absolute_paths_are_paths_in_the_archive(written: str, shown: str) -> None:
    (source, _) = find_sources([put(zipped((written, CLEAN)))])
    assert (source.path, content(source)) == (shown, CLEAN)


@pytest.mark.parametrize("name", ["../../逃/表.xlsx", "..\\..\\逃\\表.xlsx", "C:..\\逃/表.xlsx"])
def test_paths_that_lead_out_are_shown_without_harm_and_not_read(
    name: str, plan: Plan, folder: Path
) -> None:
    put(zipped((name, CLEAN)))
    report = check_files(find_sources(["提交.zip"]), plan)
    assert said(report.files) == [("提交.zip/逃/表.xlsx", ["RD001"])]
    assert "指到了包外" in report.files[0].findings[0].message.zh
    assert os.listdir(folder) == ["提交.zip"]


# ── results ──


def test_files_are_checked_and_digested(plan: Plan) -> None:
    files = [("单位A/a.json", WRONG), ("单位B/b.json", CLEAN), ("c.xlsx", as_xlsx(draw()))]
    report = check_files(find_sources([put(by_python(files))]), plan)
    assert [(file.path, file.verdict, file.format, file.sha256) for file in report.files] == [
        (f"提交.zip/{name}", verdict, kind, hashlib.sha256(data).hexdigest())
        for (_, data), (name, verdict, kind) in zip(
            [files[2], files[0], files[1]],
            [
                ("c.xlsx", "pass", "xlsx"),
                ("单位A/a.json", "fail", "json"),
                ("单位B/b.json", "pass", "json"),
            ],
            strict=True,
        )
    ]
    assert "FD002" in dict(said(report.files))["提交.zip/单位A/a.json"]


@pytest.mark.parametrize(
    "files", [[], [("图.png", b"x")], [("说明.txt", "购物清单\n苹果\t三斤\n".encode())]]
)
def test_an_archive_without_a_sheet(files: list[tuple[str, bytes]], plan: Plan) -> None:
    put(by_python(files), "材料/提交.zip")
    report = check_files(find_sources(["材料/提交.zip"]), plan)
    told = [file for file in report.files if not file.passed_over]
    assert said(tuple(told)) == [("材料/提交.zip", ["RD002"])]
    assert all(file.passed_over for file in check_files(find_sources(["材料"]), plan).files)
    assert all(
        file.passed_over
        for file in check_files(
            find_sources(["材料/提交.zip"]),
            plan._replace(configuration=plan.configuration._replace(only_sheets=True)),
        ).files
    )


def test_a_bad_file_leaves_the_others_whole(plan: Plan) -> None:
    data = bytearray(zipped(("a.json", CLEAN), ("b.xlsx", WRONG)))
    data[data.index(b"b.xlsx") + 40] ^= 255
    report = check_files(find_sources([put(bytes(data))]), plan)
    assert said(report.files) == [("提交.zip/a.json", []), ("提交.zip/b.xlsx", ["RD001"])]


def test_a_damaged_archive_is_news_even_in_a_folder(plan: Plan) -> None:
    put(by_python([("a.json", CLEAN)])[:-30], "材料/提交.zip")
    report = check_files(find_sources(["材料"]), plan)
    assert said(report.files) == [("材料/提交.zip", ["RD001"])]


def test_an_archive_that_is_gone_when_its_turn_comes() -> None:
    sources = find_sources([put(by_python([("a.json", CLEAN)]))])
    Path("提交.zip").unlink()
    assert refusal(sources[0]) == "文件不存在"


def test_extract_says_what_it_could_not_read(capsys: pytest.CaptureFixture[str]) -> None:
    locked = Packed("锁.xlsx", flags=1)
    data = zipped(("a.json", CLEAN), ("坏.xlsx", b"PK\3\4"), locked, ("材料.rar", b"Rar!\x1a\7\0"))
    put(data, "包/提交.zip")
    for given in ("包", "包/提交.zip"):
        assert main(["extract", "--lang", "zh", given]) == 1
        shown = capsys.readouterr()
        assert "包/提交.zip/a.json" in shown.out
        assert shown.err.splitlines() == [
            "包/提交.zip/坏.xlsx: 文件已损坏或不完整，可能没有下载完或没有复制完。",
            "包/提交.zip/材料.rar: 这是压缩包，里面不是一份 Excel 或 Word 文件。",
            "包/提交.zip/锁.xlsx: 压缩包设有密码，不能读取",
        ]


def test_extract(capsys: pytest.CaptureFixture[str]) -> None:
    put(by_python([("单位A/a.json", CLEAN), ("说明.txt", b"a\tb")]))
    assert main(["extract", "--lang", "zh", "提交.zip"]) == 0
    shown = capsys.readouterr()
    assert "提交.zip/单位A/a.json" in shown.out
    assert shown.err == ""
    put(by_python([("说明.txt", b"a\tb")]))
    assert main(["extract", "--lang", "zh", "提交.zip"]) == 1
    assert capsys.readouterr().err == "提交.zip: 没有找到自评表\n"


# ── harm ──


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (Packed("a.xlsx", flags=1), "压缩包设有密码，不能读取"),
        (Packed("a.xlsx", flags=1, method=99), "压缩包设有密码，不能读取"),
        (Packed("a.xlsx", method=9), "压缩包用了不常用的压缩方法，不能读取"),
        (Packed("a.xlsx", size=65 * MIB), "文件超过 64 MB，太大"),
        (Packed("a.xlsx", bytes(9 * MIB)), "压缩包解压后异常庞大，为安全起见不读取"),
        (Packed("a.xlsx", size=99), "文件已损坏或不完整，可能没有下载完或没有复制完。"),
        (Packed("a.xlsx", b"\xff" * 9, method=0, size=8), "文件已损坏或不完整，可能没有下载完或没有复制完。"),
        (Packed("a.zip", b"PK\3\4"), "文件已损坏或不完整，可能没有下载完或没有复制完。"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_unpacked(file: Packed, reason: str) -> None:
    source, other, _ = find_sources([put(zipped(file, ("b.json", CLEAN)))])
    assert refusal(source) == reason
    assert content(other) == CLEAN


def test_links_are_left_out() -> None:
    assert members(zipped(Packed("a.xlsx", b"/etc/passwd", mode=LINK))) == []
    (link, _) = find_sources(["提交.zip"])
    assert refusal(link) == "压缩包里的链接，没有打开"


def test_two_names_that_are_shown_alike() -> None:
    """What differs is what is taken out of names, or how they were encoded."""
    gbk = "表.json".encode("gb18030")
    sources = find_sources([put(zipped(("表.json", CLEAN), ("/表.json", WRONG), (gbk, b"{}")))])
    assert [source.path for source in sources] == ["提交.zip/表.json"] * 3 + ["提交.zip"]
    assert content(sources[0]) == CLEAN
    assert {refusal(source) for source in sources[1:3]} == {
        "压缩包里另有一个同名文件，这一个没有检查"
    }


def test_files_of_one_name_in_one_place_leave_the_others_whole(plan: Plan) -> None:
    """Listed twice with two sums: one is left, and the archive still knows that it spoke."""
    files = (("a.json", CLEAN), Packed("a.json", at=0))
    data = bytearray(zipped(*files, comment=bytes(len(CLEAN))))
    data[data.rindex(b"PK\1\2") + 16] ^= 255
    report = check_files(find_sources([put(bytes(data))]), plan)
    assert said(report.files) == [("提交.zip/a.json", [])]


def test_two_files_of_one_name() -> None:
    sources = find_sources([put(zipped(("a.json", CLEAN), ("a.json", WRONG), ("a.json", CLEAN)))])
    assert [source.path for source in sources] == ["提交.zip/a.json"] * 2 + ["提交.zip"]
    assert content(sources[0]) == CLEAN
    assert refusal(sources[1]) == "压缩包里另有一个同名文件，这一个没有检查"


def whole(data: bytes) -> str:
    """Why an archive as a whole is refused, within the time and memory it may cost."""
    put(data)
    start = time.perf_counter()
    tracemalloc.start()
    try:
        (source,) = find_sources(["提交.zip"])
        assert tracemalloc.get_traced_memory()[1] < 128 * MIB
    finally:
        tracemalloc.stop()
    assert time.perf_counter() - start < 20
    return refusal(source)


def test_too_many_files() -> None:
    reason = "压缩包里的文件超过 10000 个，太多"
    assert whole(zipped(*[(f"{n}.txt", b"") for n in range(10_001)])) == reason
    assert whole(zipped(*[(f"{'长' * 99}{n}.txt", b"") for n in range(15_000)])) == reason


def test_files_that_stand_in_the_same_place() -> None:
    kernel = Packed("0.txt", random.Random(1).randbytes(MIB))
    copies = [Packed(f"{n}.txt", at=0) for n in range(1, 200)]
    assert whole(zipped(kernel, *copies)) == "压缩包解压后异常庞大，为安全起见不读取"


def test_more_than_anybody_sends(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as less:
        less.setattr(archive, "_MAX_BYTES", 100)
        assert whole(zipped(("a.json", CLEAN))) == "压缩包解压后异常庞大，为安全起见不读取"
    monkeypatch.setattr(archive, "_MAX_NESTED_BYTES", 100)
    inner = zipped(("a.json", CLEAN))
    assert whole(zipped(("a.zip", inner))) == "压缩包解压后异常庞大，为安全起见不读取"


def test_changed_bytes() -> None:
    inner = by_python([("c.json", CLEAN)])
    source = by_python([("甲/a.json", CLEAN), ("b.json", WRONG), ("内.zip", inner)])
    chance = random.Random(7)
    for _ in range(300):
        data = bytearray(source)
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.choice([0, 255, chance.randrange(256)])
        for each in find_sources([put(bytes(data))]):
            with contextlib.suppress(Unreadable):
                assert isinstance(content(each), bytes)
