"""Rules that compare figures with last year's report."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from docxlint.author import markdown_parser
from docxlint.core.document import Gap
from docxlint.core.finding import Problem, Unchecked
from docxlint.core.message import Message
from docxlint.core.reference import TITLE, TableRef
from docxlint.form.bind import bind
from docxlint.form.bound import BoundForm, BoundPrevious
from docxlint.packs import document, load, shipped
from docxlint.rules.engine import Verdict, judge
from docxlint.rules.kinds import carry
from docxlint.rules.rule import Kind, Pack, Rule
from docxlint.rules.sums.formula import Formula
from docxlint.word import read
from docxlint.word.make import write_document

Bind = Callable[..., BoundForm]

IN = "| 二、上年结转政府信息公开申请数量 | < | < | 2 | 1 | 0 | 0 | 0 | 0 | 3 |"
OUT = "| 四、结转下年度继续办理 | < | < | 1 | 1 | 1 | 0 | 0 | 0 | 3 |"
# The figures carried out of last year that equal those carried into this year.
MATCHING = {OUT: OUT.replace("| 1 | 1 | 1 |", "| 2 | 1 | 0 |")}


def rule(national: Pack, name: str) -> Rule:
    return next(rule for rule in national.rules if rule.name == name)


@pytest.fixture
def against(national: Pack, bound: Bind) -> Callable[..., Verdict]:
    """The verdict of one rule on the good document, with changes in it and in last year's."""

    def check(
        name: str,
        now: dict[str, str],
        last: dict[str, str],
        *,
        report_name: str = "",
        previous: BoundForm | None = None,
    ) -> Verdict:
        previous_report = BoundPrevious(
            report_name, previous if previous is not None else bound(last)
        )
        this = msgspec.structs.replace(bound(now), previous=previous_report)
        return judge(this, [rule(national, name)])

    return check


Against = Callable[..., Verdict]


def messages_of(verdict: Verdict) -> list[str]:
    assert not verdict.broken
    return [finding.message.zh for finding in verdict.findings]


def reasons(verdict: Verdict) -> list[str]:
    return [unchecked.reason.zh for unchecked in verdict.unchecked]


def test_without_last_year_the_rules_are_neither_passed_nor_unchecked(
    national: Pack, bound: Bind
) -> None:
    for name in ("carry-over", "in-force"):
        verdict = judge(bound(), [rule(national, name)])
        assert (verdict.findings, verdict.unchecked, verdict.passed) == ((), (), ())
        assert [(idle.rule, idle.reason.zh) for idle in verdict.not_applicable] == [
            (name, "没有提供上年报告")
        ]


def test_figures_that_agree_with_last_year_pass(against: Against) -> None:
    verdict = against("carry-over", {}, MATCHING)
    assert (messages_of(verdict), reasons(verdict), verdict.passed) == ([], [], ("carry-over",))


def test_a_different_figure_is_reported_at_its_cell_with_both_numbers(against: Against) -> None:
    now = {IN: IN.replace("| 3 |", "| 5 |")}
    (finding,) = against("carry-over", now, MATCHING, report_name="上年.docx").findings
    assert finding.message == Message(
        zh="“二、上年结转政府信息公开申请数量”填的是5，上年报告（上年.docx）的“四、结转下年度继续办理”是3",
        en="“二、上年结转政府信息公开申请数量” is 5, but “四、结转下年度继续办理” in last year's report (上年.docx) is 3",
    )
    assert (finding.expected, finding.found, finding.related) == ("3", "5", ())
    assert (finding.location.table, finding.location.column) == ("requests", "总计")


def test_each_of_seven_columns_is_compared(against: Against) -> None:
    last = {OUT: "| 四、结转下年度继续办理 | < | < | 9 | 9 | 9 | 9 | 9 | 9 | 9 |"}
    found = against("carry-over", {}, last).findings
    assert [(f.location.column, f.found, f.expected) for f in found] == [
        (column, was, "9")
        for column, was in zip(
            ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"),
            ("2", "1", "0", "0", "0", "0", "3"),
            strict=True,
        )
    ]


