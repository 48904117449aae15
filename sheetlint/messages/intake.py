"""Why a file could not be opened, and what to do about it."""

from __future__ import annotations

from sheetlint.messages.text import Text

NO_SUCH_FILE = Text("文件不存在", "there is no such file")
BROKEN_LINK = Text(
    "这是一个链接，它指向的文件不存在", "this is a link, and the file it leads to does not exist"
)
NO_PERMISSION = Text("没有读取权限", "there is no permission to read it")
IS_FOLDER = Text("这是文件夹，不是文件", "this is a folder, not a file")
IS_PIPE = Text("这是管道，不是文件", "this is a pipe, not a file")
IS_SPECIAL = Text("这是{kind}，不是文件", "this is {kind}, not a file")
DEVICE = Text("设备", "a device")
SOCKET = Text("套接字", "a socket")
SPECIAL = Text("特殊文件", "a special file")
TOO_LARGE = Text("文件超过 {limit}，太大", "the file is larger than {limit}")
TOO_SLOW = Text(
    "处理超过 {seconds} 秒{at}，已停止", "it took more than {seconds} s{at} and was stopped"
)
TOO_MUCH = Text(
    "处理所需的内存超过 {limit}{at}，已停止",
    "it took more than {limit} of memory{at} and was stopped",
)
NO_MEMORY = Text("内存不足{at}，已停止", "there is not enough memory{at}; it was stopped")
STOPPED_AT = Text("（停在检查项 {code}）", " (in check {code})")
DIED = Text(
    "读取 PDF 的程序中途崩溃，文件可能已损坏",
    "the program that reads PDF files crashed; the file may be damaged",
)
NO_DRIVER = Text(
    "读这种地址还要安装别的库：{reason}", "this kind of address needs another library: {reason}"
)
CANNOT_OPEN = Text("打不开（{reason}）", "it cannot be opened ({reason})")
TOO_MANY_MEMBERS = Text(
    "压缩包里的文件超过 {limit} 个，太多", "there are more than {limit} files in the archive"
)
BOMB = Text(
    "压缩包解压后异常庞大，为安全起见不读取", "the archive unpacks to an abnormal size; not read"
)
NESTED = Text(
    "压缩包里的压缩包里还有压缩包，不再往里打开",
    "there is an archive in an archive in the archive; it is not opened any further",
)
OUTSIDE = Text(
    "压缩包里的路径指到了包外，为安全起见不读取",
    "its path leads out of the archive; not read",
)
LOCKED_MEMBER = Text("压缩包设有密码，不能读取", "the archive is encrypted with a password")
UNUSUAL_METHOD = Text(
    "压缩包用了不常用的压缩方法，不能读取", "the archive is compressed in an unusual way"
)
SAME_NAME = Text(
    "压缩包里另有一个同名文件，这一个没有检查",
    "another file in the archive has the same name; this one is not checked",
)
LOCK_FILE = Text("打开文件时留下的锁文件", "the lock file of a file that is open")
SYSTEM_FILE = Text("操作系统自己的文件", "a file of the operating system")
VERSION_FILE = Text("版本库自己的文件", "a file of version control")
OWN_FILE = Text("sheetlint 自己的文件", "a file of sheetlint itself")
CONFIGURATION = Text("程序的配置文件", "the configuration of a program")
ANNOTATED_COPY = Text("标出问题的副本，原件就在旁边", "an annotated copy beside its original")
LINK_OUT = Text(
    "这是一个链接，指到文件夹之外，没有打开", "a link that leads out of the folder; not followed"
)
LINK_IN_ARCHIVE = Text("压缩包里的链接，没有打开", "a link in an archive; not followed")
ONLY_PICTURES = Text(
    "里面只有图片（扫描或拍照），几乎没有文字，读不出表格",
    "it holds pictures (a scan or a photograph) and hardly any text: the table cannot be read",
)
NO_TEXT = Text("打开后是空的，一个字也没有", "it opens and is empty: there is no text in it")
EMBEDDED = Text(
    "里面嵌有别的文件（对象），自评表可能在那里，没有检查，请另存为单独的文件",
    "another file is embedded in it, where the sheet may be; save it as a file of its own",
)
EMBEDDED_TOO = Text(
    "嵌入的对象里还有一张自评表，没有检查，请另存为单独的文件",
    "an embedded object holds another sheet, which was not checked: save it as a file of its own",
)
OTHER_CONTENT = Text(
    "扩展名是 {extension}，内容却是{what}，里面没有自评表",
    "the extension is {extension} but the content is {what}, without a sheet in it",
)
WEB_PAGE = Text("网页", "a web page")
PLAIN_TEXT = Text("文字", "plain text")
NO_LABELS = Text("里面没有自评表的栏目", "it has no labels of the form")
NO_SHEET_INSIDE = Text("压缩包里没有自评表", "there is no sheet in the archive")
NO_SHEET_FORMAT = Text(
    "不是自评表常用的格式（--only-sheets）", "no usual format of sheets (--only-sheets)"
)
NO_INPUT = Text("标准输入是关闭的", "the standard input is closed")
NO_SHEET = Text("没有找到自评表", "there is no self-evaluation sheet in it")

