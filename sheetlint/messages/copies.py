"""Texts about the output paths of annotated and corrected copies."""

from __future__ import annotations

from sheetlint.messages.text import Text

OUTPUT = Text(
    "副本写到这个文件；有多个文件，或写成“文件夹/”时，写到这个文件夹，保持原来的层次",
    "Write the copy to this file; of several files, or where it ends in /, into this folder.",
)
OUTPUT_META = Text("文件|文件夹", "FILE|FOLDER")
FOLDER_META = Text("文件夹", "FOLDER")
ONE_OUTPUT = Text("-o 和 --output-dir 只能用一个", "only one of -o and --output-dir")
ONE_WAY = Text("-o 和 --in-place 只能用一个", "only one of -o and --in-place")
ONE_FILE = Text(
    "-o 只能用于一个文件，这里有 {count} 个；请用 -o 文件夹/",
    "-o is for one file and there are {count}: use -o FOLDER/",
)
NEEDS_FOLDER = Text(
    "{path} 不是单独的文件，旁边放不下副本；请用 -o 文件夹/",
    "{path} is no file of its own and has no place beside it: use -o FOLDER/",
)
IS_SOURCE = Text(
    "{path} 就是要检查的原文件；要直接改原文件，用 --in-place",
    "{path} is one of the files to be checked: to change it, use --in-place",
)
OTHER_SUFFIX = Text(
    "副本是 {suffix} 文件，不能写成 {path}；请把扩展名改为 {suffix}",
    "the copy is a {suffix} file and cannot be called {path}: use the suffix {suffix}",
)
NOT_HERE = Text(
    "它不是本机上的单个文件，不能直接改；请用 -o",
    "not a file of its own on this machine: use -o",
)
CHANGED_SINCE = Text(
    "读取之后文件又变了，没有改动；请再运行一次",
    "the file has changed since it was read and was left alone: run it again",
)
AND = Text("、", " and ")
MACROS = Text("宏", "macros")
LINKS = Text("指向其他文件的链接", "links to other files")
DDE = Text("DDE 链接", "DDE links")
FETCHING_FORMULAS = Text(
    "取用外部地址的公式（HYPERLINK、WEBSERVICE 等）",
    "formulas that lead elsewhere (HYPERLINK, WEBSERVICE and the like)",
)
ACTIVE_CONTENT = Text(
    "{path} 保留了原文件里的{what}；信得过来源才启用",
    "{path} keeps {what} of the file it was made from: enable them only if you trust who sent it",
)
