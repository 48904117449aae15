"""What ``sheetlint annotate`` says."""

from __future__ import annotations

from sheetlint.model import Text

ANNOTATE_SHORT = Text(
    "另存一份，在问题所在的单元格上标色、加批注",
    "Write copies with comments at the cells concerned.",
)
ANNOTATE_HELP = Text(
    """检查自评表，另存一份标好问题的副本：单元格标色、加批注，前面附问题清单。

Excel、Word 和 PDF 在原文件上批注，其余内容一概不动；不能在原文件上批注的，另画成 Excel 表格。
副本默认放在原文件旁边，名为“自评表.检查.xlsx”；压缩包里的文件要用 --output-dir。
原文件绝不会被覆盖；已有的副本要加 --force 才会被覆盖（里面可能有别人的批复）。
没有问题的文件不另存（--all 也另存）。文件夹里以前的副本（….检查.…）略过。""",
    """Check sheets and write copies with what was found: cells coloured and commented, a list in
front.

Workbooks, Word documents and PDF files are annotated themselves, and nothing else of them changes;
what cannot be annotated is drawn in a workbook.  A copy stands beside its file, with a mark
behind the name; files in archives need --output-dir.  The file itself is never overwritten, and a copy that is
there only with --force: somebody may have replied in it.  Files without findings are not copied
unless --all is given.  Earlier copies in a folder are passed over.""",
)
OUTPUT = Text("副本写到这个文件（只有一个文件时）", "Write the copy to this file (of one file).")
OUTPUT_DIR = Text(
    "副本写到这个文件夹，保持原来的层次", "Write the copies below this folder, keeping paths."
)
FOLDER_META = Text("文件夹", "FOLDER")
FORCE = Text("覆盖已有的副本", "Overwrite copies that are there.")
ALL = Text("没有问题的文件也另存", "Copy files without findings, too.")
SHOW = Text(
    "标出此级别及以上的问题（默认 info）",
    "Mark findings of this severity or above (default: info).",
)

ONE_PLACE = Text("-o 和 --output-dir 只能用一个", "only one of -o and --output-dir")
ONE_FILE = Text(
    "-o 只能用于一个文件，这里有 {count} 个；请用 -o 文件 或 --output-dir 文件夹",
    "-o is for one file and there are {count}: use -o FILE or --output-dir FOLDER",
)
NEEDS_FOLDER = Text(
    "{path} 不是单独的文件，旁边放不下副本；请用 --output-dir 文件夹",
    "{path} is no file of its own and has no place beside it: use --output-dir FOLDER",
)
NOT_OVER_SOURCE = Text(
    "副本会覆盖原文件 {path}，没有写；请换个名字",
    "not written: the copy would overwrite the file {path}; use another name",
)
NOT_OVER_COPY = Text(
    "{path} 已经存在，没有覆盖；确认可以覆盖请加 --force",
    "{path} is there and was not overwritten: --force does it",
)
OTHER_SUFFIX = Text(
    "副本是 {suffix} 文件，不能写成 {path}；请把扩展名改为 {suffix}",
    "the copy is a {suffix} file and cannot be called {path}: use the suffix {suffix}",
)
WRITTEN = Text("{path} → {copy}：{counts}", "{path} → {copy}: {counts}")
ALREADY = Text(
    "{path} → {copy}：{counts}（副本已是最新）", "{path} → {copy}: {counts} (was up to date)"
)
DRAWN = Text("（{reason}；另画成表格）", " ({reason}; drawn in a workbook)")
NOTHING = Text("{path}：没有要标的问题，不另存", "{path}: nothing to mark, not copied")
NOT_READ = Text("{path}：{message}", "{path}: {message}")
NOT_ANNOTATED = Text("{path}：不能批注：{reason}", "{path}: not annotated: {reason}")
