"""The form bound to a document that has a part twice."""

from __future__ import annotations

from collections.abc import Callable

from docxlint.form.bound import BoundForm

Bind = Callable[..., BoundForm]

_ROW = "| 行政处罚 | 8 | < | < |"


def test_a_repeated_row_gives_a_second_reading_of_its_table(bound: Bind) -> None:
    document = bound({_ROW: f"{_ROW}\n{_ROW.replace('8', '9')}"})
    (repetition,) = document.repetitions
    assert (repetition.kind, repetition.label, repetition.within) == ("row", "行政处罚", False)
    ((_, again),) = document.readings()
    values = [
        {name: cell.figure.text for name, cell in form.tables["proactive"].cells.items()}
        for form in (document, again)
    ]
    different = [name for name in values[0] if values[0][name] != values[1][name]]
    assert [(values[0][n], values[1][n]) for n in different] == [("8", "9")]
    cell = again.tables["proactive"].cells[different[0]]
    assert repetition.covers(cell.location)
    assert not repetition.covers(document.tables["proactive"].cells[different[0]].location)


def test_a_note_below_the_table_is_no_repeated_row(bound: Bind) -> None:
    assert bound({_ROW: f"{_ROW}\n| 行政处罚 | < | < | < |"}).repetitions == ()
    assert bound().repetitions == ()
