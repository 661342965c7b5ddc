"""English number words and Hebrew numerals."""

from __future__ import annotations

import pytest

from docxlint.word.read.number_words import cardinal, hebrew, ordinal


@pytest.mark.parametrize(
    ("value", "words", "rank"),
    [
        (1, "One", "First"),
        (2, "Two", "Second"),
        (3, "Three", "Third"),
        (5, "Five", "Fifth"),
        (8, "Eight", "Eighth"),
        (9, "Nine", "Ninth"),
        (12, "Twelve", "Twelfth"),
        (20, "Twenty", "Twentieth"),
        (21, "Twenty-one", "Twenty-first"),
        (99, "Ninety-nine", "Ninety-ninth"),
        (100, "One hundred", "One hundredth"),
        (345, "Three hundred forty-five", "Three hundred forty-fifth"),
        (2_012, "Two thousand twelve", "Two thousand twelfth"),
        (
            32_767,
            "Thirty-two thousand seven hundred sixty-seven",
            "Thirty-two thousand seven hundred sixty-seventh",
        ),
    ],
)
def test_number_words(value: int, words: str, rank: str) -> None:
    assert cardinal(value) == words
    assert ordinal(value) == rank


@pytest.mark.parametrize(
    ("value", "numeral"),
    [(1, "א"), (10, "י"), (15, "טו"), (16, "טז"), (17, "יז"), (115, "קטו"), (499, "תצט")],
)
def test_hebrew_numerals(value: int, numeral: str) -> None:
    assert hebrew(value) == numeral
