from collections.abc import Callable

import pytest

from docxlint.rules.engine import Verdict

Say = Callable[..., Verdict]
LAW = "根据《中华人民共和国政府信息公开条例》"


@pytest.mark.parametrize(
    "line",
    [
        f"{LAW}，现公布古郊乡2023年政府信息公开工作年度报告。本报告数据的统计期限自2023年1月1日起至2023年12月31日止。",
        f"{LAW}，现发布《古郊乡2023年政府信息公开工作年度报告》，本报告统计数据从2023年1月1日至12月31日。",
        "统计期限为2023年1月1日至2023年12月31日。",
        "根据《古郊县关于做好2022年政府信息公开工作年度报告编制和发布工作的通知》编制。",
        f"{LAW}（2019年4月3日修订）编制。",
        "《条例》自2019年5月15日起施行。",
        "本规划的期限为2021年1月1日至2025年12月31日。",
        "统计数据与2022年1月1日至2022年12月31日相比有所增长。",
        "按照《法治政府建设实施纲要（2021—2025年）》的部署。",
        "现将2023年度政府信息公开工作情况及2024年工作打算报告如下。",
        "本报告可在2024年1月31日以后查阅。",
    ],
)
def test_an_introduction_that_is_right_is_left_alone(of_lines: Say, line: str) -> None:
    for where in ({"front": [line]}, {"text": {"overview": [line]}}):
        verdict = of_lines("report-year", **where)
        assert (verdict.findings, verdict.unchecked, verdict.broken) == ((), (), ())


@pytest.mark.parametrize(
    "line",
    [
        "2023年，我乡主动公开信息120条，比2022年增加20条。",
        "2022年，我乡主动公开信息100条；2023年公开120条。",
        "2022年我乡收到申请3件。今年收到2件。",
        "2022年以来，我乡收到申请5件。",
        "2022年结转的申请2件已在年内办结。",
        "2019年《条例》修订后，主动公开的范围扩大。",
        "2022年，我乡建成政务公开专区，运行良好。",
        "2023年1月按时发布2022年政府信息公开工作年度报告。",
        "2024年1月，我乡发布本报告。",
        "2021年7月，政府网站改版，主动公开栏目增加到12个。",
        "现将2022年度考核反馈问题的整改情况报告如下：",
    ],
)
def test_other_years_in_the_text_are_no_mistake(of_lines: Say, line: str) -> None:
    for section in ("overview", "other", "problems"):
        assert of_lines("report-year", {section: [line]}).findings == ()


@pytest.mark.parametrize(
    "line",
    [
        "本报告中所列数据的统计期限自2022年1月1日起至2022年12月31日止。",
        "本报告统计数据从2022年1月1日至12月31日。",
        "数据统计期限：2022 年 1 月 1 日—2022 年 12 月 31 日。",
        "统计时间自2023年1月1日起至2022年12月31日止。",
        "统计数据截至2022年12月31日。",
        f"{LAW}，现公布古郊乡2022年政府信息公开工作年度报告。",
        f"{LAW}，现发布《古郊乡2022年度政府信息公开工作年度报告》，欢迎监督。",
        "现将2022年度政府信息公开工作情况报告如下。",
        "现将我乡２０２２年政府信息公开工作年度报告公布如下：",
        "现就二〇二二年政府信息公开工作报告如下。",
    ],
)
def test_an_introduction_for_another_year_is_found_once(of_lines: Say, line: str) -> None:
    for where in ({"front": [line]}, {"text": {"overview": [line]}}):
        (finding,) = of_lines("report-year", **where).findings
        assert finding.message.zh == "此处为2022年，与标题的报告年度（2023年）不一致"
        place = finding.location
        assert line[place.start : place.end] in ("2022", "２０２２", "二〇二二")


@pytest.mark.parametrize(
    ("section", "line"),
    [
        ("overview", "2022年度，我乡未收到政府信息公开申请。"),
        ("overview", "2022年，我乡主动公开政府信息103条。"),
        ("overview", "（二）依申请公开。2022年，我乡共收到申请3件。"),
        ("other", "2022年我单位未收取任何政府信息处理费。"),
        ("other", "本机关2022年没有收取信息处理费。"),
    ],
)
def test_a_figure_of_last_year_that_was_left_in_is_found(
    of_lines: Say, section: str, line: str
) -> None:
    (finding,) = of_lines("report-year", {section: [line]}).findings
    assert (finding.found, finding.expected) == ("2022年", "2023年")


def test_where_all_the_text_agrees_it_is_the_title_that_is_wrong(of_lines: Say) -> None:
    verdict = of_lines(
        "report-year",
        {"overview": ["现将2023年度工作情况报告如下。"]},
        title=["古郊乡2022年政府信息公开工作年度报告"],
        front=["本报告统计期限自2023年1月1日起至2023年12月31日止。"],
    )
    (finding,) = verdict.findings
    assert finding.message.zh == "标题写的是2022年，正文写的报告年度都是2023年"
    assert finding.location.paragraph == 1
    assert [place.paragraph for place in finding.related] == [2, 2, 4]


def test_a_year_that_is_given_is_held_against_the_title(of_lines: Say) -> None:
    (finding,) = of_lines("report-year", year=2022).findings
    assert finding.message.zh == "标题写的是2023年，报告年度应为2022年"


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
def test_a_plan_for_the_report_year_is_stale(of_lines: Say, line: str) -> None:
    (finding,) = of_lines("stale-year", {"problems": [line]}).findings
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
def test_what_is_no_plan_for_the_report_year_is_left_alone(of_lines: Say, line: str) -> None:
    verdict = of_lines("stale-year", {"problems": [line]})
    assert (verdict.findings, verdict.unchecked, verdict.broken) == ((), (), ())


def test_plans_in_a_section_that_the_form_does_not_have_are_judged(of_lines: Say) -> None:
    verdict = of_lines(
        "stale-year",
        {
            "problems": ["还有不足。", "六、下一步工作打算", "2023年，我乡将继续努力。"],
            "other": None,
        },
        end=["七、其他需要报告的事项", "无。"],
    )
    assert [finding.found for finding in verdict.findings] == ["2023年"]


def test_what_is_told_in_the_overview_is_no_plan(of_lines: Say) -> None:
    line = "2023年，我镇将进一步完善目录的任务交给综合办。"
    assert of_lines("stale-year", {"overview": [line]}).findings == ()


def test_without_the_section_that_holds_plans_nothing_is_judged(of_lines: Say) -> None:
    verdict = of_lines("stale-year", {"problems": None})
    assert [u.reason.zh for u in verdict.unchecked] == ["文档里没有写下一步计划的部分"]
