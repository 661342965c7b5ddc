"""The marks of cells in the tables of a page."""

from __future__ import annotations

from docxlint.core.location import Node
from docxlint.report.build_tree import document_node
from docxlint.report.formats.html.cell_marks import Mark, Marks, cell_marks
from docxlint.report.report import Report


def marks_of(report: Report) -> tuple[Marks, list[Node]]:
    assert report.snapshot is not None
    (table,) = report.snapshot.tables
    entries = [entry for section in document_node(report).sections for entry in section.entries]
    nodes = [Node(table.part, cell.path) for cell in table.cells]
    return cell_marks((table,), entries, "zh"), nodes


def test_a_certain_cause_marks_its_figure_and_the_sum_is_a_part(certain: Report) -> None:
    marks, nodes = marks_of(certain)
    wrong, total = marks.cells[nodes[6]], marks.cells[nodes[7]]
    assert (wrong.weight, wrong.want, wrong.causes) == ("error", "2", [1])
    assert (total.weight, total.want) == ("part", "")


def test_an_uncertain_cause_only_guesses(snapshot: Report) -> None:
    marks, nodes = marks_of(snapshot)
    assert (marks.cells[nodes[7]].guess, marks.cells[nodes[7]].want) == ("3", "")


def test_a_finding_about_a_row_marks_its_cells(snapshot: Report) -> None:
    marks, nodes = marks_of(snapshot)
    assert [marks.cells[node].weight for node in nodes[8:]] == ["info", "info", "info"]


def test_a_sum_has_a_note_under_its_row(snapshot: Report) -> None:
    marks, _ = marks_of(snapshot)
    ((row, (note,)),) = next(iter(marks.notes.values())).items()
    assert (row, note.number, note.has_cause) == (2, 2, True)


def test_the_most_serious_weight_decides() -> None:
    assert Mark(weights=["info", "error", "waived"]).weight == "error"
    assert Mark(is_part=True).weight == "part"
    assert Mark().weight == ""
