from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.core.finding import NotApplicable, Problem, Unchecked
from docxlint.core.message import Message
from docxlint.core.reference import TITLE, SectionOrFrontRef, SectionRef
from docxlint.core.regex import Regex
from docxlint.form.bound import BoundForm
from docxlint.rules.engine import Verdict
from docxlint.rules.kinds.wording import KIND, Options, run
from docxlint.rules.references import reference_faults

Prose = Callable[..., BoundForm]
VerdictOf = Callable[..., Verdict]

WHAT = Message(zh="要改", en="change it")
SHOUT = (Regex.parse("惊人|哗然"),)

PLACEHOLDERS = [
    "XX镇2023年公开信息12条。",
    "全年公开信息XX条。",
    "全年公开信息××条。",
    "为村民××作出答复。",
    "全年公开信息xxx条。",
    "全年公开信息ＸＸ条。",
    "全年公开信息 X X 条。",
    "20XX年公开信息12条。",
    "联系电话：0000-XXXXXXX。",
    "全年公开信息____条。",
    "全年公开信息 ＿＿ 条。",
    "____",
    "（文字描述）",
    "文字描述",
    "【文字描述】",
    "该部分以表格形式报告",
    "（该部分内容以表格形式报告。）",
]

NO_PLACEHOLDERS = [
    "屏幕为3×5英寸，面积为3×5×2。",
    "型号为XXL-3和MAXX。",
    "网址为www.example.com/20XX/a__b.html。",
    "邮箱为xx_xx__1@example.com。",
    "热线138××××1234和138XXXX1234。",
    "附件a__b.docx已公开。",
    "X光机采购信息。",
    "____________________________",
    "以文字描述的形式公开。",
    "向申请人李××作出答复。",
    "这部分工作用表格公布。",
]


@pytest.mark.parametrize("text", PLACEHOLDERS)
def test_placeholders_of_the_blank_form_are_one_finding(
    verdict_of_lines: VerdictOf, text: str
) -> None:
    (finding,) = verdict_of_lines(
        "placeholder", {"overview": [text, "全年公开信息12条。"]}
    ).findings
    assert finding.message.zh.startswith("仍留有占位文字")


@pytest.mark.parametrize("text", NO_PLACEHOLDERS)
def test_text_similar_to_a_placeholder_is_allowed(verdict_of_lines: VerdictOf, text: str) -> None:
    assert verdict_of_lines("placeholder", {"overview": [text]}).findings == ()


FEES = [
    "2023年未收取信息处理费。",
    "2023年收取信息处理费0元。",
    "2023年我单位没有收取政府信息处理费。",
    "本年度没有发生收取信息 处理费的情况。",
    "2023年未收取任何费用。",
    "政府信息公开收费情况：无。",
]


@pytest.mark.parametrize("text", FEES)
def test_the_fees_may_be_stated_in_many_ways(verdict_of_lines: VerdictOf, text: str) -> None:
    verdict = verdict_of_lines("fee-statement", {"other": ["（一）要点落实情况。已落实。", text]})
    assert (verdict.findings, verdict.unchecked) == ((), ())


@pytest.mark.parametrize("text", ["无。", "没有其他需要报告的事项。", "工作经费已列入预算。"])
def test_a_last_section_without_the_fees_is_a_finding(
    verdict_of_lines: VerdictOf, text: str
) -> None:
    (finding,) = verdict_of_lines(
        "fee-statement", {"other": [text], "overview": ["未收取信息处理费。"]}
    ).findings
    assert finding.message.zh.startswith("“六、其他需要报告的事项”没有写明信息处理费")
    assert finding.location.section == "六、其他需要报告的事项"


OLD = "《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》"
OLD_CITED = [
    f"依照{OLD}编制。",
    f"依照{OLD}（国办公开办函〔2019〕60号）编制。",
    "依照国办公开办函〔2019〕60号编制。",
    "依照国办公开办函(2019) 60 号编制。",
    "依照国办《关于政府信息公开工作年度报告有关事项的通知》编制。",
]
OTHERS_CITED = [
    "依照国办公开办函〔2021〕30号编制。",
    "依照宁政办发〔2019〕60号编制。",
    "依照《云阳县人民政府办公室关于做好2023年政府信息公开工作年度报告有关工作的通知》编制。",
    "依照《青石县人民政府办公室关于政府信息公开工作年度报告有关事项的通知》编制。",
    "依照《青石县政务公开办关于做好2023年政府信息公开工作年度报告有关事项的通知》编制。",
]


@pytest.mark.parametrize("text", OLD_CITED)
def test_the_notice_of_2019_in_a_report_for_2023_is_one_finding(
    verdict_of_lines: VerdictOf, text: str
) -> None:
    (finding,) = verdict_of_lines("superseded-citation", front=[text]).findings
    assert finding.expected is not None
    assert "30号" in finding.expected


@pytest.mark.parametrize("text", OTHERS_CITED)
def test_other_notices_may_be_cited(verdict_of_lines: VerdictOf, text: str) -> None:
    assert verdict_of_lines("superseded-citation", front=[text]).findings == ()


def test_the_notice_of_2019_is_right_in_a_report_for_2020(verdict_of_lines: VerdictOf) -> None:
    assert verdict_of_lines("superseded-citation", front=OLD_CITED, year=2020).findings == ()


