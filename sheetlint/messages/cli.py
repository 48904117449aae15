"""Texts of the command line."""

from __future__ import annotations

from sheetlint.messages.text import Text

PROGRAM_HELP = Text(
    """检查项目支出绩效自评表。

\b
sheetlint 自评表.xlsx     检查一个文件（sheetlint check 的简写）
sheetlint 申报材料/       检查一个文件夹里的全部自评表
sheetlint explain FD002   说明一项检查：查什么、依据、怎么改

\b
退出状态：0 通过  1 有问题  2 用法或配置有误  3 没有可检查的文件  4 工具出错""",
    """Check project expenditure performance self-evaluation sheets.

\b
sheetlint sheet.xlsx           check a file (short for: sheetlint check sheet.xlsx)
sheetlint submissions/         check every sheet in a folder
sheetlint explain FD002        the manual of a check

\b
Exit status: 0 pass  1 findings  2 wrong usage or configuration  3 no input
4 the tool itself failed""",
)
CHECK_SHORT = Text("检查自评表（默认命令）", "Check sheets (the default command).")
CHECK_HELP = Text(
    """检查自评表。

路径可以是文件、文件夹（逐级查找，每个文件都有交代；锁文件、指向别处的链接等不打开）或
-（标准输入）；zip 压缩包像文件夹一样逐个检查。支持 Excel、WPS 和 LibreOffice 表格、Word 文档、
有文字层的 PDF、网页、文本、YAML 和 JSON，按内容识别。

检查项可写代码（FD002）、名称（rate-mismatch）或代码开头（FD），用逗号隔开，可重复使用。""",
    """Check sheets.

A path is a file, a folder (walked, every file accounted for; lock files, links out of it and the
like are not opened) or - (standard input); a zip archive is walked like a folder. Workbooks of Excel, WPS and
LibreOffice, Word documents, PDF with a text layer, web pages, text, YAML and JSON are told apart by
content.

Checks are given by code (FD002), name (rate-mismatch) or prefix (FD), separated by commas; the
options can be repeated.""",
)
EXTRACT_SHORT = Text(
    "把自评表转成规范化的 YAML 或 JSON", "Print sheets as normalised YAML or JSON."
)
EXTRACT_HELP = Text(
    """读取自评表，打印规范化文档（YAML 或 JSON）。

打印出来的文档可以存档、比较，也可以再交给 sheetlint 检查。""",
    """Read sheets and print the normalised document (YAML or JSON).

The document can be kept, compared, and given back to sheetlint as an input.""",
)
EXPLAIN_SHORT = Text("说明一项检查：查什么、依据、怎么改", "Print the manual of a check.")
EXPLAIN_HELP = Text(
    """打印检查项的说明。可写代码（FD002）、名称（rate-mismatch）或代码开头（FD）。""",
    """Print the manual of checks, by code (FD002), name (rate-mismatch) or prefix (FD).""",
)
RULES_SHORT = Text("列出全部检查项", "List all checks.")
RULES_HELP = Text("列出全部检查项。", "List all checks.")
PROFILES_SHORT = Text("列出口径，或显示一个口径的参数", "List profiles, or show one.")
PROFILES_HELP = Text(
    "列出口径（各地规则）。profiles show 名称 显示每个参数的值、含义和出处，profiles new 名称 "
    "为另一个地方新建一个。",
    "List the profiles (rules of places). 'profiles show NAME' prints every parameter, what it "
    "means and where its value comes from; 'profiles new NAME' begins one for another place.",
)
PROFILES_SHOW_SHORT = Text("显示一个口径的参数", "Print the parameters of a profile.")
PROFILES_SHOW_HELP = Text(
    "显示一个口径的每个参数：值、含义、用到它的检查项、出处（记号和文件）。",
    "Print every parameter of a profile: its value, what it means, the checks that read it, and "
    "where it comes from (profile, mark and source).",
)
PROFILES_NEW_SHORT = Text("为另一个地方新建口径", "Begin a profile for another place.")
PROFILES_NEW_HELP = Text(
    """为另一个地方新建口径文件：带说明，从最相近的口径开始，只写不同之处。已有的文件不会被改动。""",
    """Write the file of a profile for another place: commented, begun from the nearest profile,
saying only what differs. A file that exists is left as it is.""",
)
PROFILE_PARENT = Text(
    "从哪个口径开始（默认按地名或名称选最相近的）",
    "The profile to begin from (default: the nearest by region or name).",
)
PROFILE_FILE = Text(
    "写入这个文件（默认写入配置里的口径文件夹，没有则写入 local-profiles）",
    "The file to write (default: in the configured folder of profiles, else in local-profiles).",
)
COMPLETION_SHORT = Text("打印命令行补全脚本", "Print a shell completion script.")
COMPLETION_HELP = Text(
    """打印命令行补全脚本。

\b
bash：在 ~/.bashrc 中加一行  eval "$(sheetlint completion bash)"
zsh： 在 ~/.zshrc 中加一行   eval "$(sheetlint completion zsh)"
fish：sheetlint completion fish > ~/.config/fish/completions/sheetlint.fish""",
    """Print a shell completion script.

\b
bash: add to ~/.bashrc   eval "$(sheetlint completion bash)"
zsh:  add to ~/.zshrc    eval "$(sheetlint completion zsh)"
fish: sheetlint completion fish > ~/.config/fish/completions/sheetlint.fish""",
)

