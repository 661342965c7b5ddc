from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from docxlint.core.document import Paragraph, Story
from docxlint.core.finding import NotApplicable, Problem, Unchecked
from docxlint.core.location import Location
from docxlint.form.bound import BoundForm
from docxlint.rules.kinds.running_header import Options, run

Bind = Callable[..., BoundForm]


def with_header(document: BoundForm, *texts: str, kind: str = "header") -> BoundForm:
    place = Location("word/header1.xml", "/w:hdr")
    blocks = tuple(Paragraph(text, place) for text in texts)
    story = Story(kind, blocks, place)
    changed = msgspec.structs.replace(document.document, stories=(story,))
    return msgspec.structs.replace(document, document=changed)


@pytest.mark.parametrize(
    "text",
    [
        "青石县云溪镇2023年政府信息公开工作年度报告",
        "云溪镇政府信息公开工作年度报告",
        "2023年",
        "第1页 共9页",
        "青石县人民政府",
        "云溪镇党政综合办公室",
        "内部资料 注意保存",
    ],
)
def test_this_organ_and_year_are_right(bound: Bind, text: str) -> None:
    assert list(run(with_header(bound(), text), Options())) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2022年政府信息公开工作年度报告", "2022年"),
        ("云溪镇2021年度年报", "2021年"),
        ("青石县黑石镇人民政府", "“青石县黑石镇人民政府”"),
        ("黑石镇2023年政府信息公开工作年度报告", "“黑石镇”"),
    ],
)
@pytest.mark.parametrize("kind", ["header", "footer"])
def test_another_organ_or_year_is_a_problem(bound: Bind, text: str, words: str, kind: str) -> None:
    (problem,) = run(with_header(bound(), text, text, kind=kind), Options())
    assert isinstance(problem, Problem)
    assert words in problem.message.zh


def test_without_headers_it_does_not_apply(bound: Bind) -> None:
    (outcome,) = run(with_header(bound(), "  "), Options())
    assert isinstance(outcome, NotApplicable)
    assert list(run(with_header(bound(), "2022年", kind="footnote"), Options())) == [outcome]


def test_without_the_report_year_a_year_is_unchecked(bound: Bind) -> None:
    document = msgspec.structs.replace(with_header(bound(), "2022年"), year=None)
    (outcome,) = run(document, Options())
    assert isinstance(outcome, Unchecked)
