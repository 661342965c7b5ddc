"""A repair that keeps every letter, or the value, is certain; one that takes letters is likely."""

from __future__ import annotations

import pytest

from docxlint.copies.certainty import is_certain
from docxlint.text.language import DEFAULT, load_language

LANGUAGE = load_language(DEFAULT)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("4件", "4"),
        ("１２", "12"),
        ("1,234", "1234"),
        ("12\u200b", "12"),
        (",", "，"),
        ("。", ""),
        ("[2021]30号", "〔2021〕30号"),
        ("〔202373号〕", "〔2023〕73号"),
        ("2024-01-15", "2024年1月15日"),
        ("2024年01月15日", "2024年1月15日"),
        ("5、 存在的主要问题及改进情况", "五、存在的主要问题及改进情况"),
        ("（1）", "①"),
        ("规范性文件", "行政规范性文件"),
        ("（一） 予以 公开", "（一）予以公开"),
    ],
)
def test_a_change_of_writing_is_certain(old: str, new: str) -> None:
    assert is_certain(old, new, LANGUAGE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("其它", "其他"),
        ("一、总体情况情况", "一、总体情况"),
        ("四、存在的主要问题", "五、存在的主要问题"),
        ("2024年1月16日", "2024年1月15日"),
        ("定于2024-01-15开会", "2024年1月15日"),
        ("自然人数", "自然人"),
    ],
)
def test_a_change_of_letters_is_likely(old: str, new: str) -> None:
    assert not is_certain(old, new, LANGUAGE)