def test_a_rule_from_a_year_on_is_unchecked_without_the_report_year(prose: Prose) -> None:
    bound = prose("## 一、总体情况", "惊人", title="政府信息公开工作年度报告")
    (outcome,) = run(bound, Options(what=WHAT, forbid=SHOUT, since=2021))
    assert isinstance(outcome, Unchecked)
    assert outcome.causes == (TITLE,)
    (outcome,) = run(prose("惊人"), Options(what=WHAT, forbid=SHOUT, since=2024))
    assert isinstance(outcome, NotApplicable)


def test_every_match_or_one_of_each_paragraph_is_a_finding(prose: Prose) -> None:
    bound = prose("## 一、总体情况", "惊人，哗然，惊人。", "哗然。")
    for each, count in (("match", 4), ("paragraph", 2)):
        options = Options(what=WHAT, forbid=SHOUT, each=each)  # type: ignore[arg-type]
        problems = [o for o in run(bound, options) if isinstance(o, Problem)]
        assert len(problems) == count
        assert problems[0].message.zh == "写有“惊人”：要改"
        assert (problems[0].location.start, problems[0].location.end) == (0, 2)


def test_words_are_found_with_any_white_space_at_their_location(prose: Prose) -> None:
    bound = prose("## 一、总体情况", "真是 惊\n 人。")
    (outcome,) = run(bound, Options(what=WHAT, replace={"惊人": "显著"}))
    assert isinstance(outcome, Problem)
    assert outcome.message.zh == "“惊人”应为“显著”：要改"
    assert (outcome.location.start, outcome.location.end) == (3, 7)
    assert outcome.fix is not None
    assert outcome.fix.text == "显著"


def test_a_section_and_places_limit_the_search(prose: Prose) -> None:
    bound = prose(
        "惊人一", "## 一、总体情况", "惊人二", "|惊人三|", "## 三、其他需要报告的事项", "惊人四",
        footnote="惊人五",
    )  # fmt: skip

    def seen(**more: object) -> list[str]:
        options = Options(what=WHAT, forbid=(Regex.parse("惊人."),), **more)  # type: ignore[arg-type]
        return [o.found or "" for o in run(bound, options) if isinstance(o, Problem)]

    assert seen() == ["惊人一", "惊人二", "惊人四"]
    assert seen(section=SectionOrFrontRef("overview")) == ["惊人二"]
    assert seen(places=("cell",)) == ["惊人三"]
    assert seen(places=("text", "cell", "note")) == [
        "惊人一",
        "惊人二",
        "惊人四",
        "惊人三",
        "惊人五",
    ]
    assert seen(places=("text",), unless=Regex.parse("惊人[二四]")) == ["惊人一"]


def test_a_missing_or_empty_section_is_unchecked(prose: Prose) -> None:
    options = Options(what=WHAT, require=Regex.parse("处理费"), section=SectionOrFrontRef("other"))
    (missing,) = run(prose("## 一、总体情况", "甲"), options)
    (empty,) = run(
        prose("## 一、总体情况", "甲", "## 三、其他需要报告的事项", " "),
        Options(
            what=WHAT,
            require=Regex.parse("处理费"),
            section=SectionOrFrontRef("other"),
            places=("text",),
        ),
    )
    for outcome in (missing, empty):
        assert isinstance(outcome, Unchecked)
        assert outcome.causes == (SectionRef("other"),)


def test_an_automatic_number_is_not_searched(prose: Prose) -> None:
    bound = prose("## 一、总体情况", "{（一）}主动公开")
    assert list(run(bound, Options(what=WHAT, forbid=(Regex.parse("（一）"),)))) == []


def test_words_can_be_required_anywhere_in_the_document(prose: Prose) -> None:
    options = Options(what=WHAT, require=Regex.parse("处理费"))
    assert list(run(prose("## 一、总体情况", "未收取信息处理", "费。"), options)) == []
    (outcome,) = run(prose("## 一、总体情况", "没有。"), options)
    assert isinstance(outcome, Problem)
    assert outcome.message.zh == "全文没有写明要改"


def test_exactly_one_check_and_a_known_section_are_needed(prose: Prose) -> None:
    form = prose("## 一、总体情况").form
    two = Options(what=WHAT, require=SHOUT[0], forbid=SHOUT, section=SectionOrFrontRef("others"))
    (first,) = KIND.verify(two, form)
    (second,) = reference_faults(two, form)
    assert first.path == ()
    assert (second.path, second.given) == (("section",), "others")
    assert "other" in second.candidates
    assert [fault.path for fault in KIND.verify(Options(what=WHAT), form)] == [()]
    assert list(KIND.verify(Options(what=WHAT, forbid=SHOUT), form)) == []


def test_an_empty_section_is_not_judged_by_its_signature(verdict_of: VerdictOf) -> None:
    fee = "（一）收取信息处理费情况。"
    plan = (
        "（二）年度工作要点落实情况。青石县2023年政务公开工作要点涉及本镇的任务共9项，已全部落实。"
    )
    notice = (
        "《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号）"
    )
    statement = f"{fee}依据{notice}，本机关2023年未收取政府信息公开信息处理费。"
    verdict = verdict_of(None, {statement: "", plan: ""})
    assert [finding.rule for finding in verdict.findings] == ["section-empty"]
    assert {u.explained for u in verdict.unchecked if u.rule == "fee-statement"} == {True}
