from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.core.finding import Problem, Unchecked
from docxlint.core.reference import SectionRef
from docxlint.core.regex import Regex
from docxlint.form.bound import BoundForm
from docxlint.rules.engine import Verdict
from docxlint.rules.kinds.required_topics import Options, run
from docxlint.rules.references import reference_faults

Prose = Callable[..., BoundForm]
VerdictOf = Callable[..., Verdict]

OPTIONS = Options(
    section=SectionRef("overview"),
    topics={"网站": Regex.parse("网站"), "公开栏": Regex.parse("公开栏")},
)

COVERED = {
    "headings": ["（一）网站情况", "已改版。", "（二）公开栏情况", "已更换。"],
    "headings with full stops": ["(一)网站建设方面。", "已改版。", "(二)做好公开栏。", "已更换。"],
    "run into paragraphs": ["（一）网站。2023年，已改版。", "（二）公开栏。已更换。"],
    "numbered by Word": ["{（一）}网站", "已改版。", "{（二）}公开栏", "已更换。"],
    "plain lines": ["网站", "已改版。", "公开栏", "已更换。"],
    "styled headings": ["### 关于网站，我们做的工作", "已改版。", "### 公开栏", "已更换。"],
    "clauses that begin paragraphs": ["在网站方面，已改版。", "各村公开栏，已更换。"],
    "items": ["一是改版网站。访问更快。", "二是更换公开栏。村民方便。"],
    "one heading for both": ["（一）网站和公开栏", "已改版。"],
    "lines of one paragraph": ["（一）网站\n已改版。\n（二）公开栏\n已更换。"],
}


@pytest.mark.parametrize("lines", COVERED.values(), ids=COVERED.keys())
def test_topics_are_recognised_at_the_start_of_parts(prose: Prose, lines: list[str]) -> None:
    assert list(run(prose("## 一、总体情况", *lines), OPTIONS)) == []


def test_words_within_running_text_start_no_part(prose: Prose) -> None:
    bound = prose(
        "## 一、总体情况", "2023年，云溪镇改版网站，更换公开栏，加强检查。", "|网站、公开栏|"
    )
    (outcome,) = run(bound, OPTIONS)
    assert isinstance(outcome, Problem)
    assert outcome.message.zh == "“一、总体情况”没有分项写明：网站、公开栏"
    assert outcome.location.section == "一、总体情况"


def test_missing_topics_are_listed_in_one_finding(prose: Prose) -> None:
    (outcome,) = run(prose("## 一、总体情况", "（一）网站", "已改版。"), OPTIONS)
    assert isinstance(outcome, Problem)
    assert outcome.expected == "公开栏"


@pytest.mark.parametrize("lines", [["正文。"], ["## 一、总体情况"], ["## 一、总体情况", "|网站|"]])
def test_a_missing_or_empty_section_is_unchecked(prose: Prose, lines: list[str]) -> None:
    (outcome,) = run(prose(*lines), OPTIONS)
    assert isinstance(outcome, Unchecked)
    assert outcome.causes == (SectionRef("overview"),)


def test_an_unknown_section_is_an_option_fault(prose: Prose) -> None:
    (fault,) = reference_faults(
        Options(section=SectionRef("overvew"), topics={}), prose("正文。").form
    )
    assert (fault.path, fault.given) == (("section",), "overvew")


LOCAL = [
    "主动公开 依申请公开 政府信息管理 平台建设 监督保障",
    "主动公开政府信息情况 政府信息依申请公开办理情况 政府信息资源管理 公开平台建设 强化监督",
    "做好主动公开工作 规范依申请公开工作 加强政务信息管理 拓宽公开平台 完善监督保障机制",
]


@pytest.mark.parametrize("titles", LOCAL)
def test_the_five_topics_are_recognised_in_local_wordings(
    verdict_of_lines: VerdictOf, titles: str
) -> None:
    lines = [
        line
        for number, title in zip("一二三四五", titles.split(), strict=True)
        for line in (f"（{number}）{title}。", "已完成。")
    ]
    verdict = verdict_of_lines("subsection-missing", {"overview": lines})
    assert (verdict.findings, verdict.unchecked) == ((), ())
