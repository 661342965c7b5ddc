from collections.abc import Callable

import pytest

from docxlint.rules.engine import Verdict

VerdictOf = Callable[..., Verdict]
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
def test_a_right_introduction_has_no_findings(verdict_of_lines: VerdictOf, line: str) -> None:
    for where in ({"front": [line]}, {"text": {"overview": [line]}}):
        verdict = verdict_of_lines("report-year", **where)
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
def test_other_years_in_the_text_are_allowed(verdict_of_lines: VerdictOf, line: str) -> None:
    for section in ("overview", "other", "problems"):
        assert verdict_of_lines("report-year", {section: [line]}).findings == ()


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
def test_an_introduction_for_another_year_is_found_once(
    verdict_of_lines: VerdictOf, line: str
) -> None:
    (finding,) = verdict_of_lines("report-year", {"overview": [line]}).findings
    assert finding.message.zh == "此处为2022年，与报告年度（2023年）不一致"
    place = finding.location
    assert line[place.start : place.end] in ("2022", "２０２２", "二〇二二")
    (finding,) = verdict_of_lines("report-year", front=[line]).findings
    assert "2022年" in finding.message.zh and "2023年" in finding.message.zh


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
    verdict_of_lines: VerdictOf, section: str, line: str
) -> None:
    (finding,) = verdict_of_lines("report-year", {section: [line]}).findings
    assert (finding.found, finding.expected) == ("2022年", "2023年")


def test_two_places_against_one_do_not_say_which_is_wrong(verdict_of_lines: VerdictOf) -> None:
    verdict = verdict_of_lines(
        "report-year",
        {"overview": ["现将2023年度工作情况报告如下。"]},
        title=["古郊乡2022年政府信息公开工作年度报告"],
        front=["本报告统计期限自2023年1月1日起至2023年12月31日止。"],
    )
    (finding,) = verdict.findings
    assert finding.message.zh == (
        "报告年度前后不一致：标题是2022年、统计期限是2023年、按成文日期应是2023年；请核对是哪一年"
    )
    assert (finding.location.paragraph, finding.expected) == (1, None)


def test_the_title_is_wrong_if_three_places_agree(verdict_of_lines: VerdictOf) -> None:
    verdict = verdict_of_lines(
        "report-year",
        title=["古郊乡2022年政府信息公开工作年度报告"],
        front=[
            "现公布古郊乡2023年政府信息公开工作年度报告。",
            "本报告统计期限自2023年1月1日起至2023年12月31日止。",
        ],
    )
    (finding,) = verdict.findings
    assert finding.message.zh == "标题写的是2022年，其余各处写的报告年度是2023年"
    assert (finding.location.paragraph, finding.expected) == (1, "2023年")
    assert [place.paragraph for place in finding.related] == [2, 3, 3]


def test_a_given_year_is_compared_with_the_title(verdict_of_lines: VerdictOf) -> None:
    (finding,) = verdict_of_lines("report-year", year=2022).findings
    assert finding.message.zh == "标题写的是2023年，报告年度应为2022年"