PATHS = Text("路径...", "PATHS...")
CHECKS_META = Text("检查项,…", "CHECKS")
CHECK_META = Text("检查项...", "CHECKS...")
NAME_META = Text("名称", "NAME")
FILE_META = Text("文件", "FILE")
NUMBER_META = Text("列数", "COLUMNS")
SECONDS_META = Text("秒数", "SECONDS")
SIZE_META = Text("大小", "SIZE")
COMMANDS = Text("命令", "Commands")
COMMAND_META = Text("命令 [参数]...", "COMMAND [ARGS]...")
USAGE = Text("用法：", "Usage: ")
SHOW_META = Text("[show 名称 | new 名称]", "[show NAME | new NAME]")
OPTIONS_META = Text("[选项]", "[OPTIONS]")

SELECT = Text("只运行这些检查项", "Run only these checks.")
IGNORE = Text("不运行这些检查项", "Do not run these checks.")
FAIL_ON = Text(
    "达到此级别即为不通过（默认 error）",
    "Fail on findings of this severity or above (default: error).",
)
SHOW = Text(
    "显示此级别及以上的问题（默认 info；json、jsonl、sarif 总是全部）",
    "Show findings of this severity or above (default: info; json, jsonl and sarif have all).",
)
PROFILE = Text(
    "使用这个口径（默认按表的内容选择）",
    "Use this profile (default: chosen by the sheet's content).",
)
CONFIG = Text(
    "配置文件（默认从当前文件夹向上找 sheetlint.toml 或 pyproject.toml）",
    "Configuration file (default: the nearest sheetlint.toml or pyproject.toml upwards).",
)
TRUSTED_CONFIG = Text(
    "自带检查和口径所在的配置文件（不会运行记录里写的）",
    "Configuration of the local checks and profiles (none that the record names are run).",
)
ISOLATED = Text("不用任何配置文件", "Take no configuration file into account.")
ISOLATED_AND_CONFIG = Text(
    "--isolated 与 --config 不能同时用", "--isolated and --config cannot be used together"
)
CONFIG_IN_FORCE = Text("配置：{path}", "configuration: {path}")
CONFIG_WITH_CHECKS = Text(
    "配置：{path}（含自带检查 {checks}）",
    "configuration: {path} (with checks of its own: {checks})",
)
CONFIG_NOT_HONOURED = Text(
    "没有采用 {path}：它在被检查的文件夹里；如果确是您的配置，请用 --config 指明",
    "{path} is not honoured, for it lies in what is checked; name it with --config if it is yours",
)
FORMAT = Text(
    "报告的种类：full 完整（默认）；concise 每个问题一行；json 等供程序读取",
    "Kind of report: full (default), concise (one line a finding), json and others for programs.",
)
OUTPUT = Text(
    "报告写入文件，不打印；写成 种类=文件 则另写一份，可以给多个（如 html=报告.html）",
    "Write the report to a file instead of printing it; KIND=FILE writes one more (repeatable).",
)
OUTPUT_META = Text("[种类=]文件", "[KIND=]FILE")
NO_SUCH_OUTPUT = Text(
    "--output {wrong}：种类可以是 {kinds}；文件名里有等号的，前面加 ./",
    "--output {wrong}: the kinds are {kinds}; put ./ before a file name with an equals sign",
)
SAME_OUTPUT_TWICE = Text("--output 把两份报告写到了同一个文件", "--output names one file twice")
BINARY_OUTPUT = Text(
    "{kind} 不能打印在屏幕上，请用 -o 写入文件", "{kind} is not for a terminal: write it with -o"
)
QUIET = Text(
    "通过时什么也不打印；不通过时每个问题一行（除非另给 --format）",
    "Print nothing on pass; on fail one line a finding unless --format is given.",
)
VERBOSE = Text(
    "列出跳过的检查和看不出是自评表的文件",
    "List skipped checks and files that do not look like sheets.",
)
ONLY_SHEETS = Text(
    "与自评无关的文件一概略过，图片、代码等不打开（供代码库和钩子使用）",
    "Pass over files that have nothing to do with self-evaluation, and open no pictures or code "
    "(for repositories and hooks).",
)
NO_COLOR = Text("不用颜色（也可设 NO_COLOR）", "No colour (as does NO_COLOR).")
WIDTH = Text("报告的宽度", "Width of the report.")
MAX_SECONDS = Text(
    "每个文件最多处理多少秒（默认 20；0 为不限）",
    "Seconds that one file may take (default: 20; 0: no limit).",
)
MAX_MEMORY = Text(
    "处理每个文件最多用多少内存，如 512M、1G（默认 1G；0 为不限）",
    "Memory that one file may take, as 512M or 1G (default: 1G; 0: no limit).",
)
MAX_SIZE = Text(
    "文件最大多少字节，如 100M（默认 64M；0 为不限）",
    "Bytes that a file may have, as 100M (default: 64M; 0: no limit).",
)
LANG = Text("界面语言：zh 中文，en 英文", "Language: zh or en.")
SHOW_HELP = Text("显示帮助", "Show this message and exit.")
VERSION = Text("显示版本号", "Show the version and exit.")
EXTRACT_VERBOSE = Text(
    "另在错误输出里说明：每个栏目是怎么认出的，哪里改正过，哪里存疑",
    "Also say on stderr how each heading was understood, what was repaired, what is in doubt.",
)
HEADING = {
    "listed": Text("栏目“{printed}”：{name}（词表）", "heading {printed}: {name} (listed)"),
    "words": Text("栏目“{printed}”：{name}（按字面）", "heading {printed}: {name} (by its words)"),
    "evidence": Text(
        "栏目“{printed}”：{name}（按下面的内容）",
        "heading {printed}: {name} (by what stands below)",
    ),
    "beside": Text("栏目“{printed}”：不读取", "heading {printed}: not read"),
    "unknown": Text("栏目“{printed}”：没有认出", "heading {printed}: not understood"),
}
EXTRACT_FORMAT = Text("yaml（默认）或 json", "yaml (default) or json.")
RULES_FORMAT = Text("table 表格（默认）或 json", "table (default) or json.")

