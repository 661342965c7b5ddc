"""Options of checks of tables that money tables need: words, commas, further rows, blanks."""

from collections.abc import Callable
from decimal import Decimal

from docxlint.core.finding import Problem, Unchecked
from docxlint.core.message import Message
from docxlint.core.reference import ColumnRef, SectionOrFrontRef, TableRef
from docxlint.core.regex import Regex
from docxlint.form.bound import BoundForm
from docxlint.rules.kinds import cells, equation, rows, tables, wording
from docxlint.rules.references import reference_faults
from docxlint.rules.sums.formula import Formula

Bind = Callable[..., BoundForm]
NEW = "| 15 | 4 | 2 | 1 | 2 | 1 | 25 |"


def messages(outcomes: object) -> list[str]:
    assert hasattr(outcomes, "__iter__")
    return [each.message.zh for each in outcomes if isinstance(each, Problem)]


def test_columns_of_words_need_no_numbers(bound: Bind) -> None:
    document = bound({NEW: "| 无 | 4 | 2 | 1 | 2 | 1 | 25 |"})
    assert len(messages(cells.run(document, cells.Options("number")))) == 1
    assert (
        messages(cells.run(document, cells.Options("number", words=(ColumnRef.parse("people"),))))
        == []
    )


def test_only_commas_at_the_thousands_can_be_allowed(bound: Bind) -> None:
    document = bound({NEW: "| 1,500 | 4 | 2 | 1 | 2 | 1 | 15,00 |"})
    assert len(messages(cells.run(document, cells.Options("number")))) == 2
    assert messages(cells.run(document, cells.Options("number", commas=True))) == [
        "“15,00”不是数字；没有发生的填“0”"
    ]


def test_an_unknown_column_of_words_is_an_option_fault(bound: Bind) -> None:
    options = cells.Options("number", words=(ColumnRef.parse("poeple"),))
    (fault,) = reference_faults(options, bound().form)
    assert (fault.path, fault.given) == (("words", 0), "poeple")
    assert "people" in fault.candidates


def test_an_open_table_may_have_further_rows(bound: Bind) -> None:
    more = "| 行政许可 | 46 | < | < |\n| 其他事项 | 7 | < | < |"
    document = bound({"| 行政许可 | 46 | < | < |": more})
    options = rows.Options("wording")
    assert messages(rows.run(document, options)) == ["规定格式中没有“其他事项”这一行"]
    assert (
        messages(rows.run(document, rows.Options("wording", open=(TableRef("proactive"),)))) == []
    )


def test_a_blank_counts_as_zero_only_if_the_rule_says_so(bound: Bind) -> None:
    document = bound({NEW: "|  | 4 | 2 | 1 | 2 | 1 | 25 |"})
    formula = Formula.parse("requests.new.people = requests.new.firms")
    (outcome,) = equation.run(document, equation.Options(formula))
    assert isinstance(outcome, Unchecked)
    (problem,) = equation.run(document, equation.Options(formula, blank="zero"))
    assert isinstance(problem, Problem)
    label = "一、本年新收政府信息公开申请数量"
    assert (
        problem.message.zh
        == f"“{label}”行“自然人”列填的是空白，“{label}”行“商业企业”列填的是4，两者应相等"
    )
    tolerant = equation.Options(formula, tolerance=Decimal(4), blank="zero")
    assert list(equation.run(document, tolerant)) == []


def test_the_name_of_a_superseded_form_comes_from_the_rule(bound: Bind) -> None:
    document = bound({"本年制发件数": "本年新制作数量"})
    options = tables.Options("current", what=Message(zh="另一种格式", en="another form"))
    assert messages(tables.run(document, options)) == ["表格用了另一种格式：“本年新制作数量”"]


def test_the_introduction_can_be_checked_alone(bound: Bind) -> None:
    what = Message(zh="电话", en="a telephone number")
    options = wording.Options(
        what, require=Regex.parse("总体情况"), section=SectionOrFrontRef("front"), places=("text",)
    )
    assert list(wording.run(bound(), options)) == []
    other = wording.Options(
        what, require=Regex.parse("茶叶种植"), section=SectionOrFrontRef("front"), places=("text",)
    )
    assert messages(wording.run(bound(), other)) == ["“引言（第一部分之前）”没有写明电话"]
    assert list(reference_faults(other, bound().form)) == []