def test_the_name_of_the_previous_report_does_not_change_fingerprints(
    against: Against,
) -> None:
    last = {OUT: OUT.replace("| 1 | 1 | 1 |", "| 3 | 1 | 0 |")}
    one, other = (against("carry-over", {}, last, report_name=name).findings for name in ("a", "b"))
    assert [f.fingerprint for f in one] == [f.fingerprint for f in other]
    assert len(one) == 1


def test_a_blank_figure_of_this_year_is_unchecked(against: Against) -> None:
    verdict = against("carry-over", {IN: IN.replace("| 2 |", "|  |")}, MATCHING)
    assert messages_of(verdict) == []
    assert reasons(verdict) == ["“二、上年结转政府信息公开申请数量”没有填写，无法核对"]


@pytest.mark.parametrize(
    ("was", "reason"),
    [
        ("", "“四、结转下年度继续办理”没有填写，无法核对"),
        ("无", "“四、结转下年度继续办理”不是数字，无法核对"),
    ],
)
def test_a_missing_figure_of_last_year_names_the_previous_report(
    against: Against, was: str, reason: str
) -> None:
    last = {OUT: OUT.replace("| 1 | 1 | 1 |", f"| 2 | 1 | {was} |")}
    verdict = against("carry-over", {}, last, report_name="上年.docx")
    assert messages_of(verdict) == []
    (unchecked,) = verdict.unchecked
    assert unchecked.reason.zh == f"上年报告（上年.docx）：{reason}"
    assert (unchecked.location.column, unchecked.location.row, unchecked.explained) == (
        "科研机构",
        None,
        False,
    )


def test_a_missing_table_of_last_year_is_reported_once(against: Against, good: str) -> None:
    start, end = good.index("| （本列数据"), good.index("## 四、")
    verdict = against("carry-over", {}, {good[start:end]: "\n"})
    assert (messages_of(verdict), reasons(verdict)) == ([], ["上年报告：未找到这张表格"])


def test_a_missing_table_of_this_year_is_reported_once(against: Against, good: str) -> None:
    start, end = good.index("| （本列数据"), good.index("## 四、")
    verdict = against("carry-over", {good[start:end]: "\n"}, {})
    assert (messages_of(verdict), reasons(verdict)) == ([], ["未找到这张表格"])


def test_an_unusable_previous_report_leaves_the_rule_unchecked(national: Pack, bound: Bind) -> None:
    fault = Message(zh="读不出来", en="unreadable")
    this = msgspec.structs.replace(bound(), previous=BoundPrevious(fault=fault, causes=(TITLE,)))
    for name, table in (("carry-over", "requests"), ("in-force", "proactive")):
        (unchecked,) = judge(this, [rule(national, name)]).unchecked
        assert (unchecked.reason, unchecked.location.table) == (fault, table)


def test_figures_in_force_follow_from_those_made_and_repealed(against: Against) -> None:
    verdict = against("in-force", {}, {})
    assert messages_of(verdict) == ["“现行有效件数”填的是5，按上年报告应为6（上年5 + 2 − 1）"]
    (finding,) = verdict.findings
    assert [place.column for place in finding.related] == ["本年制发件数", "本年废止件数"]
    assert finding.location.row == "行政规范性文件"
    assert messages_of(against("in-force", {}, {"| 2 | 1 | 5 |": "| 2 | 1 | 4 |"})) == []


@pytest.fixture(scope="session")
def of_2020(kinds: dict[str, Kind[Any]]) -> Callable[[dict[str, str]], BoundForm]:
    """The good document of the form of 2019, with some words replaced."""
    pack = load(shipped() / "annual-report-2019", kinds)

    def make(swaps: dict[str, str]) -> BoundForm:
        text = document(pack)
        for old, new in swaps.items():
            assert old in text
            text = text.replace(old, new)
        return bind(read.read(write_document.docx_bytes(markdown_parser.parse(text))), pack.form)

    return make


