"""Texts of ``sheetlint gate`` and ``verify``."""

from __future__ import annotations

from sheetlint.messages.text import Text

DIED = Text(
    "读取或检查这个文件的进程意外终止（{reason}）",
    "the process that read or checked this file came to an unexpected end ({reason})",
)
DIED_HINT = Text(
    "请单独检查这个文件；如果仍然如此，用原程序打开后另存一份再报",
    "check this file by itself; if it is the same then, open it in its program and save it anew",
)
NOT_OURS = Text(
    "{out} 里有别的文件，没有本工具的记录（outputs.jsonl）；请用空文件夹",
    "{out} holds other files and no record of this tool (outputs.jsonl): name an empty folder",
)
LINK_IN_OUT = Text(
    "{path} 是个链接，或是另一个磁盘；结果文件夹里不能有，什么也没有写。请删掉它或另用一个文件夹",
    "{path} is a link or another disk, which the folder of results may not hold; nothing was "
    "written: delete it or name another folder",
)
EDITED_DOCUMENT = Text(
    "{path} 不是上次运行写的样子（有人改过或放进去的），没有动它；请移走或删掉它再运行",
    "{path} is not as a run has written it (somebody edited it or put it there) and stays: move or "
    "delete it and run again",
)
BUSY = Text(
    "另一次运行正在用 {out}；请等它结束，或另用一个文件夹",
    "another run is using {out}: wait until it has ended, or name another folder",
)
NEWER = Text("新", "new")
KEPT = Text(
    "{out} 里有 {count} 个文件有人改过或放进去过，没有动：{names}",
    "{count} files in {out} were edited or put there by somebody and stay as they are: {names}",
)
KEPT_AND_BESIDE = Text(
    "{kept}；新写的在旁边：{beside}", "{kept}; new versions are beside: {beside}"
)
SOME_NAMES = Text("{names} 等 {count} 个", "{names} and others, {count} in all")
NO_PLACE = Text("不能写入 {out}：{reason}", "cannot write to {out}: {reason}")
NO_RECORD = Text("打不开 {path}：{reason}", "cannot open {path}: {reason}")
BAD_RECORD = Text(
    "{path} 不是本工具的运行记录（应由 sheetlint gate 生成）",
    "{path} is no record of this tool (sheetlint gate makes one)",
)

# ── the command ─────────────────────────────────────────────────────────────────────────────────

GATE_HELP = Text(
    "检查文件夹和压缩包里的全部自评表，把结果写到一个文件夹：总览网页、问题清单、每个文件的结论、"
    "给各单位的退回修改意见、标注好的副本。中断后用同样的命令接着做。",
    "Check every sheet in folders and archives and leave the results in a folder: a page for the "
    "bureau, the list of problems, a verdict a file, notices to the units, annotated copies.  A run "
    "that was interrupted goes on with the same command.",
)
GATE_SHORT = Text("成批检查报送的自评表", "Check submissions by the thousand.")
OUT = Text("存放结果的文件夹", "The folder for the results.")
OUT_META = Text("文件夹", "FOLDER")
JOBS = Text("同时用几个进程，auto 为处理器个数", "How many processes; auto: one a processor.")
JOBS_META = Text("个数", "N")
NO_ANNOTATE = Text("不写标注副本", "Write no annotated copies.")
NO_CACHE = Text("不用以前的检查结果", "Take no notice of earlier results.")
CACHE = Text(
    "存放检查结果的文件（默认在用户的缓存文件夹里）",
    "Where results are kept (default: the user's cache).",
)
CACHE_SIZE = Text("检查结果最多占多大（默认 1G）", "What kept results may take (default: 1G).")
QUIET = Text("不显示进度和小结", "Show neither progress nor summary.")
BAD_JOBS = Text(
    "--jobs {wrong}：要写 1 以上的整数或 auto", "--jobs {wrong}: a whole number from 1 on, or auto"
)
NO_STDIN = Text("gate 要的是文件夹或文件，不能用 -", "gate takes folders and files, not -")
CHECKING = Text("检查", "checking")
WRITING_OUTPUTS = Text("写网页和标注副本", "pages and annotated copies")
RATE = Text("{rate} 个/秒", "{rate}/s")
PROGRESS = Text("{what} {done}/{total}{how}", "{what} {done}/{total}{how}")
SO_FAR = Text("，{rate} 个/秒，约剩 {left} 秒", ", {rate}/s, {left} s left")
ALL_DONE = Text("，完成", ", done")
STORE_BROKEN = Text(
    "检查结果存不下来（{reason}）：这次照常进行，但中断后要从头再来",
    "results cannot be kept ({reason}): this run goes on, but would start afresh if interrupted",
)
ALSO_IN_FOLDER = Text(
    "--also {path} 在结果文件夹 {out} 里，那里由本工具管理；请写到别处",
    "--also {path} lies in the folder of results {out}, which the tool keeps: write it elsewhere",
)
NOT_A_STORE = Text(
    "--cache {path} 不是本工具存放检查结果的文件，没有动它；请换个名字",
    "--cache {path} is no file of results of this tool and was left alone: use another name",
)
NO_STORE = Text(
    "{path} 不是本工具存的检查结果，没有用它，也没有动它；请删掉它或另指一个文件",
    "{path} is no store of this tool; it was neither used nor changed: delete it or name another file",
)
COUNTS = Text(
    "共 {found} 个文件：检查 {checked} 个，无法读取 {unread} 个，未识别为自评表 {over} 个",
    "files: {found}; checked: {checked}, not readable: {unread}, not recognised as sheets: {over}",
)
OUTCOME = Text(
    "{sheets} 张自评表：{passed} 张通过，{failed} 张不通过；{errors} 个错误、{warnings} 个警告、{infos} 个提示",
    "sheets: {sheets}; pass: {passed}, fail: {failed}; errors: {errors}, warnings: {warnings}, infos: {infos}",
)
LEFT = Text("结果在 {out}", "the results are in {out}")

