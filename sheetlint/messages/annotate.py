"""Texts of ``sheetlint annotate``."""

from __future__ import annotations

from sheetlint.messages.text import Text

ANNOTATE_SHORT = Text(
    "另存一份，在问题所在的单元格上标色、加批注",
    "Write copies with comments at the cells concerned.",
)
ANNOTATE_HELP = Text(
    """检查自评表，另存一份标好问题的副本：单元格标色、加批注，前面附问题清单。

Excel、Word 和 PDF 在原文件上批注，其余内容一概不动；不能在原文件上批注的，另画成 Excel 表格。
副本默认放在原文件旁边，名为“自评表.检查.xlsx”；压缩包里的文件要用 -o 文件夹/。
原文件绝不会被覆盖；写出以后又改过的副本要加 --force 才会被覆盖（里面可能有别人的批复）。
没有问题的文件不另存（--all 也另存）。文件夹里以前的副本（….检查.…）略过。""",
    """Check sheets and write copies with what was found: cells coloured and commented, a list in
front.

Workbooks, Word documents and PDF files are annotated themselves, and nothing else of them changes;
what cannot be annotated is drawn in a workbook.  A copy stands beside its file, with a mark
behind the name; files in archives need -o FOLDER/.  The file itself is never overwritten, and a copy that
was changed since only with --force: somebody may have replied in it.  Files without findings are not
copied unless --all is given.  Earlier copies in a folder are passed over.""",
)
ALL = Text("没有问题的文件也另存", "Copy files without findings, too.")
QUIET = Text("只报告没有写成的副本", "Only say which copies could not be written.")
SHOW = Text(
    "标出此级别及以上的问题（默认 info）",
    "Mark findings of this severity or above (default: info).",
)

WRITTEN = Text("{path} → {copy}：{counts}", "{path} → {copy}: {counts}")
ALREADY = Text(
    "{path} → {copy}：{counts}（副本已是最新）", "{path} → {copy}: {counts} (was up to date)"
)
DRAWN = Text("（{reason}；另画成表格）", " ({reason}; drawn in a workbook)")
NOTHING = Text("{path}：没有要标的问题，不另存", "{path}: nothing to mark, not copied")
NOT_READ = Text("{path}：{message}", "{path}: {message}")
NOT_ANNOTATED = Text("{path}：不能批注：{reason}", "{path}: not annotated: {reason}")
