"""Sketches of texts: what they keep, and how alike two texts are by them."""

from __future__ import annotations

import random
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetlint.crosscheck import near_duplicates
from sheetlint.crosscheck.near_duplicates import Group, find_groups
from sheetlint.crosscheck.text_sketch import MOST_HASHES, decode_sketch, encode_sketch, similarity
from tests.random_examples import examples

HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 2000)]


def prose(pick: random.Random, length: int) -> str:
    return "".join(pick.choices(HAN, k=length))


def with_edit(text: str, pick: random.Random, length: int) -> str:
    """The text with so many characters in one place written anew."""
    at = pick.randrange(len(text) - length)
    return text[:at] + prose(pick, length) + text[at + length :]


def test_a_text_without_a_run_has_no_sketch() -> None:
    assert [encode_sketch(text) for text in ("", "无", "已完", "，。！ 1")] == ["", "", "", ""]


def test_blanks_punctuation_and_width_make_no_other_text() -> None:
    assert encode_sketch("完成 率 达到98%，较好。") == encode_sketch("完成率达到９８％ 较好")


@examples(50)
@given(st.text())
def test_a_sketch_holds_what_it_is_made_of(text: str) -> None:
    sketch = decode_sketch(encode_sketch(text))
    assert len(sketch) <= MOST_HASHES
    assert similarity(sketch, sketch) == (1.0 if sketch else 0.0)


@pytest.mark.parametrize("length", [60, 120, 600])
@pytest.mark.parametrize(("part", "enough"), [(0.05, True), (0.5, False)])
def test_the_share_in_common_is_about_what_a_comparison_gives(
    length: int, part: float, enough: bool
) -> None:
    pick = random.Random(length)
    shares = []
    for _ in range(50):
        text = prose(pick, length)
        other = with_edit(text, pick, int(length * part))
        share = similarity(decode_sketch(encode_sketch(text)), decode_sketch(encode_sketch(other)))
        assert abs(share - SequenceMatcher(None, text, other, False).ratio()) < 0.15
        shares.append(share)
    assert (sum(shares) / len(shares) >= 0.9) is enough


def test_copies_are_found_and_nothing_else() -> None:
    pick = random.Random(1)
    texts = [prose(pick, 150) for _ in range(200)]
    texts[150] = with_edit(texts[20], pick, 3)
    texts[151] = texts[20]
    texts[199] = with_edit(texts[70], pick, 3)
    found = find_groups([encode_sketch(text) for text in texts], 0.9, 20)
    assert [group.members for group in found] == [(20, 150, 151), (70, 199)]
    assert all(0.9 <= group.least_similarity < 1 for group in found)


@pytest.mark.parametrize("template", [100, 400])
def test_what_half_of_all_texts_have_counts_for_nothing(template: int) -> None:
    """Nine tenths and more of each text are the template, and no two of them are alike."""
    pick = random.Random(2)
    sentence = prose(pick, template)
    own = [prose(pick, template // 10 + 24) for _ in range(100)]
    texts = [sentence + text if number % 5 else text for number, text in enumerate(own)]
    assert find_groups([encode_sketch(text) for text in texts], 0.9, 20) == []
    texts[60] = texts[61]
    (found,) = find_groups([encode_sketch(text) for text in texts], 0.9, 20)
    assert found.members == (60, 61)


def test_two_copies_among_few_are_no_template() -> None:
    text = encode_sketch(
        "按照年初计划完成了全部设备的采购、安装和调试工作，经验收全部合格，运行稳定。"
    )
    assert find_groups([text, text], 0.9, 20) == [Group((0, 1), 1.0)]


def test_short_texts_are_not_compared() -> None:
    text = encode_sketch("已按计划完成全部任务。")
    assert find_groups([text] * 3, 0.9, 20) == []


def test_the_work_grows_with_the_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand copies of one text, among others with a long template: each is compared with few."""

    compared = 0

    def counting(one: frozenset[int], other: frozenset[int], common: frozenset[int]) -> float:
        nonlocal compared
        compared += 1
        return similarity(one, other, common)

    monkeypatch.setattr(near_duplicates, "similarity", counting)
    pick = random.Random(3)
    sentence, copied = prose(pick, 200), prose(pick, 200)
    texts = [sentence + prose(pick, 100 + number % 80) for number in range(2500)]
    texts[500:1500] = [copied] * 1000
    (found,) = find_groups([encode_sketch(text) for text in texts], 0.9, 20)
    assert found.members == tuple(range(500, 1500))
    assert compared < 3 * len(texts)