# ── verify ──────────────────────────────────────────────────────────────────────────────────────

VERIFY_HELP = Text(
    "按 gate 所写文件夹里的运行记录（run.json）把报送的文件重新检查一遍，看结果（report.json）是否相同。",
    "Check the submissions again under the conditions recorded in the folder that gate wrote "
    "(run.json) and say whether the same comes out (report.json).",
)
VERIFY_SHORT = Text("复核成批检查的结果", "Check whether a run's report holds.")
RESULTS_META = Text("结果文件夹", "OUT")
VERIFY_QUIET = Text("结果相同时什么也不显示", "Print nothing where the same comes out.")
SAME = Text(
    "结果相同：{files} 个文件，{errors} 个错误、{warnings} 个警告、{infos} 个提示",
    "the same comes out: {files} files, {errors} errors, {warnings} warnings, {infos} infos",
)
DIFFERS = Text("结果不同，共 {count} 处", "it comes out otherwise in {count} places")
RECORD_NAMES_CODE = Text(
    "那次检查用了自带的检查或口径（{paths}）；记录里写的一概不运行，请用 --config 指明您自己的配置文件",
    "that run used local checks or profiles ({paths}); nothing that a record names is run: name your "
    "own configuration file with --config",
)
OTHER_VERSION = Text(
    "当时的版本是 {then}，现在是 {now}", "it was version {then} then, and is {now} now"
)
OTHER_PROGRAM = Text(
    "程序与当时不同（版本号相同）", "the program is another one of the same version"
)
OTHER_RULES = Text("检查规则与当时不同", "the checks are other ones")
OTHER_PROFILE = Text("口径 {name} 与当时不同", "profile {name} is not as it was")
GONE = Text("当时有，现在没有", "was there and is not now")
ADDED = Text("当时没有", "was not there")
CHANGED = Text("内容变了", "the content has changed")
OTHER_MESSAGES = Text("同样的问题，说法不同", "the same findings, said otherwise")
OTHER_FINDINGS = Text(
    "内容相同，结果不同：少了 {gone}，多了 {new}",
    "same content, other findings: gone {gone}, new {new}",
)
ACROSS_DIFFERS = Text("各表之间的问题不同", "the findings across sheets differ")

# ── a cluster ───────────────────────────────────────────────────────────────────────────────────

EXECUTOR = Text(
    "由谁来检查：processes 为本机的进程，dask://主机:端口 为已有的 Dask 集群",
    "Who works: processes of this machine, or an existing Dask cluster at dask://host:port.",
)
EXECUTOR_META = Text("地址", "ADDRESS")
BAD_EXECUTOR = Text(
    "--executor {wrong}：可以写 processes 或 dask://主机:端口",
    "--executor {wrong}: write processes or dask://host:port",
)
NO_CLUSTER = Text("连不上 {address}：{reason}", "cannot reach {address}: {reason}")
CLUSTER_GONE = Text(
    "{address} 没有可用的工作进程了；已有的结果都存着，恢复后用同样的命令接着做",
    "{address} has no workers any more; the results so far are kept: run the same command again",
)

# ── pages and copies ────────────────────────────────────────────────────────────────────────────

PROBLEM = Text("{path}: {problem}", "{path}: {problem}")
PART_NOT_WRITTEN = Text("错误：无法写入 {path}：{reason}", "Error: cannot write {path}: {reason}")
NOT_WRITTEN_TO = Text("无法写入 {path}：{reason}", "cannot write {path}: {reason}")
TOOL_FAILED = Text("程序出错（{error}）", "the tool failed ({error})")
NO_WORKERS = Text(
    "工作进程无法运行（{reason}）；与报送的文件无关，请检查安装",
    "no worker process can run ({reason}); no submission is to blame: look at the installation",
)
ALSO_PRINT = Text("另外打印一份报告", "Print a report as well.")
ALSO = Text("另外写一份报告（可以给多个）", "Write a report as well (repeatable).")
TRACKED = Text("只看 git 管理的文件", "Only files that git tracks.")
NOWHERE = Text(
    "请用 -o 指定存放结果的文件夹，或用 --format 打印报告",
    "name a folder for the results with -o, or print a report with --format",
)
NO_HTML_OUTPUT = Text(
    "gate 的网页在 -o 的文件夹里（index.html），不另写 html",
    "the pages of gate are in the folder of -o (index.html): html is not written besides",
)
OTHER_INPUT = Text("{path} 与当时不同", "{path} is not as it was")

# ── files to compare with ───────────────────────────────────────────────────────────────────────

ROSTER = Text(
    "应报项目的清单：漏报、多报、重报",
    "A list of the projects that owe a sheet: missing, surplus, twice.",
)
SUMMARY = Text(
    "决算说明等文字：项目数、金额、平均分、等级", "A text with count, amount, average and grades."
)
LAST_YEAR = Text("上年的自评表：沿用上年", "Last year's sheets: what was copied.")
TARGETS = Text("批复的绩效目标表：与批复不符", "Approved target sheets: what was changed.")
