"""Rows and columns of a block as trees of labels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from docxlint.core.message import Message
from docxlint.packs.form_lines import Lines, bind_lines, check_unique
from docxlint.text.language import DEFAULT, load_language

NodeOf = Callable[[str], Any]
EMPTY = Message(zh="空", en="nothing here")
TWICE = Message(zh="{name} {line}", en="{name} is on line {line}")
LANGUAGE = load_language(DEFAULT)


@pytest.fixture
def lines_of(node_of: NodeOf) -> Callable[..., tuple[Lines, list[str]]]:
    def lines_of(text: str, *, rows: bool = True) -> tuple[Lines, list[str]]:
        read = node_of(text)
        lines = bind_lines(read.node, EMPTY, read.binder, LANGUAGE, rows=rows)
        return lines, read.faults

    return lines_of


def test_a_line_has_the_labels_from_the_outermost_group_on(
    lines_of: Callable[..., tuple[Lines, list[str]]],
) -> None:
    lines, faults = lines_of("一、收到: {new: 新收, old: 结转}\ndone: 二、办结\n")
    assert faults == []
    assert [(line.name, line.path) for line in lines.lines] == [
        ("new", ("一、收到", "新收")),
        ("old", ("一、收到", "结转")),
        ("done", ("二、办结",)),
    ]
    assert not lines.bare


def test_only_a_row_that_stands_alone_may_be_without_a_label(
    lines_of: Callable[..., tuple[Lines, list[str]]],
) -> None:
    lines, faults = lines_of('only: ""\n')
    assert (lines.bare, faults) == (True, [])
    assert len(lines_of('only: ""\nother: 乙\n')[1]) == 1
    assert lines_of('only: ""\n', rows=False)[1] == ["1:7 a column has a label"]


def test_labels_that_are_equal_next_to_each_other_are_a_fault(
    lines_of: Callable[..., tuple[Lines, list[str]]],
) -> None:
    _, faults = lines_of("a: 人数\nb: 人 数\n")
    assert faults == [
        "2:4 “人 数” is already printed beside this, on line 1: the two cannot be told apart"
    ]


def test_an_empty_group_and_a_bad_name_are_faults(
    lines_of: Callable[..., tuple[Lines, list[str]]],
) -> None:
    assert lines_of("组: {}\n")[1] == ["1:4 nothing here"]
    assert [fault[:4] for fault in lines_of("New: 新\n")[1]] == ["1:1 "]


def test_lines_that_are_missing_are_not_complete(node_of: NodeOf) -> None:
    read = node_of("a: b\n")
    assert not bind_lines(None, EMPTY, read.binder, LANGUAGE, rows=True).complete


def test_a_name_comes_once_in_all_groups(node_of: NodeOf) -> None:
    one, two = node_of("new: 新\n"), node_of("old: 旧\nnew: 再新\n")
    groups = [bind_lines(each.node, EMPTY, each.binder, LANGUAGE, rows=True) for each in (one, two)]
    check_unique(groups, TWICE, two.binder)
    assert two.faults == ["2:1 new is on line 1"]