def test_a_previous_report_may_use_the_form_of_2019(
    against: Against, of_2020: Callable[[dict[str, str]], BoundForm]
) -> None:
    verdict = against("carry-over", {}, {}, previous=of_2020(MATCHING))
    assert (messages_of(verdict), reasons(verdict), verdict.passed) == ([], [], ("carry-over",))
    found = against("carry-over", {}, {}, previous=of_2020({})).findings
    assert [(f.location.column, f.found, f.expected) for f in found] == [
        ("自然人", "2", "1"),
        ("科研机构", "0", "1"),
    ]


def test_a_formula_does_not_apply_if_last_years_form_lacks_its_names(
    against: Against, of_2020: Callable[[dict[str, str]], BoundForm]
) -> None:
    verdict = against("in-force", {}, {}, previous=of_2020({}))
    assert (verdict.findings, verdict.unchecked) == ((), ())
    assert [idle.reason.zh for idle in verdict.not_applicable] == ["上年的格式没有这些数字"]


def options(*holds: str, table: str | None = None, **more: Any) -> carry.Options:
    ref = TableRef(table) if table is not None else None
    return carry.Options(holds=tuple(map(Formula.parse, holds)), table=ref, **more)


def outcomes(bound: BoundForm, last: BoundForm, options: carry.Options) -> list[Any]:
    previous_report = BoundPrevious(bound=last)
    return list(carry.run(msgspec.structs.replace(bound, previous=previous_report), options))


def test_single_figures_have_full_names(bound: Bind) -> None:
    this = bound()
    formula = options("requests.new.total = previous.requests.new.total + 4")
    (problem,) = outcomes(this, this, formula)
    assert isinstance(problem, Problem)
    assert problem.message.zh == (
        "“一、本年新收政府信息公开申请数量”行“总计”列填的是25，按上年报告应为29（上年25 + 4）"
    )
    assert outcomes(this, this, options("requests.new.total = previous.requests.new.total")) == []


def test_both_sides_are_quoted_if_neither_is_a_single_figure(bound: Bind) -> None:
    this = bound()
    formula = options("new - 2 * carried_in = previous.new", table="requests", each="column")
    first = outcomes(this, this, formula)[0]
    assert first.message.zh == "15 − 2 × 2 = 11，上年为15，两者不等（上年报告）"
    assert (first.location.row, first.location.column) == (None, "自然人")


def test_both_sides_may_differ_by_the_tolerance(bound: Bind) -> None:
    this = bound()
    settings: dict[str, Any] = {"table": "requests", "each": "column", "tolerance": Decimal(1)}
    assert outcomes(this, this, options("carried_in = previous.carried_out", **settings)) == []


def test_a_range_of_last_years_figures_is_added_up(bound: Bind) -> None:
    this = bound()
    formula = options(
        "handled = sum(previous.granted..previous.otherwise_3)", table="requests", each="column"
    )
    assert outcomes(this, this, formula) == []


def test_unread_content_of_last_year_leaves_the_rule_unchecked(bound: Bind) -> None:
    this = bound()
    document = msgspec.structs.replace(this.document, gaps=(Gap("OLE", this.document.location),))
    last = msgspec.structs.replace(this, document=document)
    formula = options("new = previous.new", table="requests", each="column")
    (outcome,) = outcomes(this, last, formula)
    assert isinstance(outcome, Unchecked)
    assert outcome.reason.zh == "上年报告：有未读取的内容（OLE）"


@pytest.mark.parametrize(
    ("holds", "message"),
    [
        ("new = carried_in", "公式里没有上年的数字；上年的写作 previous.名称"),
        ("new = previous.newer", "表“requests”没有名为“newer”的行"),
        (
            "new = sum(previous.granted..partial)",
            "范围“previous.granted..partial”的两端要么都写 previous.，要么都不写",
        ),
    ],
)
def test_a_formula_without_last_year_or_with_a_mixed_range_is_an_option_fault(
    national: Pack, holds: str, message: str
) -> None:
    faults = list(carry.verify(options(holds, table="requests", each="column"), national.form))
    assert faults[0].message.zh == message


def test_the_offset_of_a_wrong_name_is_after_its_prefix(national: Pack) -> None:
    holds = "new = previous.newer"
    (fault,) = carry.verify(options(holds, table="requests", each="column"), national.form)
    assert holds[fault.offset :] == "newer"
    assert fault.path == ("holds", 0)
