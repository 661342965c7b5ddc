import pytest

from docxlint.text.zh import sentences


def test_the_clause_of_a_figure_ends_at_a_mark_or_a_bracket_with_parts() -> None:
    for text, clause in (
        ("收到申请3件，办结2件", "收到申请3件"),
        ("收到申请3件（其中个人2件）", "收到申请3件"),
        ("收到申请3件（附表）", "收到申请3件（附表）"),
    ):
        assert text[: sentences.clause_end(text, 0, len(text))] == clause


def test_a_clause_without_a_mark_ends_at_the_limit() -> None:
    assert sentences.clause_end("收到申请3件", 0, 4) == 4


@pytest.mark.parametrize("text", ["政策60条等", "政策60条，其余为其他信息", "政策60条，另外还有"])
def test_a_list_with_a_rest_has_an_open_end(text: str) -> None:
    assert sentences.has_open_end(text, 5, len(text))


def test_a_list_without_a_rest_has_no_open_end() -> None:
    assert not sentences.has_open_end("政策60条，民生40条", 5, 11)


def test_joints_of_a_list_become_separators() -> None:
    assert (
        sentences.unify_joints("总体情况、公开 和申请，以及问题。")
        == "总体情况、公开、申请、、问题"
    )
    assert sentences.unify_joints("存在的问题") == "存在问题"


def test_the_items_of_a_list_have_no_words_around_it() -> None:
    assert sentences.listed_items("公开、、问题等共") == ["公开", "问题"]
    assert sentences.listed_items("等") == []


@pytest.mark.parametrize("text", ["完成。", "完成。”", "如下：", "完成；"])
def test_a_text_is_closed_by_a_mark(text: str) -> None:
    assert sentences.is_closed(text)


@pytest.mark.parametrize("text", ["完成", "完成，", "完成、"])
def test_a_comma_does_not_close_a_text(text: str) -> None:
    assert not sentences.is_closed(text)


def test_a_text_that_begins_with_a_mark_continues_a_sentence() -> None:
    assert sentences.continues("，并公开")
    assert not sentences.continues("并公开")
    assert not sentences.continues("")


def test_brackets_of_either_width_count() -> None:
    assert sentences.bracket_depth("（其中(2件)") == 1
    assert sentences.bracket_depth("）") == -1


def test_a_heading_has_no_marks_of_running_text() -> None:
    assert not sentences.has_marks("总体情况")
    assert sentences.has_marks("总体情况：公开")
