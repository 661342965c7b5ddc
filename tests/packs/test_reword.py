"""Words of an inherited form that are replaced."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from docxlint.form.schema import Form
from docxlint.packs.reword import printed_words, report_unknown_words, reword
from docxlint.rules.rule import Pack

NodeOf = Callable[[str], Any]


@pytest.fixture
def form(national: Pack) -> Form:
    return national.form


def test_only_the_given_words_change(form: Form, node_of: NodeOf) -> None:
    heading = form.sections[1].heading
    read = node_of(f"{heading}: 二、新的标题\n")
    new = reword(form, read.node, read.binder)
    assert read.faults == []
    assert new.sections[1].heading == "二、新的标题"
    assert new.sections[0] == form.sections[0]
    assert set(printed_words(form)) - set(printed_words(new)) == {heading}


def test_a_title_is_also_replaced_in_its_wording(form: Form, node_of: NodeOf) -> None:
    read = node_of(f"{form.title.name}: 年报\n")
    title = reword(form, read.node, read.binder).title
    assert title.name == "年报"
    assert title.wording == form.title.wording.replace(form.title.name, "年报")


def test_words_that_are_not_printed_are_reported_once_each(node_of: NodeOf) -> None:
    read = node_of("甲: 乙\n丙: 丁\n")
    report_unknown_words(read.node, ["甲", "戊"], read.binder)
    assert read.faults == ["2:1 the inherited form does not print “丙”"]


def test_blank_words_and_equal_headings_are_faults(form: Form, node_of: NodeOf) -> None:
    first, second = form.sections[0].heading, form.sections[1].heading
    read = node_of(f'{first}: ""\n')
    reword(form, read.node, read.binder)
    assert [fault.partition(" ")[2] for fault in read.faults] == [
        "words cannot be reworded into nothing"
    ]
    read = node_of(f"{first}: {second}\n")
    reword(form, read.node, read.binder)
    assert len(read.faults) == 1
