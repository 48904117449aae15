"""Texts of ``sheetlint profiles new``, and the comments in a new profile."""

from __future__ import annotations

from sheetlint.messages.text import Text

HEAD = Text(
    "口径 {name}，由 {parent} 而来：只写与它不同的地方，没有写的照它办。\n"
    "看全部参数：sheetlint profiles show {parent}。怎样写：docs/writing-a-profile.md。\n"
    '当地有规定而说不准的，写 "unknown"：用到它的检查跳过，不套用别处的规定。',
    "The profile {name}, begun from {parent}: say only what differs, the rest is as there.\n"
    "All parameters: sheetlint profiles show {parent}.  The guide: docs/writing-a-profile.md.\n"
    'A rule that exists and is not known is "unknown": checks that need it are skipped.',
)
CHOOSE = Text(
    "怎样认出当地的表：写上表里印着的特征，都相符才选用。不写则用 --profile {name} 指定。",
    "How the place's sheets are known: signs that all must be there.  Without them: --profile {name}.",
)
SIGN_TITLE = Text("表名里的字样", "words of the title")
SIGN_NAMES = Text("主管部门或实施单位名称里的字样", "words in the names of department or unit")
OFTEN = Text(
    "最常不同的参数。现在的值来自 {parent}；要改的，去掉行首的 # 再改。",
    "What most often differs.  The values are those of {parent}: take the # away and change them.",
)
MORE = Text(
    "还可以改检查项的级别，对表里的栏目提要求。",
    "Severities of checks, and demands on fields of the sheet:",
)
SEVERITY = Text("error、warning、info 或 off", "error, warning, info or off")
MANDATORY = Text("不能关闭、不能降级的检查项", "checks that cannot be switched off or made milder")
EVIDENCE = Text(
    "每个改动写明出处：[记号, 出处]。记号 S 文件或表样写明，P 实践做法，M 凭记忆待核，E 建议。",
    "Where each value comes from: [mark, source].  S a document or form, P practice, M memory, E advice.",
)
SOURCE = Text("文号和条款", "the document and its article")

WRITTEN = Text("已写入 {path}，由 {parent} 开始{why}", "written: {path}, begun from {parent}{why}")
AS_ASKED = Text("", "")
BY_REGION = Text("（地名相近）", " (the region is the same)")
BY_NAME = Text("（名称相近）", " (the name is similar)")
BY_DEFAULT = Text("（没有更相近的）", " (nothing is nearer)")
USE = Text(
    '在 sheetlint.toml 中写 profiles = ["{folder}"]，再用 --profile {name}',
    'put profiles = ["{folder}"] into sheetlint.toml, then use --profile {name}',
)
EXISTS = Text("{path} 已经存在，没有改动它", "{path} exists already and was left as it is")
TAKEN = Text(
    "已有名为 {name} 的口径，请换一个名称", "there is a profile {name}: choose another name"
)
NO_TOML = Text("{path}：口径文件以 .toml 结尾", "{path}: the file of a profile ends in .toml")
BAD_NAME = Text(
    "口径名称“{name}”不能用作文件名：只用文字、数字、- 和 _",
    "“{name}” cannot be a file's name: use letters, digits, - and _",
)
