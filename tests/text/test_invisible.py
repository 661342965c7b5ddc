"""Characters that show nothing."""

from __future__ import annotations

import pytest

from docxlint.text.invisible import is_invisible, without_invisible


@pytest.mark.parametrize(
    "char",
    [
        "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202a", "\u202e", "\u2066",
        "\u115f", "\u1160", "\u3164", "\uffa0", "\u034f", "\u180e", "\u180b", "\u17b4",
        "\ufe00", "\ufe0f", "\U000e0100", "\U000e0020",
    ],
)  # fmt: skip
def test_a_character_that_shows_nothing_is_taken_out(char: str) -> None:
    assert is_invisible(char)
    assert without_invisible(f"1{char}2") == "12"


@pytest.mark.parametrize(
    "char", [" ", "\u3000", "\u00a0", "\n", "\t", "1", "中", "①", "é", "\u0301"]
)
def test_white_space_and_what_shows_stay(char: str) -> None:
    assert not is_invisible(char)
    assert without_invisible(f"1{char}2") == f"1{char}2"
