"""Edits turn one text into another with as little change as possible."""

from __future__ import annotations

import pytest

from docxlint.word.edit.text_diff import (
    TextEdit,
    apply_edits,
    diff_ignoring_space,
    diff_text,
    merge_edits,
)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("2024年01月15日", "2024年1月15日", [(5, 6, "")]),
        ("规范性文件", "行政规范性文件", [(0, 0, "行政")]),
        ("七、其他。", "六、其他", [(0, 1, "六"), (4, 5, "")]),
        ("一样", "一样", []),
        ("", "0", [(0, 0, "0")]),
    ],
)
def test_only_the_difference_is_edited(
    old: str, new: str, expected: list[tuple[int, int, str]]
) -> None:
    assert list(map(tuple, diff_text(old, new))) == expected
    assert apply_edits(diff_text(old, new), old) == new


def test_long_texts_are_replaced_completely() -> None:
    old = "甲" * 2_001
    assert diff_text(old, "乙") == (TextEdit(0, 2_001, "乙"),)


def test_white_space_in_the_old_text_stays() -> None:
    old = "本年\n制作 件数"
    assert apply_edits(diff_ignoring_space(old, "本年制发件数"), old) == "本年\n制发 件数"
    assert diff_ignoring_space(" \n", "总计") == (TextEdit(0, 0, "总计"),)
    old = "规范性 文件"
    assert apply_edits(diff_ignoring_space(old, "行政规范性文件"), old) == "行政规范性 文件"


def test_many_edits_are_merged() -> None:
    old = "2024 年 1 月 15 日"
    edits = diff_text(old, "2024年1月15日")
    assert len(edits) > 2
    assert merge_edits(edits, old) == (TextEdit(4, 14, "年1月15"),)
    assert apply_edits(merge_edits(edits, old), old) == "2024年1月15日"
    assert merge_edits(edits[:2], old) == edits[:2]


@pytest.mark.parametrize(
    ("first", "second", "conflict"),
    [
        ((1, 3, "a"), (2, 4, ""), True),
        ((1, 3, "a"), (3, 4, ""), False),
        ((1, 1, "a"), (1, 1, "b"), True),
        ((1, 3, "a"), (2, 2, "b"), True),
        ((1, 3, "a"), (3, 3, "b"), False),
    ],
)
def test_edits_conflict_that_share_a_character_or_a_place(
    first: tuple[int, int, str], second: tuple[int, int, str], conflict: bool
) -> None:
    assert TextEdit(*first).conflicts_with(TextEdit(*second)) is conflict
    assert TextEdit(*second).conflicts_with(TextEdit(*first)) is conflict


def test_a_shifted_edit_has_the_same_text() -> None:
    assert TextEdit(1, 3, "a").shift(4) == TextEdit(5, 7, "a")
