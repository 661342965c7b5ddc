"""A form that differs from the annual report: its tables and its text must agree."""

from collections.abc import Callable

import pytest

from docxlint.author.sample_files import good_document
from docxlint.report.report import Report
from docxlint.rules.kinds.equation import Options
from docxlint.rules.rule import Pack

ACCOUNTS = "final-accounts"
Linted = Callable[..., Report]


def findings_of(report: Report) -> list[tuple[str, str]]:
    assert report.pack is not None
    assert report.pack.name == ACCOUNTS
    return [(finding.rule, finding.message.zh) for finding in report.findings]


def test_at_least_six_formulas_connect_different_tables(
    shipped_pack: Callable[[str], Pack],
) -> None:
    pairs = set()
    for rule in shipped_pack(ACCOUNTS).rules:
        if isinstance(rule.options, Options) and rule.options.each is None:
            for formula in rule.options.formulas:
                tables = {ref.name.split(".")[0] for ref in formula.names() if "." in ref.name}
                names = {table.name for table in shipped_pack(ACCOUNTS).form.tables}
                if len(tables & names) > 1:
                    pairs.add(formula.source)
    assert len(pairs) >= 6


@pytest.mark.parametrize(
    ("figure", "text", "rules"),
    [
        ("totals.superior.received", "25.00", {"income-total", "income-agrees"}),
        ("income.all.superior", "25.00", {"income-by-source", "income-agrees", "share"}),
        (
            "expenditure.all.total",
            "2,327.50",
            {"expenditure-by-kind", "expenditure-agrees", "share"},
        ),
        (
            "appropriation.fund.received",
            "105.00",
            {"appropriation-total", "appropriation-agrees", "fund-agrees"},
        ),
        ("general.all.basic", "1,308.20", {"expenditure-by-kind", "basic-agrees"}),
        ("basic.all.staff", "1,169.75", {"basic-agrees"}),
        ("fund.all.total", "143.80", {"expenditure-by-kind", "fund-agrees"}),
        ("hospitality.amount.running", "26.57", {"three-publics-total"}),
    ],
)
def test_a_wrong_figure_is_found_from_another_table_with_it(
    figure: str, text: str, rules: set[str], linted: Linted
) -> None:
    report = linted(ACCOUNTS, set={figure: text})
    assert {rule for rule, _ in findings_of(report)} == rules


def test_a_figure_that_differs_between_two_tables_is_reported_with_both(linted: Linted) -> None:
    report = linted(ACCOUNTS, set={"basic.all.staff": "1,169.75"})
    (finding,) = report.findings
    assert (
        finding.message.zh == "“合计”行“基本支出”列填的是1380.20，应为1353.20（1169.75 + 183.45）"
    )
    assert finding.location.table == "general"
    assert {place.table for place in finding.related} == {"basic"}
    assert (finding.expected, finding.found) == ("1353.20", "1380.20")


def test_rounding_to_two_decimals_is_allowed(linted: Linted) -> None:
    for figure, text in (("income.all.total", "2,368.42"), ("basic.all.office", "183.46")):
        assert findings_of(linted(ACCOUNTS, set={figure: text})) == []


def test_a_blank_counts_as_zero_in_a_money_table(linted: Linted) -> None:
    report = linted(ACCOUNTS, set={"totals.capital.received": "", "income.all.operating": "0.00"})
    assert (findings_of(report), report.unchecked) == ([], ())


def test_a_department_without_funds_may_publish_an_empty_table(linted: Linted) -> None:
    row = "| 合计 | < |  | 150.00 | 148.30 |  | 148.30 | 1.70 |"
    second = "| 212 | 城乡社区支出 |  | 150.00 | 148.30 |  | 148.30 | 1.70 |"
    report = linted(ACCOUNTS, {f"{row}\n{second}": "| 合计 | < |  |  |  |  |  |  |"})
    assert {rule for rule, _ in findings_of(report)} == {"fund-agrees"}
    assert report.unchecked == ()


