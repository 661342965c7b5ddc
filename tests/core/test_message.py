"""One sentence in two languages."""

from __future__ import annotations

import pytest

from docxlint.core.message import Message

COUNT = Message(zh="错误{n}处：{what}", en="errors: {n}: {what}")


def test_a_template_fills_the_same_values_in_both_languages() -> None:
    assert COUNT(n=2, what="a{n}") == Message(zh="错误2处：a{n}", en="errors: 2: a{n}")


def test_a_message_as_a_value_appears_in_the_language_of_the_sentence() -> None:
    filled = COUNT(n=1, what=Message(zh="空白", en="blank"))
    assert (filled.text("zh"), filled.text("en")) == ("错误1处：空白", "errors: 1: blank")


def test_a_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError):
        COUNT(n=1)


def test_messages_are_joined_with_the_separator_of_each_language() -> None:
    parts = [Message("甲", "a"), Message.same("b")]
    assert Message("、", ", ").join(parts) == Message(zh="甲、b", en="a, b")
    assert Message("、", ", ").join([]) == Message.same("")
