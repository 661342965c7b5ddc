"""Repairs become deletions and insertions with the formatting of the text around them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest

from docxlint.word.edit.edit_plan import Repair
from docxlint.word.edit.part_edits import PartEdits
from docxlint.word.edit.text_diff import TextEdit
from docxlint.word.edit.tracked_edits import write_tracked_edits

Indexed = Callable[..., Any]

_BOLD = "<w:rPr><w:b/></w:rPr>"


def _tracked(document: Any, *edits: TextEdit, path: str = "/w:p[1]") -> str:
    """The body with the edits of one paragraph as tracked changes."""
    paragraph = document.paragraph(path)
    part_edits = PartEdits(document.part)
    repair = Repair(paragraph, edits, (), paragraph.location)
    write_tracked_edits(part_edits, [repair], count(7), "docxlint")
    text = part_edits.data().decode()
    return text.partition("<w:body>")[2].partition("</w:body>")[0]


def _deleted(text: str, id_: int, properties: str = "") -> str:
    return (
        f'<w:del w:id="{id_}" w:author="docxlint"><w:r>{properties}'
        f"<w:delText>{text}</w:delText></w:r></w:del>"
    )


def _inserted(text: str, id_: int, properties: str = "") -> str:
    return (
        f'<w:ins w:id="{id_}" w:author="docxlint"><w:r>{properties}'
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:ins>'
    )


def test_replaced_text_is_deleted_and_inserted_with_its_formatting(indexed: Indexed) -> None:
    document = indexed(f"<w:p><w:r>{_BOLD}<w:t>甲乙丙</w:t></w:r></w:p>")
    start, end = (f"<w:r>{_BOLD}<w:t>{text}</w:t></w:r>" for text in "甲丙")
    assert _tracked(document, TextEdit(1, 2, "丁")) == (
        f"<w:p>{start}{_deleted('乙', 7, _BOLD)}{_inserted('丁', 8, _BOLD)}{end}</w:p>"
    )


def test_a_deletion_over_runs_has_a_deletion_in_each(indexed: Indexed) -> None:
    document = indexed("<w:p><w:r><w:t>甲乙</w:t></w:r><w:r><w:t>丙丁</w:t></w:r></w:p>")
    assert _tracked(document, TextEdit(1, 3, "")) == (
        f"<w:p><w:r><w:t>甲</w:t></w:r>{_deleted('乙', 7)}{_deleted('丙', 8)}"
        "<w:r><w:t>丁</w:t></w:r></w:p>"
    )


def test_pieces_of_one_run_are_deleted_together(indexed: Indexed) -> None:
    document = indexed("<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r></w:p>")
    assert _tracked(document, TextEdit(0, 3, "")) == (
        '<w:p><w:del w:id="7" w:author="docxlint"><w:r><w:delText>甲</w:delText><w:tab/>'
        "<w:delText>乙</w:delText></w:r></w:del></w:p>"
    )


@pytest.mark.parametrize(("at", "expected"), [(1, "甲|乙"), (2, "甲乙|"), (0, "|甲乙")])
def test_new_text_has_the_formatting_of_the_text_before_it(
    at: int, expected: str, indexed: Indexed
) -> None:
    document = indexed(f"<w:p><w:r>{_BOLD}<w:t>甲乙</w:t></w:r></w:p>")
    runs = (f"<w:r>{_BOLD}<w:t>{text}</w:t></w:r>" if text else "" for text in expected.split("|"))
    assert _tracked(document, TextEdit(at, at, "丁")) == (
        f"<w:p>{_inserted('丁', 7, _BOLD).join(runs)}</w:p>"
    )


def test_text_in_an_empty_paragraph_has_the_formatting_of_its_mark(indexed: Indexed) -> None:
    document = indexed(f"<w:p><w:pPr>{_BOLD}</w:pPr></w:p><w:p/>")
    assert _tracked(document, TextEdit(0, 0, "0")) == (
        f"<w:p><w:pPr>{_BOLD}</w:pPr>{_inserted('0', 7, _BOLD)}</w:p><w:p/>"
    )
    assert _tracked(document, TextEdit(0, 0, "0"), path="/w:p[2]") == (
        f"<w:p><w:pPr>{_BOLD}</w:pPr></w:p><w:p>{_inserted('0', 7)}</w:p>"
    )
