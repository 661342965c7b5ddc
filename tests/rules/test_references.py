from typing import Any

import msgspec
import pytest

from docxlint.core.reference import ColumnRef, FigureRef, RowRef, SectionOrFrontRef, TableRef
from docxlint.form.schema import Form, FormBlock, FormLine, SectionForm, TableForm, TitleForm
from docxlint.rules.references import reference_faults


def _table(name: str, rows: str, columns: str) -> TableForm:
    block = FormBlock(
        columns=tuple(FormLine(column, (column,)) for column in columns),
        rows=tuple(FormLine(row, (row,)) for row in rows),
    )
    return TableForm(name, "only", (block,))


FORM = Form(
    TitleForm("报告", "{organ}{year}年报告"),
    (SectionForm("only", "一、总述"),),
    (_table("first", "ab", "xy"), _table("second", "cd", "z")),
)


class Inner(msgspec.Struct, frozen=True):
    sum: FigureRef


class Options(msgspec.Struct, frozen=True, kw_only=True):
    table: TableRef | None = None
    tables: tuple[TableRef, ...] = ()
    row: RowRef | None = None
    columns: frozenset[ColumnRef] = frozenset()
    section: SectionOrFrontRef | None = None
    inner: dict[str, Inner] = {}
    plain: str = "nowhere"


A = RowRef.parse("a")
C = RowRef.parse("c")
Z = ColumnRef.parse("z")


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"table": TableRef("first"), "row": A},
        {"tables": (TableRef("second"),), "row": C, "columns": frozenset({Z})},
        {"row": A, "columns": frozenset({Z})},
        {"section": SectionOrFrontRef("front")},
        {"section": SectionOrFrontRef("only")},
        {"inner": {"k": Inner(FigureRef("first", "a", "x"))}},
    ],
)
def test_names_of_the_form_are_no_faults(options: dict[str, Any]) -> None:
    assert list(reference_faults(Options(**options), FORM)) == []


@pytest.mark.parametrize(
    ("options", "path", "message", "candidates"),
    [
        (
            {"table": TableRef("third"), "row": A},
            ("table",),
            "the form has no table “third”",
            ("first", "second"),
        ),
        (
            {"tables": (TableRef("first"), TableRef("third"))},
            ("tables", 1),
            "the form has no table “third”",
            ("first", "second"),
        ),
        (
            {"table": TableRef("first"), "row": C},
            ("row",),
            "table “first” has no row “c”",
            ("a", "b"),
        ),
        (
            {"tables": (TableRef("second"),), "row": A},
            ("row",),
            "none of these tables has a row “a”",
            ("c", "d"),
        ),
        (
            {"columns": frozenset({ColumnRef.parse("w")})},
            ("columns",),
            "none of these tables has a column “w”",
            ("x", "y", "z"),
        ),
        (
            {"section": SectionOrFrontRef("extra")},
            ("section",),
            "the form has no section “extra”",
            ("front", "only"),
        ),
        (
            {"inner": {"k": Inner(FigureRef("first", "a", "z"))}},
            ("inner", "k", "sum"),
            "table “first” has no column “z”",
            ("x", "y"),
        ),
    ],
)
def test_a_name_that_the_form_lacks_is_a_fault_with_its_path(
    options: dict[str, Any], path: tuple[str | int, ...], message: str, candidates: tuple[str, ...]
) -> None:
    (fault,) = reference_faults(Options(**options), FORM)
    assert (fault.path, fault.message.en, fault.candidates) == (path, message, candidates)
    assert fault.given is not None and fault.given in message


def test_a_reference_cannot_be_built_for_what_the_form_lacks() -> None:
    first = FORM.table("first")
    assert first.figure_ref("a", "x") == FigureRef("first", "a", "x")
    for build in (
        lambda: first.row_ref("c"),
        lambda: first.column_ref("z"),
        lambda: first.figure_ref("a", "z"),
        lambda: FORM.section("other").ref,
    ):
        with pytest.raises(KeyError):
            build()
