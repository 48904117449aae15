"""Makes the sheets of the examples: ``python examples/make_examples.py [FOLDER]``.

Names and figures are invented.  The sheets in ``sheets/`` show typical mistakes beside clean ones;
those in ``sheet-repository/`` are all clean.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from forms import Form, Fund, Indicator, write_docx, write_text, write_xlsx, write_yaml


def funds(
    budget: str, executed: str, rate: str, score: str, initial: str | None = None
) -> list[Fund]:
    """All money from this year's appropriation."""
    first = budget if initial is None else initial
    return [
        Fund("年度资金总额", first, budget, executed, "10", rate, score),
        Fund("其中：当年财政拨款", first, budget, executed),
        Fund("上年结转资金", "0", "0", "0"),
        Fund("其他资金", "0", "0", "0"),
    ]


Row = tuple[str, str, str, str, str] | tuple[str, str, str, str, str, str]


def rows(level1: str, level2: str, *items: Row) -> list[Indicator]:
    return [Indicator(level1, level2, *item) for item in items]


OUTPUT, EFFECT, SATISFACTION = "产出指标", "效益指标", "满意度指标"
QUANTITY, QUALITY, TIME, COST = "数量指标", "质量指标", "时效指标", "成本指标"
SOCIAL, LASTING, SERVED = "社会效益指标", "可持续影响指标", "服务对象满意度指标"


national = partial(Form, title="项目支出绩效自评表", money_unit="万元", year=2023)
shanghai = partial(
    Form,
    title="财政项目支出绩效自评表",
    money_unit="元",
    year=2023,
    goal_label="预算目标",
    profile="shanghai",
)


# ── sheets to run ───────────────────────────────────────────────────────────────────────────────

READING_CORNERS = national(
    project="乡村小学图书角建设项目",
    unit="云溪县教育技术中心",
    department="云溪县教育局",
    funds=funds("120", "120", "1", "10"),
    planned="为12所乡村小学各建一处图书角，配书并培训管理教师，让学生课间能借能读。",
    actual="12所乡村小学的图书角全部建成开放，共配书7320册，培训管理教师26人次，学生借阅5820次。",
    indicators=[
        *rows(
            OUTPUT,
            QUANTITY,
            ("建成图书角", "≥12处", "12处", "15", "15"),
            ("配备图书", "≥7200册", "7320册", "10", "10"),
        ),
        *rows(OUTPUT, QUALITY, ("图书正版合格率", "≥98%", "99.6%", "15", "15")),
        *rows(OUTPUT, TIME, ("建设完成时间", "2023年9月底前", "2023年8月", "10", "10")),
        *rows(
            EFFECT,
            SOCIAL,
            (
                "学生借阅次数",
                "≥6000次",
                "5820次",
                "15",
                "14.55",
                "因11月流感停课两周，借阅减少；下一步将延长午间开放时间，并按月核对借阅台账",
            ),
        ),
        *rows(EFFECT, LASTING, ("配备管理教师的学校比例", "≥90%", "100%", "15", "15")),
        *rows(SATISFACTION, SERVED, ("师生满意度", "≥90%", "95.2%（回收问卷318份）", "10", "10")),
    ],
    total="99.55",
)

LIFT_SAFETY = national(
    project="老旧小区电梯安全评估项目",
    unit="青禾市特种设备服务所",
    department="青禾市市场监督管理局",
    funds=funds("86.40", "82.68", "0.9659", "9.57"),  # 95.69% with two digits swapped
    planned="完成240台老旧电梯的安全评估，出具报告并督促整改，减少困人故障。",
    actual="完成240台电梯的评估，出具报告240份，督促整改隐患176处。",
    indicators=[
        *rows(OUTPUT, QUANTITY, ("评估电梯数量", "≥240台", "240台", "20", "20")),
        *rows(OUTPUT, QUALITY, ("评估报告一次通过率", "≥95%", "97.5%", "15", "15")),
        *rows(OUTPUT, TIME, ("评估完成及时率", "≥95%", "98.3%", "10", "10")),
        *rows(OUTPUT, COST, ("单台评估费用", "≤3600元", "3445元", "5", "5")),
        *rows(EFFECT, SOCIAL, ("隐患整改率", "≥90%", "92.1%", "15", "15")),
        *rows(EFFECT, LASTING, ("困人故障下降率", "≥10%", "12.4%", "15", "15")),
        *rows(SATISFACTION, SERVED, ("小区居民满意度", "≥95%", "91%", "10", "9.58")),  # no note
    ],
    total="99.15",
)

