"""Totals and their parts in running text: right and wrong sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.core.finding import NotApplicable
from docxlint.core.reference import SectionRef
from docxlint.core.regex import Regex
from docxlint.form.bound import BoundForm
from docxlint.rules.engine import Verdict
from docxlint.rules.kinds.prose_total import Options, run
from docxlint.rules.references import reference_faults
from docxlint.rules.rule import Pack

Prose = Callable[..., BoundForm]
VerdictOf = Callable[..., Verdict]

WRONG = [
    # The published ones.
    (
        "公开了1009条信息，其中网站105条，重点任务3条，微信518条，公告栏276条，电子屏102条。",
        "1009",
        "105 + 3 + 518 + 276 + 102 = 1004",
    ),
    (
        "公开了 1009 条信息，比上年度增加 239 条。其中网站发布 105 条，重点任务 3 条。微信公众号发布 518 条，公告栏公示 276 条，电子屏公开 102 条。",
        "1009",
        "105 + 3 + 518 + 276 + 102 = 1004",
    ),
    (
        "主动公开政府信息465条，其中通过网站公开302条，微信公众号公开162条。",
        "465",
        "302 + 162 = 464",
    ),
    (
        "全年主动公开政府信息221条，其中政策类68条，财政类35条，民生类110条。",
        "221",
        "68 + 35 + 110 = 213",
    ),
    # Too much is a mistake at any distance.
    (
        "公开信息56条，其中政府文件3条，机构职能5条，预算决算26条，工作动态30条，行政执法2条。",
        "56",
        "3 + 5 + 26 + 30 + 2 = 66",
    ),
    ("公开信息56条，其中工作动态65条。", "56", "65"),
    ("办结申请3件，其中予以公开2件，部分公开3件。", "3", "2 + 3 = 5"),
    ("公开信息100条，其中政策文件60条，民生信息50条等。", "100", "60 + 50 = 110"),
    (
        "公开信息100条，其中政策文件70条，民生信息50条，转载信息若干，其余为动态。",
        "100",
        "70 + 50 = 120",
    ),
    ("公开信息100条，其中政策文件70条，民生信息50条，财政信息10余条。", "100", "70 + 50 = 120"),
    # Ways of writing numbers.
    ("公开信息1,009条，其中网站 502 条，微信 506 条。", "1009", "502 + 506 = 1008"),
    ("公开信息1，009条，其中网站502条，微信506条。", "1009", "502 + 506 = 1008"),
    ("公开信息１００条，其中网站６０条，微信３９条，公开栏２条。", "100", "60 + 39 + 2 = 101"),
    (
        "公开信息三十五件，其中政策文件二十件，财政信息十二件，人事信息二件。",
        "35",
        "20 + 12 + 2 = 34",
    ),
    ("公开信息一百零五条，其中网站六十条，微信四十四条，公开栏二条。", "105", "60 + 44 + 2 = 106"),
    ("阅读量12.5万次，其中网站5.2万次，微信8.1万次。", "12.5万", "5.2万 + 8.1万 = 13.3万"),
    (
        "支出26.55万元，其中印刷12.05万元，设备9.4万元，培训5.4万元。",
        "26.55万",
        "12.05万 + 9.4万 + 5.4万 = 26.85万",
    ),
    ("培训185人次，其中镇干部83人次，村干部103人次。", "185", "83 + 103 = 186"),
    ("发放资料1200份，其中手册800份，折页410份。", "1200", "800 + 410 = 1210"),
    # What stands between.
    (
        "公开信息100条，较上年增加12条，其中网站60条，较上年增加5条，微信41条，较上年增加7条。",
        "100",
        "60 + 41 = 101",
    ),
    ("公开信息100条，其中网站60条（含转载30条），微信41条（含视频12条）。", "100", "60 + 41 = 101"),
    ("公开信息100条，其中网站60条，占59.4%，微信41条，占40.6%。", "100", "60 + 41 = 101"),
    (
        "公开信息100条，其中：政策文件40条；财政信息30条；民生信息31条。",
        "100",
        "40 + 30 + 31 = 101",
    ),
    (
        "公开信息100条。其中，政策文件40条，财政信息30条，民生信息31条。",
        "100",
        "40 + 30 + 31 = 101",
    ),
    ("公开信息100条（其中网站60条，微信41条），发放资料500份。", "100", "60 + 41 = 101"),
    ("公开信息100条，其中网站60条，微信41条，全年更正差错20条。", "100", "60 + 41 = 101"),
    ("公开信息100条，其中40条来自镇村，61条来自站所。", "100", "40 + 61 = 101"),
    ("四个季度共公开信息100条，分别为20条、30条、25条、26条。", "100", "20 + 30 + 25 + 26 = 101"),
    ("办结申请28件，其中本年新收25件，上年结转4件。", "28", "25 + 4 = 29"),
    (
        "共收到申请9件，其中自然人6件，商业企业2件，社会公益组织2件，均已答复。",
        "9",
        "6 + 2 + 2 = 10",
    ),
]


@pytest.mark.parametrize(("text", "found", "expected"), WRONG)
def test_a_total_that_its_parts_contradict_is_found_once(
    verdict_of_lines: VerdictOf, text: str, found: str, expected: str
) -> None:
    verdict = verdict_of_lines("prose-sum", {"overview": [text]})
    assert verdict.broken == ()
    (finding,) = verdict.findings
    assert finding.found == found
    assert finding.expected == expected.rpartition(" = ")[2]
    assert expected in finding.message.zh
    assert expected in finding.message.en


RIGHT = [
    # The published ones.
    "新增主动公开信息56条，其中政府文件3条，机构职能和领导简介5条，预算、决算16条，工作动态和总结30条，行政执法信息2条，让社会及时了解。二是张贴补贴信息1000余条；召开院坝会、座谈会等50余场（次）。",
    "截至 12 月底，在政府网站主动公开信息 105 条，其中机构信息 3 条，公益事业 1 条，工作动态 1 条，预算和决算 3 条，农业农村 2 条，惠农补贴 5 条，权力事项 3 条，行政处罚 19 条，社会救助 43 条，乡村振兴 25 条。",
    "新收申请14件，其中自然人提出9件，商业企业提出3件，社会公益组织提出1件，法律服务机构提出1件。上年结转3件。全年办结16件，其中予以公开7件，部分公开2件，不予公开3件，无法提供2件，不予处理1件，其他处理1件。",
    "公开信息312条，其中政策文件21条，财政信息16条，民生信息148条，乡村建设信息97条，人事信息30条，比2022年增加41条。制发文件2件，废止1件。",
    # Only some of the parts.
    "公开信息312条，其中政策文件21条。",
    "公开信息312条，其中政策文件21条，财政信息16条。",
    "申请5件，其中予以公开4件。",
    "公开信息100条，其中政策文件60条，民生信息38条等。",
    "公开信息100条，其中政策文件60条，民生信息38条，其余为工作动态。",
    "公开信息100条，其中政策文件60条，民生信息38条，其他信息若干。",
    "公开信息300条，其中微信160条。网站栏目更新信息204篇。",
    "公开信息312条，其中民生信息148条。全年微信推送160条。",
    # Round figures.
    "公开信息1000余条，其中网站600条，微信390条。",
    "公开信息约1000条，其中网站600条，微信390条。",
    "公开信息近1000条，其中网站600条，微信390条。",
    "公开信息1000条左右，其中网站600条，微信390条。",
    "公开信息1000多条，其中网站600条，微信410条。",
    "公开信息1000条以上，其中网站600条，微信410条。",
    "公开信息逾1000条，其中网站600条，微信410条。",
    "公开信息超过1000条，其中网站600条，微信410条。",
    "公开信息上千条，其中网站600条，微信410条。",
    "公开信息1000条，其中网站600余条，微信390条。",
    "公开信息1.2万余条，其中网站6000条，微信5900条。",
    "阅读量6.8万次，其中网站51234次，微信16822次。",
    "支出26.55万元，其中印刷12.05万元，设备9.40万元，培训5.1万元。",
    # Changes, shares, details and other years are no parts.
    "公开信息100条，比上年增加30条，其中网站60条，微信40条。",
    "公开信息100条，较上年度增加30条。其中网站60条，微信40条。",
    "公开信息100条，其中网站60条，同比增加5条，微信40条，同比减少3条。",
    "公开信息100条，其中网站60条，占60%，微信40条，占百分之四十。",
    "公开信息100条，其中网站60条（含转载30条），微信40条（含视频12条）。",
    "公开信息100条（其中网站60条，微信40条），发放资料500份。",
    "公开信息100条，其中网站60条，微信40条，上年为90条。",
    "办结申请28件，其中上年结转3件，本年新收25件。",
    # Other things that follow.
    "公开信息100条，其中网站60条，微信40条，更正差错20条。",
    "公开信息100条，其中网站60条，微信40条；回应关切20条；清理信息12条。",
    "公开信息100条，其中网站60条，微信40条，召开会议3次，培训100人次。",
    "公开信息100条，其中按渠道，网站60条，微信40条；按内容，政策30条，民生70条。",
    "公开信息100条，其中网站60条，微信40条。其中政策30条，民生70条。",
    "网站公开60条，微信公开40条，其中政策30条，民生70条。",
    "收到申请10件，其中自然人8件，法人2件，其中商业企业1件，其他组织1件。",
    "公开信息100条，其中网站60条，其中政策类20条，微信40条。",
    "收到申请20件，办结18件，其中予以公开10件，部分公开8件。",
    "收到申请10件，其中自然人8件，法人2件；办结9件，其中予以公开5件，部分公开4件。",
    # Other units.
    "公开信息100条，其中网站60条，微信推送40篇。",
    "公开信息100条，其中网站98条，规范性文件2件。",
    "开展培训3次，其中集中培训2次，参训185人次。",
    "设查阅点3处，其中镇1处、村2处，配有自助机5台。",
    # What is no quantity.
    "公开信息50条，其中第1季度20条，第2季度30条。",
    "公开信息50条，其中1—6月20条，7—12月30条。",
    "按照〔2023〕12号文件公开信息50条，其中3个月内20条，5个工作日内30条。",
    "公开信息50条，其中2023年制作20条，以前年度制作30条。",
    "公开信息50条，其中政策类20条，其他各类30条，网址www.example.com/2023/60条。",
    "依据第二十条、第二十一条公开信息二十一条，其中政策十一条，人事十条。",
    "公开信息1,009条，其中网站503条，微信506条。",
    "公开信息1，009条，其中网站503条，微信506条。",
    "公开信息一百零五条，其中网站六十条，微信四十五条。",
    "在公开的信息中，其中有12条更新较慢，3条有差错。",
    "信息涉及面广，其中政策20条。",
]


@pytest.mark.parametrize("text", RIGHT)
def test_a_total_that_may_be_right_has_no_findings(verdict_of_lines: VerdictOf, text: str) -> None:
    verdict = verdict_of_lines("prose-sum", {"overview": [text]})
    assert (verdict.findings, verdict.unchecked, verdict.broken) == ((), (), ())


def test_a_list_continues_after_a_stray_paragraph_mark(verdict_of_lines: VerdictOf) -> None:
    lines = ["全乡累计主动公开信息100条，其中在网站公", "开60条，在微信公众号公开41条。"]
    (finding,) = verdict_of_lines("prose-sum", {"overview": lines}).findings
    assert finding.expected == "101"
    assert [place.text for place in finding.related] == ["60条", "41条"]
    assert finding.related[0].paragraph == finding.location.paragraph + 1  # type: ignore[operator]


def test_a_total_may_come_before_the_paragraph_mark(verdict_of_lines: VerdictOf) -> None:
    lines = ["全乡累计主动公开信息100条，", "其中网站公开60条，微信公开41条。"]
    (finding,) = verdict_of_lines("prose-sum", {"overview": lines}).findings
    assert (finding.found, finding.expected) == ("100", "101")


def test_the_parts_may_be_a_numbered_list(verdict_of_lines: VerdictOf) -> None:
    lines = [
        "公开信息100条，其中：",
        "1.网站公开60条；",
        "2.微信公开20条；",
        "3.公开栏公示21条。",
        "4.其他见附件。",
    ]
    (finding,) = verdict_of_lines("prose-sum", {"overview": lines}).findings
    assert finding.expected == "101"


def test_complete_paragraphs_are_checked_separately(verdict_of_lines: VerdictOf) -> None:
    lines = ["公开信息100条，其中网站公开60条。", "微信公开41条。"]
    assert verdict_of_lines("prose-sum", {"overview": lines}).findings == ()


def test_each_total_of_a_paragraph_is_compared_with_its_own_parts(
    verdict_of_lines: VerdictOf,
) -> None:
    text = (
        "公开信息100条，其中网站60条，微信41条。收到申请9件，其中自然人6件，企业3件。"
        "培训185人次，其中干部83人次，群众103人次。"
    )
    verdict = verdict_of_lines("prose-sum", {"overview": [text]})
    assert [(f.found, f.expected) for f in verdict.findings] == [("100", "101"), ("185", "186")]


def test_locations_count_the_spaces_of_the_text(verdict_of_lines: VerdictOf) -> None:
    text = "公开信息 100 条，其 中网站 60 条，微 信 41 条。"
    (finding,) = verdict_of_lines("prose-sum", {"overview": [text]}).findings
    place = finding.location
    assert (text[place.start : place.end], place.text) == ("100 条", "100 条")
    assert [text[p.start : p.end] for p in finding.related] == ["60 条", "41 条"]


def test_without_totals_the_rule_does_not_apply(prose: Prose) -> None:
    options = Options(opens=Regex.parse("其中"))
    (outcome,) = run(prose("## 一、总体情况", "公开信息12条。"), options)
    assert isinstance(outcome, NotApplicable)
    (outcome,) = run(prose("## 一、总体情况", "其中有不少信息。"), options)
    assert isinstance(outcome, NotApplicable)


def test_only_the_selected_sections_are_checked(prose: Prose) -> None:
    wrong = "公开信息3件，其中政策2件，财政2件。"
    bound = prose("## 一、总体情况", wrong, "## 三、其他需要报告的事项", wrong)
    opens = Regex.parse("其中")
    assert len(list(run(bound, Options(opens=opens)))) == 2
    assert len(list(run(bound, Options(opens=opens, sections=(SectionRef("other"),))))) == 1


def test_a_section_that_the_form_does_not_have_is_a_fault(national: Pack) -> None:
    options = Options(
        opens=Regex.parse("其中"), sections=(SectionRef("overview"), SectionRef("others"))
    )
    (fault,) = reference_faults(options, national.form)
    assert (fault.path, fault.given) == (("sections", 1), "others")


def test_a_long_text_takes_linear_time(prose: Prose) -> None:
    import time

    def spent(times: int) -> float:
        text = "公开信息100条，其中网站60条，微信41条，电子屏3条；" * times
        bound = prose("## 一、总体情况", text)
        start = time.perf_counter()
        assert any(True for _ in run(bound, Options(opens=Regex.parse("其中"))))
        return time.perf_counter() - start

    spent(10)
    assert spent(800) < 40 * max(spent(100), 0.001)
