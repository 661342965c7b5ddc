"""The number of parts in the introduction, its list, and the sections."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.core.finding import NotApplicable, Problem, Unchecked
from docxlint.core.reference import SectionOrFrontRef, SectionRef
from docxlint.core.regex import Regex
from docxlint.form.bound import BoundForm
from docxlint.rules.engine import Verdict
from docxlint.rules.kinds.part_count import Options, run
from docxlint.rules.references import reference_faults
from docxlint.rules.rule import Pack
from docxlint.rules.text_patterns import NumberPattern

Prose = Callable[..., BoundForm]
VerdictOf = Callable[..., Verdict]

SIX = "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项"

RIGHT = [
    f"本报告由{SIX}六部分组成。",
    f"本报告由{SIX}等六个部分组成。",
    f"本报告由{SIX}共6部分组成。",
    f"本报告内容包括{SIX}六部分。",
    f"全文分为{SIX}等６个部分。",
    f"全文由{SIX.replace('、', '，')}等六部分构成。",
    f"全文由{SIX.replace('复议和', '复议、')}等六部分构成。",
    f"全文由{SIX.replace('、其他', '和其他').replace('信息情况', '信息的情况')}等六部分组成。",
    f"全文由{SIX.replace('、其他', '以及其他')}等六部分组成。",
    f"全文由{SIX.replace('存在的主要问题及改进情况', '存在问题和改进措施')}等六部分组成。",
    "本报告共六部分。",
    "本报告包括六个部分，另附公开指南。",
    "全文由概述、公开、申请、复议、问题、其他六部分组成。",
    "全文由概述、公开、申请、复议、诉讼、问题、其他六部分组成。",  # 复议、诉讼 may be one
    "公开专区由查阅区、自助区、等候区三部分组成。",
    "培训内容包括政策、实务两部分。",
    "本报告是年度报告的一部分。",
    "报告的大部分数据来自网站。",
]

WRONG = [
    (f"本报告由{SIX}七部分组成。", "七", "6"),
    (f"本报告由{SIX}等五个部分组成。", "五", "6"),
    (f"本报告内容包括{SIX.replace('总体情况、', '')}六部分。", "六", None),
    (f"本报告由{SIX}、附件等六部分组成。", "六", None),
    ("本报告共分五个部分。", "五", "6"),
    ("全文包括8个部分。", "8", "6"),
]


@pytest.mark.parametrize("text", RIGHT)
def test_a_count_that_may_be_right_has_no_findings(verdict_of_lines: VerdictOf, text: str) -> None:
    verdict = verdict_of_lines("part-count", front=[text])
    assert (verdict.findings, verdict.unchecked, verdict.broken) == ((), (), ())


@pytest.mark.parametrize(("text", "found", "expected"), WRONG)
def test_a_count_that_the_list_or_the_document_contradicts_is_found(
    verdict_of_lines: VerdictOf, text: str, found: str, expected: str | None
) -> None:
    verdict = verdict_of_lines("part-count", front=[text])
    assert verdict.broken == ()
    (finding,) = verdict.findings
    assert (finding.found, finding.expected) == (found, expected)


def test_sections_outside_the_form_count_if_they_have_headings(prose: Prose) -> None:
    def expected_for(count: str) -> list[str | None]:
        bound = prose(
            f"全文由总体情况、存在的主要问题、下一步打算和其他需要报告的事项等{count}项部分组成。",
            "## 一、总体情况",
            "## 二、存在的主要问题",
            "## 三、下一步打算",
            "## 四、其他需要报告的事项",
        )
        options = Options(NumberPattern.parse("{n}项部分"), Regex.parse("由"), Regex.parse("全文"))
        return [each.expected for each in run(bound, options) if isinstance(each, Problem)]

    assert expected_for("四") == []
    assert expected_for("五") == ["4"]


def test_a_missing_section_is_not_reported_twice(verdict_of_lines: VerdictOf) -> None:
    front = [f"本报告由{SIX}六部分组成。"]
    assert verdict_of_lines("part-count", {"review": None}, front=front).findings == ()


def test_the_location_is_the_number(verdict_of_lines: VerdictOf) -> None:
    (finding,) = verdict_of_lines("part-count", front=["本报告共分 五 个部分。"]).findings
    assert finding.location.text == "五"
    assert len(finding.related) == 6


def _options(**more: tuple[SectionOrFrontRef, ...]) -> Options:
    return Options(
        says=NumberPattern.parse("共{n}个部分"),
        opens=Regex.parse("由"),
        of=Regex.parse("全文"),
        **more,
    )


def test_a_document_without_sections_is_unchecked(prose: Prose) -> None:
    (outcome,) = run(prose("全文共三个部分。"), _options())
    assert isinstance(outcome, Unchecked)
    assert outcome.causes[0] == SectionRef("overview")


def test_without_a_count_the_rule_does_not_apply(prose: Prose) -> None:
    (outcome,) = run(prose("现公布如下。", "## 一、总体情况"), _options())
    assert isinstance(outcome, NotApplicable)


def test_only_the_selected_sections_are_checked(prose: Prose) -> None:
    bound = prose("## 一、总体情况", "全文共三个部分。", "## 二、存在的主要问题", "无。")
    assert [type(each) for each in run(bound, _options())] == [NotApplicable]
    assert [
        type(each) for each in run(bound, _options(sections=(SectionOrFrontRef("overview"),)))
    ] == []
    bound = prose("## 一、总体情况", "全文共四个部分。", "## 二、存在的主要问题", "无。")
    assert [
        type(each) for each in run(bound, _options(sections=(SectionOrFrontRef("overview"),)))
    ] == [Problem]


def test_a_section_that_the_form_does_not_have_is_a_fault(national: Pack) -> None:
    sections = (SectionOrFrontRef("front"), SectionOrFrontRef("introduction"))
    (fault,) = reference_faults(_options(sections=sections), national.form)
    assert (fault.path, fault.given) == (("sections", 1), "introduction")
