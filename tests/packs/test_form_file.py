"""Forms as YAML: a whole form, and the parts that an extending pack redefines."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from docxlint.form.schema import Form
from docxlint.packs.form_file import bind_form, bind_parts
from docxlint.text.language import DEFAULT, load_language

NodeOf = Callable[[str], Any]
LANGUAGE = load_language(DEFAULT)


@pytest.fixture
def form(tiny: SimpleNamespace, node_of: NodeOf) -> Form:
    read = node_of(tiny.files["form.yaml"])
    form = bind_form(read.node, read.binder, LANGUAGE)
    assert (read.faults, form is None) == ([], False)
    assert form is not None
    return form


def test_a_form_has_its_title_sections_and_tables(form: Form) -> None:
    assert (form.title.name, form.title.wording) == ("报告", "{organ}{year}年报告")
    assert [(each.name, each.heading) for each in form.sections] == [
        ("first", "一、情况"),
        ("second", "二、数字"),
    ]
    assert [(each.name, each.section) for each in form.tables] == [
        ("sums", "second"),
        ("cases", "second"),
    ]


def test_all_parts_are_checked_even_if_one_fails(node_of: NodeOf) -> None:
    read = node_of(
        "title: {name: 报告, wording: '{organ}{yaer}报告'}\n"
        "sections: {First: 一、情况, second: 一、情况}\n"
        "tables: {sums: {in: third, columns: {people: 人}, rows: {new: 新}}}\n"
    )
    assert bind_form(read.node, read.binder, LANGUAGE) is None
    assert [fault.partition(" ")[0] for fault in read.faults] == ["2:12", "2:33", "3:21", "1:36"]


def test_redefined_parts_take_the_place_of_those_of_the_base(form: Form, node_of: NodeOf) -> None:
    read = node_of("sections: {second: 二、数据}\n")
    new = bind_parts(read.node, read.binder, form, LANGUAGE)
    assert new is not None
    assert [each.heading for each in new.sections] == ["一、情况", "二、数据"]
    assert (new.title, new.tables) == (form.title, form.tables)


def test_a_part_that_the_base_does_not_have_is_a_fault(form: Form, node_of: NodeOf) -> None:
    read = node_of("sections: {third: 三、其他}\n")
    assert bind_parts(read.node, read.binder, form, LANGUAGE) is None
    assert read.faults == ["1:12 the inherited form has no section “third”"]


def test_without_a_base_the_parts_are_only_checked(node_of: NodeOf) -> None:
    read = node_of("sections: {Third: 三、其他}\n")
    assert bind_parts(read.node, read.binder, None, LANGUAGE) is None
    assert len(read.faults) == 1
