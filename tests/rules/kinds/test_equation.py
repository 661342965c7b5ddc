from collections.abc import Sequence
from decimal import Decimal

import pytest

from docxlint.core.document import Cell, Document, Paragraph, Table
from docxlint.core.finding import Problem, Unchecked
from docxlint.core.location import Location
from docxlint.core.reference import FigureRef, SectionRef, TableRef
from docxlint.form.bind import bind
from docxlint.form.bound import BoundForm
from docxlint.form.schema import Form, FormBlock, FormLine, SectionForm, TableForm, TitleForm
from docxlint.rules.kinds.equation import KIND, Options
from docxlint.rules.references import reference_faults
from docxlint.rules.rule import Outcome
from docxlint.rules.sums.formula import Formula

PART = "word/document.xml"


def line(name: str, *path: str) -> FormLine:
    return FormLine(name, path or (name,))


def form(**rows: tuple[str, ...]) -> Form:
    """Tables of two columns, a and b, and the rows named, all in one section."""
    return Form(
        title=TitleForm(name="决算", wording="{organ}{year}年决算"),
        sections=(SectionForm("all", "一、决算表"),),
        tables=tuple(
            TableForm(
                name,
                "all",
                (
                    FormBlock(
                        columns=(line("a"), line("b")),
                        rows=tuple(line(row, f"{name}-{row}") for row in names),
                        corner="项目",
                        labels=1,
                        decimals=frozenset({"a", "b"}),
                    ),
                ),
            )
            for name, names in rows.items()
        ),
    )


def table(number: int, rows: Sequence[Sequence[str]]) -> Table:
    path = f"/w:document/w:body/w:tbl[{number}]"
    return Table(
        tuple(
            tuple(
                Cell(text, r, c, Location(PART, f"{path}/w:tr[{r + 1}]/w:tc[{c + 1}]", text=text))
                for c, text in enumerate(row)
            )
            for r, row in enumerate(rows)
        ),
        Location(PART, path),
    )


def bound(words: Form, **figures: dict[str, tuple[str, str]]) -> BoundForm:
    blocks = [Paragraph("一、决算表", Location(PART, "/w:document/w:body/w:p[1]"))]
    tables = [
        table(i, [["项目", "a", "b"], *([f"{name}-{row}", *two] for row, two in rows.items())])
        for i, (name, rows) in enumerate(figures.items(), 1)
    ]
    return bind(Document((*blocks, *tables), Location(PART, "/w:document/w:body")), words)


def judged(
    document: BoundForm, holds: str, *, table: str | None = None, **options: object
) -> list[Outcome]:
    ref = TableRef(table) if table is not None else None
    given = Options(holds=Formula.parse(holds), table=ref, **options)  # type: ignore[arg-type]
    assert not list(KIND.verify(given, document.form))
    return list(KIND.run(document, given))


def problem(outcome: Outcome) -> Problem:
    assert isinstance(outcome, Problem)
    return outcome


INCOME = form(income=("tax", "fees", "total"), spending=("staff", "total"))


def test_a_right_sum_has_no_findings() -> None:
    document = bound(INCOME, income={"tax": ("1", "2"), "fees": ("3", "4"), "total": ("4", "6")})
    assert judged(document, "total = tax + fees", table="income", each="column") == []


def test_a_wrong_sum_names_the_total_its_right_value_and_its_parts() -> None:
    document = bound(INCOME, income={"tax": ("1", "2"), "fees": ("3", "4"), "total": ("5", "6")})
    (outcome,) = judged(document, "total = sum(tax..fees)", table="income", each="column")
    found = problem(outcome)
    assert found.message.zh == "“income-total”填的是5，应为4（1 + 3）"
    assert (found.expected, found.found) == ("4", "5")
    assert (found.location.row, found.location.column) == ("income-total", "a")
    assert found.location.path.endswith("w:tr[4]/w:tc[2]")
    assert [place.row for place in found.related] == ["income-tax", "income-fees"]


def test_two_different_sums_are_reported_with_both_values() -> None:
    document = bound(
        form(t=("new", "old", "done", "left")),
        t={"new": ("12", "0"), "old": ("2", "0"), "done": ("13", "0"), "left": ("2", "0")},
    )
    (outcome,) = judged(document, "new + old = done + left", table="t", each="column")
    found = problem(outcome)
    assert found.message.zh == "“t-new”加“t-old”为14，“t-done”加“t-left”为15，两者不等"
    assert found.message.en == "“t-new” plus “t-old” is 14, but “t-done” plus “t-left” is 15"
    assert (found.location.row, found.location.column) == (None, "a")


def test_decimals_are_added_exactly() -> None:
    document = bound(
        INCOME,
        income={"tax": ("0.1", "7730.28"), "fees": ("0.2", "0.02"), "total": ("0.3", "7730.3")},
    )
    assert judged(document, "total = tax + fees", table="income", each="column") == []


def test_a_tolerance_allows_rounding_and_no_more() -> None:
    document = bound(
        INCOME, income={"tax": ("1.1", "1"), "fees": ("1.1", "1"), "total": ("2.21", "2.02")}
    )
    (outcome,) = judged(
        document, "total = tax + fees", table="income", each="column", tolerance=Decimal("0.01")
    )
    assert problem(outcome).location.column == "b"


