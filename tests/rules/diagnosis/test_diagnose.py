"""Diagnoses name the wrong figures and their right values, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.rules.diagnosis.diagnose import DiagnosedEquations, diagnose
from docxlint.rules.diagnosis.equations import Equation
from docxlint.rules.diagnosis.search import Bounds

Table = Callable[..., list[Equation]]
Lone = Callable[..., Equation]

SUMS = [
    [12, 3, 0, 1, 16],
    [40, 0, 2, 0, 42],
    [7, 25, 1, 0, 33],
    [59, 28, 3, 1, 91],
]


def with_changes(changes: dict[tuple[int, int], int | None]) -> list[list[int | None]]:
    """A table with right sums, with some figures changed."""
    return [
        [changes.get((r, c), value) for c, value in enumerate(row)] for r, row in enumerate(SUMS)
    ]


def single(diagnoses: tuple[DiagnosedEquations, ...]) -> DiagnosedEquations:
    (one,) = diagnoses
    return one


def right(one: DiagnosedEquations) -> dict[str, str]:
    return {change.entry.name: change.expected for change in one.changes}


def test_right_sums_have_no_diagnosis(table: Table) -> None:
    assert diagnose(table(SUMS)) == ()


def test_a_wrong_figure_is_named_with_its_right_value(table: Table) -> None:
    one = single(diagnose(table(with_changes({(2, 1): 28}))))
    assert one.message.zh == "“行2”行“列1”列填的是28，应为25；改这一处，两处勾稽关系都能对上"
    assert (
        one.message.en
        == "“行2”, “列1” is 28; it should be 25; with this one change both sums come out"
    )
    assert (one.kind, one.certain, one.alternatives) == ("figure", True, ())
    assert {equation.stated for equation in one.explains} == {"t.2.4", "t.3.1"}


def test_an_obvious_slip_is_named(table: Table) -> None:
    one = single(diagnose(table(with_changes({(2, 1): 52}))))
    assert one.changes[0].slip == "transposed"
    assert one.message.zh.startswith("“行2”行“列1”列填的是52，应为25（相邻两位颠倒）；")


def test_two_wrong_figures_are_both_named(table: Table) -> None:
    one = single(diagnose(table(with_changes({(0, 0): 21, (2, 2): 9}))))
    assert right(one) == {"t.0.0": "12", "t.2.2": "1"}
    assert not one.certain, "they stand in a small block"
    assert one.message.zh == (
        "“行0”行“列0”列填的是21，应为12（相邻两位颠倒）；“行2”行“列2”列填的是9，应为1；"
        "改这2处，4处勾稽关系都能对上（仅供参考：同行同列的几处可以此增彼减）"
    )


def test_wrong_figures_in_unconnected_tables_have_separate_diagnoses(table: Table) -> None:
    wrong = with_changes({(2, 1): 28})
    diagnoses = diagnose([*table(wrong, grid="a"), *table(wrong, grid="b")])
    assert [right(one) for one in diagnoses] == [{"a.2.1": "25"}, {"b.2.1": "25"}]


def test_a_figure_in_the_next_cell_is_recognised(table: Table) -> None:
    one = single(diagnose(table(with_changes({(2, 1): 1, (2, 2): 25}))))
    assert (one.kind, right(one)) == ("swapped", {"t.2.1": "25", "t.2.2": "1"})
    one = single(diagnose(table(with_changes({(1, 0): 0, (1, 1): 40}))))
    assert one.kind == "moved"
    assert one.message.zh.startswith(
        "“行1”行“列1”列填的40应填在“行1”行“列0”列；移过去，两处勾稽关系都能对上"
    )


def test_a_wrong_total_is_suspected_before_its_parts(lone: Lone) -> None:
    one = single(diagnose([lone(5, 3, 0, 9)]))
    assert right(one) == {"lone.0.3": "8"}
    assert not one.certain
    assert [other.changes[0].expected for other in one.alternatives] == ["1", "6", "4"]
    assert one.message.zh.endswith("改这一处，这处勾稽关系就能对上（仅供参考，还有3种可能）")


def test_a_part_with_an_obvious_slip_comes_before_a_total_without_one(lone: Lone) -> None:
    one = single(diagnose([lone(4731, 3820, 1305, 9586)]))
    assert right(one) == {"lone.0.3": "9856"}, "5 and 8 of the total are transposed"
    one = single(diagnose([lone(4371, 3820, 1305, 9856)]))
    assert right(one) == {"lone.0.0": "4731"}
    assert not one.certain, "one sum alone proves nothing"


def test_the_remaining_sums_find_a_figure_with_blank_neighbours(
    table: Table,
) -> None:
    one = single(diagnose(table(with_changes({(2, 1): 28, (2, 2): None}))))
    assert right(one) == {"t.2.1": "25"}
    assert len(one.explains) == 1


def test_a_value_within_rounding_is_reported_as_approximate(table: Table) -> None:
    rows = [["1.25", "2.50", "3.75"], ["4.10", "9.99", "9.10"], ["5.35", "7.50", "12.85"]]
    one = single(diagnose(table(rows, places=2, tolerance="0.02")))
    assert one.message.zh.startswith("“行1”行“列1”列填的是9.99，应为5.00左右；")
    assert not one.changes[0].exact


def test_an_obvious_slip_gives_an_exact_value_despite_rounding(table: Table) -> None:
    rows = [["1.25", "2.50", "3.75"], ["4.10", "0.50", "9.10"], ["5.35", "7.51", "12.85"]]
    one = single(diagnose(table(rows, places=2, tolerance="0.02")))
    assert (right(one), one.changes[0].slip) == ({"t.1.1": "5.00"}, "point")
    assert one.changes[0].exact


def test_a_diagnosis_beyond_the_bounds_says_so(table: Table) -> None:
    wrong = table(with_changes({(0, 0): 50, (1, 1): 60, (2, 2): 70}))
    one = single(diagnose(wrong, Bounds(figures=2)))
    assert (one.kind, one.changes, one.certain) == ("unknown", (), False)
    assert one.message.zh.startswith(
        "有6处勾稽关系对不上，改2个以内的数字都无法全部对上，请对照台账逐项核对"
    )
    assert len(one.explains) == 6


def test_three_corners_of_a_rectangle_are_never_certain(table: Table) -> None:
    one = single(diagnose(table(with_changes({(0, 0): 90, (0, 1): 80, (2, 0): 71}))))
    assert len(one.changes) == 3
    assert not one.certain


WIDE = [[r * 7 + c + 20 for c in range(6)] for r in range(6)]


@pytest.mark.parametrize(
    ("wrong", "certain"),
    [
        ([(0, 0)], True),
        ([(0, 0), (0, 5)], False),
        ([(0, 0), (5, 0)], False),
        ([(0, 0), (1, 1)], False),
        ([(0, 0), (2, 2)], False),
        ([(0, 0), (2, 3)], True),
        ([(0, 0), (4, 5)], True),
    ],
)
def test_two_figures_are_certain_only_if_no_line_or_small_block_has_both(
    wrong: list[tuple[int, int]], certain: bool, table: Table
) -> None:
    rows = [[*row, sum(row)] for row in WIDE]
    rows.append([sum(column) for column in zip(*rows, strict=True)])
    for number, (row, column) in enumerate(wrong):
        rows[row][column] += 3 + 4 * number
    one = single(diagnose(table(rows)))
    assert {(c.entry.row, c.entry.column) for c in one.changes} == set(wrong)
    assert one.alternatives == ()
    assert one.certain == certain


def test_two_that_cancel_in_one_row_and_a_third_are_not_two_certain_figures(table: Table) -> None:
    rows = [[*row, sum(row)] for row in WIDE]
    rows.append([sum(column) for column in zip(*rows, strict=True)])
    rows[5][0] += 4
    rows[5][4] -= 4
    rows[0][4] += 9
    one = single(diagnose(table(rows)))
    assert {c.entry.row for c in one.changes} == {0}, "two figures of the first row look the same"
    assert not one.certain


def test_the_same_faults_have_the_same_messages(table: Table) -> None:
    wrong = table(with_changes({(0, 0): 13, (2, 1): 26}))
    assert diagnose(wrong) == diagnose(wrong)
    assert len(single(diagnose(wrong)).alternatives) == 1, "either diagonal of the rectangle"


def test_long_figures_are_calculated_exactly(lone: Lone) -> None:
    nines = "9" * 5000
    one = single(diagnose([lone(nines, 1, nines)]))
    assert right(one) == {"lone.0.1": "0"}
    assert [other.changes[0].expected for other in one.alternatives] == [
        "1" + "0" * 5000,
        "9" * 4999 + "8",
    ]
    assert len(one.message.zh) < 200


def test_a_completely_wrong_line_is_one_diagnosis(table: Table) -> None:
    wrong = [SUMS[0], [9, 8, 7, 6, 5], *SUMS[2:]]
    one = single(diagnose(table(wrong), Bounds(figures=2)))
    assert (one.kind, one.certain) == ("line", True)
    assert one.message.zh == (
        "“行1”一行有5个数填错，应为40、0、2、0、42；改过后，6处勾稽关系都能对上"
    )
    assert [change.expected for change in one.changes] == ["40", "0", "2", "0", "42"]


def test_no_line_is_certain_if_any_line_could_be_wrong(table: Table) -> None:
    copied = [SUMS[0], SUMS[0], *SUMS[2:]]
    one = single(diagnose(table(copied), Bounds(figures=2)))
    changes = [one.changes, *(other.changes for other in one.alternatives)]
    assert [each[0].entry.row for each in changes] == [0, 1, 3]
    assert not one.certain