DAY_CARE = national(
    project="社区日间照料中心运营补助",
    unit="云溪县养老服务指导站",
    department="云溪县民政局",
    funds=funds("315", "315", "1", "10"),
    planned="保障9家社区日间照料中心正常运营，为老年人提供助餐、康复和文娱服务。",
    actual="9家中心全年开放，助餐8.6万人次，康复服务4210人次，文娱活动412场。",
    indicators=[  # 60 + 30 + 10, and the budget row's 10 on top
        *rows(
            OUTPUT,
            QUANTITY,
            ("补助中心数量", "≥9家", "9家", "15", "15"),
            ("助餐人次", "≥8万人次", "8.6万人次", "15", "15"),
        ),
        *rows(OUTPUT, QUALITY, ("服务规范达标率", "≥95%", "96.4%", "15", "15")),
        *rows(OUTPUT, TIME, ("补助资金拨付及时率", "≥95%", "99%", "15", "15")),
        *rows(EFFECT, SOCIAL, ("服务覆盖社区比例", "≥60%", "64%", "15", "15")),
        *rows(EFFECT, LASTING, ("中心持续运营率", "≥95%", "100%", "15", "15")),
        *rows(SATISFACTION, SERVED, ("老年人满意度", "≥90%", "94.7%", "10", "10")),
    ],
    total="100",
)

GREENERY = shanghai(
    project="城市绿地养护经费",
    unit="临江区绿化管理所",
    department="临江区绿化和市容管理局",
    funds=funds("3680000", "3680000", "1", "10"),
    planned="完成46万平方米公共绿地的日常养护，保持绿地整洁和植物成活。",
    actual="完成46.2万平方米绿地养护，修剪12次，补植乔灌木1840株，全年无安全事故。",
    indicators=[
        *rows(OUTPUT, QUANTITY, ("养护绿地面积", "≥46万平方米", "46.2万平方米", "20", "20")),
        *rows(OUTPUT, QUALITY, ("植物成活率", "≥95%", "97.3%", "20", "20")),
        *rows(OUTPUT, TIME, ("养护任务完成及时率", "≥95%", "98%", "10", "10")),
        *rows(EFFECT, SOCIAL, ("市民投诉办结率", "≥98%", "99.1%", "15", "15")),
        *rows(EFFECT, LASTING, ("绿地保有率", "≥99%", "100%", "15", "15")),
        *rows(SATISFACTION, SERVED, ("市民满意度", "≥90%", "93.5%", "10", "10")),
    ],
    total="100",
)

NIGHT_LIBRARY = shanghai(
    project="图书馆夜间开放经费",
    unit="临江区图书馆",
    department="临江区文化和旅游局",
    funds=funds("1260000", "1260000", "1", "10"),
    planned="区图书馆及4家分馆每周五、周六开放至22时，方便上班族和学生阅读。",
    actual="全年夜间开放502场次，夜间到馆6.1万人次，举办讲座24场。",
    indicators=[
        *rows(OUTPUT, QUANTITY, ("夜间开放场次", "≥500场", "502场", "15", "16")),  # 16 of 15
        *rows(OUTPUT, QUALITY, ("夜间服务岗到岗率", "≥98%", "99.2%", "20", "20")),
        *rows(OUTPUT, TIME, ("按时开放率", "≥98%", "99.6%", "15", "15")),
        *rows(EFFECT, SOCIAL, ("夜间到馆人次", "≥6万人次", "6.1万人次", "20", "20")),
        *rows(EFFECT, LASTING, ("志愿者留任率", "≥80%", "72%", "10", "9", "无")),
        *rows(SATISFACTION, SERVED, ("读者满意度", "≥90%", "96%", "10", "10")),
    ],
    total="100",
)

