"""Symbol fonts show characters of their own."""

from __future__ import annotations

import pytest

from docxlint.word.read.symbols import symbol


@pytest.mark.parametrize(
    ("font", "code", "character"),
    [
        ("Symbol", "F061", "α"),
        ("Symbol", "61", "α"),
        ("Wingdings", "F0FC", "✔"),
        ("wingdings", "F081", "①"),
        ("Wingdings 2", "F052", "☑"),
        ("Wingdings", "F001", "\uf001"),
        ("宋体", "25CB", "○"),
        ("宋体", "none", ""),
        ("宋体", "0", ""),
        ("宋体", "D800", ""),
        ("Segoe UI Emoji", "1F600", "😀"),
        ("宋体", "110000", ""),
    ],
)
def test_a_code_shows_the_character_of_its_font(font: str, code: str, character: str) -> None:
    assert symbol(font, code) == character
