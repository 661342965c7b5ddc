"""The budget of a document ends at its limits; a plain part hides and tracks nothing."""

from __future__ import annotations

import pytest
from lxml import etree

from docxlint.word.ooxml.limits import Limits
from docxlint.word.ooxml.names import W_URI
from docxlint.word.ooxml.unreadable import Code, Unreadable
from docxlint.word.read.scope import Budget, is_plain
from docxlint.word.read.styles import Styles


def code(budget: Budget, method: str, amount: int) -> Code:
    with pytest.raises(Unreadable) as caught:
        getattr(budget, method)(amount)
    return Code(caught.value.code)


def test_the_budget_ends_above_each_limit() -> None:
    budget = Budget(Limits(paragraphs=1, slots=4, trail=10))
    budget.paragraph(3)
    budget.table(4)
    budget.path(7)
    assert code(budget, "table", 1) == Code.TOO_MANY_CELLS
    assert code(budget, "paragraph", 0) == Code.TOO_MANY_PARAGRAPHS
    assert code(budget, "path", 1) == Code.TOO_COMPLEX


@pytest.mark.parametrize(
    ("content", "plain"),
    [
        ("<w:p><w:r/></w:p>", True),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr></w:r></w:p>", False),
        ("<w:p><w:ins/></w:p>", False),
        ("<w:tbl><w:tr><w:trPr><w:trPrChange/></w:trPr></w:tr></w:tbl>", False),
    ],
)
def test_a_part_that_hides_or_tracks_is_not_plain(content: str, plain: bool) -> None:
    root = etree.fromstring(f'<w:body xmlns:w="{W_URI}">{content}</w:body>')
    assert is_plain(root, Styles(None)) is plain
