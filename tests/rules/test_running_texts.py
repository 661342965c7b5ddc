from __future__ import annotations

from collections.abc import Callable

from docxlint.form.bound import BoundForm
from docxlint.form.passages import running_texts

Prose = Callable[..., BoundForm]


def texts(bound: BoundForm) -> list[str]:
    return [each.text for each in running_texts(bound)]


def test_paragraphs_that_end_stand_alone(prose: Prose) -> None:
    bound = prose("## 一、总体情况", "公开信息。", "收到申请！", "“都已答复。”", "完")
    assert texts(bound) == ["公开信息。", "收到申请！", "“都已答复。”", "完"]


def test_a_paragraph_that_breaks_off_goes_on_in_the_next(prose: Prose) -> None:
    bound = prose("## 一、总体情况", "全乡主动", "公开信息，", "收到申请。")
    assert texts(bound) == ["全乡主动公开信息，收到申请。"]


def test_nothing_goes_on_behind_a_table_a_heading_or_a_text_box(prose: Prose) -> None:
    lines = [
        "## 一、总体情况",
        "全乡主动",
        "| 表 |",
        "公开信息",
        "### （一）公开",
        "收到",
        "[] 申请",
        "答复",
    ]
    assert texts(prose(*lines)) == ["全乡主动", "公开信息", "（一）公开", "收到", "申请", "答复"]


def test_a_numbered_list_behind_a_colon_belongs_to_it(prose: Prose) -> None:
    bound = prose(
        "## 一、总体情况", "公开信息100条，其中：", "1.政策60条。", "2.民生40条。", "收到申请。"
    )
    assert texts(bound) == ["公开信息100条，其中：1.政策60条。2.民生40条。", "收到申请。"]


def test_blanks_go_except_between_letters_and_digits(prose: Prose) -> None:
    bound = prose("## 一、总体情况", " 公 开\u3000105 条，LED  TV ２ ３ 台。")
    assert texts(bound) == ["公开105条，LED TV ２ ３台。"]


def test_each_place_is_that_of_its_own_paragraph(prose: Prose) -> None:
    first, second = "全乡 主动 ", " 公开 105 条，收 到 3 件。"
    (text,) = running_texts(prose("## 一、总体情况", first, second))
    for words, line, shown in (
        ("主动", first, "主动"),
        ("105条", second, "105 条"),
        ("收到3件", second, "收 到 3 件"),
    ):
        at = text.text.index(words)
        place = text.place(at, at + len(words))
        assert place.text == line[place.start : place.end] == shown
    across = text.place(text.text.index("主动"), text.text.index("105"))
    assert across.text == "主动"


def test_sections_are_chosen_by_name(prose: Prose) -> None:
    bound = prose("前言。", "## 一、总体情况", "甲。", "## 三、其他需要报告的事项", "乙。")
    assert [each.text for each in running_texts(bound, ("other",))] == ["乙。"]
    assert texts(bound) == ["前言。", "甲。", "乙。"]


def test_sentences_end_with_their_marks_and_with_the_text(prose: Prose) -> None:
    (text,) = running_texts(prose("## 一、总体情况", "甲。乙！丙"))
    assert text.sentence_ends == (2, 4, 5)