def test_a_missing_table_is_reported_once(linted: Linted) -> None:
    report = linted(ACCOUNTS, drop=["tables.income"])
    assert [rule for rule, _ in findings_of(report)] == ["table-missing"]
    assert {u.rule for u in report.unchecked} >= {"income-agrees", "appropriation-agrees", "share"}
    assert all(unchecked.explained for unchecked in report.unchecked)


def test_a_table_outside_the_form_is_not_mistaken_for_another(linted: Linted) -> None:
    table = (
        "| 项目 | < | 本年支出 | < | < |\n| 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |\n"
        "| 合计 | < |  |  |  |\n\n"
    )
    heading = "## 第三部分 2023年度部门决算情况说明"
    assert findings_of(linted(ACCOUNTS, {heading: f"**九、某表**\n\n{table}{heading}"})) == []


def test_merged_totals_are_read_by_their_columns(linted: Linted) -> None:
    swap = {"| 公用经费合计 |  | 183.45 |": "| 公用经费合计 | < | 138.45 |"}
    assert findings_of(linted(ACCOUNTS, swap)) == [
        ("basic-agrees", "“合计”行“基本支出”列填的是1380.20，应为1335.20（1196.75 + 138.45）")
    ]


def test_codes_before_row_names_are_no_figures(linted: Linted) -> None:
    report = linted(ACCOUNTS, {"| 208 | 社会保障和就业支出 |": "| 20805 | 行政事业单位养老支出 |"})
    assert findings_of(report) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("占95.02%", "占95.20%"), ("的88.96%", "的89.86％"), ("占15.61%", "占16%")],
)
def test_a_share_is_compared_with_its_table(old: str, new: str, linted: Linted) -> None:
    found = findings_of(linted(ACCOUNTS, {old: new}))
    assert [rule for rule, _ in found] == ([] if new == "占16%" else ["share"])


def test_headings_may_name_the_organ_and_the_year(linted: Linted) -> None:
    swaps = {
        "## 第一部分 部门概况": "**第一部分　青石市水务局部门概况**",
        "## 第二部分 2023年度部门决算表": "## 第二部分：青石市水务局2023年度部门决算表",
        "## 第四部分 名词解释": "## 第四部分名词解释",
    }
    assert findings_of(linted(ACCOUNTS, swaps)) == []


def test_numbered_rows_and_columns_are_allowed(
    shipped_pack: Callable[[str], Pack], linted: Linted
) -> None:
    """Add numbers as they are often printed: 行次 beside the amounts, 栏次 below the headers."""
    text = good_document(shipped_pack(ACCOUNTS)).markdown
    first = text[text.index("| 收入 | < | 支出 | < |") : text.index("**二、收入决算表**")]
    lines = [line.strip("| ").split("|") for line in first.splitlines() if line.startswith("| ")]
    counted = ["| 收入 | < | < | 支出 | < | < |", "| 项目 | 行次 | 金额 | 项目 | 行次 | 金额 |"]
    counted.append("| 栏次 |  | 1 | 栏次 |  | 2 |")
    for at, line in enumerate(lines[2:], 1):
        left, received, right, spent = [*line, "", "", ""][:4]
        counted.append(f"| {left} | {at} | {received} | {right} | {at + 31} | {spent} |")
    below = "| 科目编码 | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^ | ^ |\n"
    swaps = {
        first: "\n".join(counted) + "\n\n",
        below: below + "| 栏次 | < | 1 | 2 | 3 | 4 | 5 | 6 | 7 |\n",
    }
    report = linted(ACCOUNTS, swaps)
    assert (findings_of(report), report.unchecked) == ([], ())
    wrong = linted(ACCOUNTS, swaps, set={"totals.current.spent": "2,327.50"})
    assert {rule for rule, _ in findings_of(wrong)} == {"grand-total", "expenditure-agrees"}
