"""Files that a unit may hand in instead of its sheet, and files that lie beside submissions."""

from __future__ import annotations

import base64
import gzip
import io
import tarfile
import zipfile
from json import dumps, loads

from tests.intake.zips import by_python
from tests.readers import word
from tests.readers.ooxml import (
    archive,
    document,
    paragraph,
    relationships,
    workbook,
    workbook_parts,
    worksheet,
)
from tests.run.documents import document as normalised
from tests.text_forms import draw
from tests.writing.page import as_html
from tests.writing.plain import as_text
from tests.writing.word import as_docx
from tests.writing.workbooks import as_xlsx

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
FORM = as_text(draw())
FORM_TEXT = FORM.decode()
ODD_FORM = """项目绩效情况登记
项目名称\t残疾人康复服务
一级指标\t三级指标\t目标\t完成\t得分
产出指标\t康复训练人次\t1500\t1530\t20
"""
"""A form under a title that no reader knows, without funds."""


def _parts_of(package: bytes) -> dict[str, str | bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def heic() -> bytes:
    return b"\x00\x00\x00\x18ftypheic" + bytes(20)


def webp() -> bytes:
    return b"RIFF\x20\x00\x00\x00WEBPVP8 " + bytes(20)


def disk_image() -> bytes:
    return bytes(0x8001) + b"CD001\x01" + bytes(2000)


def tarball(*, packed: bool) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as file:
        entry = tarfile.TarInfo("表.xlsx")
        entry.size = 4
        file.addfile(entry, io.BytesIO(b"data"))
    return gzip.compress(out.getvalue()) if packed else out.getvalue()


def picture_in_word() -> bytes:
    """A document that holds a picture and no word."""
    return archive(
        {
            **_parts_of(document(paragraph(""))),
            "word/_rels/document.xml.rels": relationships(("image", "media/image1.png")),
            "word/media/image1.png": PNG,
        }
    )


def picture_in_workbook() -> bytes:
    return archive({**workbook_parts(worksheet("")), "xl/media/image1.jpeg": b"\xff\xd8\xff"})


def workbook_in_word(content: bytes | None = None, text: str = "见附件") -> bytes:
    """A covering letter with a workbook put in as an object."""
    return archive(
        {
            **_parts_of(document(paragraph(text))),
            "word/embeddings/Microsoft_Excel_Worksheet.xlsx": content or as_xlsx(draw()),
        }
    )


def object_in_word() -> bytes:
    """The same where the workbook is wrapped as an OLE object."""
    content = as_xlsx(draw())
    wrapped = word.container({"\x01Ole10Native": b"\x00" * 40 + content + bytes(4096)})
    return archive(
        {
            **_parts_of(document(paragraph("见附件"))),
            "word/embeddings/oleObject1.bin": wrapped,
        }
    )


def object_in_old_word() -> bytes:
    return word.document(word.paragraph("见附件")) + "ObjectPool Workbook".encode("utf-16-le")


def report_with_chart() -> bytes:
    """A report with the figures of a chart in a workbook."""
    return workbook_in_word(workbook('<row r="1"><c r="A1"><v>3</v></c></row>'), "绩效评价报告")


def workbook_in_form() -> bytes:
    """A form with the form of another project put into it as an object."""
    return archive({**_parts_of(as_docx(draw())), "word/embeddings/对象.xlsx": as_xlsx(draw())})


def empty_word() -> bytes:
    return document(paragraph(""))


def empty_workbook() -> bytes:
    return workbook("")


def ofd() -> bytes:
    return archive({"OFD.xml": "<OFD/>", "Doc_0/Document.xml": "<Document/>"})


def pages() -> bytes:
    return archive({"Index/Document.iwa": b"\x00\x01", "preview.jpg": b"\xff\xd8\xff"})


LOGIN_PAGE = (
    "<!DOCTYPE html><html><head><title>统一身份认证</title></head>"
    "<body><form>用户名<input name=u>密码<input name=p></form></body></html>"
).encode()
ERROR_MESSAGE = "导出失败：会话已过期，请重新登录。\n".encode()
JSON_ERROR = '{"code": 500, "msg": "服务器内部错误"}'.encode()
BASE64 = base64.encodebytes(as_xlsx(draw()))
NOTICE = "关于报送2022年度绩效自评材料的通知\n各预算单位：\n请于3月底前报送自评表。\n联系人：张某\n联系电话：61230000\n".encode()
BUDGET = (
    "2022年部门预算项目支出表\n序号\t项目名称\t主管部门\t实施单位\t预算数\t其他资金\t备注\n"
    "1\t道路养护\t交通局\t养护站\t120.00\t0.00\t\n合计\t\t\t\t120.00\t0.00\t\n"
).encode()
BUDGET_PAGE = (
    "<html><table>" + "<tr><td>道路养护</td><td>120</td><td>0</td></tr>" * 4 + "</table></html>"
).encode()
REPORT = (
    "残疾人康复服务项目绩效自评报告\n项目名称：残疾人康复服务项目\n主管部门：临港县民政局\n"
    "实施单位：临港县康复中心\n一、项目概况\n年度资金总额5760.75万元，全年执行数5696.12万元，"
    "产出指标、效益指标全部完成，得分99.89分。\n二、偏差原因\n无。\n"
).encode()
LONG_REPORT = """残疾人康复服务项目支出绩效自评报告
年度资金总额5760.75万元，全年预算数5760.75万元，全年执行数5696.12万元，执行率98.88%。
绩效指标包括产出指标、效益指标和满意度指标，产出指标下设数量指标、质量指标、时效指标。
主管部门会同实施单位对照一级指标、二级指标、三级指标，逐项核对实际完成值，分析偏差原因。
附件：项目支出绩效自评表
"""
WRONG_KEY = normalised().replace('"indicators"', '"indicator"').encode()
WRONG_TYPE = normalised().replace('"2022"', "[2022]").replace(": 2022", ": [2022]").encode()
WRONG_SCHEMA = normalised().replace("sheetlint-sheets/1", "sheetlint-sheet/1").encode()
WRONG_SYNTAX = normalised().replace("]", "", 1).encode()
ONLY_SHEETS = dumps(loads(normalised())["files"][0]["sheets"]).encode()
"""The sheets without the document around them."""
MAIL = (b"From: a@example.cn\nTo: b@example.cn\nSubject: form\nMIME-Version: 1.0\n\n") + BASE64
LOST = "".join("\ufffd" if at % 2 and sign > "\x7f" else sign for at, sign in enumerate(FORM_TEXT))
"""Half of its characters were lost on the way."""
UTF_7 = FORM_TEXT.encode("utf-7")
# Big5 has no simplified characters: the labels as they are written in traditional ones.
BIG_5 = "項目支出績效自評表\n項目名稱\t殘疾人康復服務\n主管部門\t民政局\n一級指標\t得分\n".encode(
    "big5"
)
MOJIBAKE = FORM.decode("gb18030", "ignore").encode()
"""UTF-8 that some program took for GB18030 and saved again."""

ODD_FILES: dict[str, bytes] = {
    "图片.png": PNG,
    "拍照.jpg": b"\xff\xd8\xff\xe0",
    "扫描.tif": b"II*\x00" + bytes(8),
    "画图.bmp": b"BM" + bytes(60),
    "手机.heic": heic(),
    "网图.webp": webp(),
    "贴图.docx": picture_in_word(),
    "贴图.xlsx": picture_in_workbook(),
    "嵌入.docx": workbook_in_word(),
    "另一份嵌入.docx": workbook_in_form(),
    "嵌入对象.docx": object_in_word(),
    "嵌入.doc": object_in_old_word(),
    "图表.docx": report_with_chart(),
    "压缩.rar": b"Rar!\x1a\x07\x00" + bytes(20),
    "压缩.7z": b"7z\xbc\xaf\x27\x1c" + bytes(20),
    "压缩.tar": tarball(packed=False),
    "压缩.tar.gz": tarball(packed=True),
    "压缩.gz": gzip.compress(FORM),
    "光盘.iso": disk_image(),
    "压缩.cab": b"MSCF" + bytes(40),
    "登录.xlsx": LOGIN_PAGE,
    "登录.xls": LOGIN_PAGE,
    "登录.docx": LOGIN_PAGE,
    "编码.xlsx": BASE64,
    "报错.docx": ERROR_MESSAGE,
    "接口.xlsx": JSON_ERROR,
    "零.xlsx": b"",
    "零.txt": b"",
    "半截.xlsx": as_xlsx(draw())[:2000],
    "全零.docx": bytes(4000),
    "空正文.docx": empty_word(),
    "空单元格.xlsx": empty_workbook(),
    "空字符.txt": FORM.replace(b"\t", b"\t\x00", 1),
    "坏字.txt": FORM[:400] + b"\xff" + FORM[400:],
    "无标记.txt": FORM_TEXT.encode("utf-16-le"),
    "有标记.txt": FORM_TEXT.encode("utf-16"),
    "国标.txt": FORM_TEXT.encode("gb18030"),
    "大五码.txt": BIG_5,
    "七位.txt": UTF_7,
    "乱码.txt": MOJIBAKE,
    "缺字.txt": LOST.encode(),
    "很长.txt": FORM + "字".encode() * 1_000_000,
    "错键.json": WRONG_KEY,
    "错类型.json": WRONG_TYPE,
    "错名.json": WRONG_SCHEMA,
    "错写法.json": WRONG_SYNTAX,
    "只有表.json": ONLY_SHEETS,
    "无后缀": FORM,
    "无后缀坏": bytes(range(200)),
    "数据.dat": bytes(range(200)),
    "备份.bak": as_docx(draw()),
    "临时.tmp": bytes(range(200)),
    "表.xlsx.1": as_xlsx(draw()),
    "文字.wps": bytes(range(200)),
    "表格.et": bytes(range(200)),
    "苹果.pages": pages(),
    "苹果.numbers": pages(),
    "版式.ofd": ofd(),
    "邮件.eml": MAIL,
    "题名.txt": ODD_FORM.encode(),
    "网页表.xls": as_html(draw()),
    "制表符.xls": FORM,
    "预算网页.xls": BUDGET_PAGE,
    "通知.txt": NOTICE,
    "预算.txt": BUDGET,
    "报告.txt": REPORT,
    "长报告.txt": LONG_REPORT.encode(),
    "打包": by_python([("甲.txt", FORM)]),
}