ERROR = Text("错误：", "Error: ")
SEE_HELP = Text("用法见：{command} --help", "For help: {command} --help")
PROFILE_CHOSEN_BY_USER = Text("由用户指定", "named by the user")
NO_VALUE = Text("选项 {option} 后面要有值", "Option '{option}' requires an argument")
NO_SIZE = Text(
    "“{wrong}”不是大小，应写成 512M、1G 或字节数",
    "{wrong!r} is no size: write 512M, 1G or a number of bytes",
)
UNKNOWN_CHECK = Text(
    "没有检查项 {wrong}；用 sheetlint rules 查看全部检查项",
    "there is no check {wrong}; 'sheetlint rules' lists them all",
)
UNKNOWN_CHECK_NEAR = Text(
    "没有检查项 {wrong}，是不是 {near}？", "there is no check {wrong}; did you mean {near}?"
)
PROFILE_CHECK = Text(
    "口径文件 {path}：{key} 中的 {wrong} 不是检查项；用 sheetlint rules 查看全部检查项",
    "profile {path}: {key} names {wrong}, which is no check; 'sheetlint rules' lists them all",
)
PROFILE_CHECK_NEAR = Text(
    "口径文件 {path}：{key} 中的 {wrong} 不是检查项，是不是 {near}？",
    "profile {path}: {key} names {wrong}, which is no check; did you mean {near}?",
)
NO_INPUT = Text("没有找到可检查的自评表文件：{paths}", "no sheets to check were found in: {paths}")
ONLY_OTHERS = Text(
    "没有找到可检查的自评表文件：{paths}（{count} 个文件看不出是自评表，没有检查）",
    "no sheets to check were found in: {paths} ({count} files do not look like sheets and were not "
    "checked)",
)
DID_YOU_MEAN_COMMAND = Text(
    "没有文件或命令 {wrong}，是不是想用命令 sheetlint {near}？",
    "there is no file or command {wrong}; did you mean the command: sheetlint {near}?",
)
DID_YOU_MEAN_OPTION = Text(
    "没有选项 {wrong}，是不是 {near}？", "No such option '{wrong}'. Did you mean '{near}'?"
)
CANNOT_PRINT = Text(
    "结果没有输出完整：写不进标准输出（{reason}）",
    "the result was not printed in full: the standard output cannot be written ({reason})",
)
READER_LEFT = Text(
    "读取结果的程序提前结束，其余文件没有检查",
    "the program that reads the result ended early; the other files were not checked",
)
INTERRUPTED = Text("已中断，没有做完", "interrupted before the end")
TOOL_FAILED = Text(
    "工具自身出错：{error}\n请把这一行连同所用文件反馈给维护者；设 {variable}=1 可看到详细信息。",
    "the tool itself failed: {error}\n"
    "Please report this line with the file; set {variable}=1 to see more.",
)

