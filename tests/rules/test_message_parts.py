import pytest

from docxlint.core.message import Message
from docxlint.rules.message_parts import figure_label, join_list


@pytest.mark.parametrize(
    ("row", "column", "label"),
    [
        ("总计", "金额", Message("“总计”行“金额”列", "“总计”, “金额”")),
        ("总计", None, Message("“总计”", "“总计”")),
        ("", "金额", Message("“金额”", "“金额”")),
        (None, None, Message("", "")),
    ],
)
def test_a_figure_is_named_by_the_labels_that_it_has(
    row: str | None, column: str | None, label: Message
) -> None:
    assert figure_label(row, column) == label


def test_long_labels_are_cut() -> None:
    assert figure_label("一二三四五六", None, 4).zh == "“一二三…”"


def test_a_shortened_list_has_the_total_number_of_items() -> None:
    assert join_list(["甲", Message("乙", "B")]) == Message("甲、乙", "甲, B")
    assert join_list(["甲", "乙"], 5) == Message("甲、乙等5处", "甲, 乙 and 3 more")
    assert join_list(["甲", "乙"], 2) == Message("甲、乙", "甲, 乙")
