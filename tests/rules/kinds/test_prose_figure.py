"""Figures of the tables in running text: right and wrong sentences.

The tables of the good document have 25 new requests, 3 carried in and 25 handled; 4 reviews and
5 suits; 46 licences, 8 penalties and 2 measures of coercion.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable

import pytest

from docxlint.core.finding import NotApplicable
from docxlint.core.reference import SectionRef
from docxlint.core.regex import InvalidOption
from docxlint.form.bound import BoundForm
from docxlint.rules.engine import Verdict
from docxlint.rules.kinds.prose_figure import Options, Quote, Sum, run
from docxlint.rules.references import reference_faults
from docxlint.rules.rule import Pack
from docxlint.rules.text_patterns import NumberPattern
from docxlint.text.zh import LANGUAGE

VerdictOf = Callable[..., Verdict]

REQUESTS = "全年新收政府信息公开申请25件，上年结转3件；本年度办结25件，结转下年度继续办理3件。"
REVIEWS = "因政府信息公开引起的行政复议4件、行政诉讼5件，均依法参加答复和应诉。"
DECISIONS = "办理行政许可46件、行政处罚8件、行政强制2件，处理结果都在规定时间内公示。"

WRONG = [
    (REQUESTS, "全年新收政府信息公开申请24件。", ["25"]),
    (REQUESTS, "2023年，共收到政府信息公开申请 52 件，均已答复。", ["25"]),
    (REQUESTS, "我镇全年收到依申请公开申请26件。", ["25"]),
    (REQUESTS, "全年收到公民、法人和其他组织提出的申请35件。", ["25"]),
    (REQUESTS, "本机关收到申请二十六件。", ["25"]),
    (REQUESTS, "2023年度接收政府信息公开申请1,025件。", ["25"]),
    (REQUESTS, "2022年收到申请19件。2023年收到申请26件，较上年增加7件。", ["25"]),
    (REQUESTS, "全年收到26件政府信息公开申请。", ["25"]),
    (REQUESTS, "2023年度我单位受理政府信息公开申请2件，都在规定期限内依法答复。", ["25"]),
    (REQUESTS, "收到政府信息公开申请26件（其中自然人申请20件，企业申请6件），均已答复。", ["25"]),
    (REQUESTS, "全年新收依申请公开15件。", ["25"]),
    (REQUESTS, "2023年1月1日至12月31日，收到政府信息公开申请数量为205件。", ["25"]),
    (REQUESTS, "2023年未收到政府信息公开申请。", ["25"]),
    (REQUESTS, "截至 2023 年 12 月 31 日，乡政府没有收到依申请公开的信件。", ["25"]),
    (REQUESTS, "全年没有公民、法人或者其他组织向我镇提出公开申请，公开工作平稳。", ["25"]),
    (REQUESTS, "2023年度，我镇无依申请公开事项。", ["25"]),
    (REVIEWS, "因政府信息公开引起的行政复议3件、行政诉讼5件。", ["4"]),
    (REVIEWS, "发生政府信息公开行政复议4件、行政诉讼6件，均已依法应对。", ["5"]),
    (REVIEWS, "全年发生行政复议案件14件，行政诉讼案件 15 件。", ["4", "5"]),
    (REVIEWS, "全年发生3起行政复议、5起行政诉讼。", ["4"]),
    (REVIEWS, "全年未发生因政府信息公开引起的行政复议、行政诉讼。", ["4", "5"]),
    (REVIEWS, "没有因信息公开被申请行政复议、被提起行政诉讼或者受到申诉。", ["4", "5"]),
    (REVIEWS, "全年没有行政复议和行政诉讼案件。", ["4", "5"]),
    (REVIEWS, "本单位未发生政府信息公开行政复议、诉讼案件。", ["4", "5"]),
    (REVIEWS, "本年度行政应诉案件4件。", ["5"]),
    (DECISIONS, "办理行政许可45件、行政处罚8件、行政强制2件。", ["46"]),
    (DECISIONS, "作出行政许可决定46件，行政处罚决定9件，行政强制决定3件。", ["8", "2"]),
    (DECISIONS, "全年实施行政处罚80件。", ["8"]),
    (DECISIONS, "全年未作出行政处罚决定。", ["8"]),
    (DECISIONS, "未采取行政强制措施。", ["2"]),
]


@pytest.mark.parametrize(("old", "text", "expected"), WRONG)
def test_a_figure_that_differs_from_the_table_is_found(
    verdict_of: VerdictOf, old: str, text: str, expected: list[str]
) -> None:
    verdict = verdict_of("prose-table", {old: text})
    assert verdict.broken == ()
    assert [finding.expected for finding in verdict.findings] == expected
    assert all(finding.related and finding.related[0].table for finding in verdict.findings)


RIGHT = [
    # What agrees, in one way of counting or another.
    (REQUESTS, "2023年共收到政府信息公开申请25件，均已答复。"),
    (REQUESTS, "全年收到申请二十五件。"),
    (REQUESTS, "全年收到申请２５件。"),
    (REQUESTS, "全年受理政府信息公开申请28件，其中上年结转3件。"),
    (REQUESTS, "全年共依法受理政府信息公开申请25件。"),
    (REQUESTS, "全年收到政府信息公开申请28件（含上年结转3件）。"),
    (REVIEWS, "发生政府信息公开行政复议4件、行政诉讼5件。"),
    (REVIEWS, "全年发生行政复议案件4起，行政诉讼案件5起。"),
    (DECISIONS, "作出行政许可决定46件，行政处罚决定8件，行政强制措施2件。"),
    # Round figures, changes, shares, other years and times.
    (REQUESTS, "全年收到政府信息公开申请20余件。"),
    (REQUESTS, "全年收到政府信息公开申请近30件。"),
    (REQUESTS, "收到政府信息公开申请较上年增加7件。"),
    (REQUESTS, "2022年收到政府信息公开申请19件。"),
    (REQUESTS, "二○二二年收到政府信息公开申请19件。"),
    (REQUESTS, "上年收到政府信息公开申请19件。"),
    (REQUESTS, "上半年收到政府信息公开申请11件，下半年收到政府信息公开申请14件。"),
    (REQUESTS, "第一季度收到政府信息公开申请6件。"),
    (REQUESTS, "1—6月收到政府信息公开申请11件。"),
    (REQUESTS, "2008年以来收到政府信息公开申请311件。"),
    (REQUESTS, "近三年收到政府信息公开申请61件。"),
    # Parts of the whole, and other organs.
    (REQUESTS, "其中通过网络收到申请20件。"),
    (REQUESTS, "通过信函收到政府信息公开申请5件，通过在线平台收到政府信息公开申请20件。"),
    (REQUESTS, "收到自然人提出的政府信息公开申请15件，企业提出的申请10件。"),
    (REQUESTS, "县住建局收到政府信息公开申请6件，各站所收到政府信息公开申请2件。"),
    (REQUESTS, "全市收到政府信息公开申请3120件。"),
    (REQUESTS, "按期答复申请24件，申请人补正1件。"),
    # Requests for something else.
    (REQUESTS, "收到临时救助申请120件、行政许可申请52件。"),
    (REQUESTS, "收到行政复议申请3件。"),
    (REQUESTS, "未收到行政复议申请，未收到重复申请。"),
    (REQUESTS, "未收到对申请答复的投诉。"),
    (REQUESTS, "收到意见建议14条，收到投诉举报3件。"),
    (REVIEWS, "镇司法所参加行政复议12件，代理行政诉讼3件。"),
    (REVIEWS, "县政府受理行政复议120件，审结行政诉讼案件31件。"),
    (REVIEWS, "没有行政复议被纠正、行政诉讼败诉的情形。"),
    (REVIEWS, "行政复议、行政诉讼共9件。"),
    (REVIEWS, "办理行政处罚类行政复议2件。"),
    (REVIEWS, "未及时公开行政复议、行政诉讼情况的问题已经整改。"),
    (REVIEWS, "未能在网站公布行政复议和行政诉讼情况。"),
    (REVIEWS, "申请人对答复没有异议的，不必申请行政复议。"),
    (REVIEWS, "减少行政复议和行政诉讼。"),
    # Decisions and the information on them.
    (DECISIONS, "主动公开信息105条，其中行政处罚19条，行政许可26条。"),
    (DECISIONS, "公开行政许可30件、行政处罚6件。"),
    (DECISIONS, "公示行政处罚信息19条。"),
    (DECISIONS, "梳理行政许可事项46项，行政处罚事项112项。"),
    (DECISIONS, "受理行政许可申请50件。"),
    (DECISIONS, "城管行政处罚5件，安监行政处罚3件。"),
    (DECISIONS, "2022年作出行政处罚7件。"),
    (DECISIONS, "作出行政处罚约10件。"),
]


@pytest.mark.parametrize(("old", "text"), RIGHT)
def test_right_or_unrelated_figures_have_no_findings(
    verdict_of: VerdictOf, old: str, text: str
) -> None:
    verdict = verdict_of("prose-table", {old: text})
    assert (verdict.findings, verdict.unchecked, verdict.broken) == ((), (), ())


def test_the_name_of_the_organ_is_no_other_organ(verdict_of: VerdictOf) -> None:
    swaps = {
        "# 青石县云溪镇人民政府": "# 青石县财政局",
        REQUESTS: "青石县财政局收到政府信息公开申请24件，县住建局收到政府信息公开申请6件。",
    }
    (finding,) = verdict_of("prose-table", swaps).findings
    assert finding.found == "青石县财政局收到政府信息公开申请24件"


def test_only_the_overview_and_the_last_section_are_checked(verdict_of: VerdictOf) -> None:
    problems = "一是政策解读形式偏少"
    swaps = {problems: f"全年收到政府信息公开申请11件；{problems}"}
    assert verdict_of("prose-table", swaps).findings == ()
    swaps = {"本机关2023年未收取": "本机关2023年收到政府信息公开申请11件，未收取"}
    (finding,) = verdict_of("prose-table", swaps).findings
    assert finding.location.section == "六、其他需要报告的事项"


def test_the_location_is_the_clause_with_the_number(verdict_of: VerdictOf) -> None:
    swaps = {REQUESTS: "做好登记工作，全年新收政府信息公开 申请 24 件，均已答复。"}
    (finding,) = verdict_of("prose-table", swaps).findings
    assert finding.location.text == "全年新收政府信息公开 申请 24 件"
    assert finding.location.start == len("做好登记工作，")
    (cell,) = finding.related
    assert (cell.table, cell.row, cell.column) == (
        "requests",
        "一、本年新收政府信息公开申请数量",
        "总计",
    )


def test_a_cell_without_a_number_leaves_the_sentence_unchecked(verdict_of: VerdictOf) -> None:
    swaps = {"| 行政处罚 | 8 |": "| 行政处罚 | — |"}
    verdict = verdict_of("prose-table", swaps)
    assert verdict.findings == ()
    (unchecked,) = verdict.unchecked
    assert "行政处罚8件" in unchecked.reason.zh


def test_a_blank_cell_explains_the_unchecked_sentence(verdict_of: VerdictOf) -> None:
    verdict = verdict_of(None, {"| 行政处罚 | 8 |": "| 行政处罚 |  |"})
    (unchecked,) = [u for u in verdict.unchecked if u.rule == "prose-table"]
    assert unchecked.explained


def test_a_missing_table_is_no_problem_of_the_text(verdict_of_lines: VerdictOf) -> None:
    verdict = verdict_of_lines("prose-table", {"overview": ["全年收到政府信息公开申请24件。"]})
    assert verdict.findings == ()
    (unchecked,) = verdict.unchecked
    assert unchecked.reason.zh == "未找到这张表格"


def test_without_figures_the_rule_does_not_apply(
    bound: Callable[..., BoundForm],
) -> None:
    quote = Quote(
        ("申请",), (NumberPattern.parse("收到申请{n}个"),), (Sum.parse("requests.new.total"),)
    )
    (outcome,) = run(bound(), Options((quote,)))
    assert isinstance(outcome, NotApplicable)


@pytest.mark.parametrize("text", ["申请", "申请{n}件到{n}件", "(收到|新收)申请{n}件", "[{n}"])
def test_a_pattern_needs_exactly_one_number(text: str) -> None:
    with pytest.raises(InvalidOption):
        NumberPattern.parse(text)


def test_a_pattern_survives_pickling() -> None:
    pattern = pickle.loads(pickle.dumps(NumberPattern.parse("申请{n}件")))  # noqa: S301 - our own
    assert list(pattern.regex(LANGUAGE).spans("收到申请１，０２５件")) == [(4, 9)]
    assert pattern.regex(LANGUAGE).rules_out("收到申请\n3件")
    assert not pattern.regex(LANGUAGE).rules_out("收到申请\n申请3件")


@pytest.mark.parametrize(("text", "offset"), [("", 0), ("a.b.c +", 7), ("a.b.c - d.e.f", 0)])
def test_a_malformed_sum_is_an_invalid_option(text: str, offset: int) -> None:
    with pytest.raises(InvalidOption) as caught:
        Sum.parse(text)
    assert caught.value.offset == offset


def test_cells_and_sections_that_the_form_does_not_have_are_named(national: Pack) -> None:
    says = (NumberPattern.parse("申请{n}件"),)
    equals = (Sum.parse("requests.new.total"), Sum.parse("requests.new.total + requests.old.total"))
    options = Options(
        (Quote(("申请",), says, equals),), sections=(SectionRef("overview"), SectionRef("others"))
    )
    row, section = reference_faults(options, national.form)
    assert (row.path, row.given) == (("figures", 0, "equals", 1), "old")
    assert (section.path, section.given) == (("sections", 1), "others")


def test_a_figure_with_decimals_that_the_form_does_not_have_is_not_compared(
    verdict_of: VerdictOf,
) -> None:
    verdict = verdict_of("prose-table", {"| 行政强制 | 2 |": "| 行政强制 | 2.5 |"})
    assert verdict.findings == ()
    (unchecked,) = verdict.unchecked
    assert "行政强制2件" in unchecked.reason.zh
