"""A line of figures that is shifted by one cell is one diagnosis."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.rules.diagnosis.diagnose import DiagnosedEquations, diagnose
from docxlint.rules.diagnosis.equations import Equation

Table = Callable[..., list[Equation]]

SUMS = [
    [12, 3, 5, 1, 21],
    [40, 8, 2, 6, 56],
    [7, 25, 1, 4, 37],
    [59, 36, 8, 11, 114],
]


def single(diagnoses: tuple[DiagnosedEquations, ...]) -> DiagnosedEquations:
    (one,) = diagnoses
    return one


def row(figures: list[int | None]) -> list[list[int | None]]:
    return [list(SUMS[0]), figures, list(SUMS[2]), list(SUMS[3])]


def mended(one: DiagnosedEquations, table: list[list[int | None]]) -> list[list[int | None]]:
    rows = [list(line) for line in table]
    for change in one.changes:
        rows[change.entry.row][change.entry.column] = int(change.expected)
    return rows


@pytest.mark.parametrize(
    ("figures", "start", "side"),
    [
        ([40, 40, 8, 2, 6], 1, "右"),
        ([0, 40, 8, 2, 6], 0, "右"),
        ([40, 0, 8, 2, 6], 1, "右"),
        ([8, 2, 6, 56, None], 0, "左"),
        ([8, 2, 6, 56, 0], 0, "左"),
        ([40, 2, 6, 56, 56], 1, "左"),
    ],
)
def test_a_shifted_row_is_one_diagnosis(
    figures: list[int | None], start: int, side: str, table: Table
) -> None:
    one = single(diagnose(table(row(figures))))
    assert one.kind == "shifted"
    assert one.certain
    assert one.message.zh.startswith(
        f"“行1”一行从“列{start}”起整体{side}移了一格，应为40、8、2、6、56；移回后，"
    )
    assert mended(one, row(figures)) == SUMS


def test_a_shifted_column_is_one_diagnosis(table: Table) -> None:
    wrong: list[list[int | None]] = [list(line) for line in SUMS]
    for r, value in enumerate([0, 12, 40, 7]):
        wrong[r][0] = value
    one = single(diagnose(table(wrong)))
    assert one.message.zh.startswith("“列0”一列从“行0”起整体下移了一格，应为12、40、7、59；")
    assert mended(one, wrong) == SUMS


def test_another_fault_besides_a_shift_is_reported_too(table: Table) -> None:
    wrong = row([40, 40, 8, 2, 6])
    wrong[2] = [9, 25, 1, 4, 37]
    diagnoses = diagnose(table(wrong))
    changed = wrong
    for one in diagnoses:
        changed = mended(one, changed)
    assert changed == SUMS
    assert [one.kind for one in diagnoses] == ["shifted", "figure"]


def test_two_wrong_neighbours_are_no_shift(table: Table) -> None:
    one = single(diagnose(table(row([40, 9, 7, 6, 56]))))
    assert one.kind == "figures"