NO_WAIVERS = Text("不用豁免和基线（供复核人员）", "Take no waiver and no baseline into account.")
BASELINE = Text(
    "基线文件：登记在内的旧问题不计入结论", "A baseline: the findings in it do not count."
)
DATE = Text(
    "按这一天判断豁免是否到期，默认今天", "The day by which waivers expire; today if not given."
)
DATE_META = Text("年-月-日", "YYYY-MM-DD")
REQUIRE_PLUGINS = Text(
    "有检查插件不能加载时不检查", "Do not check at all where a plug-in cannot be loaded."
)
BAD_DATE = Text("“{date}”不是年-月-日形式的日期", "{date} is no date (YYYY-MM-DD)")
PLUGIN_LEFT_OUT = Text("{problem}；其余检查照常进行", "{problem}; the other checks run")
EXPIRED = Text(
    "豁免已到期，不再起作用：{what}（{by}，到 {until}）",
    "this waiver has expired and waives nothing: {what} ({by}, until {until})",
)
UNUSED = Text("豁免没有用上，可以删去：{what}（{by}）", "this waiver covers nothing: {what} ({by})")
STALE = Text(
    "基线里有 {count} 条已经没有了；用 sheetlint baseline --prune 清理",
    "{count} entries of the baseline are gone; sheetlint baseline --prune takes them out",
)
BASELINE_SHORT = Text(
    "登记现有的问题，以后只报新的", "Take note of today's findings, so that only new ones count."
)
BASELINE_HELP = Text(
    """把现有的全部问题按指纹登记到基线文件，以后检查时加上 --baseline（或写进配置），登记过的不再计入结论。

指纹不随行号、文件名和文件格式变化。--prune 只清理已经不存在的条目，不登记新的。""",
    """Write the fingerprints of today's findings to a baseline; with --baseline, or named in the
configuration, they do not count any more.

Fingerprints survive moved rows, renamed files and another format.  --prune takes out what is gone
and adds nothing.""",
)
BASELINE_OUTPUT = Text("基线文件，默认 sheetlint-baseline.json", "The baseline's file.")
PRUNE = Text("只清理已经不存在的条目", "Only take out what is gone.")
BASELINE_WRITTEN = Text("已登记 {count} 条到 {path}", "{count} findings noted in {path}")
BASELINE_PRUNED = Text(
    "清理了 {gone} 条，还有 {count} 条：{path}", "{gone} taken out, {count} left: {path}"
)
