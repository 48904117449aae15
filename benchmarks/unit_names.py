"""Names and prose of a city's units: every project with names and sentences of its own.

``tests.families`` picks names and sentences from a few; ``Voice`` answers with those of one project
wherever one of those few lists is picked from, so that the form and the document drawn from it agree.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

# The drawing and some writers are those of the tests.
sys.path.append(str(Path(__file__).resolve().parent.parent))

from tests.families import content, funds, rows, texts

YEAR = 2024
CITY = "青禾市"
BUREAUS = (
    "教育局", "卫生健康委员会", "农业农村局", "水利局", "交通运输局", "住房和城乡建设局", "民政局", "文化广电旅游局",
    "生态环境局", "自然资源局", "应急管理局", "市场监督管理局", "科学技术局", "体育局", "林业局", "司法局", "公安局",
    "人力资源和社会保障局", "残疾人联合会", "城市管理局", "商务局", "退役军人事务局", "医疗保障局", "档案馆",
)  # fmt: skip
_FIRST = "临青云白河松长安宁清金玉石龙凤桃柳梅竹兰江湖海山林泉岭原丰永和平兴盛昌明德仁义信"
_SECOND = "港峰溪沙口岭坪塘湾桥寨坝渡关屯堡店集庄沟坡洲滩潭岗"
_PLACES = ("县", "镇", "乡", "街道")
_HOLDERS = (
    "服务中心", "管理所", "养护站", "监测站", "培训学校", "文化馆", "执法大队", "保障中心", "防治所", "技术推广站",
)  # fmt: skip
_TOPICS = (
    "康复训练", "饮水安全巩固", "绿地养护", "图书借阅", "日间照料", "防汛物资储备", "路灯节能改造", "管网检测", "义务教育装备",
    "学前教育资助", "疫苗冷链", "妇幼健康", "家庭医生签约", "高标准农田", "种质资源保护", "动物疫病防控", "秸秆综合利用",
    "水库除险", "河道清淤", "农村公路", "公交候车亭", "老旧小区改造", "保障房维修", "殡葬服务", "儿童福利", "非遗传承",
    "全民健身", "空气自动监测", "地质灾害排查", "森林防火", "安全生产宣传", "食品抽检", "科普展览", "法律援助", "社区矫正",
    "职业技能培训", "垃圾分类", "农贸市场改造", "优抚慰问", "医保经办",
)  # fmt: skip
_KINDS = ("项目", "专项", "补助经费", "工程", "工作经费", "奖补资金")
_DOING = (
    "推进", "开展", "组织", "完善", "落实", "加强", "规范", "优化", "改进", "深化", "统筹", "启动", "巩固", "提升", "延伸", "扩大",
)  # fmt: skip
_WHAT = (
    "设施更新", "人员轮训", "台账管理", "现场检查", "需求摸底", "物资配送", "信息登记", "回访评估", "隐患排查", "资料归档",
    "技术指导", "宣传发动", "分级管理", "流程衔接", "质量抽检", "公开公示", "联合巡查", "绩效运行监控", "应急演练", "窗口服务",
    "志愿服务", "制度修订", "合同管理", "设备校准",
)  # fmt: skip
_TO_WHAT = (
    "群众反映良好", "工作秩序平稳", "薄弱环节补齐", "服务半径缩短", "办理环节减少", "基层负担减轻", "责任落到人头",
    "资料齐备可查", "结果按期公开", "各方衔接顺畅", "运行稳定可靠", "重点人群受益", "短板逐步消除", "经验已经推广",
    "档案完整规范", "标准统一执行",
)  # fmt: skip
_BECAUSE = (
    "台风停工", "汛期延长", "设备到货延迟", "招标流标", "报名不足", "村级选址调整", "供电改线", "合同变更", "气温偏低",
    "人员轮岗", "图纸复核", "对象减少", "道路封闭", "系统升级", "材料涨价", "验收排期靠后",
)  # fmt: skip
_SO = (
    "增加施工班组", "提前编制采购计划", "更换供应商", "补办剩余场次", "加强现场督促", "完善备用方案", "与邻县共用设备",
    "按周通报进度", "提早发布通知", "重新核定对象", "签订补充协议", "安排专人跟进", "落实整改台账", "调整运输路线",
)  # fmt: skip


class Name(NamedTuple):
    """What a sheet is headed with."""

    project: str
    department: str
    unit: str


def units(pick: random.Random) -> Iterator[tuple[str, str]]:
    """Departments and units below them, each unit once; ``pick`` shuffles."""
    holders = [
        f"{first}{second}{place}{holder}"
        for first in _FIRST
        for second in _SECOND
        for place in _PLACES
        for holder in _HOLDERS
    ]
    pick.shuffle(holders)
    for holder in holders:
        yield f"{CITY}{pick.choice(BUREAUS)}", holder


def projects(unit: str, count: int, pick: random.Random) -> list[str]:
    """Names of the unit's projects, as many as there are, no two the same."""
    place = unit[:2]
    every = [f"{place}{topic}{kind}" for topic in _TOPICS for kind in _KINDS]
    return pick.sample(every, count)


class Voice(random.Random):
    """Draws as its seed says, and speaks of one project."""

    def __init__(self, seed: str, name: Name) -> None:
        super().__init__(seed)
        self._name = name
        self._words = random.Random(f"{seed} in words")
        self._answers = {id(content.YEARS): lambda: YEAR}
        self._answers |= {
            id(content.PROJECTS): lambda: name.project,
            id(content.DEPARTMENTS): lambda: name.department,
            id(content.UNITS): lambda: name.unit,
            id(funds.REASONS): lambda: f"{self._reasons(1)[0]}，结余按规定上缴",
            id(texts.PLANNED): self._planned,
            id(texts.DONE): self._done,
        }

    def choice(self, seq: Sequence[Any]) -> Any:
        answer = self._answers.get(id(seq))
        return super().choice(seq) if answer is None else answer()

    def sample(self, population: Any, k: int, *, counts: Any = None) -> list[Any]:
        if population is rows.REASONS:
            return self._reasons(k)
        return super().sample(population, k, counts=counts)

    def _reasons(self, count: int) -> list[str]:
        because = self._words.sample(_BECAUSE, count)
        so = self._words.sample(_SO, count)
        what = self._name.project
        return [f"因{what}{b}未能如期完成；下一步将{s}" for b, s in zip(because, so, strict=True)]

    def _planned(self) -> str:
        topic = self._name.project
        clauses = [f"{doing}{what}" for doing, what in self._pairs(4)]
        return f"围绕{topic}，" + "，".join(clauses) + "。"

    def _done(self) -> str:
        results = self._words.sample(_TO_WHAT, 4)
        clauses = [
            f"{what}已{doing}，{result}"
            for (doing, what), result in zip(self._pairs(4), results, strict=True)
        ]
        return f"{self._name.unit}全年" + "；".join(clauses) + "。"

    def _pairs(self, count: int) -> list[tuple[str, str]]:
        doing, what = self._words.sample(_DOING, count), self._words.sample(_WHAT, count)
        return list(zip(doing, what, strict=True))
