"""The messages for files that cannot be read: the reason and what to do.

The sentences are the program's own words.  Nothing of the file's content goes into them, and of its
name only an extension from ``_EXTENSIONS``.
"""

from typing import NamedTuple

from sheetlint.messages.text import Text
from sheetlint.readers.formats import SUFFIXES, find_format
from sheetlint.sheet.tables import Unreadable
from sheetlint.system.extras import INSTALL_EXTRA

_PICTURES = ".png .jpg .jpeg .gif .bmp .tif .tiff .heic .heif .webp .avif .jp2 .psd .djvu"
_ARCHIVES = ".zip .rar .7z .gz .tgz .bz2 .xz .tar .zst .z .cab .iso .xar"
_EXTENSIONS = SUFFIXES.union(
    (".odt", ".ofd", ".mht", ".mhtml", ".eml", ".xml", ".rtf", ".ppt", ".pptx", ".dps"),
    (".pages", ".numbers", ".key"),
    _PICTURES.split(),
    _ARCHIVES.split(),
)

_SAVE_AS = Text(
    "请用 Excel、Word 或 WPS 打开，另存为 .xlsx 或 .docx 后再检查。",
    "Open it in Excel, Word or WPS, save it as .xlsx or .docx and check that file.",
)
_ASK_AGAIN = Text(
    "请确认文件能在 Excel、Word 或 WPS 中正常打开；打不开的，请填报单位重新发送。",
    "See whether Excel, Word or WPS opens it; if not, ask the unit to send it again.",
)
_ASK_SOURCE = Text(
    "请向填报单位要 Excel（.xlsx）或 Word（.docx）格式的自评表。",
    "Ask the unit for the sheet as an Excel (.xlsx) or Word (.docx) file.",
)
_SPLIT = Text(
    "请只保留自评表所在的工作表或页面，另存为新文件后再检查。",
    "Keep only the worksheets or pages with the self-evaluation sheet and save them as a new file.",
)


class _Kind(NamedTuple):
    """A kind of content that is recognised and not read."""

    what: Text
    """As it stands in *内容却是……*."""
    extensions: str
    """Extensions under which this content is expected."""
    reason: Text
    hint: Text


