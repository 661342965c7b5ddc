"""Every code of word/edit has a sentence in both languages."""

from __future__ import annotations

import pytest

from docxlint.copies.copy_messages import cannot_copy_text, unsafe_text
from docxlint.word.edit.copy_error import CannotCopy, CopyProblem
from docxlint.word.edit.safety import Unsafe


@pytest.mark.parametrize("code", CopyProblem)
def test_each_problem_has_a_sentence_with_its_parameters(code: CopyProblem) -> None:
    message = cannot_copy_text(CannotCopy(code, part="word/x.xml", limit=5))
    for text in (message.zh, message.en):
        assert text and "{" not in text
    assert ("word/x.xml" in message.zh) == ("word/x.xml" in message.en)
    assert ("5" in message.zh) == ("5" in message.en) == (code is CopyProblem.TOO_LARGE)


def test_problems_with_a_part_name_it() -> None:
    for code in (CopyProblem.DAMAGED_ENTRY, CopyProblem.NOT_COMMENTS, CopyProblem.ESCAPED_NAME):
        assert "word/x.xml" in cannot_copy_text(CannotCopy(code, part="word/x.xml")).zh


def test_each_unsafe_change_has_a_sentence_of_its_own() -> None:
    messages = [unsafe_text(reason) for reason in Unsafe]
    for lang in ("zh", "en"):
        assert len({message.text(lang) for message in messages}) == len(Unsafe)