LOOK_AT_PATH = Text("核对文件名和所在文件夹", "look at the name and the folder")
LOOK_AT_LINK = Text(
    "重新建立链接，或直接给出原文件", "make the link again, or give the file itself"
)
ASK_PERMISSION = Text(
    "向文件的主人要读取权限，或复制一份再检查",
    "ask its owner for permission to read it, or check a copy",
)
COPY_FILE = Text("把文件本身复制到文件夹里", "copy the file itself into the folder")
GIVE_FILE = Text("给出自评表文件本身", "give the file with the sheet itself")
USE_DASH = Text(
    "要检查管道里的内容，用 - 作路径：… | sheetlint -",
    "to check what comes through a pipe, use - as the path: … | sheetlint -",
)
SPLIT_IT = Text(
    "删去插入的图片和无关内容，或把各张自评表分开保存后再检查",
    "take out pictures and what does not belong to it, or save the sheets one by one",
)
MORE_SECONDS = Text(
    "删去无关内容、重新另存或拆成几个文件后再检查；确需更久的，用 --max-seconds 放宽（0 为不限）",
    "take out what does not belong to it, save it again or split it; where it really takes longer, "
    "give --max-seconds more (0: no limit)",
)
MORE_MEMORY = Text(
    "删去无关内容、重新另存或拆成几个文件后再检查；确需更多的，用 --max-memory 放宽（0 为不限）",
    "take out what does not belong to it, save it again or split it; where it really takes more, "
    "give --max-memory more (0: no limit)",
)
ORIGINAL_OF_PDF = Text(
    "重新导出 PDF 后再检查，或改用原始的 Excel、WPS 或 Word 文件",
    "export the PDF again, or take the original Excel, WPS or Word file",
)
SPLIT_ARCHIVE = Text(
    "解压后检查文件夹，或分成几个压缩包", "unpack it and check the folder, or make several of it"
)
ASK_SENDER = Text(
    "向报送单位核实压缩包的来历，请其重新打包",
    "ask who sent it where the archive comes from, and for another one",
)
UNPACK = Text("先解压，再检查解压出来的文件夹", "unpack it and check the folder")
UNPACK_LOCKED = Text(
    "输入密码解压，再检查解压出来的文件夹", "unpack it with the password and check the folder"
)
RENAME = Text(
    "解压后给同名文件改名，再检查", "unpack it, give one of them another name and check again"
)
NO_GIT = Text("运行不了 git：{reason}", "git cannot be run: {reason}")
NOT_TRACKED = Text(
    "{folder} 不在 git 仓库里：{reason}", "{folder} is in no git repository: {reason}"
)
