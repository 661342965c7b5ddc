from decimal import Decimal

import pytest

from docxlint.text.zh.cell_figures import figure


@pytest.mark.parametrize(
    ("text", "value", "plain"),
    [
        ("0", "0", True),
        ("  12\n", "12", True),
        ("26.55", "26.55", True),
        ("７", "7", False),
        ("1,009", "1009", False),
        ("1，009", "1009", False),
        ("1 009", "1009", False),
        ("7件", "7", False),
        ("20万元", "20", False),
        ("", None, False),
        ("—", None, False),
        ("/", None, False),
        ("O", None, False),
        ("-1", None, False),
        ("无", None, False),
        ("1,00", None, False),
        ("1.", None, False),
        ("٣", None, False),
    ],
)
def test_a_figure_is_read_as_a_person_would_add_it_up(
    text: str, value: str | None, plain: bool
) -> None:
    read = figure(text)
    assert read.value == (Decimal(value) if value is not None else None)
    assert read.plain is plain


def test_a_cell_of_white_space_is_blank_and_a_dash_is_not() -> None:
    assert figure(" \n\u3000").blank
    assert not figure("—").blank
