from decimal import Decimal

import pytest

from docxlint.core.regex import InvalidOption
from docxlint.rules.sums.formula import Formula


def test_both_sides_keep_their_terms() -> None:
    formula = Formula.parse("new + carried_in = handled - 2*sum(a..c, t.x)")
    assert [term.factor for term in formula.left] == [Decimal(1), Decimal(1)]
    assert [term.factor for term in formula.right] == [Decimal(1), Decimal(-2)]
    first, second = formula.right[1].names
    assert (first.name, first.last) == ("a", "c")
    assert (second.name, second.last) == ("t.x", None)
    assert [ref.offset for ref in formula.names()] == [0, 6, 19, 35, 41]


def test_numbers_are_decimal() -> None:
    formula = Formula.parse("0.1 = -0.25*x")
    assert formula.left[0].factor == Decimal("0.1")
    assert formula.left[0].names == ()
    assert formula.right[0].factor == Decimal("-0.25")


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("", 0),
        ("a", 1),
        ("a = ", 4),
        ("a + = b", 4),
        ("a = b c", 6),
        ("a = b = c", 6),
        ("a = $b", 4),
        ("sum(a..) = b", 7),
        ("sum(a, ) = b", 7),
        ("sum(a = b", 6),
        ("a = 2*3", 6),
        ("a = __import__('os')", 15),
    ],
)
def test_a_malformed_formula_has_the_offset_of_the_mistake(text: str, offset: int) -> None:
    with pytest.raises(InvalidOption) as caught:
        Formula.parse(text)
    assert caught.value.offset == offset
    assert caught.value.message.zh