def test_tables_are_compared_by_full_names() -> None:
    document = bound(
        INCOME,
        income={"tax": ("1", "0"), "fees": ("1", "0"), "total": ("2", "0")},
        spending={"staff": ("3", "0"), "total": ("3", "0")},
    )
    (outcome,) = judged(document, "income.total.a = spending.total.a")
    found = problem(outcome)
    assert (
        found.message.zh
        == "“income-total”行“a”列填的是2，“spending-total”行“a”列填的是3，两者应相等"
    )
    assert found.location.table == "income"
    assert judged(document, "income.total.b = spending.total.b") == []


def test_factors_and_differences_are_calculated() -> None:
    document = bound(INCOME, income={"tax": ("10", "0"), "fees": ("4", "0"), "total": ("17", "0")})
    (outcome,) = judged(document, "income.total.a = 2*income.tax.a - income.fees.a")
    assert problem(outcome).message.zh == "“income-total”行“a”列填的是17，应为16（2 × 10 − 4）"


def test_figures_are_compared_with_a_constant() -> None:
    document = bound(INCOME, income={"tax": ("1", "2"), "fees": ("3", "4"), "total": ("4", "6")})
    (outcome,) = judged(document, "income.total.a = 5")
    assert problem(outcome).message.zh == "“income-total”行“a”列填的是4，应为5"
    (outcome,) = judged(document, "income.tax.a + income.fees.a = 5")
    found = problem(outcome)
    assert found.message.zh == "1 + 3 = 4，规定的数为5，两者不等"
    assert found.location.path.endswith("w:tr[2]/w:tc[2]")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "“income-fees”没有填写，无法核对"),
        ("—", "“income-fees”不是数字，无法核对"),
    ],
)
def test_a_sum_with_a_missing_figure_is_unchecked(text: str, reason: str) -> None:
    document = bound(INCOME, income={"tax": ("1", "2"), "fees": (text, "4"), "total": ("9", "6")})
    (outcome,) = judged(document, "total = tax + fees", table="income", each="column")
    assert isinstance(outcome, Unchecked)
    assert outcome.reason.zh == reason
    assert outcome.causes == (FigureRef("income", "fees", "a"),)
    assert (outcome.location.row, outcome.location.column) == (None, "a")


def test_a_missing_row_leaves_every_column_unchecked() -> None:
    document = bound(INCOME, income={"tax": ("1", "2"), "total": ("1", "2")})
    outcomes = judged(document, "total = tax + fees", table="income", each="column")
    assert [type(outcome) for outcome in outcomes] == [Unchecked, Unchecked]
    assert "表格里没有" in outcomes[0].reason.zh  # type: ignore[union-attr]


def test_a_missing_table_is_reported_once() -> None:
    document = bound(INCOME, income={"tax": ("1", "2"), "fees": ("0", "0"), "total": ("1", "2")})
    (outcome,) = judged(document, "staff = total", table="spending", each="column")
    assert isinstance(outcome, Unchecked)
    assert outcome.causes == (TableRef("spending"), SectionRef("all"))


@pytest.mark.parametrize(
    ("holds", "options", "given", "candidates"),
    [
        (
            "totl = tax",
            {"table": TableRef("income"), "each": "column"},
            "totl",
            ("tax", "fees", "total"),
        ),
        ("a = c", {"table": TableRef("income"), "each": "row"}, "c", ("a", "b")),
        ("a = b", {"table": TableRef("incom"), "each": "row"}, "incom", ("income", "spending")),
        ("incom.total.a = 1", {}, "incom", ("income", "spending")),
        ("sum(tax..tota) = 1", {"table": TableRef("income"), "each": "column"}, "tota", None),
    ],
)
def test_a_name_that_the_form_does_not_have_is_an_option_fault(
    holds: str, options: dict[str, object], given: str, candidates: tuple[str, ...] | None
) -> None:
    given_options = Options(holds=Formula.parse(holds), **options)  # type: ignore[arg-type]
    faults = [*reference_faults(given_options, INCOME), *KIND.verify(given_options, INCOME)]
    assert [fault.given for fault in faults] == [given]
    if candidates is not None:
        assert faults[0].candidates == candidates


@pytest.mark.parametrize(
    ("holds", "options"),
    [
        ("total = tax", {"each": "column"}),
        ("total = tax", {"table": TableRef("income")}),
        ("income.total.a = 1", {"table": TableRef("income"), "each": "column"}),
        ("sum(total..tax) = 1", {"table": TableRef("income"), "each": "column"}),
        ("income.tax.a = sum(income.tax.a..spending.staff.a)", {}),
        ("sum(income.tax.a..income.total.b) = 1", {}),
    ],
)
def test_a_malformed_name_or_reversed_range_is_an_option_fault(
    holds: str, options: dict[str, object]
) -> None:
    assert list(KIND.verify(Options(holds=Formula.parse(holds), **options), INCOME))  # type: ignore[arg-type]


def test_the_offset_of_a_fault_is_that_of_the_name() -> None:
    given = Options(
        holds=Formula.parse("total = tax + fes"), table=TableRef("income"), each="column"
    )
    (fault,) = KIND.verify(given, INCOME)
    assert fault.offset == len("total = tax + ")
    assert fault.path == ("holds",)
