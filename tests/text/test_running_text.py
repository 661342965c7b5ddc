from __future__ import annotations

from collections.abc import Callable

import msgspec

from docxlint.core.document import Passage
from docxlint.text.running_text import RunningText, join_passages
from docxlint.text.zh import LANGUAGE

Passages = Callable[..., list[Passage]]
Running = Callable[..., RunningText]


def texts(passages: list[Passage], openings: frozenset[int] = frozenset()) -> list[str]:
    return [text.text for text in join_passages(passages, openings, LANGUAGE)]


def test_paragraphs_that_end_stand_alone(passages: Passages) -> None:
    lines = ["公开信息。", "收到申请！", "“都已答复。”", "完"]
    assert texts(passages(*lines)) == lines


def test_a_paragraph_that_breaks_off_goes_on_in_the_next(passages: Passages) -> None:
    lines = passages("全乡主动", " ", "公开信息，", "收到申请。")
    assert texts(lines) == ["全乡主动公开信息，收到申请。"]


def test_headings_and_text_boxes_stand_alone(passages: Passages) -> None:
    lines = passages("全乡主动", "### （一）公开", "收到", "[] 申请", "答复")
    assert texts(lines) == ["全乡主动", "（一）公开", "收到", "申请", "答复"]


def test_a_paragraph_behind_a_table_begins_a_text(passages: Passages) -> None:
    lines = passages("全乡主动", "公开信息。")
    assert texts(lines, frozenset([id(lines[1].paragraph)])) == ["全乡主动", "公开信息。"]


def test_nothing_goes_on_in_another_section(passages: Passages) -> None:
    first, second = passages("全乡主动", "公开信息。")
    assert texts([first, msgspec.structs.replace(second, section="other")]) == [
        "全乡主动",
        "公开信息。",
    ]


def test_a_numbered_list_behind_a_colon_belongs_to_it(passages: Passages) -> None:
    lines = passages("公开信息100条，其中：", "1.政策60条。", "2.民生40条。", "收到申请。")
    assert texts(lines) == ["公开信息100条，其中：1.政策60条。2.民生40条。", "收到申请。"]


def test_blanks_go_except_between_letters_and_digits(running: Running) -> None:
    assert running(" 公 开\u3000105 条，LED  TV ２ ３ 台。").text == "公开105条，LED TV ２ ３台。"


def test_each_place_is_that_of_its_own_paragraph(running: Running) -> None:
    first, second = "全乡 主动 ", " 公开 105 条，收 到 3 件。"
    text = running(first, second)
    for words, line, spaced in (
        ("主动", first, "主动"),
        ("105条", second, "105 条"),
        ("收到3件", second, "收 到 3 件"),
    ):
        at = text.text.index(words)
        place = text.place(at, at + len(words))
        assert place.text == line[place.start : place.end] == spaced


def test_a_place_across_paragraphs_ends_with_the_first(running: Running) -> None:
    text = running("全乡 主动 ", " 公开 105 条。")
    assert text.place(text.text.index("主动"), text.text.index("105")).text == "主动"


def test_sentences_end_with_their_marks_and_with_the_text(running: Running) -> None:
    assert running("甲。乙！丙").sentence_ends == (2, 4, 5)
    assert running("甲。乙。").sentence_ends == (2, 4)