FLOOD_STORES = national(
    project="防汛物资储备项目",
    unit="青禾市防汛物资中心",
    department="青禾市水务局",
    funds=funds("240", "240", "1", "10"),
    planned="补充防汛编织袋、水泵和照明设备，保证汛期物资两小时内送达。",
    actual="采购编织袋5.2万条、水泵18台、照明设备36套，汛期调运9次，均在两小时内送达。",
    indicators=[
        *rows(
            OUTPUT,
            QUANTITY,
            ("采购编织袋", "≥5万条", "5.2万条", "10", "10"),
            (
                "采购水泵",
                "≥20台",
                "18台",
                "10",
                "9",
                "因一家供应商产能不足，2台未按期交货；下一步将在合同中写明违约责任",
            ),
        ),
        *rows(OUTPUT, QUALITY, ("物资验收合格率", "≥98%", "100%", "20", "20")),
        *rows(OUTPUT, TIME, ("汛前入库率", "≥95%", "96%", "10", "10")),
        *rows(EFFECT, SOCIAL, ("调运两小时送达率", "≥95%", "100%", "15", "15")),
        *rows(EFFECT, LASTING, ("物资年检覆盖率", "≥95%", "97%", "15", "15")),
        *rows(SATISFACTION, SERVED, ("使用单位满意度", "≥90%", "93%", "10", "10")),
    ],
    total="98",  # the scores add up to 99
)

PUMP_UPKEEP = national(
    project="排涝泵站维修项目",
    unit="青禾市防汛物资中心",
    department="青禾市水务局",
    funds=funds("180", "158.94", "0.8830", "10"),  # 88.30% of 10 points is 8.83
    planned="汛前完成6座排涝泵站的机电维修，保证汛期开机正常。",
    actual="完成6座泵站维修，汛期开机214台时，无停机故障。",
    indicators=[
        *rows(OUTPUT, QUANTITY, ("维修泵站数量", "≥6座", "6座", "20", "20")),
        *rows(OUTPUT, QUALITY, ("机组完好率", "≥95%", "98%", "20", "20")),
        *rows(OUTPUT, TIME, ("汛前完成率", "≥95%", "100%", "10", "10")),
        *rows(EFFECT, SOCIAL, ("积水点按时排除率", "≥90%", "94%", "15", "15")),
        *rows(EFFECT, LASTING, ("维修后一年内返修率", "≤5%", "2%", "15", "15")),
        *rows(SATISFACTION, SERVED, ("周边居民满意度", "≥90%", "92%", "10", "10")),
    ],
    total="100",
)

# ── a repository of sheets ──────────────────────────────────────────────────────────────────────

REHABILITATION = national(
    project="残疾人康复服务项目",
    unit="云溪县残疾人康复中心",
    department="云溪县残疾人联合会",
    year=2022,
    funds=funds("96.50", "96.50", "1", "10"),
    planned="为420名残疾人提供康复训练和辅具适配，改善生活自理能力。",
    actual="为436名残疾人提供康复训练，适配辅具512件，入户随访1280人次。",
    indicators=[
        *rows(
            OUTPUT,
            QUANTITY,
            ("康复训练人数", "≥420人", "436人", "15", "15"),
            ("适配辅具数量", "≥500件", "512件", "10", "10"),
        ),
        *rows(OUTPUT, QUALITY, ("康复方案执行率", "≥95%", "96.8%", "15", "15")),
        *rows(OUTPUT, TIME, ("服务按期完成率", "≥95%", "98%", "10", "10")),
        *rows(EFFECT, SOCIAL, ("功能改善比例", "≥70%", "74.3%", "15", "15")),
        *rows(
            EFFECT,
            LASTING,
            (
                "入户随访率",
                "≥95%",
                "93.1%",
                "15",
                "14.70",
                "因部分服务对象外出务工未能入户；下一步将改为电话随访并登记",
            ),
        ),
        *rows(SATISFACTION, SERVED, ("服务对象满意度", "≥90%", "94%（问卷206份）", "10", "10")),
    ],
    total="99.70",
)

DRINKING_WATER = national(
    project="农村饮水安全巩固提升",
    unit="云溪县农村供水站",
    department="云溪县水利局",
    year=2022,
    funds=funds("540", "540", "1", "10", initial="500"),
    planned="改造8处村级供水点，更换老化管网，稳定3.1万人的饮水水质。年中追加40万元用于抗旱应急。",
    actual="改造供水点8处，更换管网42公里，3.2万人受益，水质抽检合格率98.4%。",
    indicators=[
        *rows(
            OUTPUT,
            QUANTITY,
            ("改造供水点", "≥8处", "8处", "15", "15"),
            ("更换管网长度", "≥40公里", "42公里", "10", "10"),
        ),
        *rows(OUTPUT, QUALITY, ("工程验收合格率", "≥98%", "100%", "15", "15")),
        *rows(OUTPUT, TIME, ("工程按期完工率", "≥95%", "100%", "10", "10")),
        *rows(EFFECT, SOCIAL, ("受益人口", "≥3.1万人", "3.2万人", "15", "15")),
        *rows(EFFECT, LASTING, ("水质抽检合格率", "≥95%", "98.4%", "15", "15")),
        *rows(SATISFACTION, SERVED, ("用水户满意度", "≥90%", "93.6%", "10", "10")),
    ],
    total="100",
)

