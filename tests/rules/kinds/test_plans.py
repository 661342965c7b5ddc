from collections.abc import Callable

import pytest

from docxlint.core.finding import NotApplicable, Problem, Unchecked
from docxlint.core.reference import TITLE, PlaceRef
from docxlint.form.bound import BoundForm
from docxlint.rules.engine import Verdict
from docxlint.rules.kinds.plans import KIND, Options
from docxlint.rules.text_patterns import YearPattern
from docxlint.rules.year_statements import Statement

Prose = Callable[..., BoundForm]

VerdictOf = Callable[..., Verdict]


@pytest.mark.parametrize(
    "line",
    [
        "2023年，我镇将重点做好以下几方面工作：一是把公开纳入考核。",
        "2023年，我镇将着力抓好以下工作：一是加强培训。",
        "2023年我镇将继续加强政务公开。",
        "2023年，我镇将继续把政务公开作为重点。",
        "2023年，凤鸣镇政府信息公开工作将从以下方面改进。",
        "（二）改进措施。2023年，我镇将加大公开力度。",
        "针对上述问题，2023年我镇将采取以下措施。",
        "在2023年的工作中，我镇将进一步规范流程。",
        "2023 年，我镇将不断提升服务水平。",
        "二〇二三年，我镇将努力提高质量。",
        "2022年，我镇将进一步加强管理。",
        "（二）2023年工作打算",
        "2023年，我镇拟进一步完善制度。",
    ],
)
def test_a_plan_for_the_report_year_is_stale(verdict_of_lines: VerdictOf, line: str) -> None:
    (finding,) = verdict_of_lines("stale-year", {"problems": [line]}).findings
    assert finding.expected == "2024年"
    place = finding.location
    assert place.section == "五、存在的主要问题及改进情况"
    assert "年" not in line[place.start : place.end]


@pytest.mark.parametrize(
    "line",
    [
        "2024年，我镇将重点做好以下几方面工作。",
        "2024 年，我镇将继续深入贯彻上级部署。",
        "2023年，我镇将政务公开纳入年度考核。",
        "2023年，我镇将公开目录重新编制，将栏目由32个合并为18个。",
        "2023年，我镇将加强政务公开作为年度重点任务。",
        "2023年，我镇将推进公开标准化列入年度计划。",
        "针对2023年工作中存在的不足，我镇将进一步改进。",
        "总结2023年的工作，我镇还有不足，今后将继续努力。",
        "2023年，在上级指导下取得了成效，但仍有不足，下一步将继续改进。",
        "2023年我镇的工作虽有进步，但公开内容还要进一步丰富。",
        "年初提出2023年我镇将进一步完善目录，现已完成。",
        "上一年度报告中提出2023年将重点解决的目录不全问题，已全部解决。",
        "为2024年公开工作全面提升奠定基础。",
        "做好2024年日常督查工作。",
        "2025年底前，我镇将完善全部公开栏。",
        "按照《2023年政务公开工作要点》，我镇将逐项落实。",
        "2023年政务公开工作要点落实情况。",
        "下一步，我镇将在2023年工作的基础上继续努力。",
    ],
)
def test_other_sentences_with_a_year_are_no_stale_plans(
    verdict_of_lines: VerdictOf, line: str
) -> None:
    verdict = verdict_of_lines("stale-year", {"problems": [line]})
    assert (verdict.findings, verdict.unchecked, verdict.broken) == ((), (), ())


def test_plans_in_sections_outside_the_form_are_checked(verdict_of_lines: VerdictOf) -> None:
    verdict = verdict_of_lines(
        "stale-year",
        {
            "problems": ["还有不足。", "六、下一步工作打算", "2023年，我乡将继续努力。"],
            "other": None,
        },
        end=["七、其他需要报告的事项", "无。"],
    )
    assert [finding.found for finding in verdict.findings] == ["2023年"]


def test_the_overview_has_no_plans(verdict_of_lines: VerdictOf) -> None:
    line = "2023年，我镇将进一步完善目录的任务交给综合办。"
    assert verdict_of_lines("stale-year", {"overview": [line]}).findings == ()


def test_without_the_section_for_plans_the_rule_is_unchecked(verdict_of_lines: VerdictOf) -> None:
    verdict = verdict_of_lines("stale-year", {"problems": None})
    assert [u.reason.zh for u in verdict.unchecked] == ["文档里没有写下一步计划的部分"]


PLANS = Options((Statement(YearPattern.parse("{year}将"), sections=(PlaceRef("problems"),)),))
SECTION = "## 二、存在的主要问题"


def test_a_stale_plan_names_the_report_year_and_the_next(prose: Prose) -> None:
    (outcome,) = KIND.run(prose(SECTION, "2023年将加强培训。"), PLANS)
    assert isinstance(outcome, Problem)
    assert outcome.message.zh == "下一步计划写的是2023年，报告年度是2023年，应为2024年"
    assert (outcome.found, outcome.expected) == ("2023年", "2024年")


def test_plans_for_later_years_pass(prose: Prose) -> None:
    assert list(KIND.run(prose(SECTION, "2024年将加强培训，2025年将改版。"), PLANS)) == []


def test_without_plans_the_rule_does_not_apply(prose: Prose) -> None:
    (outcome,) = KIND.run(prose(SECTION, "明年将加强培训。"), PLANS)
    assert isinstance(outcome, NotApplicable)


def test_a_missing_section_is_the_cause_of_an_unchecked_rule(prose: Prose) -> None:
    bound = prose("## 一、总体情况", "2023年将加强培训。")
    (outcome,) = KIND.run(bound, PLANS)
    assert isinstance(outcome, Unchecked)
    assert outcome.causes == (bound.form.section("problems").ref,)


def test_without_the_report_year_plans_are_unchecked(prose: Prose) -> None:
    bound = prose(SECTION, "2023年将加强培训。", title="政府信息公开工作年度报告")
    (outcome,) = KIND.run(bound, PLANS)
    assert isinstance(outcome, Unchecked)
    assert (outcome.reason.zh, outcome.causes) == ("不知道报告年度", (TITLE,))
