from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.core.regex import Regex
from docxlint.text.part_lists import PartList, find_part_lists
from docxlint.text.running_text import RunningText
from docxlint.text.zh import LANGUAGE

Running = Callable[..., RunningText]
OPENS, STOPS = Regex.parse("其中"), Regex.parse("同时")


def readings(text: RunningText) -> list[tuple[PartList, ...]]:
    return list(find_part_lists(text, OPENS, STOPS, LANGUAGE))


def test_a_list_that_adds_up_has_no_reading(running: Running) -> None:
    text = running("公开信息100条，其中政策60条、民生40条。")
    assert readings(text) == [()]


def test_a_list_that_does_not_add_up_is_read_with_its_total_and_parts(running: Running) -> None:
    ((reading,),) = readings(running("公开信息100条，其中政策60条、民生30条。"))
    assert reading.total.value == 100
    assert reading.sum == 90
    assert [part.value for part in reading.parts] == [60, 30]
    assert (reading.open, reading.far, reading.others) == (False, False, False)


@pytest.mark.parametrize("end", ["民生30条等", "民生30条，其余为其他信息", "民生30余条"])
def test_a_list_that_mentions_a_rest_or_a_round_number_is_open(running: Running, end: str) -> None:
    ((reading, *_),) = readings(running(f"公开信息100条，其中政策60条、{end}。"))
    assert reading.open


def test_a_list_over_two_sentences_has_a_far_reading(running: Running) -> None:
    ((near, far),) = readings(running("公开信息100条，其中政策60条。民生30条。"))
    assert near.sum == 60
    assert far.sum == 90
    assert (near.far, far.far) == (False, True)


def test_what_follows_the_words_that_stop_a_list_is_no_sure_part(running: Running) -> None:
    (lists,) = readings(running("公开信息100条，其中政策60条，同时解读30条。"))
    assert [part.value for part in lists[-1].parts] == [60]


def test_another_total_that_is_large_enough_is_noted(running: Running) -> None:
    ((reading,),) = readings(running("网站公开200条，公示栏公开50条，其中政策60条、民生30条。"))
    assert reading.total.value == 50
    assert reading.others


def test_a_list_inside_a_part_is_left_out(running: Running) -> None:
    text = running("公开信息100条，其中政策60条（其中规章10条、文件20条）、民生40条。")
    assert readings(text) == [()]


def test_text_without_a_total_has_no_list(running: Running) -> None:
    assert readings(running("其中政策60条、民生40条。")) == []


def test_rounded_figures_may_miss_their_total(running: Running) -> None:
    assert readings(running("支出1.2万元，其中印刷0.7万元、邮寄0.6万元。")) == [()]