FITNESS_PATHS = shanghai(
    project="公园健身步道维修",
    unit="临江区公园管理中心",
    department="临江区绿化和市容管理局",
    funds=funds("2150000", "2150000", "1", "10"),
    planned="维修5座公园的健身步道，修补破损路面并更新标识，方便市民锻炼。",
    actual="5座公园的步道维修完毕，修补路面6830平方米，更新标识124块。",
    indicators=[
        *rows(
            OUTPUT,
            QUANTITY,
            ("维修步道的公园数", "≥5座", "5座", "10", "10"),
            ("修补路面面积", "≥6800平方米", "6830平方米", "10", "10"),
        ),
        *rows(OUTPUT, QUALITY, ("工程验收合格率", "≥98%", "100%", "20", "20")),
        *rows(OUTPUT, TIME, ("工期按时完成率", "≥95%", "96%", "10", "10")),
        *rows(EFFECT, SOCIAL, ("步道使用率", "≥80%", "86%", "15", "15")),
        *rows(EFFECT, LASTING, ("质保期内巡检率", "≥95%", "98%", "15", "15")),
        *rows(SATISFACTION, SERVED, ("游园市民满意度", "≥90%", "95%", "10", "10")),
    ],
    total="100",
)

SCIENCE_EVENTS = shanghai(
    project="青少年科普活动",
    unit="临江区青少年活动中心",
    department="临江区教育局",
    funds=funds("780000", "780000", "1", "10"),
    planned="面向中小学生举办科普讲座和实验营，培养动手能力。",
    actual="举办讲座62场、实验营16期，参加学生9480人次。",
    indicators=[
        *rows(
            OUTPUT,
            QUANTITY,
            ("举办讲座", "≥60场", "62场", "10", "10"),
            ("举办实验营", "≥15期", "16期", "10", "10"),
        ),
        *rows(OUTPUT, QUALITY, ("实验课程合格率", "≥95%", "97%", "20", "20")),
        *rows(OUTPUT, TIME, ("活动按期举办率", "≥95%", "98%", "10", "10")),
        *rows(EFFECT, SOCIAL, ("参加学生人次", "≥9000人次", "9480人次", "15", "15")),
        *rows(EFFECT, LASTING, ("再次报名率", "≥40%", "46%", "15", "15")),
        *rows(SATISFACTION, SERVED, ("学生及家长满意度", "≥90%", "96%", "10", "10")),
    ],
    total="100",
)


def make(folder: Path) -> None:
    """All example sheets, below ``folder``."""
    sheets = folder / "sheets"
    sheets.mkdir(parents=True, exist_ok=True)
    write_xlsx(sheets / "1 乡村小学图书角.xlsx", [("自评表", READING_CORNERS)])
    write_xlsx(sheets / "2 电梯安全评估.xlsx", [("自评表", LIFT_SAFETY)])
    write_docx(sheets / "3 日间照料中心.docx", DAY_CARE)
    write_text(sheets / "4 城市绿地养护.txt", GREENERY)
    write_yaml(sheets / "5 图书馆夜间开放.yaml", NIGHT_LIBRARY)
    write_xlsx(
        sheets / "6 防汛（两张表）.xlsx", [("防汛物资", FLOOD_STORES), ("泵站维修", PUMP_UPKEEP)]
    )
    local = folder / "local-checks"
    local.mkdir(exist_ok=True)
    write_text(local / "城市绿地养护.txt", replace(GREENERY, unit="绿化所"))
    repository = folder / "sheet-repository"
    for name in ("2022", "2023"):
        (repository / name).mkdir(parents=True, exist_ok=True)
    write_xlsx(repository / "2022" / "2022年 残疾人康复服务项目.xlsx", [("自评表", REHABILITATION)])
    write_docx(repository / "2022" / "2022年 农村饮水安全巩固提升.docx", DRINKING_WATER)
    write_text(repository / "2023" / "2023年 公园健身步道维修.txt", FITNESS_PATHS)
    write_yaml(repository / "2023" / "2023年 青少年科普活动.yaml", SCIENCE_EVENTS)


def main(arguments: Sequence[str]) -> None:
    make(Path(arguments[0]) if arguments else Path(__file__).parent)


if __name__ == "__main__":
    main(sys.argv[1:])