_KINDS = {
    "old-xls": _Kind(
        Text("很旧的 Excel 表格", "a very old Excel worksheet"),
        ".xls .et",
        Text(
            "这是 Excel 4 或更早的表格，不能直接读取。",
            "This is a worksheet of Excel 4 or before, which cannot be read.",
        ),
        Text(
            "请用 WPS 或 LibreOffice 打开（新版 Excel 可能不肯打开），另存为 .xlsx 后再检查。",
            "Open it in WPS or LibreOffice (Excel of today may refuse to), save it as .xlsx and "
            "check that file.",
        ),
    ),
    "old-doc": _Kind(
        Text("旧版 Word（.doc）文档", "an old Word document (.doc)"),
        ".doc .wps",
        Text(
            "这是 Word 95 或更早的文档，不能直接读取。",
            "This is a document of Word 95 or before, which cannot be read.",
        ),
        Text(
            "请用 WPS 或 LibreOffice 打开（新版 Word 可能不肯打开），另存为 .docx 后再检查。",
            "Open it in WPS or LibreOffice (Word of today may refuse to), save it as .docx and "
            "check that file.",
        ),
    ),
    "xlsb": _Kind(
        Text(" Excel 二进制工作簿（.xlsb）", "a binary Excel workbook (.xlsb)"),
        ".xlsb",
        Text(
            "这是 Excel 二进制工作簿（.xlsb），不能直接读取。",
            "This is a binary Excel workbook (.xlsb), which cannot be read.",
        ),
        Text(
            "请用 Excel 或 WPS 打开，另存为 .xlsx 后再检查。",
            "Open it in Excel or WPS, save it as .xlsx and check that file.",
        ),
    ),
    "ole": _Kind(
        Text("旧版 Office 文件", "an old Office file"),
        ".xls .et .doc .wps",
        Text(
            "这是旧版 Office 文件，不能直接读取。",
            "This is an old Office file, which cannot be read.",
        ),
        _SAVE_AS,
    ),
    "opendocument": _Kind(
        Text(" OpenDocument 文件", "an OpenDocument file"),
        ".ods .odt",
        Text(
            "这是 OpenDocument 文件（.ods、.odt），不能直接读取。",
            "This is an OpenDocument file (.ods, .odt), which cannot be read.",
        ),
        _SAVE_AS,
    ),
    "ofd": _Kind(
        Text(" OFD 版式文件", "an OFD document"),
        ".ofd",
        Text("这是 OFD 版式文件，不能读取。", "This is an OFD document, which cannot be read."),
        Text(
            "请向填报单位要 Excel（.xlsx）或 Word（.docx）格式的自评表；或用 OFD 阅读器导出为 PDF 后再检查。",
            "Ask the unit for the sheet as an Excel (.xlsx) or Word (.docx) file, or have a reader of "
            "OFD export it as PDF and check that file.",
        ),
    ),
    "iwork": _Kind(
        Text("苹果 Pages、Numbers 文件", "a Pages or Numbers file"),
        ".pages .numbers .key",
        Text(
            "这是苹果 Pages 或 Numbers 的文件，不能读取。",
            "This is a file of Apple Pages or Numbers, which cannot be read.",
        ),
        Text(
            "请用 Pages 或 Numbers 打开，导出为 Word（.docx）或 Excel（.xlsx）后再检查。",
            "Open it in Pages or Numbers, export it as .docx or .xlsx and check that file.",
        ),
    ),
    "mail": _Kind(
        Text("电子邮件", "a mail"),
        ".eml",
        Text(
            "这是一封电子邮件，附件没有查看。", "This is a mail; its attachments are not looked at."
        ),
        Text(
            "请用邮件程序打开，把附件另存出来再检查。",
            "Open it in a mail program, save the attachments and check them.",
        ),
    ),
    "mhtml": _Kind(
        Text("单个文件网页（MHTML）", "a web page in one file (MHTML)"),
        ".mht .mhtml",
        Text(
            "这是单个文件网页（MHTML），不能直接读取。",
            "This is a web page in one file (MHTML), which cannot be read.",
        ),
        _SAVE_AS,
    ),
    "xml": _Kind(
        Text(" XML 文件", "an XML file"),
        ".xml",
        Text("这是 XML 文件，不能直接读取。", "This is an XML file, which cannot be read."),
        _SAVE_AS,
    ),
    "rtf": _Kind(
        Text(" RTF 文档", "an RTF document"),
        ".rtf",
        Text("这是 RTF 文档，不能直接读取。", "This is an RTF document, which cannot be read."),
        _SAVE_AS,
    ),
    "image": _Kind(
        Text("图片", "a picture"),
        _PICTURES,
        Text(
            "这是图片，表格里的字读不出来。", "This is a picture; the words in it cannot be read."
        ),
        _ASK_SOURCE,
    ),
    "archive": _Kind(
        Text("压缩包", "an archive"),
        _ARCHIVES,
        Text(
            "这是压缩包，里面不是一份 Excel 或 Word 文件。",
            "This is an archive and not one Excel or Word file.",
        ),
        Text(
            "请先解压，再检查里面的文件；或改用 .zip 打包，可以直接检查。",
            "Unpack it and check the files in it, or pack them as .zip, which is looked into.",
        ),
    ),
    "presentation": _Kind(
        Text("演示文稿", "a presentation"),
        ".pptx",
        Text("这是演示文稿，不能读取。", "This is a presentation, which cannot be read."),
        _ASK_SOURCE,
    ),
    "binary": _Kind(
        Text("无法识别的数据", "data of an unknown kind"),
        "",
        Text(
            "文件内容无法识别：不是 Excel、Word 文件，也不是文字。",
            "The content is of an unknown kind: no Excel or Word file and no text.",
        ),
        _ASK_AGAIN,
    ),
}

_MISMATCH = Text(
    "扩展名是 {extension}，内容却是{what}，不能读取。",
    "The extension is {extension} but the content is {what}, which cannot be read.",
)


