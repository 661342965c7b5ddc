"""The strokes that turn one text into another."""

from __future__ import annotations

import pytest

from docxlint.word.edit.text_diff import Stroke, blind, made, strokes, whole


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("2024年01月15日", "2024年1月15日", [(5, 6, "")]),
        ("规范性文件", "行政规范性文件", [(0, 0, "行政")]),
        ("七、其他。", "六、其他", [(0, 1, "六"), (4, 5, "")]),
        ("一样", "一样", []),
        ("", "0", [(0, 0, "0")]),
    ],
)
def test_only_what_differs_is_touched(
    old: str, new: str, wanted: list[tuple[int, int, str]]
) -> None:
    assert list(map(tuple, strokes(old, new))) == wanted
    assert made(strokes(old, new), old) == new


def test_white_space_stays_where_a_label_is_mended() -> None:
    old = "本年\n制作 件数"
    assert made(blind(old, "本年制发件数"), old) == "本年\n制发 件数"
    assert blind(" \n", "总计") == (Stroke(0, 0, "总计"),)
    assert made(blind("规范性 文件", "行政规范性文件"), "规范性 文件") == "行政规范性 文件"


def test_many_strokes_become_one() -> None:
    old = "2024 年 1 月 15 日"
    several = strokes(old, "2024年1月15日")
    assert len(several) > 2
    assert whole(several, old) == (Stroke(4, 14, "年1月15"),)
    assert made(whole(several, old), old) == "2024年1月15日"


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ((1, 3, "a"), (2, 4, ""), True),
        ((1, 3, "a"), (3, 4, ""), False),
        ((1, 1, "a"), (1, 1, "b"), True),
        ((1, 3, "a"), (2, 2, "b"), True),
        ((1, 3, "a"), (3, 3, "b"), False),
    ],
)
def test_strokes_meet_that_share_a_character_or_a_place(
    one: tuple[int, int, str], other: tuple[int, int, str], meet: bool
) -> None:
    assert Stroke(*one).meets(Stroke(*other)) is meet
    assert Stroke(*other).meets(Stroke(*one)) is meet
