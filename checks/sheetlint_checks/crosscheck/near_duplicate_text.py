"""文字雷同

检查内容
    不同的项目，预期目标、完成情况或者说明的文字是否九成以上相同。一批表里半数以上都有的句子
    （表样或上级给的套话）不计；去掉以后不到二十个字（说明不到四十个字）的不比较；
    但半数以上的表完成情况一字不差的要说；同一项目由几个单位实施的不比较。
为什么
    各个项目做的事不同，完成情况却一字不差，多半是复制了别的表。
依据
    建议：各项目的目标和完成情况应当各写各的，没有条文直接规定。
不通过示例
    两个项目的完成情况 95% 相同
通过示例
    各写各的
怎么改
    核对是哪一张复制了另一张，按本项目的实际情况重写。

What it checks
    Whether goals, results or notes of different projects are nine tenths the same.  Sentences that
    half of the batch has come from the form or from above and count for nothing; what is then
    shorter than twenty characters (forty for notes) is not compared, nor is one project in several units.  Results that
    are word for word the same in half of the batch are named nevertheless.
Why
    Projects that do different things and report the same have copied from each other.
Basis
    Advice: each project reports on itself; no clause prescribes it.
Fails
    results of two projects that are 95 % the same
Passes
    each in its own words
How to fix
    See which was copied, and write what this project did.
"""

from collections.abc import Iterator, Sequence

from sheetlint.crosscheck.batch import Batch
from sheetlint.crosscheck.sheet_summary import TEXTS, SheetSummary
from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_BATCH, MEDIUM, Finding, check, cross_finding
from sheetlint.sheet.place import Place
from sheetlint_checks.basis import COMPARISON
from sheetlint_checks.crosscheck.sheet_names import project_key, quote_sheet_names

_MESSAGE = Text(
    "{names}的{field}{share}相同",
    "{names}: {share} of the {field} is the same",
)
_SAME = Text("完全", "all")
_ALMOST = Text("有 {percent}% 以上", "{percent} % or more")
_AND = Text("{one}和{other}", "{one} and {other}")
_FIELDS = {
    "planned": Text("预期目标", "goal"),
    "actual": Text("完成情况", "results"),
    "notes": Text("说明", "notes"),
}
_HINT = Text(
    "核对是哪一张复制了另一张，按本项目的实际情况重写",
    "see which was copied, and write what this project did",
)
_ENOUGH = 0.9
_LONG = 30
_LEAST = {"planned": 20, "actual": 20, "notes": 40}
"""One deviation note is one sentence, and there are not so many causes."""


@check(
    "BT002",
    "near-duplicate-text",
    title="Different projects have the same text",
    severity="warning",
    confidence=MEDIUM,
    basis=COMPARISON,
    each=EACH_BATCH,
)
def near_duplicate_text(batch: Batch, profile: Profile) -> Iterator[Finding]:
    # Most runs have one file, and load nothing for what compares many.
    from sheetlint.crosscheck.near_duplicates import find_groups

    # Sheets that share several texts are one matter.
    alike: dict[tuple[int, ...], list[tuple[str, float]]] = {}
    for number, field in enumerate(TEXTS):
        for group in find_groups(
            [sheet.texts[number] for sheet in batch.sheets], _ENOUGH, _LEAST[field]
        ):
            alike.setdefault(group.members, []).append((field, group.least_similarity))
    for members in _find_common_results(batch):
        if not any(set(members) <= set(others) for others in alike):
            alike[members] = [("actual", 1.0)]
    for members, fields in sorted(alike.items()):
        sheets = [batch.sheets[member] for member in members]
        keys = {project_key(sheet) for sheet in sheets}
        if len(keys) > 1:
            names = [field for field, _ in fields]
            share = int(min(least for _, least in fields) * 100)
            message = _MESSAGE.fill(
                names=quote_sheet_names(sheets),
                field=_fields(names),
                share=_SAME if share == 100 else _ALMOST.fill(percent=share // 5 * 5),
            )
            places = [place for sheet in sheets for place in _places(sheet, names)]
            yield cross_finding(message, places, (*names, *sorted(keys)), hint=_HINT)


def _find_common_results(batch: Batch) -> Iterator[tuple[int, ...]]:
    """Sheets whose results are word for word those of half of the batch.

    Groups leave out what so many have in common, for the sake of texts that say something else as
    well.  These say nothing else, and results do not come from a form.
    """
    from sheetlint.crosscheck.text_sketch import decode_sketch

    number = TEXTS.index("actual")
    same: dict[str, list[int]] = {}
    for position, sheet in enumerate(batch.sheets):
        same.setdefault(sheet.texts[number], []).append(position)
    for text, members in same.items():
        many = len(members) > 1 and len(members) * 2 >= len(batch.sheets)
        if many and len(decode_sketch(text)) >= _LONG:
            yield tuple(members)


def _fields(names: Sequence[str]) -> Text:
    joined = _FIELDS[names[0]]
    for name in names[1:]:
        joined = _AND.fill(one=joined, other=_FIELDS[name])
    return joined


def _places(sheet: SheetSummary, names: Sequence[str]) -> Iterator[Place]:
    """Notes stand in many cells: the sheet says it."""
    for name in names:
        yield sheet.place_of("project" if name == "notes" else name)