def refuse(kind: str, name: str) -> Unreadable:
    """The refusal of a file whose content is of ``kind``, a key of ``_KINDS``."""
    known = _KINDS[kind]
    dot = name.rfind(".")
    extension = name[dot:].lower() if dot >= 0 else ""
    if extension in _EXTENSIONS and extension not in known.extensions.split():
        return Unreadable(_MISMATCH.fill(extension=extension, what=known.what), known.hint)
    return Unreadable(known.reason, known.hint)


def not_installed(name: str, what: Text, instead: Text) -> Unreadable:
    """The library that reads the format ``name`` is missing; its extra brings it."""
    known = find_format(name)
    extra = known.extra if known is not None else ""
    return Unreadable(
        Text(
            "这是{what}，读取它的程序库没有安装。",
            "This is {what} and the library that reads it is not installed.",
        ).fill(what=what),
        Text("请{install}；或{instead}", "To install it, {install}; or {instead}").fill(
            install=INSTALL_EXTRA.fill(extra=extra), instead=instead
        ),
    )


def empty() -> Unreadable:
    """Nothing in the file, or only blanks."""
    return Unreadable(
        Text("文件是空的，没有任何内容。", "The file is empty."),
        Text(
            "请确认文件已保存；是收到的文件，请填报单位重新发送。",
            "See that the file was saved; if it was sent to you, ask the unit to send it again.",
        ),
    )


def encrypted() -> Unreadable:
    """The file opens only with a password."""
    return Unreadable(
        Text("文件设有打开密码，不能读取。", "The file is encrypted with a password."),
        Text(
            "请输入密码打开，取消密码后另存，再检查。",
            "Open it, remove the password, save it again and check that file.",
        ),
    )


def damaged() -> Unreadable:
    """The content is cut off or contradicts itself."""
    return Unreadable(
        Text(
            "文件已损坏或不完整，可能没有下载完或没有复制完。",
            "The file is damaged or cut off; perhaps it was not copied completely.",
        ),
        _ASK_AGAIN,
    )


def damaged_text() -> Unreadable:
    """Text in UTF-8 with bytes in it that are not."""
    return Unreadable(
        Text(
            "文字文件的编码有错，有的字已损坏。",
            "The encoding of the text file is broken; some characters are damaged.",
        ),
        Text(
            "请用记事本打开原文件，另存为 UTF-8 编码后再检查。",
            "Open the original in an editor, save it as UTF-8 and check that file.",
        ),
    )


def null_characters() -> Unreadable:
    """Text with NULs in it, which every program shows another way."""
    return Unreadable(
        Text(
            "文字里有空字符（NUL），文件可能没有写完整。",
            "There are NUL characters in the text; perhaps it was not written completely.",
        ),
        _ASK_AGAIN,
    )


def other_encoding(name: Text) -> Unreadable:
    """Text in an encoding that is not read."""
    return Unreadable(
        Text(
            "文字的编码{name}，读不出来。", "The text is in an encoding that is not read: {name}."
        ).fill(name=name),
        Text(
            "请用记事本打开，看到的字正确时另存为 UTF-8 编码，再检查。",
            "Open it in an editor; when its words look right, save it as UTF-8 and check that file.",
        ),
    )


def unsafe() -> Unreadable:
    """A document type or entity: Office writes none, attacks do."""
    return Unreadable(
        Text(
            "文件里有 Office 从不写入的内容（DTD 或实体），为安全起见不读取。",
            "The file declares a document type or entities, which Office never writes; not read.",
        ),
        _SAVE_AS,
    )


def too_big() -> Unreadable:
    """Above one of the ``Limits``."""
    return Unreadable(
        Text("文件内容过大，远远超过一份自评表。", "The file is far bigger than any sheet."),
        _SPLIT,
    )


def bomb() -> Unreadable:
    """Packed so tightly that unpacking it is an attack, or inside each other without end."""
    return Unreadable(
        Text(
            "文件解压后异常庞大或层层嵌套，为安全起见不读取。",
            "The file unpacks to an abnormal size or nesting; not read.",
        ),
        _SAVE_AS,
    )
