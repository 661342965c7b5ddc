import pytest

from docxlint.form.schema import Form
from docxlint.rules.rule import Pack
from docxlint.rules.sums.formula import Formula
from docxlint.rules.sums.verify_formula import verify_formulas


@pytest.fixture
def form(national: Pack) -> Form:
    return national.form


@pytest.mark.parametrize(
    ("text", "table", "each", "message"),
    [
        ("new = handled", "requests", "column", None),
        ("total = people + sum(firms..others)", "requests", "row", None),
        ("requests.new.total = 3", None, None, None),
        ("new = handlde", "requests", "column", "table “requests” has no row “handlde”"),
        ("totl = people", "requests", "row", "table “requests” has no column “totl”"),
        ("request.new.total = 3", None, None, "the form has no table “request”"),
        ("new = 1", None, "column", "“new” does not say which table"),
        ("a.b.c = 1", "requests", "column", "“a.b.c” should be written as a row, or “table.row”"),
        ("sum(handled..new) = 1", "requests", "column", "the ends of the range"),
    ],
)
def test_names_in_formulas_are_checked_against_the_form(
    form: Form, text: str, table: str | None, each: str | None, message: str | None
) -> None:
    faults = list(verify_formulas((Formula.parse(text),), False, table, each, form))
    assert [fault.message.en[: len(message or "")] for fault in faults] == (
        [] if message is None else [message]
    )
    assert all(fault.path == ("holds",) for fault in faults)


def test_a_fault_in_a_list_has_its_index_and_the_offset_of_the_name(form: Form) -> None:
    formulas = (Formula.parse("new = handled"), Formula.parse("new = handlde"))
    (fault,) = verify_formulas(formulas, True, "requests", "column", form)
    assert (fault.path, fault.offset, fault.given) == (("holds", 1), len("new = "), "handlde")


def test_an_unknown_table_is_left_to_the_option_that_names_it(form: Form) -> None:
    assert list(verify_formulas((Formula.parse("new = 1"),), False, "nowhere", "row", form)) == []
