"""A new wrapper in the table of roles is open to comments and repairs."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest

from docxlint.word.edit.edit_plan import Repair
from docxlint.word.edit.insert_points import point_in_piece
from docxlint.word.edit.part_edits import PartEdits
from docxlint.word.edit.safety import SafetyCheck, Unsafe
from docxlint.word.edit.text_diff import TextEdit
from docxlint.word.edit.tracked_edits import write_tracked_edits
from docxlint.word.ooxml.names import w
from docxlint.word.ooxml.roles import ROLES, Role

Indexed = Callable[..., Any]

RUN = "<w:r><w:t>甲乙</w:t></w:r>"
BODY = f"<w:wrap><w:p><w:wrap>{RUN}</w:wrap></w:p></w:wrap>"
PATH = "/w:wrap[1]/w:p[1]"


@pytest.fixture
def document(indexed: Indexed, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A document whose paragraph and run are in made-up wrappers."""
    monkeypatch.setitem(ROLES, w("wrap"), Role.WRAPPER)
    return indexed(BODY)


def test_its_text_is_safe_to_change(document: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    paragraph = document.paragraph(PATH)
    assert SafetyCheck(document.part).reason_unsafe(paragraph, 0, 1) is None
    monkeypatch.delitem(ROLES, w("wrap"))
    reason = SafetyCheck(document.part).reason_unsafe(paragraph, 0, 1)
    assert reason is Unsafe.NOT_PLAIN_TEXT


def test_its_text_can_be_repaired(document: Any) -> None:
    paragraph = document.paragraph(PATH)
    edits = PartEdits(document.part)
    repair = Repair(paragraph, (TextEdit(0, 1, "丁"),), (), paragraph.location)
    write_tracked_edits(edits, [repair], count(1), "docxlint")
    text = edits.data().decode()
    assert "<w:delText>甲</w:delText>" in text
    assert text.index("<w:wrap>") < text.index("丁") < text.index("</w:wrap>")


def test_a_comment_can_begin_inside_it(document: Any) -> None:
    (piece,) = document.paragraph(PATH).pieces
    element = document.part.element_at(piece.path)
    point = point_in_piece(document.part, element, 1, after=False)
    assert point is not None
    assert point.run is element.getparent()
